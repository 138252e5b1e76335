package lab

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// looksOn tells whether somebody reads what is written here as it comes: whether
// it is a terminal.
func looksOn(out io.Writer) bool {
	f, ok := out.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// newBar begins a bar that takes itself away when it is done.
func newBar(out io.Writer, all int, what string, more ...progressbar.Option) *progressbar.ProgressBar {
	return progressbar.NewOptions(all, append(more,
		progressbar.OptionSetWriter(out), progressbar.OptionSetDescription(what), progressbar.OptionShowCount(),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())...)
}

// progress shows how far something long has come, where someone looks on.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress shows progress on a terminal, and nowhere else.
func newProgress(out io.Writer, what string) *progress {
	if !looksOn(out) {
		return &progress{}
	}
	return &progress{newBar(out, -1, what, progressbar.OptionSetWidth(30))}
}

func (p *progress) tell(finished, all int) {
	if p.bar != nil {
		p.bar.ChangeMax(all)
		_ = p.bar.Set(finished) // a bar that cannot be drawn is no loss
	}
}

func (p *progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
