package class

import (
	"math"
	"slices"

	"centricity/game/debrief"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// Luck is what the class's decisions would have come to with other luck: every
// team's, and every built-in player's, on the same other seeds.
type Luck struct {
	Seeds   int
	Teams   []Spread // in the room's order
	Players []Spread
	Shares  *debrief.Shares
	Order   float64 // rank correlation of the class's result with the mean over other luck
	First   float64 // share of the seeds in which the class's best team is first again
	Refused int     // games that other luck made impossible; they are left out
}

// A Spread is one player's company value over the seeds [currency].
type Spread struct {
	Mean, SD float64
	Low, Top float64 // the worst and the best
	N        int
}

// work is what the luck of a class may cost by default [person-rounds]: about
// half a minute on one core. A few seeds are played whatever they cost.
const work = 30_000_000

// Affordable is how many other seeds the class's luck is worth by default.
func (r *Room) Affordable() int {
	m := r.Scenario.Market
	each := m.People * (m.Rounds*(len(r.Teams)+len(r.Players)) + m.Start.History)
	return min(max(work/max(each, 1), 4), 50)
}

// Spread plays every team's decisions on n other seeds. Amounts beyond what
// another firm has are cut in proportion.
func (r *Room) Spread(n, workers int) (Luck, error) {
	players := len(r.Teams) + len(r.Players)
	values := make([][]float64, players) // by player and seed; NaN: impossible
	for i := range values {
		values[i] = make([]float64, n)
	}
	seeds := otherSeeds(r.Seed, n)
	errs := make([]error, n)
	experiment.Each(n, workers, func(k int) {
		start, err := sim.New(r.Scenario.Market, seeds[k])
		if err != nil {
			errs[k] = err
			return
		}
		for i := range values {
			values[i][k] = worth(start.Clone(), r.policy(i))
		}
	})
	for _, err := range errs {
		if err != nil {
			return Luck{}, err
		}
	}
	return r.judge(values), nil
}

// otherSeeds are n seeds that are none of the class's and none of practice.
func otherSeeds(seed uint64, n int) []uint64 {
	const apart = 1 << 40 // beyond every seed of a code, below practice
	return experiment.Seeds(apart+seed<<8&(1<<60-1), n)
}

// policy is how a player decides: first the teams, then the built-in players.
func (r *Room) policy(i int) policy.Policy {
	if i < len(r.Teams) {
		return policy.Schedule(r.Teams[i].Decisions)
	}
	p, _ := policy.Named(r.Players[i-len(r.Teams)].Name)
	return p
}

func worth(w *sim.World, p policy.Policy) float64 {
	if err := policy.Play(w, p); err != nil {
		return math.NaN()
	}
	return w.Value().Company().Currency()
}

// Skill is the share of what ranks teams that their decisions explain: luck
// that all share ranks nobody. ok is false where nothing sets teams apart.
func (l Luck) Skill() (share float64, ok bool) {
	if l.Shares == nil || l.Shares.Skill+l.Shares.Own == 0 {
		return 0, false
	}
	return l.Shares.Skill / (l.Shares.Skill + l.Shares.Own), true
}

// judge sums the values up.
func (r *Room) judge(values [][]float64) Luck {
	l := Luck{Seeds: len(values[0])}
	for _, row := range values {
		l.Refused += len(row) - len(possible(row))
	}
	for i, row := range values {
		if s := spread(row); i < len(r.Teams) {
			l.Teams = append(l.Teams, s)
		} else {
			l.Players = append(l.Players, s)
		}
	}
	whole := slices.DeleteFunc(slices.Clone(values[:len(r.Teams)]), func(row []float64) bool { return len(possible(row)) < len(row) })
	if s, ok := debrief.Split(whole); ok {
		l.Shares = &s
	}
	var result, mean []float64
	for i, t := range r.Teams {
		if l.Teams[i].N > 0 {
			result = append(result, t.Value.Company().Currency())
			mean = append(mean, l.Teams[i].Mean)
		}
	}
	l.Order = Correlate(result, mean)
	if len(r.Teams) > 0 && l.Seeds > 0 {
		for k := range l.Seeds {
			best := true
			for _, row := range values[1:len(r.Teams)] {
				best = best && !(row[k] > values[0][k])
			}
			if best && !math.IsNaN(values[0][k]) {
				l.First += 1 / float64(l.Seeds)
			}
		}
	}
	return l
}

func possible(row []float64) []float64 {
	return slices.DeleteFunc(slices.Clone(row), math.IsNaN)
}

func spread(row []float64) Spread {
	x := possible(row)
	if len(x) == 0 {
		return Spread{}
	}
	e := experiment.Summarise(x)
	return Spread{Mean: e.Mean, SD: e.SD, Low: slices.Min(x), Top: slices.Max(x), N: e.N}
}
