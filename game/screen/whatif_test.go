package screen_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/debrief"
	"centricity/game/widget"
	"centricity/sim"
)

// asked is somebody in front of the what-if of round 2, whose decision is d.
func asked(t *testing.T, workers int) (p *player, g *debrief.Game, d sim.Decision) {
	t.Helper()
	p, g = over(t, 1280, 800, 100, workers)
	require.NoError(t, p.app.Show("debrief"))
	p.do(widget.Input{})
	p.click("debrief/parts/2")
	p.enter("ask/round")
	p.key(widget.KeyHome, widget.KeyDown, widget.KeyEnter)
	require.Equal(t, "Quarter 2", p.find("ask/round").Value)
	return p, g, g.Decisions[1]
}

// answered is what the debrief itself answers.
func answered(t *testing.T, g *debrief.Game, d sim.Decision) string {
	t.Helper()
	b, err := g.Branch(2)
	require.NoError(t, err)
	require.NoError(t, b.Run(context.Background(), 1, nil))
	q, err := b.Try(d)
	require.NoError(t, err)
	require.NoError(t, q.Run(context.Background(), 1, nil))
	return widget.Signed(widget.MoneyShort(int64(q.Difference)))
}

// Every part of a decision can be asked about, with the controls it was made
// with, and the answer is that of the debrief.
func TestAnyDecisionCanBeAskedAbout(t *testing.T) {
	for name, c := range map[string]struct {
		change func(p *player)
		part   func(d sim.Decision) any
	}{
		"money": {func(p *player) { p.tab("ask/spend.insight"); p.key(widget.KeyHome) },
			func(d sim.Decision) any { return d.Spend }},
		"price": {func(p *player) { p.tab("ask/price"); p.key(widget.KeyEnd) },
			func(d sim.Decision) any { return d.Price }},
		"discount": {func(p *player) { p.tab("ask/discount"); p.key(widget.KeyHome, widget.KeyRight) },
			func(d sim.Decision) any { return d.Discount }},
		"whom it reaches": {func(p *player) { p.click("focus.retention/1"); p.click("focus.retention/0") },
			func(d sim.Decision) any { return d.Focus }},
		"programmes, research among them": {func(p *player) {
			p.click("programmes/insight")
			p.tab("programmes.interviews")
			p.key(widget.KeyEnd)
		}, func(d sim.Decision) any { return d.Programmes }},
		"breadth": {func(p *player) { p.tab("breadth"); p.key(widget.KeyHome, widget.KeyRight) },
			func(d sim.Decision) any { return d.Breadth }},
		"a test": {func(p *player) { p.click("trial/open"); p.tab("trial"); p.key(widget.KeyHome, widget.KeyPageUp) },
			func(d sim.Decision) any { return d.Trial }},
	} {
		t.Run(name, func(t *testing.T) {
			p, g, was := asked(t, 0)
			game := p.app.Session()
			before := game.Draft()
			c.change(p)
			d := p.app.Asked()
			require.NotEqual(t, c.part(was), c.part(d))
			require.False(t, p.there("ask/refused"))
			require.Equal(t, answered(t, g, d), p.find("ask/difference").Value)
			require.Equal(t, before, game.Draft(), "the game itself is as it was")
			require.Equal(t, g.Decisions, game.Played())
			sound(t, p, name)
		})
	}
}

// What could not be decided cannot be asked, and says why; too much can be made
// to fit.
func TestWhatCannotBeAsked(t *testing.T) {
	p, g, _ := asked(t, 0)
	p.tab("ask/spend.acquisition")
	p.key(widget.KeyEnd)
	p.tab("ask/spend.retention")
	p.key(widget.KeyEnd)
	require.True(t, p.there("ask/refused"))
	require.Equal(t, "–", p.find("ask/difference").Value)

	p.enter("ask/fit")
	require.NotEmpty(t, p.app.Focus(), "the button is gone")
	require.False(t, p.there("ask/fit"))
	require.False(t, p.there("ask/refused"))
	require.Equal(t, answered(t, g, p.app.Asked()), p.find("ask/difference").Value)
}

// An answer that takes long can be given up, and asked for again.
func TestAnAnswerCanBeStopped(t *testing.T) {
	p, g, _ := asked(t, 0)
	p.tab("ask/spend.acquisition")
	p.now += 1
	p.tree = p.app.Frame(p.c, widget.Input{Now: p.now, Keys: []widget.KeyPress{{Key: widget.KeyHome}}})
	for range 2 { // it plays a round a frame
		p.tree = p.app.Frame(p.c, widget.Input{Now: p.now})
	}
	require.True(t, p.there("ask/progress"))
	p.tree = p.app.Frame(p.c, widget.Input{Now: p.now, Actions: []widget.Action{{Kind: widget.ActClick, ID: "ask/stop"}}})
	p.do(widget.Input{})
	require.Equal(t, "…", p.find("ask/difference").Value)
	require.False(t, p.there("ask/stop"))
	p.click("ask/go")
	require.Equal(t, answered(t, g, p.app.Asked()), p.find("ask/difference").Value)
}
