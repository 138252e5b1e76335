package screen_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/widget"
)

// A process that is killed at any round, with half a line written, loses
// nothing that was shown: a new one on the same shelf goes on where it stopped,
// with the decision that was being prepared.
func TestKilledAtEveryRound(t *testing.T) {
	for _, s := range shipped(t) {
		t.Run(s.Name, func(t *testing.T) {
			shelf := &game.Memory{}
			p := newPlayer(t, shelf)
			require.False(t, p.there("continue"))
			p.click("play/" + s.Name)
			p.click("start")
			first := sliders(s)[0]
			for round := 1; round <= s.Market.Rounds; round++ {
				name := p.app.Session().Name()
				p.drag(first, float64(round)/20)
				draft, reports := p.app.Session().Draft(), p.app.Session().Reports()
				if round%2 == 0 {
					require.NoError(t, shelf.Append(name+".log", []byte(`{"round":`)))
				}

				p = newPlayer(t, shelf) // the process is gone, this is another
				p.click("continue")
				g := p.app.Session()
				require.NotNil(t, g)
				require.Equal(t, round, g.Round())
				require.Equal(t, draft, g.Draft(), "the prepared decision is there again")
				require.Equal(t, reports, g.Reports())
				require.EqualValues(t, draft.Spend[0].Currency()*100, p.find(first).Now)
				p.click("commit")
				require.Len(t, replayed(t, shelf, name).Entries, round)
				if round < s.Market.Rounds {
					p.click("next")
				}
			}
			p = newPlayer(t, shelf)
			require.False(t, p.there("continue"), "a finished game does not wait")
		})
	}
}

// A game can be left and gone on with in the same window.
func TestLeavingAndComingBack(t *testing.T) {
	p := begun(t, &game.Memory{})
	p.drag("spend.acquisition", 0.25)
	want := p.app.Session().Draft()
	p.click("home")
	require.Nil(t, p.app.Session())
	p.click("continue")
	require.Equal(t, want, p.app.Session().Draft())
}

// The draft is kept when a movement ends, not at every step of it, and at the
// latest when the window closes.
func TestWhenADraftIsKept(t *testing.T) {
	shelf := &counting{}
	p := begun(t, shelf)
	r := p.see("spend.acquisition")
	p.at.X, p.at.Y = r.MidX(), r.MidY()
	p.do(widget.Input{Pressed: true, Down: true})
	for range 20 {
		p.at.X += 3
		p.do(widget.Input{Down: true})
	}
	require.Zero(t, shelf.drafts)
	p.do(widget.Input{Released: true})
	require.Equal(t, 1, shelf.drafts)
	p.do(widget.Input{Pressed: true, Down: true})
	p.at.X -= 40
	p.do(widget.Input{Down: true})
	p.app.Close()
	require.Equal(t, 2, shelf.drafts)
}

type counting struct {
	game.Memory
	drafts int
}

func (c *counting) Replace(name string, data []byte) error {
	c.drafts++
	return c.Memory.Replace(name, data)
}

// How the program looks is remembered.
func TestTheLookIsRemembered(t *testing.T) {
	shelf := &game.Memory{}
	p := newPlayer(t, shelf)
	p.click("theme")
	p.click("text-size")
	p = newPlayer(t, shelf)
	require.Equal(t, "Light", p.find("theme").Name)
	require.Equal(t, "Text 125 %", p.find("text-size").Name)
}
