package scenarios

import (
	"strings"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// formatVersion is the format of scenario files that this package reads.
const formatVersion = "1"

// format is every key a scenario file can have, bound to the scenario that
// reading fills: the texts, the market's parameters from their tables in
// package sim, and what does not fit a table of numbers.
func format(s *Scenario) group {
	g := group{
		{name: "format", required: true, doc: "write format: 1 as the first line.", form: version{}},
		{name: "extends", doc: "The scenario this one differs from: one that ships, or a file beside this one.", form: base{}},
		{name: "title", required: true, doc: "what players choose the scenario by.", form: text{to: &s.Title, most: 60}},
		{name: "summary", doc: "One line for the list of scenarios.", form: text{to: &s.Summary, most: 160}},
		{name: "briefing", required: true, doc: "what the player reads first.", form: text{to: &s.Briefing, most: 6000, paragraphs: true}},
		{name: "notice", doc: "Things to notice.", form: texts{to: &s.Notice, number: 12, most: 400}},
		{name: "try", doc: "Things to try.", form: texts{to: &s.Try, number: 12, most: 400}},
		{name: "round", doc: "What a round is called.", form: text{to: &s.Round, most: 20}},
		{name: "currency", doc: "Its sign.", form: sign{&s.Currency}},
		{name: "levers", doc: "The levers the firm may use.", form: open(s.Market.Levers[:], words[sim.Lever](sim.NumLevers))},
		{name: "programmes", doc: "The programmes that are open beside what each lever always does.", form: programmes{&s.Market.Programmes}},
		{name: "orders", doc: "What customers can be sorted by, beside past spend.", form: orders{&s.Market.Orders}},
		{name: "channels", doc: "Where acquisition money can go.", form: channels{&s.Market.Channels}},
		{name: "segments", doc: "Groups of persons who draw their traits alike.", form: segments{&s.Market}},
		{name: "shocks", doc: "What befalls the market.", form: shocks{&s.Market.Shocks}},
		{name: "lesson", doc: "What there is to learn, and what must hold for it.", form: lesson{&s.Lesson}},
	}
	for _, k := range parameters(&s.Market, sim.MarketParameters) {
		if k.name == "start" {
			k.form = append(k.form.(group), key{name: "incumbent", doc: "What the incumbent decided every round.", form: incumbent{&s.Market}})
		}
		g = append(g, k)
	}
	return g
}

// version is the form of the format's number.
type version struct{}

func (version) read(r *reader, at string, n *yaml.Node) {
	if s, ok := r.word(at, n); ok && s != formatVersion {
		r.foreign = true
		r.fail(n, at, unknownFormat, "%s", foreign(s))
	}
}

func foreign(version string) string {
	return "unknown format " + quote(version) + "; this program reads format " + formatVersion
}

// sign is the form of a currency sign. It may stand before amounts of money.
type sign struct{ to *string }

func (f sign) read(r *reader, at string, n *yaml.Node) {
	if strings.ContainsAny(n.Value, "0123456789.,+-%") {
		r.fail(n, at, badCurrency, "%s is %s; a currency sign has no digits, points or signs of arithmetic", at, quote(n.Value))
		return
	}
	text{to: f.to, most: 4}.read(r, at, n)
	r.currency = *f.to
}

const defaultCurrency = "$"

// blank is a scenario before anything is read: every default.
func blank(name string) Scenario {
	return Scenario{Name: name, Round: "round", Currency: defaultCurrency, Market: sim.DefaultMarket()}
}
