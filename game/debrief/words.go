package debrief

import (
	"fmt"
	"math"
	"strings"

	"centricity/game/widget"
	"centricity/scenarios"
	"centricity/sim"
)

// words are a scenario's words and signs.
type words struct{ currency, round string }

func wordsOf(s scenarios.Scenario) words {
	w := words{s.Currency, roundOf(s)}
	if w.currency == "" {
		w.currency = "$"
	}
	return w
}

// words says amounts and rounds as the scenario calls them.
func (g *Game) words() words { return wordsOf(g.Scenario) }

// money is an amount in whole units, short one to three figures.
func (w words) money(m sim.Money) string { return w.sign(widget.Money(int64(m))) }
func (w words) short(m sim.Money) string { return w.sign(widget.MoneyShort(int64(m))) }

// price is an amount with its cents.
func (w words) price(m sim.Money) string { return w.sign(widget.Price(int64(m))) }

func (w words) sign(s string) string { return strings.Replace(s, "$", w.currency, 1) }

// change is an amount with its sign.
func (w words) change(m sim.Money) string { return widget.Signed(w.short(m)) }

// than is "$41.2k more", "$41.2k less".
func (w words) than(m sim.Money) string {
	if m < 0 {
		return w.short(-m) + " less"
	}
	return w.short(m) + " more"
}

// in is "quarter 3".
func (w words) in(round int) string { return fmt.Sprintf("%s %d", w.round, round) }

// In begins a sentence or a row with it.
func (w words) In(round int) string { return capital(w.in(round)) }

// rounds is "8 quarters".
func (w words) rounds(n int) string { return plural(n, w.round) }

func plural(n int, noun string) string { return widget.Plural(n, noun) }

func percent(share float64) string { return widget.Decimal(100*share, 0) + " %" }

func people(n float64) string { return widget.Decimal(n, 0) }

func capital(s string) string { return widget.Capital(s) }

// customers are so many of them, rounded.
func customers(n float64) string { return plural(int(math.Round(n)), "customer") }
