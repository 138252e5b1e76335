package clv

import (
	"errors"
	"fmt"
)

// A Tenure is what a firm knows of a customer under contract, where the end of
// a relationship is seen: how many periods it lasted, or has lasted so far.
type Tenure struct {
	Periods int  // if Lost, the period at whose end they did not renew, 1 or more; else renewals so far, 0 or more
	Lost    bool // they left
	N       int  // how many customers are alike in this; 0 is read as 1
}

// Survivors turns a survival table, the number of customers left after 0, 1,
// 2 … renewals, into tenures. Whoever is left at its end is not lost. The
// counts must not rise.
func Survivors(left []int) ([]Tenure, error) {
	if len(left) < 2 {
		return nil, errors.New("a survival table needs a start and at least one renewal")
	}
	var out []Tenure
	for i, n := range left {
		switch {
		case n < 0:
			return nil, fmt.Errorf("after %d renewals %d customers are left; a count is 0 or more", i, n)
		case i > 0 && n > left[i-1]:
			return nil, fmt.Errorf("after %d renewals %d customers are left, more than the %d before; a survival table only falls", i, n, left[i-1])
		case i > 0 && n < left[i-1]:
			out = append(out, Tenure{Periods: i, Lost: true, N: left[i-1] - n})
		}
	}
	if last := len(left) - 1; left[last] > 0 {
		out = append(out, Tenure{Periods: last, N: left[last]})
	}
	return out, nil
}

// contracts is tenures added up: lost[t] customers left at the end of period
// t, kept[t] were there after t renewals when last seen.
type contracts struct {
	lost, kept []float64
	customers  int
}

// tabulate checks and adds up tenures.
func tabulate(ts []Tenure) (contracts, error) {
	const longest = 1_000_000
	var c contracts
	if len(ts) == 0 {
		return c, errEmpty
	}
	end := 0
	for i, t := range ts {
		switch {
		case t.Periods < 0 || t.Periods > longest:
			return c, fmt.Errorf("customer %d stayed %d periods; it must lie between 0 and %d", i+1, t.Periods, longest)
		case t.Lost && t.Periods == 0:
			return c, fmt.Errorf("customer %d was lost at the end of period 0; the first period is 1", i+1)
		case t.N < 0 || int64(t.N) > maxCustomers:
			return c, fmt.Errorf("entry %d stands for %d customers; give 1 or more", i+1, t.N)
		}
		end = max(end, t.Periods)
	}
	c.lost, c.kept = make([]float64, end+1), make([]float64, end+1)
	everLost := false
	for _, t := range ts {
		n := max(t.N, 1)
		c.customers += n
		if t.Lost {
			c.lost[t.Periods] += float64(n)
			everLost = true
		} else {
			c.kept[t.Periods] += float64(n)
		}
	}
	switch {
	case !everLost:
		return c, errors.New("no customer was lost, so there is nothing to learn about when customers leave; use a longer history")
	case end == 1 && c.kept[0] == 0 || end < 1:
		return c, errors.New("a single renewal cannot show how customers differ; use a longer history")
	}
	return c, nil
}

// logLikelihood adds up over all customers, from the logarithm of the
// survival function.
func (c contracts) logLikelihood(lost, kept func(t int) float64) float64 {
	sum := 0.0
	for t := range c.lost {
		if n := c.lost[t]; n > 0 {
			sum += n * lost(t)
		}
		if n := c.kept[t]; n > 0 {
			sum += n * kept(t)
		}
	}
	return sum
}
