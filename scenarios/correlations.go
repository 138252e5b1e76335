package scenarios

import (
	"fmt"
	"strconv"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// correlations is the form of a segment's list of correlations. It is read
// after the traits: a trait that is a constant goes with nothing.
type correlations struct{ segment *sim.Segment }

func (f correlations) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.items(at, n)
	if !ok {
		return
	}
	seen := map[[2]sim.Trait]bool{}
	for i, item := range list {
		before := len(r.errs)
		var c sim.Correlation
		correlationKeys(f.segment, &c).read(r, join(at, strconv.Itoa(i+1)), item)
		if len(r.errs) > before {
			continue
		}
		two := [2]sim.Trait{min(c.A, c.B), max(c.A, c.B)}
		if seen[two] {
			r.fail(item, at, badCorrelation, "the correlation of %s with %s is given twice", c.A, c.B)
		}
		seen[two] = true
		f.segment.Correlations = append(f.segment.Correlations, c)
	}
}

func correlationKeys(s *sim.Segment, c *sim.Correlation) group {
	return group{
		{name: "between", required: true, doc: "the two traits, like [purchase_rate, mean_spend].", form: pair{s, c}},
		{name: "is", required: true, doc: "how strongly they go together, from -1 to 1.", form: coefficient{&c.R}},
	}
}

// pair is the form of the two traits of a correlation.
type pair struct {
	segment *sim.Segment
	to      *sim.Correlation
}

func (f pair) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.items(at, n)
	if !ok {
		return
	}
	if len(list) != 2 {
		r.fail(n, at, badCorrelation, "a correlation is between two traits, like [purchase_rate, mean_spend]; here are %d", len(list))
		return
	}
	for i, to := range []*sim.Trait{&f.to.A, &f.to.B} {
		t, ok := r.choose(at, list[i], words[sim.Trait](sim.NumTraits))
		if !ok {
			continue
		}
		*to = sim.Trait(t)
		if !differs(f.segment.Traits[t]) {
			r.fail(list[i], at, badCorrelation, "%s does not differ between the persons of this segment, or is drawn by a distribution of its own, so it goes with nothing; give it a mean and a spread or take the correlation away", sim.Trait(t))
		}
	}
	if f.to.A == f.to.B && list[0].Value == list[1].Value {
		r.fail(n, at, badCorrelation, "a correlation is between two different traits")
	}
}

// coefficient is the form of a correlation's size.
type coefficient struct{ to *float64 }

func (f coefficient) read(r *reader, at string, n *yaml.Node) {
	x, ok := r.number(at, n, "correlation")
	if ok && (x <= -1 || x >= 1) {
		r.fail(n, at, outOfBounds, "%s is %s; a correlation lies between -1 and 1", at, quoteNumber(n))
		return
	}
	*f.to = x
}

func (f correlations) describe() shape {
	var value []string
	for _, c := range f.segment.Correlations {
		value = append(value, fmt.Sprintf("{between: [%s, %s], is: %s}", c.A, c.B, plain(c.R)))
	}
	one := schemaOf(correlationKeys(f.segment, &sim.Correlation{}))
	return listOf("maps", flow(value), "[{between: [purchase_rate, mean_spend], is: 0.1}]", 0, 0, one)
}

func (f pair) describe() shape {
	return listOf("traits", "", "[purchase_rate, mean_spend]", 2, 2, schema{"enum": words[sim.Trait](sim.NumTraits)})
}

func (f coefficient) describe() shape {
	s := quantity("correlation", -1, 1, plain(*f.to), "0.3")
	s.schema = schema{"type": "number", "exclusiveMinimum": -1, "exclusiveMaximum": 1}
	return s
}
