package screen

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"centricity/sim"
)

// whySentences tell a round's ledger in three sentences: who was won, who was
// lost, what was spent.
func whySentences(t terms, r sim.Report) []string {
	return []string{wonSentence(t, r), lostSentence(t, r), spentSentence(t, r)}
}

// told is how many causes a sentence names, the strongest first.
const told = 2

func (a account) strongest() []part {
	list := slices.Clone(a.causes)
	slices.SortStableFunc(list, func(x, y part) int { return cmp.Compare(math.Abs(y.amount), math.Abs(x.amount)) })
	return list[:min(len(list), told)]
}

// clauses puts each of the strongest causes in words, then luck.
func (a account) clauses(more, less, luckMore, luckLess string) (out []string) {
	say := func(format string, amount float64, said string) {
		text := strings.ReplaceAll(format, "#", a.text(math.Abs(amount)))
		out = append(out, strings.ReplaceAll(text, "@", said))
	}
	for _, c := range a.strongest() {
		if c.amount > 0 {
			say(more, c.amount, c.said)
		} else {
			say(less, c.amount, c.said)
		}
	}
	switch {
	case a.luck > 0:
		say(luckMore, a.luck, "")
	case a.luck < 0:
		say(luckLess, a.luck, "")
	}
	return out
}

func wonSentence(t terms, r sim.Report) string {
	a := wonAccount(t, r)
	n := len(t.brief.Channels)
	var brought [4]float64 // advertising, word of mouth, by themselves, win-back
	for i, h := range r.Why.Sources {
		brought[max(0, min(i-n+1, 3))] += h.Count()
	}
	var came []string
	for i, how := range [4]string{" through advertising", " through word of mouth", " by themselves", " through win-back"} {
		if v := math.Round(brought[i]); v > 0 {
			came = append(came, people(v)+how)
		}
	}
	expected := ""
	if len(came) > 0 {
		expected = "an offer just like the rival's would have won " + list(came)
	}
	text := "You won " + plural(int(a.total), "customer")
	if a.total == 0 {
		text = "You won no customers"
	}
	return sentence(text, expected, list(a.clauses("@ won # more", "@ cost you #", "luck added #", "luck took #")))
}

func lostSentence(t terms, r sim.Report) string {
	if t.brief.Silent {
		return "Nobody saw who left: customers here go without a word. You gave up " + plural(r.Base.Churned+r.Base.ChurnedNew, "customer") + " who had not bought for long."
	}
	a := lostAccount(r)
	text := "You lost " + plural(int(a.total), "customer")
	if a.total == 0 {
		text = "You lost no customers"
	}
	anyway := ""
	for _, l := range a.start {
		anyway = people(l.amount) + " would have left anyway"
	}
	return sentence(text, anyway, list(a.clauses("@ drove away # more", "@ kept #", "bad luck took #", "luck kept #")))
}

func spentSentence(t terms, r sim.Report) string {
	a := spentAccount(t, r)
	text := "Repeat purchases brought in " + a.text(a.total)
	if a.total == 0 {
		text = "Nobody bought again"
	}
	anyway := ""
	for _, l := range a.start {
		anyway = a.text(l.amount) + " would have come anyway"
	}
	return sentence(text, anyway, list(a.clauses("@ added #", "@ took away #", "luck added #", "luck took #")))
}

// sentence is "what: start; then." without the parts that are empty.
func sentence(what, start, then string) string {
	switch {
	case start != "" && then != "":
		return what + ": " + start + "; " + then + "."
	case start+then != "":
		return what + ": " + start + then + "."
	}
	return what + "."
}

// list joins with commas and a last "and".
func list(parts []string) string {
	if n := len(parts); n > 1 {
		return strings.Join(parts[:n-1], ", ") + " and " + parts[n-1]
	}
	return strings.Join(parts, "")
}
