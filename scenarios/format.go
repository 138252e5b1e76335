package scenarios

import (
	"slices"
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
	table := parameters(&s.Market, sim.MarketParameters)
	first := slices.IndexFunc(table, func(k key) bool { return groupDocs[k.name] != "" })
	g := group{
		{name: "format", required: true, doc: "write format: 1 as the first line.", form: version{}},
		{name: "extends", doc: "The scenario this one differs from: one that ships, or a file beside this one.", form: base{}},
		{name: "scale", doc: "What is multiplied, by path, before this file's own values are laid over it.", form: scaling{}},
		{name: "title", required: true, doc: "what players choose the scenario by.", example: "The kiosk", form: text{to: &s.Title, most: 60}},
		{name: "summary", doc: "One line for the list of scenarios.", example: "Two kinds of customers and one hard winter.", form: text{to: &s.Summary, most: 160}},
		{name: "briefing", required: true, doc: "what the player reads first.", example: "You sell hot drinks at a station.", form: text{to: &s.Briefing, most: 6000, paragraphs: true}},
		{name: "notice", doc: "Things to notice.", example: "[Commuters come every day and tourists once.]", form: texts{to: &s.Notice, number: 12, most: 400}},
		{name: "try", doc: "Things to try.", example: "[Spend everything on one of them.]", form: texts{to: &s.Try, number: 12, most: 400}},
		{name: "round", doc: "What a round is called.", example: "quarter", form: text{to: &s.Round, most: 20}},
		{name: "currency", doc: "Its sign.", form: sign{&s.Currency}},
	}
	g = append(g, table[:first]...) // the length of a round comes before rates
	g = append(g,
		key{name: "levers", doc: "The levers the firm may use.", form: open(s.Market.Levers[:], words[sim.Lever](sim.NumLevers))},
		key{name: "programmes", doc: "The programmes that are open beside what each lever always does.", form: programmes{&s.Market.Programmes}},
		key{name: "orders", doc: "What customers can be sorted by, beside past spend.", form: orders{&s.Market.Orders}},
		key{name: "channels", doc: "Where acquisition money can go.", form: channels{&s.Market.Channels}},
		key{name: "segments", doc: "Groups of persons who draw their traits alike.", form: segments{&s.Market}},
		key{name: "shocks", doc: "What befalls the market.", form: shocks{&s.Market.Shocks}},
		key{name: "lesson", doc: "What there is to learn, and what must hold for it. Players are not told.", form: lesson{&s.Lesson}},
	)
	for _, k := range table[first:] {
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

func foreign(version string) Phrase {
	return say("unknown format %s; this program reads format %s", quote(version), formatVersion)
}

// sign is the form of a currency sign. It may stand before amounts of money.
type sign struct{ to *string }

func (f sign) read(r *reader, at string, n *yaml.Node) {
	if strings.ContainsAny(n.Value, "0123456789.,+-%") {
		r.fail(n, at, badCurrency, "%s is %s; a currency sign has no digits, points or signs of arithmetic", at, quote(n.Value))
		return
	}
	text{to: f.to, most: longestSign}.read(r, at, n)
	r.currency = *f.to
}

const (
	defaultCurrency = "$"
	longestSign     = 4 // [characters]
)

// blank is a scenario before anything is read: every default.
func blank(name string) Scenario {
	return Scenario{Name: name, Round: "round", Currency: defaultCurrency, Market: sim.DefaultMarket()}
}

func (version) describe() shape {
	return scalar(Verbatim("1"), formatVersion, formatVersion, schema{"enum": []any{1, formatVersion}})
}

func (f sign) describe() shape {
	s := scalar(say("sign"), *f.to, "€", schema{"type": "string", "minLength": 1, "maxLength": longestSign, "pattern": `^[^0-9.,+%-]*$`})
	s.bounds = say("1 to %d characters, no digits", longestSign)
	return s
}
