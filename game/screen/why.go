package screen

import (
	"math"

	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// account is one part of the why-ledger as it is told: what was to be expected
// in any case, what changed it, luck, and what came of it. All amounts are
// whole, and luck takes what rounding leaves, so that they add up.
type account struct {
	title  string  // of the picture
	head   string  // of a column, short
	good   float64 // +1: more is better, −1: less is
	text   func(float64) string
	start  []part // what was to be expected in any case
	causes []part // what changed it
	luck   float64
	total  float64
}

// part is one line: its name in a table, and what it is called in a sentence.
type part struct {
	name, said string
	amount     float64
}

// causeNames are the causes as a table has them, and as a sentence has them.
var causeNames = [sim.NumCauses][2]string{
	sim.CauseBaseline:     {words.Mark("Would have happened anyway"), ""},
	sim.CausePrice:        {words.Mark("Price"), words.Mark("your price")},
	sim.CauseQuality:      {words.Mark("Quality"), words.Mark("your quality")},
	sim.CauseFit:          {words.Mark("Fit to their needs"), words.Mark("the fit to their needs")},
	sim.CauseSatisfaction: {words.Mark("Satisfaction"), words.Mark("satisfaction")},
	sim.CauseRetention:    {words.Mark("Retention spending"), words.Mark("your retention spending")},
	sim.CauseFatigue:      {words.Mark("Too many contacts"), words.Mark("too many contacts")},
	sim.CausePromise:      {words.Mark("What ads promised"), words.Mark("what your advertising promised")},
	sim.CauseTimes:        {words.Mark("The times"), words.Mark("the times")},
	sim.CauseLuck:         {words.Mark("Luck"), words.Mark("luck")},
}

// add enters what a cause changed, and begin what was to be expected; what rounds
// to nothing is left out.
func (a *account) add(k sim.Cause, amount float64) {
	if amount = math.Round(amount); amount != 0 {
		said := causeNames[k][1]
		if k == sim.CauseSatisfaction && amount*a.good < 0 {
			said = words.Mark("too little satisfaction") // satisfaction drives nobody away
		}
		a.causes = append(a.causes, part{words.Say(causeNames[k][0]), words.Say(said), amount})
	}
}

func (a *account) begin(name string, amount float64) {
	if amount = math.Round(amount); amount != 0 {
		a.start = append(a.start, part{name, "", amount})
	}
}

// close sets the total; luck is what the lines leave of it.
func (a *account) close(total float64) {
	a.total = math.Round(total)
	a.luck = a.total
	for _, lines := range [][]part{a.start, a.causes} {
		for _, l := range lines {
			a.luck -= l.amount
		}
	}
}

func people(v float64) string { return widget.Decimal(v, 0) }

// wonAccount says what won customers [persons]: whom each source would have
// brought had the offer been neither better nor worse than the rival's, then
// what the offer changed.
func wonAccount(t terms, r sim.Report) account {
	a := account{title: words.Say("Customers won"), head: words.Say("Won"), good: 1, text: people}
	sum := 0.0
	for i, h := range r.Why.Sources {
		a.begin(words.Say("Expected: %s", sourceName(t, i)), h.Count())
	}
	for k, h := range r.Why.Joins {
		sum += h.Count()
		if k := sim.Cause(k); k != sim.CauseBaseline && k != sim.CauseLuck {
			a.add(k, h.Count())
		}
	}
	a.close(sum)
	return a
}

// lostAccount says what drove customers away or kept them [persons].
func lostAccount(r sim.Report) account {
	a := account{title: words.Say("Customers lost"), head: words.Say("Lost"), good: -1, text: people}
	sum := 0.0
	for k := range sim.Cause(sim.NumCauses) {
		n := 0.0
		for _, tier := range r.Why.Churn {
			n += tier[k].Count()
		}
		sum += n
		a.book(k, n)
	}
	a.close(sum)
	return a
}

// spentAccount says what changed what customers spent after their first
// purchase [currency].
func spentAccount(t terms, r sim.Report) account {
	a := account{title: words.Say("Repeat revenue"), head: words.Say("Revenue"), good: 1, text: func(v float64) string { return t.money(sim.Money(100 * v)) }}
	sum := 0.0
	for k := range sim.Cause(sim.NumCauses) {
		m := sim.Money(0)
		for _, tier := range r.Why.Spending {
			m += tier[k]
		}
		sum += m.Currency()
		a.book(k, m.Currency())
	}
	a.close(sum)
	return a
}

func (a *account) book(k sim.Cause, amount float64) {
	switch k {
	case sim.CauseBaseline:
		a.begin(words.Say(causeNames[k][0]), amount)
	case sim.CauseLuck:
	default:
		a.add(k, amount)
	}
}

// accounts are the parts of a round's ledger. Where nobody sees who leaves,
// nobody can say why.
func accounts(t terms, r sim.Report) []account {
	list := []account{wonAccount(t, r)}
	if !t.brief.Silent {
		list = append(list, lostAccount(r))
	}
	return append(list, spentAccount(t, r))
}
