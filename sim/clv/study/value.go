package study

import (
	"cmp"
	"math"
	"slices"

	"centricity/sim/clv"
)

// A Value is what the models say of one customer.
type Value struct {
	Alive    float64 // chance of still being a customer
	Expected float64 // purchases in the next year
	Mean     float64 // what a purchase of theirs brings on average [currency]; 0 where amounts are not known
	Residual float64 // lifetime value still to come: margin on all future purchases, discounted [currency]
	Future   float64 // all future purchases, discounted (DERT)
	Decile   int     // by residual value, or by future purchases: 1 is the best tenth
}

// coarse rounds the times of customers' pasts to 1/120 of the longest where
// there are very many who differ, so that a large base is valued in seconds;
// the error in time is below half a percent of the observation.
func coarse(d Data) func(clv.Summary) clv.Summary {
	const many, parts = 20_000, 120
	longest := 0.0
	distinct := map[clv.Summary]bool{}
	for _, c := range d.Customers {
		longest = max(longest, c.Summary.T)
		if len(distinct) <= many {
			distinct[c.Summary] = true
		}
	}
	if len(distinct) <= many {
		return func(s clv.Summary) clv.Summary { return s }
	}
	grain := longest / parts
	return func(s clv.Summary) clv.Summary {
		s.T = max(math.Round(s.T/grain), 0.5) * grain
		if s.X > 0 {
			s.Last = min(max(math.Round(s.Last/grain), 0.5)*grain, s.T)
		}
		return s
	}
}

// values computes everyone's. mean is the mean amount by customer, or nil.
func values(d Data, m clv.Purchasing, discount, margin float64, mean func(clv.Spend) float64) []Value {
	known := map[clv.Summary]Value{}
	out := make([]Value, len(d.Customers))
	rough := coarse(d)
	for i, c := range d.Customers {
		past := rough(c.Summary)
		v, ok := known[past]
		if !ok {
			v = Value{Alive: m.Alive(past), Expected: m.ConditionalExpected(d.YearIs, past), Future: m.DERT(discount, past)}
			known[past] = v
		}
		if mean != nil {
			v.Mean = mean(c.Spend)
			v.Residual = v.Future * v.Mean * margin
		}
		out[i] = v
	}
	decile(out, mean != nil)
	return out
}

// decile ranks customers: those who are worth the same go by their order.
func decile(all []Value, money bool) {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	worth := func(v Value) float64 {
		if money {
			return v.Residual
		}
		return v.Future
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(worth(all[b]), worth(all[a])) })
	for rank, i := range order {
		all[i].Decile = 1 + rank*10/len(all)
	}
}
