package debrief

import (
	"fmt"
	"math"
	"strings"

	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// terms are a scenario's words and signs, as they are said.
type terms struct{ currency, round string }

func termsOf(s scenarios.Scenario) terms {
	return terms{s.Currency, words.Say(s.Round)}
}

// terms says amounts and rounds as the scenario calls them.
func (g *Game) terms() terms { return termsOf(g.Scenario) }

// money is an amount in whole units, short one to three figures.
func (t terms) money(m sim.Money) string { return t.sign(widget.Money(int64(m))) }
func (t terms) short(m sim.Money) string { return t.sign(widget.MoneyShort(int64(m))) }

// price is an amount with its cents.
func (t terms) price(m sim.Money) string { return t.sign(widget.Price(int64(m))) }

func (t terms) sign(s string) string { return strings.Replace(s, "$", t.currency, 1) }

// change is an amount with its sign.
func (t terms) change(m sim.Money) string { return widget.Signed(t.short(m)) }

// in is "quarter 3".
func (t terms) in(round int) string { return fmt.Sprintf("%s %d", t.round, round) }

// In begins a sentence or a row with it.
func (t terms) In(round int) string { return capital(t.in(round)) }

// rounds is "8 quarters".
func (t terms) rounds(n int) string { return widget.Plural(n, t.round) }

func count(n int) string { return widget.Count(int64(n)) }

func percent(share float64) string { return widget.Decimal(100*share, 0) + " %" }

func people(n float64) string { return widget.Decimal(n, 0) }

func capital(s string) string { return widget.Capital(s) }

// customers are so many of them, rounded.
func customers(n float64) string { return customersOf(int(math.Round(n))) }

func customersOf(n int) string { return words.Plural(n, "%s customer", "%s customers", count(n)) }
