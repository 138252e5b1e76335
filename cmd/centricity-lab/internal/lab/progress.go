package lab

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
)

// progress shows how far something long has come, where someone looks on.
type progress struct{ bar *progressbar.ProgressBar }

// newProgress shows progress on a terminal, and nowhere else.
func newProgress(to io.Writer, what string) *progress {
	f, ok := to.(*os.File)
	if !ok {
		return &progress{}
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return &progress{}
	}
	return &progress{progressbar.NewOptions(-1,
		progressbar.OptionSetWriter(f), progressbar.OptionSetDescription(what), progressbar.OptionSetWidth(30),
		progressbar.OptionShowCount(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())}
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
