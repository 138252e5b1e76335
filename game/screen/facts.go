package screen

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// fact is one thing the firm can say of a customer: a column of the list and a
// line of the card.
type fact struct {
	id, name, tip string
	text          func(t terms, f *file, c *customer) string
	by            func(f *file, c *customer) float64 // what the list sorts by
	there         func(f *file) bool                 // nil: always
	term          func(sim.Brief) bool               // in which scenarios the glossary has it; nil: it is plain
	wordy         bool                               // a text, not a number
	card          bool                               // on the card only, being long
	yields        int                                // how soon the list does without it: 1 stays longest
}

// facts are all of them, in order. A further one is a further entry.
var facts = []fact{
	{id: "number", yields: 1, name: words.Mark("Number"), wordy: true, tip: words.Mark("What the firm calls a customer: an account, no name."),
		text: func(_ terms, _ *file, c *customer) string { return count(c.ID) },
		by:   func(_ *file, c *customer) float64 { return float64(c.ID) }},
	{id: "stage", term: anywhere, yields: 6, name: words.Mark("Stage"), wordy: true, tip: words.Mark("Retain: bought once or twice. Increase value: three times or more. Cherish: those of them who are among your best. Acquire: not a customer any more."),
		text: func(_ terms, _ *file, c *customer) string { return words.Say(stageTexts[c.Stage][0]) },
		by:   func(_ *file, c *customer) float64 { return float64(c.Stage) }},
	{id: "since", term: anywhere, yields: 8, name: words.Mark("Customer for"), tip: words.Mark("Tenure: time since the first purchase."),
		text: func(t terms, f *file, c *customer) string { return t.span(f.age(c.First)) },
		by:   func(f *file, c *customer) float64 { return f.age(c.First) }},
	{id: "bought", yields: 4, name: words.Mark("Bought"), tip: words.Mark("Purchases so far, the first included."),
		text: func(_ terms, _ *file, c *customer) string { return count(c.Purchases) },
		by:   func(_ *file, c *customer) float64 { return float64(c.Purchases) }},
	{id: "last", term: anywhere, yields: 3, name: words.Mark("Last purchase"), tip: words.Mark("Recency: time since the last purchase."),
		text: func(t terms, f *file, c *customer) string { return t.ago(f.age(c.Last)) },
		by:   func(f *file, c *customer) float64 { return f.age(c.Last) }},
	{id: "spent", yields: 2, name: words.Mark("Spent"), tip: words.Mark("Everything the customer has paid so far."),
		text: func(t terms, _ *file, c *customer) string { return t.price(c.Spent) },
		by:   func(_ *file, c *customer) float64 { return float64(c.Spent) }},
	{id: "each", yields: 10, name: words.Mark("A purchase"), tip: words.Mark("What the customer paid for a purchase on average."),
		text: func(t terms, _ *file, c *customer) string { return t.price(c.mean()) },
		by:   func(_ *file, c *customer) float64 { return float64(c.Spent) / float64(max(c.Purchases, 1)) }},
	{id: "rfm", term: anywhere, yields: 7, name: words.Mark("RFM"), tip: words.Mark("Recency, frequency, monetary value: three scores from 1 to 5, the best fifth of your customers having 5. 5-5-5 bought recently, often and much at a time."),
		text: func(_ terms, _ *file, c *customer) string {
			if !c.Active {
				return "–"
			}
			return fmt.Sprintf("%d-%d-%d", c.rfm.Recency, c.rfm.Frequency, c.rfm.Monetary)
		},
		by: func(_ *file, c *customer) float64 {
			return float64(c.rfm.Recency*100 + c.rfm.Frequency*10 + c.rfm.Monetary)
		}},
	{id: "worth", term: opens(sim.Insight), yields: 5, name: words.Mark("Est. value"), tip: words.Mark("Estimated value: what the customer may bring in from now on, the average customer being 1. It is as good as what you know."),
		there: func(f *file) bool { return f.tells },
		text:  func(_ terms, _ *file, c *customer) string { return times(c.worth) },
		by:    func(_ *file, c *customer) float64 { return c.worth }},
	{id: "likely", name: words.Mark("Likely value"), card: true,
		there: func(f *file) bool { return f.tells },
		text: func(_ terms, f *file, c *customer) string {
			low, high, ok := f.likely(c)
			if !ok {
				return words.Say("anybody's guess")
			}
			return words.Say("%s to %s", times(low), times(high))
		}},
	{id: "alive", term: analysed, yields: 5, name: words.Mark("Still there"), tip: words.Mark("The chance that the customer has not left, by the model that analysts fitted to your records."),
		there: func(f *file) bool { return f.studied },
		text: func(_ terms, _ *file, c *customer) string {
			if !c.viewed {
				return "–"
			}
			return widget.Percent(c.view.Alive)
		},
		by: func(_ *file, c *customer) float64 { return c.view.Alive }},
	{id: "residual", term: analysed, yields: 4, name: words.Mark("Exp. CLV"), tip: words.Mark("Expected residual lifetime value: what the customer will still bring in, in today's money, by the model that analysts fitted to your records."),
		there: func(f *file) bool { return f.studied },
		text: func(t terms, _ *file, c *customer) string {
			if !c.viewed {
				return "–"
			}
			return t.price(money(c.view.Worth))
		},
		by: func(_ *file, c *customer) float64 { return c.view.Worth }},
	{id: "known", term: opens(sim.Insight), yields: 9, name: words.Mark("Known"), tip: words.Mark("How well you know the customer: 0 % is not at all, 100 % is perfectly."),
		there: func(f *file) bool { return f.knows },
		text:  func(_ terms, _ *file, c *customer) string { return widget.Percent(c.Reliability) },
		by:    func(_ *file, c *customer) float64 { return c.Reliability }},
	{id: "source", name: words.Mark("Came through"), wordy: true, card: true,
		text: func(t terms, _ *file, c *customer) string {
			return sourceName(t, c.Source)
		}},
}

// factsOf are the facts there are, for the list or for the card, as they are
// said.
func factsOf(f *file, card bool) (out []fact) {
	for _, x := range facts {
		if (x.there == nil || x.there(f)) && (card || !x.card) {
			x.name, x.tip = words.Say(x.name), words.Say(x.tip)
			out = append(out, x)
		}
	}
	return out
}

// columnsIn are the facts that a list has room for in a width, those that yield
// last.
func columnsIn(f *file, w float64, t widget.Theme) []fact {
	out := factsOf(f, false)
	for n := max(int(w/t.Px(88)), 3); len(out) > n; {
		first := 0
		for i := range out {
			if out[i].yields > out[first].yields {
				first = i
			}
		}
		out = slices.Delete(out, first, first+1)
	}
	return out
}

func (x fact) compare(f *file, a, b *customer) int {
	return cmp.Or(cmp.Compare(x.by(f, a), x.by(f, b)), cmp.Compare(b.ID, a.ID))
}

// times is a value beside the average customer's: "1.8 ×".
func times(v float64) string {
	switch {
	case !finite(v):
		return "–"
	case v >= 9.95:
		return widget.Decimal(v, 0) + " ×"
	case v < 0.095:
		return widget.Decimal(v, 2) + " ×"
	}
	return widget.Decimal(v, 1) + " ×"
}

// span is a length of time in rounds: "2.4 quarters".
func (t terms) span(rounds float64) string {
	n := 2
	if math.Abs(rounds-1) < 0.05 {
		n, rounds = 1, 1
	}
	return widget.Decimal(rounds, 1) + " " + t.noun(n)
}

// ago is how long ago something was.
func (t terms) ago(rounds float64) string {
	if rounds < 0.05 {
		return words.Say("just now")
	}
	return words.Say("%s ago", t.span(rounds))
}

// said is a customer in one sentence, for who hears rather than sees.
func (c *customer) said(t terms, f *file) string {
	id, stage, bought, spent, last := count(c.ID), lower(words.Say(stageTexts[c.Stage][0])), words.Plural(c.Purchases, "%s purchase", "%s purchases", count(c.Purchases)), t.price(c.Spent), t.ago(f.age(c.Last))
	if f.tells {
		return words.Say("Customer %s, %s, %s, %s so far, last %s, estimated value %s the average", id, stage, bought, spent, last, times(c.worth))
	}
	return words.Say("Customer %s, %s, %s, %s so far, last %s", id, stage, bought, spent, last)
}

// worthName and worthOf are the best the firm can say of what a customer is
// worth: the estimate, or what was spent where no estimate tells them apart.
func (f *file) worthName() string {
	if f.tells {
		return words.Say("Estimated value, the average customer being 1")
	}
	return words.Say("Spent so far")
}

func (f *file) worthOf(c *customer) float64 {
	if f.tells {
		return c.worth
	}
	return float64(c.Spent)
}

func (f *file) worthText(t terms) func(float64) string {
	if f.tells {
		return times
	}
	return func(v float64) string { return t.short(sim.Money(math.Round(v))) }
}
