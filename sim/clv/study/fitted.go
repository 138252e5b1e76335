package study

import (
	"fmt"
	"strings"

	"centricity/sim/clv"
)

// A Fitted is a purchasing model fitted to data, whichever it is.
type Fitted struct {
	Name          string
	Model         clv.Purchasing
	Status        clv.Status
	Note          string // what a status other than converged means
	LogLikelihood float64
	AIC, BIC      float64
	Parameters    []clv.Estimate
	Derived       []clv.Estimate

	derive func(name, unit string, link clv.Link, g func(clv.Purchasing) float64) clv.Estimate
}

// Derive is any quantity of the model with its interval.
func (f Fitted) Derive(name, unit string, link clv.Link, g func(clv.Purchasing) float64) clv.Estimate {
	return f.derive(name, unit, link, g)
}

// behind puts a fit of one model behind the face of all.
func behind[M interface {
	clv.Parametric[M]
	clv.Purchasing
}](f clv.Fit[M], err error) (Fitted, error) {
	if err != nil {
		return Fitted{}, err
	}
	return Fitted{
		Name: f.Model.Name(), Model: f.Model, Status: f.Status, Note: f.Note,
		LogLikelihood: f.LogLikelihood, AIC: f.AIC(), BIC: f.BIC(),
		Parameters: f.Parameters, Derived: f.Derived,
		derive: func(name, unit string, link clv.Link, g func(clv.Purchasing) float64) clv.Estimate {
			return f.Derive(name, unit, link, func(m M) float64 { return g(m) })
		},
	}, nil
}

// models are those that can be asked for, in the order in which reports list
// them. Their likelihoods are of the same data, so they compare.
var models = []struct {
	name string
	fit  func(clv.Base) (Fitted, error)
}{
	{"bg/nbd", func(b clv.Base) (Fitted, error) { return behind(clv.FitBGNBD(b)) }},
	{"mbg/nbd", func(b clv.Base) (Fitted, error) { return behind(clv.FitMBGNBD(b)) }},
	{"pareto/nbd", func(b clv.Base) (Fitted, error) { return behind(clv.FitParetoNBD(b)) }},
	{"nbd", func(b clv.Base) (Fitted, error) { return behind(clv.FitNBD(b)) }},
}

// Models are the names of the models.
func Models() (names []string) {
	for _, m := range models {
		names = append(names, m.name)
	}
	return names
}

// Named is a model's name as [Models] has it, however it is spelled: BGNBD,
// bg/nbd, bg-nbd.
func Named(name string) (string, error) {
	plain := func(s string) string {
		return strings.NewReplacer("/", "", "-", "", "_", "", " ", "").Replace(strings.ToLower(s))
	}
	for _, m := range models {
		if plain(m.name) == plain(name) {
			return m.name, nil
		}
	}
	return "", fmt.Errorf("there is no model %q; the models are %s", name, strings.Join(Models(), ", "))
}
