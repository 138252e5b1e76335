package experiment

import (
	"fmt"

	"centricity/sim"
	"centricity/sim/policy"
)

// A PriceCurve is what constant prices make of a policy.
type PriceCurve struct {
	Policy string
	Rounds int
	Prices []sim.Money // from the lowest allowed to the highest
	Means  []float64   // company value [currency]
}

// Best is the price at which company value is highest, by index.
func (c PriceCurve) Best() int {
	best := 0
	for i, v := range c.Means {
		if v > c.Means[best] {
			best = i
		}
	}
	return best
}

// Inside tells whether neither the lowest nor the highest price is best.
func (c PriceCurve) Inside() bool { return c.Best() > 0 && c.Best() < len(c.Prices)-1 }

// String writes the curve on one line.
func (c PriceCurve) String() string {
	s := fmt.Sprintf("%s, %d rounds:", c.Policy, c.Rounds)
	for i, p := range c.Prices {
		s += fmt.Sprintf(" %s %.0f", p, c.Means[i])
	}
	return s
}

// PriceCurves plays the named policies at constant prices, steps of them
// between the bounds, and values the firm after each of the given numbers of
// rounds, which must ascend.
func PriceCurves(m sim.Market, policies []string, steps int, rounds []int, seeds []uint64, workers int) ([]PriceCurve, error) {
	m.Rounds = rounds[len(rounds)-1]
	var curves []PriceCurve
	for _, name := range policies {
		for _, n := range rounds {
			c := PriceCurve{Policy: name, Rounds: n, Means: make([]float64, steps)}
			for i := range steps {
				c.Prices = append(c.Prices, m.Price.Low+(m.Price.High-m.Price.Low)*sim.Money(i)/sim.Money(steps-1))
			}
			curves = append(curves, c)
		}
	}
	at := make([][]float64, len(policies)*steps*len(seeds))
	errs := make([]error, len(at))
	Each(len(at), workers, func(i int) {
		k, step, s := i%len(policies), i/len(policies)%steps, i/len(policies)/steps
		at[i], errs[i] = steady(m, policies[k], curves[0].Prices[step], seeds[s], rounds)
	})
	for i := range at {
		if errs[i] != nil {
			return nil, errs[i]
		}
		k, step := i%len(policies), i/len(policies)%steps
		for n, v := range at[i] {
			curves[k*len(rounds)+n].Means[step] += v / float64(len(seeds))
		}
	}
	return curves, nil
}

// steady plays a policy at one price and values the firm after some rounds.
func steady(m sim.Market, name string, price sim.Money, seed uint64, rounds []int) (values []float64, err error) {
	play, ok := policy.Named(name)
	if !ok {
		return nil, fmt.Errorf("there is no built-in policy %q", name)
	}
	w, err := sim.New(m, seed)
	if err != nil {
		return nil, err
	}
	for !w.Over() {
		d := play(policy.Look(w))
		d.Price = price
		if _, err := w.Play(d); err != nil {
			return nil, err
		}
		if len(values) < len(rounds) && w.Round() == rounds[len(values)] {
			values = append(values, w.Value().Company().Currency())
		}
	}
	return values, nil
}
