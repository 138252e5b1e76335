package sim

import (
	"math"

	"centricity/sim/internal/draw"
)

// A Trial is an A/B test: a random part of the customers, the control group,
// gets nothing of a lever, so that the others show what it does. Who is in it
// is drawn at birth, so a trial that goes on keeps its groups.
type Trial struct {
	Lever   Lever       // Retention or Experience
	Control BasisPoints // share of customers held out; 0: no trial
}

// A Group is one arm of a trial, over a round.
type Group struct {
	Customers int     // when the round began
	Kept      int     // still customers at its end
	Revenue   Money   // of repeat purchases
	Squares   float64 // Σ revenue² [currency²]
}

// Retention is the share of the group that stayed; 0 of nobody.
func (g Group) Retention() float64 {
	if g.Customers == 0 {
		return 0
	}
	return float64(g.Kept) / float64(g.Customers)
}

// Spend is the group's revenue a head [currency]; 0 of nobody.
func (g Group) Spend() float64 {
	if g.Customers == 0 {
		return 0
	}
	return g.Revenue.Currency() / float64(g.Customers)
}

// Readout is what a trial showed: two groups that differ in nothing but the
// treatment and chance.
type Readout struct {
	Trial            Trial
	Treated, Control Group
}

// An Effect is a difference treated − control with its standard error.
type Effect struct{ Difference, SE float64 }

// Interval is the effect's 95 % confidence interval.
func (e Effect) Interval() (low, high float64) {
	half := float64(1.96 * e.SE)
	return e.Difference - half, e.Difference + half
}

// Retention is the effect on the share of customers who stay.
func (r Readout) Retention() Effect {
	variance := func(g Group) float64 {
		if g.Customers == 0 {
			return 0
		}
		k := g.Retention()
		return k * (1 - k) / float64(g.Customers)
	}
	return Effect{r.Treated.Retention() - r.Control.Retention(), math.Sqrt(variance(r.Treated) + variance(r.Control))}
}

// Spend is the effect on revenue a head [currency].
func (r Readout) Spend() Effect {
	variance := func(g Group) float64 {
		if g.Customers < 2 {
			return 0
		}
		n, mean := float64(g.Customers), g.Spend()
		return max(g.Squares/n-float64(mean*mean), 0) / (n - 1)
	}
	return Effect{r.Treated.Spend() - r.Control.Spend(), math.Sqrt(float64(variance(r.Treated)) + float64(variance(r.Control)))}
}

// assign marks who is held out of the round's trial.
func (w *World) assign(r *round) {
	t := r.decision.Trial
	if t.Control == 0 {
		return
	}
	w.later(r, assignAll)
}

func assignAll(w *World, r *round, _ *tally, lo, hi int) {
	key, share := w.key(drawTrial, birth), r.decision.Trial.Control.Share()
	for id := lo; id < hi; id++ {
		w.people.standing[id].control = draw.Uniform(key.At(uint64(id), 0)) < share
	}
}

// readOut sums up the round's trial over the customers it began with.
func (w *World) readOut(r *round) {
	if r.decision.Trial.Control == 0 {
		return
	}
	out := Readout{Trial: r.decision.Trial}
	for id := range w.size() {
		p := w.person(id)
		if p.tiers[ByPastSpend] == none {
			continue
		}
		g := &out.Treated
		if p.control {
			g = &out.Control
		}
		g.Customers++
		if p.listed {
			g.Kept++
		}
		g.Revenue += p.roundRevenue
		x := p.roundRevenue.Currency()
		g.Squares += float64(x * x)
	}
	r.report.Trial = &out
}

func (m Market) checkTrial(p *Problems, at string, t Trial) {
	switch {
	case t == (Trial{}):
	case t.Lever != Retention && t.Lever != Experience:
		p.add(at+"trial", "a trial holds customers out of retention or experience, not of %s", t.Lever)
	case t.Control < 0 || t.Control > 9000:
		p.add(at+"trial", "a control group of %s is outside 0 to 90 %%", percent(t.Control))
	}
}
