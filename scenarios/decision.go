package scenarios

import (
	"fmt"
	"math"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// decisionKeys are the keys of one round's decision. Their sentences are also
// the tooltips of the controls that decide them.
func decisionKeys(m *sim.Market, d *sim.Decision) group {
	spend, programmes, focus := group{}, group{}, group{}
	for i := range sim.NumLevers {
		l := sim.Lever(i)
		spend = append(spend, key{name: l.String(), doc: leverDocs[l], form: amount{&d.Spend[l]}})
	}
	for _, l := range []sim.Lever{sim.Retention, sim.Experience} {
		focus = append(focus, key{name: l.String(), doc: "Whom " + l.String() + " spending reaches.", form: focusKeys(&d.Focus[l])})
	}
	for i := range sim.NumProgrammes {
		p := sim.Programme(i)
		programmes = append(programmes, key{name: p.String(), doc: programmeDocs[p], form: weight{&d.Programmes[p]}})
	}
	return group{
		{name: "price", doc: "Your list price. Customers weigh it against the rival's and against what they are used to; a rise hurts more than a cut pleases.", form: amount{&d.Price}},
		{name: "discount", doc: "Taken off the price of a customer's first purchase. It wins customers, most of all those who only came for the price.", form: share{&d.Discount}},
		{name: "breadth", doc: "At 0 % development follows one sure idea: a success lifts quality by much the same every time. At 100 % it tries many bold ones: most bring less, a few far more.", form: share{&d.Breadth}},
		{name: "spend", doc: "Spending by lever, a round.", form: spend},
		{name: "channels", doc: "How acquisition spending divides over channels, as whole weights.", form: weights{m, &d.Channels}},
		{name: "programmes", doc: "How the other levers' spending divides over their programmes, as whole weights.", form: programmes},
		{name: "focus", doc: "Which customers retention and experience spending reaches.", form: focus},
	}
}

func focusKeys(f *sim.Focus) group {
	g := group{{name: "by", doc: "What customers are sorted by.", form: order{&f.By}}}
	for tier, name := range sim.TierNames {
		g = append(g, key{name: name, doc: "How much a customer of this group gets beside one of another: 2 is twice as much as 1.", form: weight{&f.Weight[tier]}})
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

func (f weight) describe() shape { return counted("weight", 0, sim.MaxWeight, int64(*f.to), "1") }

func (f weights) describe() shape {
	var one int
	s := namedShape(sim.MaxChannels, weight{&one}, "CHANNEL")
	for i, c := range f.market.Channels {
		s.entries = append(s.entries, key{name: c.Name, form: weight{&f.to[i]}})
	}
	return s
}

// leverDocs say what a lever does. Players read them, too.
var leverDocs = [sim.NumLevers]string{
	"Acquisition: advertising that reaches people who are not your customers yet. The more you spend at once, the less each extra unit brings.",
	"Retention: attention and goodwill for the customers you have, so that fewer leave. Too many contacts annoy.",
	"Customer experience: support and care for customers who buy. Satisfied customers stay, buy more often and recommend you.",
	"Product: research and development. A launch can succeed and lift quality, or fail and cost money.",
	"Insight: learning who your customers are, so that you can aim at those who are worth most. Knowledge ages.",
}

// programmeDocs say what a programme does.
var programmeDocs = [sim.NumProgrammes]string{
	"Check-ins: regular contact and goodwill, so that customers stay. Too much of it annoys.",
	"Loyalty rewards: members stay longer, but get used to what is always there.",
	"Save offers: a better deal at the moment a customer is leaving.",
	"Win-back: contact with those who left you. Some return.",
	"Community: customers who talk to each other, so that recommendations carry further. It takes time to grow.",
	"Cross- and up-sell: customers buy more often, as far as you know what suits them.",
	"Support: help for each customer who buys.",
	"Journey repair: mends what goes wrong most often on the way to a purchase.",
	"Staff training: people who can help and may decide. Its skill fades slowly.",
	"Personalisation: fits the offer to the person, as far as you know them. Too much feels like being watched.",
	"Own data: brings together what you have on everyone.",
	"Interviews: few customers, known deeply, slowly.",
	"Surveys: many customers, known a little, slowly.",
	"Social listening: fast, but the loudest are not always those who matter.",
	"Front line: what sales and support hear, about those who get in touch.",
	"Data for reward: customers tell you more for a reward, if they agree.",
}
