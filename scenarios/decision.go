package scenarios

import (
	"fmt"
	"math"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// decisionKeys are the keys of one round's decision.
func decisionKeys(m *sim.Market, d *sim.Decision) group {
	spend, programmes, focus := group{}, group{}, group{}
	for i := range sim.NumLevers {
		l := sim.Lever(i)
		spend = append(spend, key{name: l.String(), doc: "Spending on " + l.String() + " a round.", form: amount{&d.Spend[l]}})
	}
	for _, l := range []sim.Lever{sim.Retention, sim.Experience} {
		focus = append(focus, key{name: l.String(), doc: "Whom " + l.String() + " spending reaches.", form: focusKeys(&d.Focus[l])})
	}
	for i := range sim.NumProgrammes {
		p := sim.Programme(i)
		programmes = append(programmes, key{name: p.String(), doc: "Weight of " + p.String() + " in its lever.", form: weight{&d.Programmes[p]}})
	}
	return group{
		{name: "price", doc: "List price; the one before where none is given.", form: amount{&d.Price}},
		{name: "discount", doc: "Off the list price of the first purchase.", form: share{&d.Discount}},
		{name: "breadth", doc: "Of product development: 0 one sure idea, 1 many bold ones.", form: share{&d.Breadth}},
		{name: "spend", doc: "Spending by lever, a round.", form: spend},
		{name: "channels", doc: "How acquisition spending divides over channels, as whole weights.", form: weights{m, &d.Channels}},
		{name: "programmes", doc: "How the other levers' spending divides over their programmes, as whole weights.", form: programmes},
		{name: "focus", doc: "Which customers retention and experience spending reaches.", form: focus},
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
	if i, ok := r.choose(at, n, words[sim.Order](sim.NumOrders)); ok {
		*f.to = sim.Order(i)
	}
}

const mostMoney = 1e9 // [currency], as sim's largest budget

// amount is the form of money in a decision.
type amount struct{ to *sim.Money }

func (f amount) read(r *reader, at string, n *yaml.Node) {
	if x, ok := r.bounded(at, n, "currency", 0, mostMoney, 100); ok {
		*f.to = sim.Money(x)
	}
}

// share is the form of a share in a decision.
type share struct{ to *sim.BasisPoints }

func (f share) read(r *reader, at string, n *yaml.Node) {
	if x, ok := r.bounded(at, n, "share", 0, 1, 10_000); ok {
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

func (f order) describe() shape { return oneOf(words[sim.Order](sim.NumOrders), f.to.String()) }

func (f amount) describe() shape {
	s := quantity("currency", 0, mostMoney, plain(f.to.Currency()), "1200")
	return s
}

// scale multiplies the amount.
func (f amount) scale(by float64) bool {
	*f.to = sim.Money(math.Round(float64(*f.to) * by))
	return true
}

func (f share) describe() shape { return quantity("share", 0, 1, plain(f.to.Share()), "20%") }

func (f weight) describe() shape { return counted("weight", 0, sim.MaxWeight, *f.to, "1") }

func (f weights) describe() shape {
	var one int
	s := namedShape(sim.MaxChannels, weight{&one}, "CHANNEL")
	for i, c := range f.market.Channels {
		s.entries = append(s.entries, key{name: c.Name, form: weight{&f.to[i]}})
	}
	return s
}
