package scenarios

import (
	"fmt"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// incumbent is the form of the decision the incumbent repeats in every round
// of history.
type incumbent struct{ market *sim.Market }

func (f incumbent) read(r *reader, at string, n *yaml.Node) {
	d := &f.market.Start.Incumbent
	*d = sim.Decision{}
	f.keys(d).read(r, at, n)
}

func (f incumbent) keys(d *sim.Decision) group {
	spend, focus := group{}, group{}
	for i := range sim.NumLevers {
		l := sim.Lever(i)
		spend = append(spend, key{name: l.String(), doc: "Spending on " + l.String() + " a round.", form: amount{&d.Spend[l]}})
	}
	for _, l := range []sim.Lever{sim.Retention, sim.Experience} {
		focus = append(focus, key{name: l.String(), doc: "Whom " + l.String() + " spending reaches.", form: focusKeys(&d.Focus[l])})
	}
	return group{
		{name: "price", doc: "Its list price; the reference price where none is given.", form: amount{&d.Price}},
		{name: "discount", doc: "Off the list price of the first purchase.", form: discount{&d.Discount}},
		{name: "spend", doc: "Its spending by lever, a round.", form: spend},
		{name: "channels", doc: "How acquisition spending divides over channels, as whole weights.", form: weights{f.market, &d.Channels}},
		{name: "focus", doc: "Which customers retention and experience spending reaches.", form: focus},
	}
}

// defaultIncumbent fits the incumbent of a file that names none to the levers
// and channels of its market.
func defaultIncumbent(m *sim.Market) {
	d := &m.Start.Incumbent
	for i, open := range m.Levers {
		if !open {
			d.Spend[i] = 0
		}
	}
	if len(m.Channels) == 0 {
		d.Channels = sim.Weights{}
	}
}

func focusKeys(f *sim.Focus) group {
	g := group{{name: "by", doc: "What customers are sorted by.", form: order{&f.By}}}
	for tier, name := range sim.TierNames {
		g = append(g, key{name: name, doc: "Weight of the " + name + " tier; money per head follows the weights.", form: weight{&f.Weight[tier]}})
	}
	return g
}

// order is the form of what customers are sorted by.
type order struct{ to *sim.Order }

func (f order) read(r *reader, at string, n *yaml.Node) {
	names := make([]string, sim.NumOrders)
	for i := range names {
		names[i] = sim.Order(i).String()
	}
	if i, ok := r.choose(at, n, names); ok {
		*f.to = sim.Order(i)
	}
}

// amount is the form of money in a decision.
type amount struct{ to *sim.Money }

func (f amount) read(r *reader, at string, n *yaml.Node) {
	const most = 1e9 // [currency], as sim's largest budget
	if x, ok := r.bounded(at, n, "currency", 0, most, 100); ok {
		*f.to = sim.Money(x)
	}
}

// discount is the form of a share in a decision.
type discount struct{ to *sim.BasisPoints }

func (f discount) read(r *reader, at string, n *yaml.Node) {
	if x, ok := r.bounded(at, n, "share of the list price", 0, 1, 10_000); ok {
		*f.to = sim.BasisPoints(x)
	}
}

// weight is the form of one weight of a focus, or of a channel.
type weight struct{ to *int }

func (f weight) read(r *reader, at string, n *yaml.Node) {
	if x, ok := r.bounded(at, n, "weight", 0, sim.MaxWeight, 1); ok {
		*f.to = int(x)
	}
}

// weights is the form of the channels' weights, by name.
type weights struct {
	market *sim.Market
	to     *sim.Weights
}

func (f weights) read(r *reader, at string, n *yaml.Node) {
	g := group{}
	for i, c := range f.market.Channels {
		doc := fmt.Sprintf("Weight of the channel %s.", c.Name)
		g = append(g, key{name: c.Name, doc: doc, form: weight{&f.to[i]}})
	}
	g.read(r, at, n)
}
