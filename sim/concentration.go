package sim

// Concentration tells how unequally the revenue to date of the customers at
// closing is spread over them. Even customers who are all alike show a top
// share near 0.44, from luck and tenure: concentration seen is not
// heterogeneity.
type Concentration struct {
	Lorenz   [lorenzPoints]float64 // share of revenue of the lowest 0, 5, … 100 % of customers
	Gini     float64
	TopShare float64 // share of revenue of the best 20 % of customers
}

const lorenzPoints = 21

// concentrate measures the concentration of amounts, each at least 0, smallest
// first.
func concentrate(amounts []Money) Concentration {
	var c Concentration
	var total Money
	for _, a := range amounts {
		total += a
	}
	if total <= 0 {
		for i := range c.Lorenz {
			c.Lorenz[i] = float64(i) / (lorenzPoints - 1)
		}
		if len(amounts) > 0 {
			c.TopShare = 0.2
		}
		return c
	}
	n := len(amounts)
	var sum Money
	next := 1
	area := 0.0 // under the curve, in steps of 1/n
	for i, a := range amounts {
		area += float64(sum) + float64(float64(a)/2)
		before := sum
		sum += a
		for ; next < lorenzPoints && (i+1)*(lorenzPoints-1) >= next*n; next++ {
			// the point may lie within this customer's step
			part := float64(next*n)/(lorenzPoints-1) - float64(i)
			c.Lorenz[next] = (float64(before) + float64(part*float64(a))) / float64(total)
		}
	}
	c.Gini = 1 - 2*area/(float64(n)*float64(total))
	c.TopShare = 1 - c.Lorenz[(lorenzPoints-1)*8/10]
	return c
}
