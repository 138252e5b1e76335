package screen_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/debrief"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"
)

// hamlet is a scenario in which all can be decided, small enough to be played
// hundreds of times.
func hamlet() scenarios.Scenario {
	s := everything()
	s.Name, s.Title, s.Market.People = "hamlet", "The hamlet", 120
	return s
}

// over is somebody in front of the debrief of a game that is over.
func over(t testing.TB, w, h float64, text, workers int) (*player, *debrief.Game) {
	t.Helper()
	shelf := &game.Memory{}
	require.NoError(t, shelf.Replace("look.json", fmt.Appendf(nil, `{"text":%d}`, text)))
	g, err := game.Start(hamlet(), 9, shelf)
	require.NoError(t, err)
	for decide := policy.Random(3); !g.Over(); {
		g.SetDraft(decide(policy.View{Brief: g.Brief(), Reports: g.Reports(), Available: g.Available()}))
		_, err := g.Commit()
		require.NoError(t, err)
	}
	app := screen.New(screen.Host{Shelf: shelf, Scenarios: []scenarios.Scenario{hamlet()}, NewSeed: func() uint64 { return 1 }, Workers: workers,
		Find: func(string) (scenarios.Scenario, error) { return hamlet(), nil }})
	app.Resume(g)
	told, err := debrief.Of(g)
	require.NoError(t, err)
	return sitDown(t, app, w, h), told
}

// The debrief by keyboard: every part is there, and what is asked is answered
// as the debrief itself answers it.
func TestDebriefByKeyboard(t *testing.T) {
	p, g := over(t, 1280, 800, 100, 0)
	p.enter("to-debrief")
	require.Equal(t, "debrief/parts/0", p.app.Focus())
	require.False(t, p.there("debrief-progress"), "everything but luck is computed")
	for _, id := range []string{"bridge", "bridge-rounds", "everyone"} {
		require.True(t, p.there(id), id)
	}
	p.key(widget.KeyRight)
	require.True(t, p.there("lever-worth"))
	worth := p.find("turn/0").Value
	p.enter("turn/0/try")
	require.Equal(t, "ask/round", p.app.Focus())
	difference := p.find("ask/difference").Value
	require.NotEqual(t, worth, difference)
	require.Equal(t, bare(worth), bare(difference), "the what-if asks for the other side")

	p.key(widget.KeyEnter, widget.KeyEnd, widget.KeyEnter) // the last round
	require.Equal(t, "Quarter 4", p.find("ask/round").Value)
	require.Equal(t, "$ 0", p.find("ask/difference").Value, "what was decided changes nothing")
	p.tab("ask/spend.acquisition")
	p.key(widget.KeyHome)
	b, err := g.Branch(4)
	require.NoError(t, err)
	require.NoError(t, b.Run(context.Background(), 1, nil))
	d := b.Decision()
	d.Spend[sim.Acquisition] = 0
	q, err := b.Try(d)
	require.NoError(t, err)
	require.NoError(t, q.Run(context.Background(), 1, nil))
	require.NotZero(t, q.Difference)
	require.Equal(t, widget.Signed(widget.MoneyShort(int64(q.Difference))), p.find("ask/difference").Value)

	p.key(widget.KeyEnd)
	require.True(t, p.there("ask/refused"))
	require.Equal(t, "–", p.find("ask/difference").Value)
	p.tab("ask/from")
	p.key(widget.KeyEnter, widget.KeyHome, widget.KeyEnter)
	require.False(t, p.there("ask/refused"))
	require.Equal(t, "$ 0", p.find("ask/difference").Value)

	p.tab("debrief/parts/2")
	p.key(widget.KeyRight, widget.KeyRight)
	for _, id := range []string{"belief", "segments", "research"} {
		require.True(t, p.there(id), id)
	}
}

// bare is an amount without its sign.
func bare(amount string) string { return strings.TrimLeft(amount, "+"+widget.Minus) }

// Luck is played when somebody asks for it, can be stopped and played anew, and
// ends with the distribution that holds the own game.
func TestLuckCanBeStopped(t *testing.T) {
	p, g := over(t, 1024, 640, 100, 0)
	require.NoError(t, p.app.Show("debrief"))
	p.do(widget.Input{})
	p.click("debrief/parts/3")
	at := p.see("luck/play")
	p.at = canvas.Pt(at.MidX(), at.MidY())
	frame := func(in widget.Input) {
		in.Pointer, in.PointerIn = p.at, true
		p.tree = p.app.Frame(p.c, in)
	}
	press := func() {
		frame(widget.Input{})
		frame(widget.Input{Pressed: true, Down: true})
		frame(widget.Input{Released: true})
	}
	press()
	for range 40 {
		frame(widget.Input{})
		require.True(t, p.app.NeedsRedraw(), "it goes on by itself")
	}
	require.Greater(t, p.find("luck/progress").Now, 0.0)
	at = p.find("luck/stop").Rect
	p.at = canvas.Pt(at.MidX(), at.MidY())
	press()
	p.do(widget.Input{})
	require.True(t, p.there("luck/stopped"))
	require.True(t, p.there("luck"), "what was played is shown")

	p.click("luck/again")
	require.False(t, p.there("luck/progress"))
	require.Contains(t, p.find("luck").Description, "300 games")
	require.Contains(t, p.find("luck").Description, "You: "+widget.MoneyShort(int64(g.Value.Company())))
	require.True(t, p.there("share/skill"))
}

// With threads of its own the debrief is computed beside the screens, which
// look at it now and then instead of drawing all the time.
func TestDebriefBesideTheScreens(t *testing.T) {
	p, _ := over(t, 1024, 640, 100, 2)
	require.NoError(t, p.app.Show("debrief"))
	for range 1_000_000 {
		p.do(widget.Input{})
		if !p.there("debrief-progress") {
			break
		}
		at, ok := p.app.Wake()
		require.True(t, ok)
		require.Greater(t, at, p.now)
		runtime.Gosched()
	}
	require.True(t, p.there("bridge"), "%q", p.says())
	p.app.Close()
}

// The debrief is not there before the last round.
func TestNoDebriefBeforeTheEnd(t *testing.T) {
	p := begun(t, &game.Memory{})
	require.Error(t, p.app.Show("debrief"))
	require.NotContains(t, p.says(), "Debrief")
}

// Nothing overlaps in any part, at any size.
func TestDebriefFits(t *testing.T) {
	for _, size := range [][2]float64{{800, 560}, {1024, 640}, {1280, 800}, {3840, 2160}} {
		for _, text := range []int{100, 150, 200} {
			t.Run(fmt.Sprintf("%gx%g %d", size[0], size[1], text), func(t *testing.T) {
				p, _ := over(t, size[0], size[1], text, 0)
				require.NoError(t, p.app.Show("debrief"))
				p.do(widget.Input{})
				for i := range 5 {
					if p.there("debrief/part") {
						p.tab("debrief/part")
						p.key(widget.KeyEnter, widget.KeyHome)
						for range i {
							p.key(widget.KeyDown)
						}
						p.key(widget.KeyEnter)
					} else {
						p.click(fmt.Sprintf("debrief/parts/%d", i))
					}
					sound(t, p, fmt.Sprint("part ", i))
				}
			})
		}
	}
}
