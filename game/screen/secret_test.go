package screen_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/widget"
	"centricity/sim"
)

// The firm's true value appears on no screen before the end, and does then.
func TestTheTruthIsToldAtTheEndOnly(t *testing.T) {
	for _, s := range shipped(t) {
		t.Run(s.Name, func(t *testing.T) {
			p := newPlayer(t, &game.Memory{})
			p.click("play/" + s.Name)
			p.click("start")
			g := p.app.Session()
			w, err := sim.New(s.Market, g.Seed())
			require.NoError(t, err)
			for !g.Over() {
				truth := told(w.Value())
				for i := range 4 {
					p.click("tabs/" + string(rune('0'+i)))
					for _, text := range p.says() {
						for _, secret := range truth {
							require.NotContains(t, text, secret, "round %d, tab %d", g.Round(), i)
						}
					}
				}
				require.False(t, p.there("score"))
				_, err := w.Play(g.Draft())
				require.NoError(t, err)
				p.click("tabs/0")
				p.click("commit")
			}
			p.click("next")
			said := strings.Join(p.says(), "\n")
			for _, truth := range told(w.Value()) {
				require.True(t, strings.Contains(said, truth), "the last screen tells %s", truth)
			}
		})
	}
}

// told are the ways the truth could be written.
func told(v sim.Value) []string {
	var out []string
	for _, m := range []sim.Money{v.Equity, v.Company()} {
		for _, text := range []string{widget.Money(int64(m)), widget.MoneyShort(int64(m))} {
			out = append(out, strings.TrimPrefix(text, "$")) // the sign is the scenario's
		}
	}
	return out
}
