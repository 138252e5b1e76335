package experiment

import (
	"fmt"
	"math"

	"centricity/sim"
	"centricity/sim/internal/exact"
)

// A Verdict says what the measurements say of a claim.
type Verdict int

// The verdicts. A claim is open while its bound lies inside the interval: more
// replications would tell.
const (
	Open Verdict = iota
	Holds
	Fails
)

// String is one word.
func (v Verdict) String() string { return [...]string{"open", "holds", "fails"}[v] }

// A Finding is what became of a claim.
type Finding struct {
	Claim     Claim
	Measured  float64 // in the unit of the claim's bound: mean A / mean B − 1, a ratio of spreads, or a mean
	Low, High float64 // its 95 % interval over replications
	Met       bool    // whether Measured is on the claim's side of the bound
	Verdict   Verdict // whether the whole interval is, or none of it
	N         int     // replications
}

// String writes the finding on one line.
func (f Finding) String() string {
	return fmt.Sprintf("%s: %.4g (%.4g to %.4g, n %d): %s", f.Claim, f.Measured, f.Low, f.High, f.N, f.Verdict)
}

// Judge measures claims about a market. Every way to play meets the same customers
// with the same luck in a replication. The error tells a claim that cannot be
// played; workers and done are as in Play.
func Judge(m sim.Market, claims []Claim, seeds []uint64, workers int, done func(finished, all int)) ([]Finding, error) {
	var arms []Arm
	index := map[string]int{}
	for _, c := range claims {
		for _, p := range c.ways() {
			if _, known := index[p.String()]; known {
				continue
			}
			arm, err := p.Arm(m)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c, err)
			}
			index[p.String()] = len(arms)
			arms = append(arms, arm)
		}
	}
	runs := Play(arms, seeds, workers, done)
	for i := range runs {
		for _, r := range runs[i] {
			if r.Err != nil {
				return nil, fmt.Errorf("%s: %w", arms[i].Name, r.Err)
			}
		}
	}
	findings := make([]Finding, len(claims))
	for i, c := range claims {
		x := make([][]float64, 2)
		for k, p := range c.ways() {
			arm := index[p.String()]
			for _, r := range runs[arm] {
				x[k] = append(x[k], c.Of.of(r, &arms[arm].Market))
			}
		}
		findings[i] = c.Judge(x[0], x[1])
	}
	return findings, nil
}

// ways are the one or two to play that the claim concerns.
func (c Claim) ways() []Way {
	if c.Kind.Pair() {
		return []Way{c.A, c.B}
	}
	return []Way{c.A}
}

// Judge compares what was measured under A and B, replication by replication,
// with the bound. b is not looked at where the claim concerns A alone.
func (c Claim) Judge(a, b []float64) Finding {
	f := Finding{Claim: c, N: len(a)}
	low, high := c.Bound, math.Inf(1) // what the claim allows
	switch c.Kind {
	case Higher:
		f.Measured, f.Low, f.High = jackknife(len(a), func(skip int) float64 { return mean(a, skip)/mean(b, skip) - 1 })
	case Alike:
		f.Measured, f.Low, f.High = jackknife(len(a), func(skip int) float64 { return mean(a, skip)/mean(b, skip) - 1 })
		low, high = -c.Bound, c.Bound
	case Wider:
		f.Measured, f.Low, f.High = jackknife(len(a), func(skip int) float64 { return exact.Log(deviation(a, skip) / deviation(b, skip)) })
		f.Measured, f.Low, f.High = exact.Exp(f.Measured), exact.Exp(f.Low), exact.Exp(f.High)
	default:
		f.Measured, f.Low, f.High = jackknife(len(a), func(skip int) float64 { return mean(a, skip) })
		if c.Kind == AtMost {
			low, high = math.Inf(-1), c.Bound
		}
	}
	f.Met = f.Measured >= low && f.Measured <= high
	switch {
	case f.Low >= low && f.High <= high:
		f.Verdict = Holds
	case f.High < low || f.Low > high:
		f.Verdict = Fails
	}
	return f
}
