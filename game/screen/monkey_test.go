package screen_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
)

var monkeys = flag.Int("events", 5_000, "how many random events the screens are given")

// Somebody who does anything at random never breaks the program, and whatever
// they play is legal: every log replays.
func TestAnythingAtRandom(t *testing.T) {
	events := *monkeys // in all
	if testing.Short() {
		events = 2_000
	}
	played, helped := 0, 0
	for seed := range uint64(2) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			shelf := &failing{}
			to := host(t, shelf)
			to.Guide = seed > 0
			p := sitDown(t, screen.New(to), 1280, 800)
			m := &monkey{player: p, rng: rand.New(rand.NewPCG(seed, 1))}
			for i := range events / 2 {
				shelf.full = i%500 > 480 // the disk is full at times
				m.act()
				if p.there("help") {
					helped++
				}
				if i%50 == 0 {
					require.Empty(t, p.app.Faults())
				}
			}
			names, err := shelf.Names()
			require.NoError(t, err)
			for _, name := range names {
				if log, ok := cutSuffix(name, ".log"); ok {
					played += len(replayed(t, shelf, log).Entries)
				}
			}
		})
	}
	require.Positive(t, played, "it got to play")
	require.Positive(t, helped, "it got help")
}

func cutSuffix(s, suffix string) (string, bool) {
	if len(s) > len(suffix) && s[len(s)-len(suffix):] == suffix {
		return s[:len(s)-len(suffix)], true
	}
	return s, false
}

type monkey struct {
	*player
	rng *rand.Rand
}

// act does one thing.
func (m *monkey) act() {
	if m.there("help") && m.rng.IntN(4) == 0 { // it has soon read enough
		m.key(widget.KeyEscape)
		return
	}
	var controls []*widget.Node
	for n := range m.tree.All {
		if n.ID != "" {
			controls = append(controls, n)
		}
	}
	n := controls[m.rng.IntN(len(controls))]
	if m.rng.IntN(20) == 0 { // it likes the ways on
		for _, c := range controls {
			if c.ID == "commit" || c.ID == "next" || c.ID == "start" {
				n = c
			}
		}
	}
	in := widget.Input{}
	switch k := m.rng.IntN(12); {
	case k < 4: // a click on a control, or where one is out of view
		m.at = canvas.Pt(n.Rect.X+m.rng.Float64()*n.Rect.W, n.Rect.Y+m.rng.Float64()*n.Rect.H)
		m.do(widget.Input{Pressed: true, Down: true})
		in.Released = true
	case k < 5:
		m.at = canvas.Pt(m.rng.Float64()*1300-10, m.rng.Float64()*820-10)
		in.Down = m.rng.IntN(2) == 0
	case k < 8:
		for range 1 + m.rng.IntN(3) {
			in.Keys = append(in.Keys, widget.KeyPress{Key: widget.Key(m.rng.IntN(int(widget.KeyF1) + 1)), Shift: m.rng.IntN(4) == 0, Ctrl: m.rng.IntN(8) == 0})
		}
	case k < 9:
		in.Text = []string{"1", "0", "9999999999", "-5", "1.2 m", "Ø", "\x00", "", "…", "e9", "?"}[m.rng.IntN(11)]
	case k < 10:
		in.Wheel = canvas.Pt(0, m.rng.Float64()*800-400)
	default:
		values := []string{"", "5", "-1", "NaN", "1e308", "12000", "abc", fmt.Sprint(n.Max)}
		in.Actions = []widget.Action{{Kind: widget.ActionKind(1 + m.rng.IntN(3)), ID: n.ID, Value: values[m.rng.IntN(len(values))]}}
	}
	m.do(in)
}
