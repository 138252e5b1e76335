package scenarios

import (
	"fmt"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// season is the form of a list of multiples of the purchase rate, by round.
type season struct{ to *[]float64 }

func (f season) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.items(at, n)
	if !ok {
		return
	}
	const most = 1000 // as sim allows
	if len(list) == 0 || len(list) > most {
		r.fail(n, at, wrongCount, "%s has %d entries; it needs 1 to %d, one for each round before they repeat", at, len(list), most)
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
	const high = 100 // as sim allows
	x, ok := r.number(at, n, "multiple")
	if ok && (x < f.low || x > high) {
		r.fail(n, at, outOfBounds, "%s has %s; it must lie between %s and %d [multiple]", at, quoteNumber(n), plain(f.low), high)
		return
	}
	*f.to = x
}
