package clv

// purchasing is what the gamma-Poisson models have in common.
type purchasing[M any] interface {
	Parametric[M]
	Purchasing
}

// endings are starts for the parameters a, b of ending after a purchase.
var endings = [][]float64{{0.8, 2.5}, {2, 20}, {1, 0.5}, {0.05, 1}, {0.03, 0.03}, {0.002, 0.05}, {60, 30}}

// A derived quantity is one that a person can judge.
type derived[M any] struct {
	name, unit string
	link       Link
	of         func(M) float64
}

func derivedRate[M any](of func(M) float64) derived[M] {
	return derived[M]{"mean purchase rate while a customer", "purchases/period", Log, of}
}

func derivedEnd[M any](of func(M) float64) derived[M] {
	return derived[M]{"mean probability to end after a purchase", "", Logit, of}
}

// fitPurchasing fits a gamma-Poisson model.
func fitPurchasing[M purchasing[M]](b Base, f func(*prepared, []float64, []float64) float64, endings [][]float64, units func(float64) []float64, ds ...derived[M]) (Fit[M], error) {
	const enough = 20_000 // entries to find the neighbourhood of the top with
	p, err := prepare(b)
	if err != nil {
		return Fit[M]{}, err
	}
	of := func(p *prepared) objective {
		return func(logs, gradient []float64) float64 { return f(p, logs, gradient) }
	}
	starts := p.starts(of(p), endings)
	if every := len(p.rows) / enough; every > 1 {
		thin := p.thinned(every)
		first, err := fit[M](of(thin), thin.starts(of(thin), endings), units(1), 0, p.customers)
		if err == nil {
			starts = [][]float64{values(first.Model)}
		}
	}
	out, err := fit[M](of(p), starts, units(p.unit), p.shift, p.customers)
	if err != nil {
		return out, err
	}
	ds = append(ds, derived[M]{"expected repeat purchases of a new customer in 52 periods", "purchases", Log,
		func(m M) float64 { return m.Expected(52) }})
	for _, d := range ds {
		out.Derived = append(out.Derived, out.Derive(d.name, d.unit, d.link, d.of))
	}
	return out, nil
}
