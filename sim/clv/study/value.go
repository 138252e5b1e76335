package study

import (
	"cmp"
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

// values computes everyone's. mean is the mean amount by customer, or nil.
func values(d Data, m clv.Purchasing, discount, margin float64, mean func(clv.Spend) float64) []Value {
	known := map[clv.Summary]Value{}
	out := make([]Value, len(d.Customers))
	for i, c := range d.Customers {
		v, ok := known[c.Summary]
		if !ok {
			v = Value{Alive: m.Alive(c.Summary), Expected: m.ConditionalExpected(d.YearIs, c.Summary), Future: m.DERT(discount, c.Summary)}
			known[c.Summary] = v
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
