package debrief

import (
	"slices"

	"centricity/sim"
	"centricity/sim/policy"
)

// A Story is the team's own game once more, with what it could not see.
type Story struct {
	Opening  sim.Value // before the first round
	Rounds   []Round
	Segments []Segment
	Belief   Belief

	History []sim.Report // before the first round
}

// A Round is a round as it truly was.
type Round struct {
	Decision  sim.Decision
	Available sim.Money
	Report    sim.Report
	Value     sim.Value    // after it
	Bridge    Bridge       // how company value came from the round before
	Why       []sim.Ledger // by segment
}

// Ledger sums the round's ledger up over segments. Where customers leave
// without a word, the report's own ledger cannot say why they left; this one
// can.
func (r Round) Ledger() (sum sim.Ledger) {
	sum.Sources = make([]sim.Heads, len(r.Report.Why.Sources))
	for _, l := range r.Why {
		for k := range l.Joins {
			sum.Joins[k] += l.Joins[k]
		}
		for i := range l.Sources {
			sum.Sources[i] += l.Sources[i]
		}
		for tier := range l.Churn {
			for k := range l.Churn[tier] {
				sum.Churn[tier][k] += l.Churn[tier][k]
				sum.Spending[tier][k] += l.Spending[tier][k]
			}
		}
	}
	return sum
}

// Reports are all rounds', history first.
func (s *Story) Reports() []sim.Report {
	out := slices.Clone(s.History)
	for _, r := range s.Rounds {
		out = append(out, r.Report)
	}
	return out
}

// retell is the task that plays the own game once more and looks at everybody
// between the rounds.
func (d *Debrief) retell() task {
	g := d.Game
	return task{g.whole(), func(rest rests) error {
		w, err := g.opened(rest)
		if err != nil {
			return err
		}
		s := &Story{Opening: w.Value(), History: w.Reports()}
		s.Segments = openSegments(w)
		own := g.schedule()
		w.Slices(rest.slice)
		if !rest.round() {
			return ErrStopped
		}
		before := look(w)
		for !w.Over() {
			r := Round{Available: w.Available(), Decision: own(policy.Look(w))}
			if r.Report, err = w.Play(r.Decision); err != nil {
				return stopped(err)
			}
			r.Value, r.Why = w.Value(), w.Why()
			if !rest.short() {
				return ErrStopped
			}
			after := look(w)
			r.Bridge = bridge(r.Report.Books, before, after)
			s.count(before, after, r.Why)
			s.Rounds = append(s.Rounds, r)
			before = after
			if !rest.round() {
				return ErrStopped
			}
		}
		s.closeSegments(w, before)
		s.Belief = believe(w, before)
		d.keep(func() { d.story = s })
		return nil
	}}
}
