package screen_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/sim"
)

// Where nobody says goodbye, a round that pays analysts shows what they make of
// the records, one that does not says what it costs, and the last page lays
// what they would have made of all records beside the truth.
func TestResearchIsBoughtWithInsight(t *testing.T) {
	p := newPlayer(t, &game.Memory{})
	p.click("play/music-shop")
	p.click("start")
	g := p.app.Session()
	said := func() string { return strings.Join(p.says(), "\n") }

	p.click("tabs/1")
	require.Contains(t, said(), "Nobody says goodbye here")
	p.click("overview/research")
	require.Contains(t, said(), "Insight spending pays them")
	require.False(t, p.there("research/equity"))
	for !g.Over() {
		p.click("tabs/0")
		d := g.Draft()
		d.Spend = [sim.NumLevers]sim.Money{sim.Insight: g.Available() / 2}
		g.SetDraft(d)
		p.click("commit")
		p.click("next")
		if g.Round() == 3 {
			p.click("tabs/1")
			p.click("views/0")
			require.Contains(t, said(), "Analysts believe")
			p.click("overview/research")
			require.True(t, p.there("research/equity"))
			require.True(t, p.there("research/deciles"))
			require.True(t, p.there("research/best"))
			require.Contains(t, said(), "Analysts fitted a model of buying and leaving (MBG/NBD)")
			p.click("views/2")
			require.Contains(t, said(), "Exp. CLV")
			require.Contains(t, said(), "Still there")
		}
	}
	require.Contains(t, said(), "The estimate here is what analysts make of your records")

	// Who leaves a subscription is seen: there is nothing to research.
	p = newPlayer(t, &game.Memory{})
	p.click("play/subscription")
	p.click("start")
	p.click("tabs/1")
	require.NotContains(t, said(), "Nobody says goodbye")
}
