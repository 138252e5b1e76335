package clv

import "math"

// Terms are what turns purchases to come into money today.
type Terms struct {
	Discount float64 // as DERT takes it: per period, 0 or more
	Margin   float64 // of what is spent, the share that is profit, above 0
}

// ResidualCLV is what a customer with this past will still bring [money]:
// margin × expected amount a purchase × DERT, spend and purchasing being
// independent. The interval is by the delta method on the logarithm, over the
// parameters of both fits; it tells the uncertainty of the expectation, not
// the luck of the customer, which is far wider.
func ResidualCLV[M purchasing[M]](buys Fit[M], spends Fit[GammaGamma], terms Terms, s Summary, paid Spend) Estimate {
	dert := func(m M) float64 { return m.DERT(terms.Discount, s) }
	amount := func(g GammaGamma) float64 { return g.ConditionalExpected(paid) }
	v2 := quadratic(buys.Covariance, buys.gradient(Log, dert)) +
		quadratic(spends.Covariance, spends.gradient(Log, amount))
	value := terms.Margin * dert(buys.Model) * amount(spends.Model)
	return interval("residual CLV", "money", value, v2, Log)
}

// Equity is the sum of the residual CLV of many customers [money], paid[i]
// being what base[i] spent, with its interval as in [ResidualCLV]. It takes
// nine times as long as the sum alone.
func Equity[M purchasing[M]](buys Fit[M], spends Fit[GammaGamma], terms Terms, base Base, paid []Spend) Estimate {
	amounts := func(g GammaGamma) []float64 {
		out := make([]float64, len(base))
		for i := range out {
			out[i] = base[i].weight() * g.ConditionalExpected(paid[i])
		}
		return out
	}
	derts := func(m M) []float64 {
		out := make([]float64, len(base))
		for i, s := range base {
			out[i] = m.DERT(terms.Discount, s)
		}
		return out
	}
	product := func(p, q []float64) float64 {
		sum := 0.0
		for i := range p {
			sum += p[i] * q[i]
		}
		return terms.Margin * sum
	}
	money, purchases := amounts(spends.Model), derts(buys.Model)
	v2 := quadratic(buys.Covariance, buys.gradient(Log, func(m M) float64 { return product(money, derts(m)) })) +
		quadratic(spends.Covariance, spends.gradient(Log, func(g GammaGamma) float64 { return product(amounts(g), purchases) }))
	e := interval("customer equity", "money", product(money, purchases), v2, Log)
	if len(base) == 0 {
		return Estimate{Name: e.Name, Unit: e.Unit}
	}
	return e
}

// PerPeriod is the discount per period of a yearly one, (1+d)^(1/n) - 1 with n
// periods a year (52.18 weeks), for models that count periods; Continuous is
// the rate that models of continuous time take, log(1+d)/n.
func PerPeriod(yearly, periods float64) float64 { return math.Expm1(math.Log1p(yearly) / periods) }

// Continuous is the continuous discount rate a period, of a yearly discount,
// with so many periods a year.
func Continuous(yearly, periods float64) float64 { return math.Log1p(yearly) / periods }
