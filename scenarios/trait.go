package scenarios

import (
	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// trait is the form of a trait: a mean and a spread, a constant, or a family of
// distributions.
type trait struct {
	group
	marginal *sim.Marginal
}

func traitKey(k key, m *sim.Marginal) key {
	g := k.form.(group)
	mean, _ := g.key("mean")
	k.doc = mean.doc
	g = append(g, key{name: "constant", doc: "The same for everyone.", form: mean.form})
	g = append(g, familyKeys(m)...)
	if isRate(mean.form.describe().unit) {
		g = append(g, key{name: "per", doc: "What the mean or constant is told for; a round where nothing is said.", form: period{new(string)}})
	}
	k.form, k.example = trait{g, m}, "{mean: "+mean.form.describe().example+", spread: 0.5}"
	return k
}

func (f trait) read(r *reader, at string, n *yaml.Node) {
	if _, ok := f.key("per"); ok {
		if given := valueOf(n, "per"); given != nil && given.Kind == yaml.ScalarNode {
			r.per = given.Value // judged as a key of the group
			defer func() { r.per = "" }()
		}
	}
	if n.Kind == yaml.ScalarNode {
		r.fail(n, at, wrongKind, "%s is described by a mean and a spread; did you mean {mean: %s}?", at, quoteNumber(n))
		return
	}
	f.group.read(r, at, n)
	f.one(r, at)
	if _, ok := r.places[at+".constant"]; ok {
		f.marginal.Spread = 0
	}
}

// held are the keys that say what the trait is.
func (f trait) held() []key {
	names := []string{"mean", "spread"}
	switch {
	case f.marginal.Family != sim.Lognormal:
		names = []string{f.marginal.Family.String()}
	case f.marginal.Spread == 0:
		names = []string{"constant"}
	}
	var keys []key
	for _, name := range names {
		k, _ := f.key(name)
		keys = append(keys, k)
	}
	return keys
}

// scale multiplies the trait's mean and keeps its form.
func (f trait) scale(by float64) bool {
	switch m := f.marginal; m.Family {
	case sim.Lognormal:
		m.Mean = product(m.Mean, by)
	case sim.Gamma:
		m.B = product(m.B, 1/by) // the mean is shape / rate
	case sim.InverseGamma:
		m.B = product(m.B, by) // the mean is scale / (shape − 1)
	default:
		return false
	}
	return true
}
