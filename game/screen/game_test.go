package screen_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/widget"
	"centricity/scenarios"
	"centricity/sim"
)

// firstSlider is where a scenario's deciding begins.
func sliders(s scenarios.Scenario) (ids []string) {
	for i := range sim.NumLevers {
		if s.Market.Levers[i] {
			ids = append(ids, "spend."+sim.Lever(i).String())
		}
	}
	return ids
}

func TestAWholeGameByMouse(t *testing.T) {
	for _, s := range shipped(t) {
		t.Run(s.Name, func(t *testing.T) {
			shelf := &game.Memory{}
			p := newPlayer(t, shelf)
			p.click("play/" + s.Name)
			p.click("start")
			g := p.app.Session()
			require.NotNil(t, g)
			for round := 1; round <= s.Market.Rounds; round++ {
				ids := sliders(s)
				for i, id := range ids {
					p.drag(id, float64((i+round)%3)/float64(2*len(ids)))
				}
				if p.there("focus.retention/1") {
					p.click([]string{"focus.retention/1", "focus.retention/0", "focus.retention/2"}[round%3])
				}
				if p.there("price") {
					p.drag("price", float64(round%4)/4)
				}
				if p.there("channel.2") {
					p.drag("channel.2", 0.5)
				}
				require.Empty(t, g.Refusals())
				p.click("commit")
				require.True(t, p.there("next"), "the results appear after round %d", round)
				require.Len(t, replayed(t, shelf, g.Name()).Entries, round, "what is shown is on the shelf")
				p.click("next")
			}
			require.True(t, p.there("score"))
			log := replayed(t, shelf, g.Name())
			require.Len(t, log.Entries, s.Market.Rounds)
			require.EqualValues(t, 482913, log.Header.Seed)
		})
	}
}

func TestAWholeGameByKeyboard(t *testing.T) {
	for _, s := range shipped(t) {
		t.Run(s.Name, func(t *testing.T) {
			shelf := &game.Memory{}
			p := newPlayer(t, shelf)
			p.tab("seed")
			p.do(widget.Input{Keys: []widget.KeyPress{{Key: widget.KeyA, Ctrl: true}}})
			p.text("77")
			p.enter("play/" + s.Name)
			require.Equal(t, "start", p.app.Focus(), "the focus leads on")
			p.key(widget.KeyEnter)
			g := p.app.Session()
			require.NotNil(t, g)
			require.EqualValues(t, 77, g.Seed())
			ids := sliders(s)
			for round := 1; round <= s.Market.Rounds; round++ {
				require.Equal(t, ids[0], p.app.Focus(), "round %d begins at its first control", round)
				p.key(widget.KeyHome, widget.KeyPageUp, widget.KeyRight)
				for _, id := range ids[1:] {
					p.tab(id)
					p.key(widget.KeyHome)
					p.tab(id + "/field")
					p.text("50")
					p.key(widget.KeyEnter)
				}
				if p.there("focus.retention") {
					p.tab("focus.retention/" + strconv.Itoa((round-1)%3))
					p.key(widget.KeyRight)
				}
				d := g.Draft()
				require.EqualValues(t, 50_00, d.Spend[sim.Retention])
				p.tab("commit")
				p.key(widget.KeySpace)
				require.Equal(t, "next", p.app.Focus(), "the focus leads on to the next round")
				p.key(widget.KeyEnter)
			}
			require.True(t, p.there("score"))
			require.Equal(t, "to-debrief", p.app.Focus())
			require.Len(t, replayed(t, shelf, g.Name()).Entries, s.Market.Rounds)
		})
	}
}
