package screen

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"centricity/game/widget"
	"centricity/scenarios"
	"centricity/sim"
)

// terms are a scenario's words and signs.
type terms struct {
	brief    sim.Brief
	currency string
	round    string
}

func termsOf(s scenarios.Scenario) terms {
	t := terms{s.Market.Brief(), s.Currency, s.Round}
	if t.currency == "" {
		t.currency = "$"
	}
	if t.round == "" {
		t.round = "round"
	}
	return t
}

// sign puts the scenario's currency in place of the kit's.
func (t terms) sign(s string) string { return strings.Replace(s, "$", t.currency, 1) }

// cash is what the firm has after a round. What the incumbent made before the
// game is not the player's: the game opens with what the scenario gives.
func (t terms) cash(r sim.Report) sim.Money {
	if r.Round < 1 {
		return t.brief.Budget.OpeningCash
	}
	return r.Books.Closing
}

// money is an amount in whole units, short one to three figures, price one
// with its cents.
func (t terms) money(m sim.Money) string { return t.sign(widget.Money(int64(m))) }
func (t terms) short(m sim.Money) string { return t.sign(widget.MoneyShort(int64(m))) }
func (t terms) price(m sim.Money) string { return t.sign(widget.Price(int64(m))) }

// dollars and prices are how sliders read money.
func (t terms) dollars() widget.Number {
	n := widget.Dollars
	n.Text = func(v int64) string { return t.money(sim.Money(v)) }
	return n
}

func (t terms) prices() widget.Number {
	n := widget.Prices
	n.Text = func(v int64) string { return t.price(sim.Money(v)) }
	return n
}

// Round is what a round is called at the start of a sentence: "Quarter 3".
// History counts down from 0, the last round before the player's first.
func (t terms) Round(n int) string {
	switch {
	case n > 0:
		return capital(t.round) + " " + count(n)
	case n == 0:
		return "Last " + t.round + " before you"
	}
	return plural(-n, t.round) + " before"
}

// last is what a round is compared with.
func (t terms) last() string { return "last " + t.round }

func capital(s string) string { return widget.Capital(s) }

func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// plural is "1 quarter", "8 quarters".
func plural(n int, noun string) string { return widget.Plural(n, noun) }

// count is a whole number in groups of three.
func count(n int) string { return widget.Count(int64(n)) }

// leverNames are the levers in the field's terms, leverPlain in plain words.
var (
	leverNames = [sim.NumLevers]string{"Acquisition", "Retention", "Experience", "Product", "Insight"}
	leverPlain = [sim.NumLevers]string{"win customers", "keep customers", "serve customers", "improve what you sell", "know customers"}
)

var leverIcons = [sim.NumLevers]widget.Icon{widget.IconAcquisition, widget.IconRetention, widget.IconExperience, widget.IconProduct, widget.IconInsight}

// tip is what the table of fields says of a part of a decision.
func tip(path string) string {
	f, _ := scenarios.FieldAt("start.incumbent." + path)
	return f.Doc
}

// tierNames are what a player calls the tiers.
var tierNames = [sim.NumTiers]string{"Top", "Middle", "Low"}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
