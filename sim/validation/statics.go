package validation

import (
	"fmt"
	"strings"

	"centricity/sim"
	"centricity/sim/experiment"
)

// outcome is what four rounds of one decision led to.
type outcome struct {
	won, lost, cac, quality, knowledge, units float64
	lostSteady, lostKeen                      float64 // share lost of first customers below and above the mean κ
	b, m, hazard                              float64 // mean traits of those won
}

// comparativeStatics counts the signs of theory that hold: each is a
// difference between arms that share their luck, above 0 by 3 standard errors.
func comparativeStatics(s Size) []Row {
	n := max(s.Seeds/5, 32)
	play := func(change func(*sim.Market), d sim.Decision) []outcome { return outcomes(s.Town, n, change, d) }
	spend := func(lever sim.Lever, each float64) sim.Decision {
		d := sim.Decision{Channels: sim.Weights{1}}
		d.Spend[sim.Acquisition] = scaled(sim.Money(s.Town), 12.5)
		d.Spend[lever] = scaled(sim.Money(s.Town), 100*each)
		return d
	}
	at := func(price sim.Money, discount sim.BasisPoints) sim.Decision {
		d := spend(sim.Acquisition, 0.5)
		d.Price, d.Discount = price, discount
		return d
	}
	still := func(speed float64) func(*sim.Market) { return func(m *sim.Market) { m.Rival.Speed = speed } }
	crowd := func(m *sim.Market) { m.Churn.FatigueThreshold, m.Churn.Fatigue = 0.2, 3 }
	stale := func(m *sim.Market) { m.Insight.Decay = 0.6 }

	none, some, more := play(nil, spend(sim.Acquisition, 0.125)), play(nil, spend(sim.Acquisition, 0.5)), play(nil, spend(sim.Acquisition, 1))
	dear, cheap, deep := play(nil, at(45_00, 0)), play(nil, at(30_00, 0)), play(nil, at(36_00, 3500))
	cared, kept := play(nil, spend(sim.Experience, 1)), play(nil, spend(sim.Retention, 0.375))
	pestered, spared := play(crowd, spend(sim.Retention, 5)), play(crowd, spend(sim.Retention, 0.05))
	const lottery = 240 // seeds of product development, which needs luck rather than people
	developed := outcomes(200, lottery, nil, sim.Decision{Spend: [sim.NumLevers]sim.Money{sim.Product: 200_00}})
	left := outcomes(200, lottery, nil, sim.Decision{})
	known, forgotten := play(nil, spend(sim.Insight, 0.5)), play(stale, spend(sim.Insight, 0.5))
	fixedCheap, fixedDear := play(still(0), at(34_00, 0)), play(still(0), at(38_00, 0))
	movedCheap, movedDear := play(still(1), at(34_00, 0)), play(still(1), at(38_00, 0))
	mean, mean0 := average(developed), average(left)

	claims := []struct {
		name string
		n    int
		gain func(i int) float64
	}{
		{"acquisition wins customers", n, func(i int) float64 { return some[i].won - none[i].won }},
		{"with diminishing returns", n, func(i int) float64 {
			return (some[i].won-none[i].won)/0.375 - (more[i].won-some[i].won)/0.5
		}},
		{"so that CAC rises", n, func(i int) float64 { return more[i].cac - some[i].cac }},
		{"a higher price wins fewer", n, func(i int) float64 { return cheap[i].won - dear[i].won }},
		{"and loses more", n, func(i int) float64 { return dear[i].lost - cheap[i].lost }},
		{"care keeps customers", n, func(i int) float64 { return none[i].lost - cared[i].lost }},
		{"the responsive most", n, func(i int) float64 {
			return (none[i].lostKeen - cared[i].lostKeen) - (none[i].lostSteady - cared[i].lostSteady)
		}},
		{"retention spending keeps customers", n, func(i int) float64 { return none[i].lost - kept[i].lost }},
		{"until contacts tire them", n, func(i int) float64 { return pestered[i].lost - spared[i].lost }},
		{"research raises quality", lottery, func(i int) float64 { return developed[i].quality - left[i].quality }},
		{"and its variance", lottery, func(i int) float64 {
			return square(developed[i].quality-mean) - square(left[i].quality-mean0)
		}},
		{"a discount wins the price sensitive", n, func(i int) float64 { return deep[i].b - some[i].b }},
		{"who spend less", n, func(i int) float64 { return some[i].m - deep[i].m }},
		{"and leave sooner", n, func(i int) float64 { return deep[i].hazard - some[i].hazard }},
		{"a rival that answers takes the gain of a cut away", n, func(i int) float64 {
			return fixedCheap[i].units/fixedDear[i].units - movedCheap[i].units/movedDear[i].units
		}},
		{"insight is knowledge", n, func(i int) float64 { return known[i].knowledge - none[i].knowledge }},
		{"that goes stale", n, func(i int) float64 { return known[i].knowledge - forgotten[i].knowledge }},
	}
	var held float64
	var failed []string
	for _, c := range claims {
		gains := make([]float64, c.n)
		for i := range gains {
			gains[i] = c.gain(i)
		}
		if row(c.name, above(0), experiment.Summarise(gains), "").Holds() {
			held++
		} else {
			failed = append(failed, c.name)
		}
	}
	return []Row{{fmt.Sprintf("signs as theory has them, of %d", len(claims)), exactly(float64(len(claims))), held, 0, "not shown: " + strings.Join(failed, "; ")}}
}

func square(x float64) float64 { return float64(x * x) }

func average(list []outcome) (quality float64) {
	for _, o := range list {
		quality += o.quality / float64(len(list))
	}
	return quality
}

// outcomes plays four rounds of one decision on n seeds: the same people and
// the same luck for every decision.
func outcomes(people, n int, change func(*sim.Market), d sim.Decision) []outcome {
	const rounds = 4
	list := make([]outcome, n)
	for i := range list {
		m := town(people)
		m.Rounds, m.Budget.PerRound, m.Start.Incumbent = rounds, 1e9, sim.Decision{}
		m.Start.Customers = 0.3
		if change != nil {
			change(&m)
		}
		w, o := begin(m, uint64(i)+1), &list[i]
		first := map[int]bool{}
		for c := range w.Customers() {
			if c.Active {
				first[c.ID] = true
			}
		}
		for _, r := range finish(w, d) {
			cac, _ := r.CAC()
			o.won += float64(r.Base.New())
			o.lost += float64((1 - r.Base.Retention()) / rounds)
			o.cac += float64(cac.Currency() / rounds)
			o.quality, o.knowledge = r.Quality, r.Knowledge
			o.units += r.Books.Revenue.Currency() / r.Price.Currency()
		}
		o.b, o.m, o.hazard = meanWon(w, sim.PriceSensitivity), meanWon(w, sim.MeanSpend), meanWon(w, sim.ChurnHazard)
		lost := func(keen bool) float64 {
			return meanOf(w, func(c sim.Customer) (float64, bool) {
				gone := 1.0
				if c.Active {
					gone = 0
				}
				return gone, first[c.ID] && (c.Traits[sim.Responsiveness] > 1) == keen
			})
		}
		o.lostSteady, o.lostKeen = lost(false), lost(true)
	}
	return list
}

// meanWon is the mean of a trait over those first won in play.
func meanWon(w *sim.World, t sim.Trait) float64 {
	return meanOf(w, func(c sim.Customer) (float64, bool) {
		return c.Traits[t], c.Ever && c.First >= 0
	})
}
