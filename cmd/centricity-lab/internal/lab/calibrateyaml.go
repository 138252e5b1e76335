package lab

import (
	"fmt"
	"math"
	"strings"

	"centricity/game"
	"centricity/sim/clv"
	"centricity/sim/clv/calibrate"
)

// A sheet is a scenario to be written.
type sheet struct {
	title, round, currency string
	people                 int
	margin                 float64
	traits                 calibrate.Traits
	from                   []string // what the log is
}

// designSpend is a mean amount where the log has none.
const designSpend = 36

// spend is the mean amount of a purchase over all customers.
func (s sheet) spend() float64 {
	sum := 0.0
	for _, g := range s.traits.Groups {
		if g.Spend.Mean > 0 {
			sum += g.Share * g.Spend.Mean
		} else {
			sum += g.Share * designSpend
		}
	}
	return min(max(sum, 0.05), 5e5)
}

// yaml is the scenario's text; told goes into its comments.
func (s sheet) yaml(told []string) string {
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	comment := func(lines ...string) {
		for _, l := range lines {
			b.WriteString(strings.TrimRight("# "+game.OneLine(l), " ") + "\n")
		}
	}
	t, price := s.traits, nice(s.spend())
	scale := price / designSpend // of every amount of money that is design
	say("format: 1")
	say("title: %s", quoted(s.title))
	say("summary: A firm whose customers are those of a real log of purchases.")
	say("round: %s", s.round)
	say("currency: %s", quoted(s.currency))
	say("briefing: |\n  These customers buy, spend and stay away as those of a real business do. They\n  never say goodbye: who stops buying has left, or is only resting. A few bring\n  most of the revenue. Divide your budget between winning, keeping and serving\n  customers, the product, and learning who they are.\n")
	say("people: %d\nrounds: 8\nweeks_per_round: %s\nprogrammes: [personalisation, loyalty, surveys]\n", s.people, num(t.Weeks))

	comment("The customers. Their traits follow from the log:")
	comment(s.from...)
	comment("",
		"Buying and leaving: Pareto/NBD with correlated lognormal rates, Abe (2009),",
		"Marketing Science 28(3), by maximum likelihood; a week, with 95 % intervals.",
		"A trait's mean is exp(mean of the log + spread²/2) a week, times the weeks of",
		"a round. Money: gamma-gamma, Fader & Hardie (2013); mean spend has mean",
		"p gamma/(q-1) and spread sqrt(ln(1 + 1/(q-2))).")
	for _, g := range t.Groups {
		comment("", fmt.Sprintf("%s, %s:", g.Name, counted(g.Customers, "customer")))
		for _, e := range g.Fit.Estimates {
			comment("  " + intervalText(e))
		}
		if g.GammaGamma != nil {
			for _, e := range g.GammaGamma.Parameters {
				comment("  gamma-gamma " + intervalText(e))
			}
		}
	}
	if len(told) > 0 {
		comment("")
		comment(told...)
	}
	comment("", "Price sensitivity and what goes with it are design: no log of purchases tells them.")
	say("segments:")
	for _, g := range t.Groups {
		s.group(say, g, scale)
	}
	if t.Shape > 0 {
		say("purchase: {shape: %s}", num(min(max(t.Shape, 0.1), 1000)))
	}
	say("churn: {clock: continuous, silent: true, inactive_after: 2, retention: 1.3, satisfaction: 0.7, saturation: %s}\n", num(6*scale))

	comment("From here on the numbers are design, in proportion to the price.")
	say("price: {reference: %s, low: %s, high: %s, unit_cost: %s, service_cost: %s, max_discount: 40%%}",
		cash(price), cash(0.7*price), cash(1.25*price), cash((1-s.margin)*price), cash(1.5*scale))
	say("rival: {price: %s, floor: %s, progress: 0.01}", cash(price), cash(0.78*price))
	say("acquisition: {scale: %s, inflation: %s, intercept: -0.4, targeting: 0.6}", num(0.5*scale), num(0.06*t.Weeks/13))
	say("channels:")
	say("  everyone: {efficiency: %s, carryover: 0.3, wear: 0.5}", num(0.15*t.Weeks/13))
	say("  promising: {efficiency: %s, carryover: 0.3, wear: 0.5, targeted: true}", num(0.15*t.Weeks/13))
	say("experience: {quality: 0.4, saturation: %s, skill_scale: %s}", num(5*scale), num(scale))
	say("retention: {community_scale: %s}", num(scale))
	say("insight: {scale: %s}", num(1.3*scale))
	say("product: {launch_max: 60%%, launch_rate: %s, jump: 1, jump_spread: 0.3, decay: 16%%, reposition_scale: %s}", num(0.5/scale), num(scale))
	say("utility: {quality: 0.6}")
	say("value: {discount_rate: %s}", num(clv.PerPeriod(0.1, 52.18/t.Weeks)))
	budget := 20_000 * scale * float64(s.people) / 20_000 * t.Weeks / 13
	say("budget: {per_round: %s}", cash(nice(budget)))
	say("start:\n  history: 8\n  customers: 8%%\n  incumbent:\n    spend: {acquisition: %s, experience: %s}\n    channels: {everyone: 1}", cash(0.7*nice(budget)), cash(0.15*nice(budget)))
	return b.String()
}

// group writes a segment.
func (s sheet) group(say func(string, ...any), g calibrate.Group, scale float64) {
	say("  %s:", g.Name)
	if len(s.traits.Groups) > 1 {
		say("    share: %s", num(g.Share))
	}
	spend := g.Spend
	if spend.Mean == 0 {
		spend = calibrate.Lognormal{Mean: designSpend, Spread: 0.67}
	}
	say("    purchase_rate: {mean: %s, spread: %s}", num(g.Rate.Mean), num(g.Rate.Spread))
	say("    churn_hazard: {mean: %s, spread: %s}", num(g.Hazard.Mean), num(g.Hazard.Spread))
	say("    mean_spend: {mean: %s, spread: %s}", num(spend.Mean), num(spend.Spread))
	say("    price_sensitivity: {mean: 4, spread: 0.5}")
	say("    correlations:")
	// How price goes with the rest is design, and yields to what the log says.
	const hazardPrice, spendPrice = 0.6, -0.5
	room := g.Room(hazardPrice, spendPrice)
	for _, c := range []struct {
		a, b string
		r    float64
	}{
		{"purchase_rate", "churn_hazard", g.RateHazard}, {"purchase_rate", "mean_spend", g.RateSpend}, {"churn_hazard", "mean_spend", g.HazardSpend},
		{"price_sensitivity", "churn_hazard", hazardPrice * room}, {"price_sensitivity", "mean_spend", spendPrice * room},
	} {
		if math.Abs(c.r) >= 5e-5 {
			say("      - {between: [%s, %s], is: %s}", c.a, c.b, num(c.r))
		}
	}
	if len(s.traits.Season) > 0 {
		var factors []string
		for _, f := range s.traits.Season {
			factors = append(factors, num(f.Factor))
		}
		say("    season: [%s] # from 1 January", strings.Join(factors, ", "))
	}
}

// num writes a number to four digits after the point, or as many figures.
func num(v float64) string {
	if a := math.Abs(v); a > 0 && a < 0.01 {
		return fmt.Sprintf("%.3g", v)
	}
	text := fmt.Sprintf("%.4f", v)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}

func cash(v float64) string { return fmt.Sprintf("%.2f", v) }

// nice is v to two figures.
func nice(v float64) float64 {
	p := math.Pow(10, math.Floor(math.Log10(v))-1)
	return math.Round(v/p) * p
}

// quoted is a text as YAML's double quotes have it.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(game.OneLine(s)) + `"`
}

func intervalText(e clv.Estimate) string {
	return fmt.Sprintf("%s %s (%s to %s)", e.Name, parameterText(e.Value), parameterText(e.Low), parameterText(e.High))
}

func parameterText(v float64) string { return fmt.Sprintf("%.4f", v) }
