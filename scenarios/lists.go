package scenarios

import (
	"fmt"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// As sim allows.
const (
	longestSeason = 1000
	mostMultiple  = 100
)

// season is the form of a list of multiples of the purchase rate, by round.
type season struct{ to *[]float64 }

func (f season) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.items(at, n)
	if !ok {
		return
	}
	if len(list) == 0 || len(list) > longestSeason {
		r.fail(n, at, wrongCount, "%s has %d entries; it needs 1 to %d, one for each round before they repeat", at, len(list), longestSeason)
		return
	}
	for _, item := range list {
		var x float64
		multiple{&x, 0.01}.read(r, at, item)
		*f.to = append(*f.to, x)
	}
}

// reach is the form of multiples of the channels' contact, by name; a channel
// that is not named reaches the segment like any other.
type reach struct {
	channels []sim.Channel
	to       *[]float64
}

func (f reach) read(r *reader, at string, n *yaml.Node) {
	x := make([]float64, len(f.channels))
	var g group
	for i, c := range f.channels {
		x[i] = 1
		g = append(g, key{name: c.Name, doc: fmt.Sprintf("Of the channel %s.", c.Name), form: multiple{&x[i], 0}})
	}
	g.read(r, at, n)
	*f.to = x
}

// multiple is the form of a factor of a rate.
type multiple struct {
	to  *float64
	low float64
}

func (f multiple) read(r *reader, at string, n *yaml.Node) {
	x, ok := r.number(at, n, "multiple")
	if ok && (x < f.low || x > mostMultiple) {
		r.fail(n, at, outOfBounds, "%s has %s; it must lie between %s and %d [multiple]", at, quoteNumber(n), plain(f.low), mostMultiple)
		return
	}
	*f.to = x
}

func (f season) describe() shape {
	var value []string
	for _, x := range *f.to {
		value = append(value, plain(x))
	}
	return listOf("multiples", flow(value), "[0.8, 0.9, 0.9, 1.4]", 1, longestSeason, schema{"type": "number", "minimum": 0.01, "maximum": mostMultiple})
}

func (f reach) describe() shape {
	one := 1.
	s := namedShape(sim.MaxChannels, multiple{&one, 0}, "CHANNEL")
	for i, c := range f.channels {
		if i < len(*f.to) {
			s.entries = append(s.entries, key{name: c.Name, form: multiple{&(*f.to)[i], 0}})
		}
	}
	return s
}

func (f multiple) describe() shape {
	return quantity("multiple", f.low, mostMultiple, plain(*f.to), "0.5")
}

// scale multiplies the multiple.
func (f multiple) scale(by float64) bool {
	*f.to = product(*f.to, by)
	return true
}
