package screen_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/screen"
	"centricity/scenarios"
	"centricity/sim"
)

// Whatever a scenario's author writes can be played to its end, on every screen.
func TestUnusualScenarios(t *testing.T) {
	for name, c := range map[string]struct {
		market func(*sim.Market)
		says   string // at some time
	}{
		"a new firm":   {func(m *sim.Market) { m.Start.History, m.Start.Customers = 0, 0 }, "The firm is new"},
		"no levers":    {func(m *sim.Market) { m.Levers, m.Start.Incumbent = [sim.NumLevers]bool{}, sim.Decision{} }, "Budget"},
		"fixed prices": {func(m *sim.Market) { m.Price.Low, m.Price.High, m.Price.MaxDiscount = 36_00, 36_00, 0 }, "Budget"},
		"many channels": {func(m *sim.Market) {
			for i := len(m.Channels); i < sim.MaxChannels; i++ {
				m.Channels = append(m.Channels, sim.DefaultChannel(fmt.Sprintf("channel number %d", i)))
			}
		}, "Channel number 7"},
		"ruin": {func(m *sim.Market) {
			m.Budget = sim.BudgetParams{FromCash: true, OpeningCash: 10_000_00, Credit: 1_000_00}
			m.Price.Fixed = 12_000_00
			m.Start.Customers = 0.01
		}, "The firm is bankrupt and can spend nothing."},
		"nobody":    {func(m *sim.Market) { m.People = 1 }, "customers"},
		"one round": {func(m *sim.Market) { m.Rounds = 1 }, "Place"},
	} {
		t.Run(name, func(t *testing.T) {
			m := sim.DefaultMarket()
			m.People, m.Rounds = 1000, 4
			c.market(&m)
			require.NoError(t, m.Validate())
			s := scenarios.Scenario{Name: "own", Title: "Own", Round: "round", Currency: "$", Market: m}
			find := func(string) (scenarios.Scenario, error) { return s, nil }
			app := screen.New(screen.Host{Shelf: &game.Memory{}, Scenarios: []scenarios.Scenario{s}, Find: find, NewSeed: func() uint64 { return 3 }})
			p := sitDown(t, app, 1024, 640)
			said := ""
			look := func() {
				require.Empty(t, app.Faults())
				said += strings.Join(p.says(), "\n")
			}
			p.click("play/own")
			look()
			p.click("start")
			for range m.Rounds {
				for i := range 4 {
					p.click(fmt.Sprintf("tabs/%d", i))
					look()
				}
				p.click("tabs/0")
				if p.there("fit") {
					p.click("fit")
				}
				p.click("commit")
				look()
				p.click("next")
			}
			look()
			require.True(t, p.there("score"))
			require.True(t, app.Session().Over())
			require.Contains(t, strings.ToLower(said), strings.ToLower(c.says))
		})
	}
}
