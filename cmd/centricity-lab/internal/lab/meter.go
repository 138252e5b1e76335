package lab

import (
	"fmt"
	"io"
	"time"

	"centricity/cmd/centricity-lab/internal/batch"

	"github.com/schollz/progressbar/v3"
)

// meter tells how a batch goes: a bar with rate and time left on a terminal,
// a line now and then elsewhere.
type meter struct {
	out   io.Writer
	bar   *progressbar.ProgressBar
	live  bool
	begun time.Time
	said  time.Time
}

// everySoOften is how long a meter that writes lines is silent.
const everySoOften = 30 * time.Second

func newMeter(out io.Writer) *meter {
	now := time.Now()
	return &meter{out: out, live: looksOn(out), begun: now, said: now}
}

func (m *meter) tell(p batch.Progress) {
	if m.live {
		if m.bar == nil {
			what := "runs"
			if p.Found > 0 {
				what = grouped(int64(p.Found)) + " there, more"
			}
			m.bar = newBar(m.out, p.All-p.Found, what,
				progressbar.OptionShowIts(), progressbar.OptionSetItsString("runs"),
				progressbar.OptionSetPredictTime(true), progressbar.OptionFullWidth())
		}
		_ = m.bar.Set(p.Played) // what cannot be shown is not worth stopping for
		return
	}
	now := time.Now()
	if now.Sub(m.said) < everySoOften {
		return
	}
	m.said = now
	rate := float64(p.Played) / now.Sub(m.begun).Seconds()
	left := "?"
	if rate > 0 {
		left = lasting(float64(p.All-p.Found-p.Played) / rate)
	}
	fmt.Fprintf(m.out, "%s of %s runs, %.1f runs/s, %s left\n", grouped(int64(p.Found+p.Played)), grouped(int64(p.All)), rate, left)
}

func (m *meter) end() {
	if m.bar != nil {
		_ = m.bar.Clear()
	}
}

// lasting writes a time that is only known roughly.
func lasting(seconds float64) string {
	switch {
	case seconds < 90:
		return fmt.Sprintf("%.0f s", seconds)
	case seconds < 90*60:
		return fmt.Sprintf("%.0f min", seconds/60)
	case seconds < 48*3600:
		return fmt.Sprintf("%.1f h", seconds/3600)
	}
	return fmt.Sprintf("%.1f days", seconds/86400)
}
