package experiment

import (
	"math"
	"slices"

	"centricity/sim"
	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
	"centricity/sim/internal/rng"
	"centricity/sim/policy"
)

// A Search looks for the best steady decision in a market: the same one every
// round, judged by mean company value over seeds that all candidates share.
// It is the cross-entropy method (Rubinstein & Kroese 2004): draw candidates
// from a normal, keep the elite, fit the normal to them, repeat.
type Search struct {
	Market     sim.Market
	Seeds      []uint64
	Candidates int // drawn in a generation
	Elite      int // kept of them
	Rounds     int // generations
	Workers    int // 0: one for each core
	Progress   func(generation int, best float64)
}

// A Found is the best decision of a search.
type Found struct {
	Decision sim.Decision
	Value    Estimate  // company value [currency]
	Curve    []float64 // best mean so far, by generation
}

// Run searches. The same search gives the same answer on every machine.
func (s Search) Run() (Found, error) {
	starts := make([]*sim.World, len(s.Seeds))
	for i, seed := range s.Seeds {
		w, err := sim.New(s.Market, seed)
		if err != nil {
			return Found{}, err
		}
		starts[i] = w
	}
	view := policy.Look(starts[0])
	mean, sd := start(view)
	best := Found{Value: Estimate{Mean: math.Inf(-1)}}
	for generation := range s.Rounds {
		pool := s.draw(generation, mean, sd)
		values := make([][]float64, len(pool))
		for i := range values {
			values[i] = make([]float64, len(starts))
		}
		Each(len(pool)*len(starts), s.Workers, func(i int) {
			c, k := i/len(starts), i%len(starts)
			values[c][k] = worth(starts[k].Clone(), decode(view, pool[c]))
		})
		order := make([]int, len(pool))
		means := make([]float64, len(pool))
		for i := range pool {
			order[i], means[i] = i, Summarise(values[i]).Mean
		}
		slices.SortStableFunc(order, func(a, b int) int {
			if means[a] > means[b] {
				return -1
			} else if means[a] < means[b] {
				return 1
			}
			return 0
		})
		if top := order[0]; means[top] > best.Value.Mean {
			best.Decision, best.Value = decode(view, pool[top]), Summarise(values[top])
		}
		best.Curve = append(best.Curve, best.Value.Mean)
		refit(mean, sd, pool, order[:s.Elite])
		if s.Progress != nil {
			s.Progress(generation+1, best.Value.Mean)
		}
	}
	return best, nil
}

// worth plays one decision every round and returns company value [currency].
// What cannot be paid any more is cut, as policy.Schedule does.
func worth(w *sim.World, d sim.Decision) float64 {
	if err := policy.Play(w, policy.Schedule([]sim.Decision{d})); err != nil {
		return math.Inf(-1)
	}
	return w.Value().Company().Currency()
}

// A candidate is a decision as unbounded numbers: price, discount, the share of
// the budget used, log weights of levers and channels, and of tiers for the
// two levers that have a focus, each with its order.
const (
	atPrice = iota
	atDiscount
	atUsed
	atLevers
	atChannels = atLevers + sim.NumLevers
	atFocus    = atChannels + sim.MaxChannels
	perFocus   = sim.NumTiers + 1
	length     = atFocus + 2*perFocus
)

type candidate [length]float64

func start(v policy.View) (mean, sd *candidate) {
	mean, sd = new(candidate), new(candidate)
	for i := range sd {
		sd[i] = 1.5
	}
	mean[atUsed] = 2
	mean[atDiscount] = -2
	return mean, sd
}

// decode turns a candidate into a legal decision.
func decode(v policy.View, c candidate) (d sim.Decision) {
	b := v.Brief
	logistic := func(x float64) float64 { return 1 / (1 + exact.Exp(-x)) }
	d.Price = b.Price.Low + sim.Money(logistic(c[atPrice])*float64(b.Price.High-b.Price.Low))
	d.Discount = sim.BasisPoints(logistic(c[atDiscount]) * float64(b.Price.MaxDiscount))
	budget := logistic(c[atUsed]) * float64(v.Available)
	var sum float64
	for lever := range sim.NumLevers {
		if b.Levers[lever] {
			sum += exact.Exp(c[atLevers+lever])
		}
	}
	for lever := range sim.NumLevers {
		if b.Levers[lever] {
			d.Spend[lever] = sim.Money(budget * exact.Exp(c[atLevers+lever]) / sum)
		}
	}
	for i := range b.Channels {
		d.Channels[i] = weight(c[atChannels+i])
	}
	orders := b.Orders()
	for i, lever := range []sim.Lever{sim.Retention, sim.Experience} {
		at := atFocus + i*perFocus
		if len(orders) > 1 && c[at] > 0 {
			d.Focus[lever].By = orders[1]
		}
		for tier := range sim.NumTiers {
			d.Focus[lever].Weight[tier] = weight(c[at+1+tier])
		}
	}
	return d
}

// weight is an integer weight on a log scale around 100.
func weight(x float64) int {
	return int(min(max(100*exact.Exp(x), 0), sim.MaxWeight))
}

const drawCandidate rng.Purpose = 1<<32 + 1

func (s Search) draw(generation int, mean, sd *candidate) []candidate {
	pool := make([]candidate, s.Candidates)
	key := rng.NewKey(s.Seeds[0], drawCandidate, generation)
	for i := range pool {
		for k := range pool[i] {
			pool[i][k] = mean[k] + float64(sd[k]*draw.Normal(key.At(uint64(i), uint64(k))))
		}
	}
	return pool
}

// refit moves the normal most of the way to the elite, and keeps it from
// collapsing before the search is over.
func refit(mean, sd *candidate, pool []candidate, elite []int) {
	const speed, least = 0.7, 0.05
	for k := range mean {
		x := make([]float64, len(elite))
		for i, e := range elite {
			x[i] = pool[e][k]
		}
		fit := Summarise(x)
		mean[k] += float64(speed * (fit.Mean - mean[k]))
		sd[k] = max(sd[k]+float64(speed*(fit.SD-sd[k])), least)
	}
}
