package screen_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/widget"
	"centricity/sim"
)

// Research is ordered in money: what is typed is what is ordered, whatever else
// is, and together it is the decision's insight.
func TestResearchIsOrderedInMoney(t *testing.T) {
	p := seated(t, &game.Memory{}, 1280, 800)
	p.click("play/everything")
	p.click("start")
	g := p.app.Session()
	require.Equal(t, sim.Money(20_000_00), g.Available())
	d := g.Draft()
	d.Spend = [sim.NumLevers]sim.Money{sim.Acquisition: 5000_00}
	g.SetDraft(d)
	p.do(widget.Input{})
	p.click("to-shop")
	shown := func(id string) string { return p.find(id + "/field").Value }
	type offer struct {
		id     string
		amount int
	}
	ordered := []offer{}
	total := 0
	for _, o := range []offer{{"shop/platform", 1240}, {"shop/interviews", 3000}, {"shop/surveys", 20}, {"shop/data for reward", 620}} {
		p.tab(o.id + "/field")
		p.text(fmt.Sprint(o.amount))
		p.key(widget.KeyEnter)
		ordered, total = append(ordered, o), total+o.amount
		require.Equal(t, sim.Money(total)*100, g.Draft().Spend[sim.Insight])
		for _, was := range ordered {
			require.Equal(t, widget.Money(int64(was.amount)*100), shown(was.id), was.id)
		}
		require.Empty(t, g.Refusals())
	}
	require.Equal(t, 5000_00, int(g.Draft().Spend[sim.Acquisition]), "the other levers keep theirs")

	p.tab("shop/interviews/field")
	p.text("0")
	p.key(widget.KeyEnter)
	require.Equal(t, sim.Money(total-3000)*100, g.Draft().Spend[sim.Insight])
	require.Zero(t, g.Draft().Programmes[sim.Interviews])
	for _, o := range ordered {
		p.tab(o.id + "/field")
		p.text("0")
		p.key(widget.KeyEnter)
	}
	require.Zero(t, g.Draft().Spend[sim.Insight])

	p.tab("shop/surveys/field")
	p.text("19000")
	p.key(widget.KeyEnter)
	require.Contains(t, strings.Join(p.says(), "\n"), "$ 4,000 too much")
}

// The shop foresees what an order tells and what is left without one; what is
// bought is listed, and the debrief tells what it was worth.
func TestTheShopForeseesAndRemembers(t *testing.T) {
	p := newPlayer(t, &game.Memory{})
	p.click("play/shifting-needs")
	p.click("start")
	g := p.app.Session()
	said := func() string { return strings.Join(p.says(), "\n") }
	p.click("to-shop")
	require.Contains(t, said(), "Nothing yet.")
	d := g.Draft()
	d.Spend = [sim.NumLevers]sim.Money{sim.Insight: g.Available()}
	g.SetDraft(d)
	p.do(widget.Input{})
	require.Contains(t, said(), "treats all customers alike")
	for !g.Over() {
		if !p.there("shop/platform") {
			p.click("tabs/0")
			p.click("to-shop")
		}
		d := g.Draft()
		d.Spend = [sim.NumLevers]sim.Money{sim.Experience: g.Available() / 2, sim.Insight: g.Available() / 2}
		d.Programmes[sim.Personalisation] = 1
		g.SetDraft(d)
		p.do(widget.Input{})
		last := g.Round() == g.Scenario().Market.Rounds
		require.NotEqual(t, last, strings.Contains(said(), "make use of it by personalisation"))
		require.Equal(t, last, strings.Contains(said(), "No decision is left that research ordered now could serve."))
		require.NotContains(t, said(), fmt.Sprintf("serves from quarter %d on", g.Scenario().Market.Rounds+1))
		foreseen := g.Foreknow(d, 2)
		require.Equal(t, widget.Percent(foreseen[0]), p.find("shop/with").Value)
		require.Equal(t, widget.Percent(g.Foreknow(sim.Decision{}, 2)[0]), p.find("shop/without").Value)
		p.click("shop/decide")
		p.click("commit")
		p.click("next")
	}
	p.click("tabs/1")
	require.Contains(t, said(), "What you bought")
	require.False(t, p.there("shop/platform"), "nothing can be ordered when the game is over")

	p, told := over(t, 1280, 800, 100, 0)
	p.click("to-debrief")
	p.click("debrief/parts/4")
	require.Contains(t, said(), "All insight together cost")
	var spent sim.Money
	for _, d := range told.Decisions {
		spent += d.Spend[sim.Insight]
	}
	require.Contains(t, said(), widget.Money(int64(spent)))
}
