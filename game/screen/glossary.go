package screen

import (
	"cmp"
	"slices"
	"strings"

	"centricity/game/words"
	"centricity/sim"
)

// meaning is a term and what it means, as they are said.
type meaning struct{ name, text string }

// chapter is a part of the glossary.
type chapter uint8

const (
	ofFigures chapter = iota
	ofDecisions
	ofCustomers
)

// chapters are what the chapters are called, in order.
var chapters = [...]string{ofFigures: words.Mark("Figures"), ofDecisions: words.Mark("Decisions"), ofCustomers: words.Mark("Customers")}

// glossary is every term of a scenario with the sentence of its tooltip, by
// chapter and in the order of the alphabet. It has no text of its own.
func glossary(b sim.Brief) (terms [len(chapters)][]meaning) {
	add := func(to chapter, name, text string) { terms[to] = append(terms[to], meaning{name, text}) }
	for _, m := range measures {
		if m.id != "price" && (m.id != "knowledge" || b.Levers[sim.Insight]) { // the price is a decision
			m = measured(m.id)
			add(ofFigures, m.short(), m.tip)
		}
	}
	for l, open := range b.Levers {
		if !open {
			continue
		}
		add(ofDecisions, words.Say(leverNames[l]), tip("spend."+sim.Lever(l).String()))
		if list := b.ProgrammesOf(sim.Lever(l)); len(list) > 1 {
			for _, p := range list {
				add(ofDecisions, words.Say(programmeNames[p]), tip(programmePath(p)))
			}
		}
	}
	if freePrice(b) {
		add(ofDecisions, words.Say("Price"), tip("price"))
	}
	if freeDiscount(b) {
		add(ofDecisions, words.Say("First-purchase discount"), tip("discount"))
	}
	if b.Breadth && b.Levers[sim.Product] {
		add(ofDecisions, words.Say("Breadth of ideas"), tip("breadth"))
	}
	for _, f := range facts {
		if f.term != nil && f.term(b) {
			add(ofCustomers, words.Say(f.name), words.Say(f.tip))
		}
	}
	for _, i := range ideas {
		if i.in(b) {
			add(i.of, words.Say(i.name), words.Say(i.text))
		}
	}
	for _, list := range terms {
		slices.SortFunc(list, func(x, y meaning) int { return cmp.Compare(plainly(x.name), plainly(y.name)) })
	}
	return terms
}

// anyScenario has everything that a scenario can have.
func anyScenario() (b sim.Brief) {
	for i := range b.Levers {
		b.Levers[i] = true
	}
	for i := range b.Programmes {
		b.Programmes[i] = true
	}
	b.Breadth, b.Silent = true, true
	b.Price.High, b.Price.MaxDiscount = 1, 1
	return b
}

// has tells whether a term has what is looked for in its name or its meaning,
// whatever its case and accents.
func (m meaning) has(text string) bool {
	return strings.Contains(plainly(m.name+"\n"+m.text), plainly(strings.TrimSpace(text)))
}

// plainly is a text in small letters without accents, as people type who look
// for something.
func plainly(s string) string { return accents.Replace(strings.ToLower(s)) }

var accents = strings.NewReplacer("á", "a", "é", "e", "í", "i", "ó", "o", "ú", "u", "ü", "u", "ñ", "n")
