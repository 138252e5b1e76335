package screen

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"centricity/game/widget"
	"centricity/game/words"
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
	return terms{s.Market.Brief(), s.Currency, s.Round}
}

// sign puts the scenario's currency in place of the kit's.
func (t terms) sign(s string) string { return strings.Replace(s, "$", t.currency, 1) }

// money is an amount in whole units, short one to three figures, price one
// with its cents.
func (t terms) money(m sim.Money) string { return t.sign(widget.Money(int64(m))) }
func (t terms) short(m sim.Money) string { return t.sign(widget.MoneyShort(int64(m))) }
func (t terms) price(m sim.Money) string { return t.sign(widget.Price(int64(m))) }

// instead sets an amount against what it was, in full where three figures do not
// tell them apart.
func (t terms) instead(now, was sim.Money) string {
	say := t.short
	if now != was && say(now) == say(was) {
		say = t.money
	}
	return words.Say("%s instead of %s", say(now), say(was))
}

// ticks are the amounts at an axis' ticks.
func (t terms) ticks(cents []float64) []string {
	out := widget.MoneyShorts(cents)
	for i := range out {
		out[i] = t.sign(out[i])
	}
	return out
}

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

func capital(s string) string { return widget.Capital(s) }

func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// customers is "1 customer", "8 customers".
func customers(n int) string { return words.Plural(n, "%s customer", "%s customers", count(n)) }

// count is a whole number in groups of three.
func count(n int) string { return widget.Count(int64(n)) }

// leverNames are the levers in the field's terms, leverPlain in plain words;
// both are said where they are shown.
var (
	leverNames = [sim.NumLevers]string{words.Mark("Acquisition"), words.Mark("Retention"), words.Mark("Experience"), words.Mark("Product"), words.Mark("Insight")}
	leverPlain = [sim.NumLevers]string{words.Mark("win customers"), words.Mark("keep customers"), words.Mark("serve customers"), words.Mark("improve what you sell"), words.Mark("know customers")}
)

var leverIcons = [sim.NumLevers]widget.Icon{widget.IconAcquisition, widget.IconRetention, widget.IconExperience, widget.IconProduct, widget.IconInsight}

// tip is what the table of fields says of a part of a decision.
func tip(path string) string {
	f, _ := scenarios.FieldAt("start.incumbent." + path)
	return words.Say(f.Doc)
}

// tierNames are what a player calls the tiers, said where they are shown.
var tierNames = [sim.NumTiers]string{words.Mark("Top"), words.Mark("Middle"), words.Mark("Low")}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
