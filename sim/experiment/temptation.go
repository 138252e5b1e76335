package experiment

import (
	"fmt"

	"centricity/sim"
	"centricity/sim/policy"
)

// A Trick is something saved up for the last round that would be folly before.
type Trick struct {
	Name string
	turn func(sim.PriceParams, *sim.Decision)
}

// Tricks are the ones that must not pay.
func Tricks() []Trick {
	return []Trick{
		{"highest price", func(p sim.PriceParams, d *sim.Decision) { d.Price = p.High }},
		{"no spending", func(_ sim.PriceParams, d *sim.Decision) { d.Spend = [sim.NumLevers]sim.Money{} }},
		{"deepest discount", func(p sim.PriceParams, d *sim.Decision) { d.Discount = p.MaxDiscount }},
	}
}

// A Temptation is what a trick adds to a policy.
type Temptation struct {
	Policy, Trick string
	Gain          float64 // mean company value with it over that without, less 1
	Low, High     float64 // 95 % interval
}

// String writes the temptation on one line.
func (t Temptation) String() string {
	return fmt.Sprintf("%s, %s in the last round: %+.2f %% (%+.2f to %+.2f)", t.Policy, t.Trick, 100*t.Gain, 100*t.Low, 100*t.High)
}

// Tempt plays the named policies to the last round and there once as they are
// and once with every trick.
func Tempt(m sim.Market, policies []string, seeds []uint64, workers int) ([]Temptation, error) {
	tricks := Tricks()
	values := make([][]float64, len(policies)*(1+len(tricks)))
	for i := range values {
		values[i] = make([]float64, len(seeds))
	}
	errs := make([]error, len(policies)*len(seeds))
	Each(len(errs), workers, func(i int) {
		k, s := i%len(policies), i/len(policies)
		ends, err := lastRounds(m, policies[k], seeds[s], tricks)
		errs[i] = err
		for t, v := range ends {
			values[k*(1+len(tricks))+t][s] = v
		}
	})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	var found []Temptation
	for k, name := range policies {
		plain := values[k*(1+len(tricks))]
		for t, trick := range tricks {
			with := values[k*(1+len(tricks))+1+t]
			x := Temptation{Policy: name, Trick: trick.Name}
			x.Gain, x.Low, x.High = jackknife(len(seeds), func(skip int) float64 { return mean(with, skip)/mean(plain, skip) - 1 })
			found = append(found, x)
		}
	}
	return found, nil
}

// lastRounds is what the firm is worth [currency] at the end without a trick
// and with each.
func lastRounds(m sim.Market, name string, seed uint64, tricks []Trick) ([]float64, error) {
	play, ok := policy.Named(name)
	if !ok {
		return nil, fmt.Errorf("there is no built-in policy %q", name)
	}
	w, err := sim.New(m, seed)
	if err != nil {
		return nil, err
	}
	for w.Round() < m.Rounds-1 {
		if _, err := w.Play(play(policy.Look(w))); err != nil {
			return nil, err
		}
	}
	d := play(policy.Look(w))
	var ends []float64
	for _, t := range append([]Trick{{"", func(sim.PriceParams, *sim.Decision) {}}}, tricks...) {
		last, turned := w.Clone(), d
		t.turn(m.Price, &turned)
		if _, err := last.Play(turned); err != nil {
			return nil, err
		}
		ends = append(ends, last.Value().Company().Currency())
	}
	return ends, nil
}
