package screen

import (
	"cmp"
	"math"
	"slices"

	"centricity/game/words"
	"centricity/sim"
)

// whySentences tell a round's ledger in three points: who was won, who was
// lost, what was spent.
func whySentences(t terms, r sim.Report) []string {
	return []string{wonSentence(t, r), lostSentence(t, r), spentSentence(t, r)}
}

// told is how many causes a sentence always names, the strongest first.
const told = 2

// strongest are the causes a sentence names. What is left of them is one more:
// its own name where it is one cause, all others together where there are more,
// so that a sentence adds up to what it began with.
func (a account) strongest() []part {
	list := slices.Clone(a.causes)
	slices.SortStableFunc(list, func(x, y part) int { return cmp.Compare(math.Abs(y.amount), math.Abs(x.amount)) })
	if len(list) <= told+1 {
		return list
	}
	rest := part{said: words.Say("everything else")}
	for _, c := range list[told:] {
		rest.amount += c.amount
	}
	if rest.amount == 0 {
		return list[:told]
	}
	return append(list[:told], rest)
}

// clauses puts each of the strongest causes in words, then luck, and lists them.
func (a account) clauses(more, less, luckMore, luckLess string) string {
	var out []string
	for _, c := range a.strongest() {
		format := more
		if c.amount < 0 {
			format = less
		}
		out = append(out, words.Say(format, c.said, a.text(math.Abs(c.amount))))
	}
	switch {
	case a.luck > 0:
		out = append(out, words.Say(luckMore, a.text(a.luck)))
	case a.luck < 0:
		out = append(out, words.Say(luckLess, a.text(-a.luck)))
	}
	return words.List(out...)
}

// cameFrom says how many came from where: advertising, word of mouth, by
// themselves, win-back.
var cameFrom = [4]string{words.Mark("%s through advertising"), words.Mark("%s through word of mouth"), words.Mark("%s by themselves"), words.Mark("%s through win-back")}

func wonSentence(t terms, r sim.Report) string {
	a := wonAccount(t, r)
	n := len(t.brief.Channels)
	var brought [len(cameFrom)]float64
	all := 0.0
	for i, h := range r.Why.Sources {
		v := math.Round(h.Count()) // as the picture has them
		brought[max(0, min(i-n+1, len(cameFrom)-1))] += v
		all += v
	}
	var came []string
	for i, format := range cameFrom {
		if v := brought[i]; v > 0 {
			came = append(came, words.Say(format, people(v)))
		}
	}
	text := words.Plural(int(a.total), "You won %s customer", "You won %s customers", a.text(a.total))
	if a.total == 0 {
		text = words.Say("You won no customers")
	}
	clauses := a.clauses(words.Mark("%s won %s more"), words.Mark("%s cost you %s"), words.Mark("luck added %s"), words.Mark("luck took %s"))
	switch len(came) {
	case 0:
		return sentence(text, "", clauses)
	case 1:
		text += ". " + words.Say("With an offer like the rival's it would have been %s", came[0])
	default:
		text += ". " + words.Say("With an offer like the rival's it would have been %s: %s", people(all), words.List(came...))
	}
	if clauses != "" {
		text += ". " + capital(clauses)
	}
	return text + "."
}

func lostSentence(t terms, r sim.Report) string {
	if t.brief.Silent {
		lost := r.Base.Churned + r.Base.ChurnedNew
		return words.Say("Nobody saw who left: customers here go without a word.") + " " +
			words.Plural(lost, "You gave up %s customer who had not bought for long.", "You gave up %s customers who had not bought for long.", count(lost))
	}
	a := lostAccount(r)
	text := words.Plural(int(a.total), "You lost %s customer", "You lost %s customers", a.text(a.total))
	if a.total == 0 {
		text = words.Say("You lost no customers")
	}
	anyway := ""
	for _, l := range a.start {
		anyway = words.Say("%s would have left anyway", people(l.amount))
	}
	return sentence(text, anyway, a.clauses(words.Mark("%s drove away %s more"), words.Mark("%s kept %s"), words.Mark("bad luck took %s"), words.Mark("luck kept %s")))
}

func spentSentence(t terms, r sim.Report) string {
	a := spentAccount(t, r)
	text := words.Say("Repeat purchases brought in %s", a.text(a.total))
	if a.total == 0 {
		text = words.Say("Nobody bought again")
	}
	anyway := ""
	for _, l := range a.start {
		anyway = words.Say("%s would have come anyway", a.text(l.amount))
	}
	return sentence(text, anyway, a.clauses(words.Mark("%s added %s"), words.Mark("%s took away %s"), words.Mark("luck added %s"), words.Mark("luck took %s")))
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
