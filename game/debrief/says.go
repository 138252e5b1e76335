package debrief

import (
	"cmp"
	"slices"

	"centricity/game"
	"centricity/game/words"
	"centricity/sim"
)

// Question is an alternative as a reader asks it: "nothing on acquisition".
func (g *Game) Question(a Alternative) string {
	w := g.terms()
	switch a.Kind {
	case Without:
		return words.Say("Nothing on %s", game.LeverName(a.Lever))
	case AsBefore:
		if a.Round == 1 {
			return words.Say("As those before you decided")
		}
		return words.Say("As in %s", w.in(a.Round-1))
	}
	return words.Say("The money spread evenly")
}

// question is Question without the round it is asked about.
func (g *Game) question(a Alternative) string {
	if a.Kind == AsBefore {
		return words.Say("As in the %s before", g.terms().round)
	}
	return g.Question(a)
}

// Done is what was done instead of an alternative, as the name of a figure that
// says what doing so was worth.
func (g *Game) Done(a Alternative) string {
	switch a.Kind {
	case Without:
		return words.Say("What you spent on %s was worth", game.LeverName(a.Lever))
	case AsBefore:
		return words.Say("Changing course was worth")
	}
	return words.Say("Dividing unevenly was worth")
}

// Worth is by how much what was done made the firm worth more than the
// alternative would have: the other side of Difference.
func (o Outcome) Worth() sim.Money { return -o.Difference }

// Turn is a turning point in a sentence or two, from the side of what was done.
func (g *Game) Turn(o Outcome) string {
	w := g.terms()
	worth := words.Say("the firm is worth %s more for it", w.short(o.Worth()))
	if o.Worth() < 0 {
		worth = words.Say("the firm is worth %s less for it", w.short(-o.Worth()))
	}
	return w.done(o, g.Decisions[o.Round-1], worth) + " " + w.verdict(o)
}

// done says what was done, and what that made of the firm's worth.
func (w terms) done(o Outcome, was sim.Decision, worth string) string {
	switch {
	case o.Kind == Without:
		return words.Say("You spent %s on %s: %s.", w.money(o.Saved), game.LeverName(o.Lever), worth)
	case o.Kind == Evenly:
		return words.Say("You did not divide the %s evenly among all levers: %s.", w.money(was.Total()), worth)
	case o.Round == 1:
		return words.Say("You decided otherwise than those before you: %s.", worth)
	}
	return words.Say("You decided otherwise than in %s: %s.", w.in(o.Round-1), worth)
}

func (w terms) verdict(o Outcome) string {
	switch {
	case o.Launches:
		return words.Say("A launch would have come out otherwise: much of this is luck.")
	case o.Kind != Without && o.Worth() < 0:
		return words.Say("The plain choice would have been the better one.")
	case o.Kind != Without:
		return words.Say("It was right to choose otherwise.")
	case o.Worth() < 0:
		return words.Say("That money was better kept.")
	}
	return words.Say("Every %s of it brought back %s.", w.money(100), w.price(sim.Money(100*float64(o.Saved+o.Worth())/float64(o.Saved))))
}

// Says tells the distribution in sentences, from FewestSeeds games on.
func (l Luck) Says(g *Game) (list []string) {
	w, n := g.terms(), len(l.Values)
	if n < FewestSeeds {
		return nil
	}
	list = append(list, words.Say("The same decisions with other luck, %s: half of them ended below %s, and 8 of 10 between %s and %s.",
		words.Plural(n, "%s game", "%s games", count(n)), w.short(l.Quantile(0.5)), w.short(l.Quantile(0.1)), w.short(l.Quantile(0.9))))
	own, above := w.short(l.Own()), percent(l.Percentile())
	if c := l.Chance(); c >= 0 {
		return append(list, words.Say("Your own game, %s, did better than %s of them: luck gave you %s.", own, above, w.short(c)))
	}
	return append(list, words.Say("Your own game, %s, did better than %s of them: luck took %s from you.", own, above, w.short(-l.Chance())))
}

// Says tells the shares in a sentence.
func (s Shares) Says() string {
	return words.Say("Between you and the three styles of play, each with the same luck over and over, %s of all differences between results come from decisions, %s from luck that met everybody and %s from luck that met some more than others.",
		percent(s.Skill), percent(s.Common), percent(s.Own))
}

// Says tells belief and truth in sentences.
func (b Belief) Says(g *Game) (list []string) {
	w := g.terms()
	list = append(list, words.Say("By your books your customers were worth %s together; in truth it is %s.", w.short(b.Equity), w.short(b.True)))
	return append(list, b.Sees()...)
}

// Sees says how far the firm saw who is worth more, and who is still there.
func (b Belief) Sees() (list []string) {
	switch best := b.Fifths[0]; {
	case b.Blind:
		list = append(list, words.Say("You knew nothing that tells one customer from another, so you took all for alike. They were not: the best fifth holds %s of all their value.", percent(best.Best)))
	default:
		list = append(list, words.Say("The fifth of customers you believed in most holds %s of all their value; the fifth that is truly best holds %s.", percent(best.Share), percent(best.Best)))
	}
	if b.Gone > 0 {
		list = append(list, words.Say("%s whom you still counted had already left without a word, and %s whom you had given up were still yours.", customersOf(b.Gone), customersOf(b.Unlisted)))
	}
	return list
}

// Losses tell whom the firm lost, by segment, the dearest first.
func (s *Story) Losses(g *Game) (list []string) {
	w := g.terms()
	segments := slices.Clone(s.Segments)
	slices.SortStableFunc(segments, func(a, b Segment) int { return cmp.Compare(b.LostWorth, a.LostWorth) })
	for _, x := range segments {
		if x.Lost == 0 {
			continue
		}
		lost, name, each, all := customersOf(x.Lost), words.Say(x.Name), w.price(x.LostCLV()), w.short(x.LostWorth)
		if cause, n, ok := x.LostTo(); ok && n >= noticed {
			list = append(list, words.Say("%s of the segment “%s” left, worth %s each on average when they went, %s in all; beyond what would have happened anyway, most through %s (%s).",
				lost, name, each, all, game.CauseName(cause), people(n)))
		} else {
			list = append(list, words.Say("%s of the segment “%s” left, worth %s each on average when they went, %s in all.", lost, name, each, all))
		}
	}
	return list
}

// Counts says how the segments' counts differ from those of the firm's books;
// empty where they do not.
func (s *Story) Counts(g *Game) string {
	var won, lost, between, end int
	for _, r := range s.Rounds {
		b := r.Report.Base
		won, lost, between, end = won+b.New(), lost+b.Churned+b.ChurnedNew, between+b.ChurnedNew, b.Closing()
	}
	round := g.terms().round
	switch {
	case g.Scenario.Market.Churn.Silent:
		return words.Say("These are the true counts, from %[1]s to %[1]s. By your books you won %[2]s, gave up %[3]s and had %[4]s in the end: they also count who came and left in between, and cannot see who left without a word.",
			round, count(won), count(lost), customersOf(end))
	case between > 0:
		return words.Plural(between, "Counted from %[1]s to %[1]s: %[2]s customer who came and left in between is neither among the won nor among the lost.",
			"Counted from %[1]s to %[1]s: %[2]s customers who came and left in between are neither among the won nor among the lost.", round, count(between))
	}
	return ""
}
