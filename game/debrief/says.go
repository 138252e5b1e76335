package debrief

import (
	"cmp"
	"fmt"
	"slices"

	"centricity/sim"
)

// Question is an alternative as a reader asks it: "nothing on acquisition".
func (g *Game) Question(a Alternative) string {
	w := g.words()
	switch a.Kind {
	case Without:
		return fmt.Sprintf("Nothing on %s", a.Lever)
	case AsBefore:
		if a.Round == 1 {
			return "As those before you decided"
		}
		return "As in " + w.in(a.Round-1)
	}
	return "The money spread evenly"
}

// question is Question without the round it is asked about.
func (g *Game) question(a Alternative) string {
	if a.Kind == AsBefore {
		return "As in the " + g.words().round + " before"
	}
	return g.Question(a)
}

// Turn is a turning point in a sentence or two.
func (g *Game) Turn(o Outcome) string {
	w := g.words()
	var text string
	switch o.Kind {
	case Without:
		text = fmt.Sprintf("You spent %s on %s. With nothing on it", w.money(o.Saved), o.Lever)
	case AsBefore:
		text = "Had you decided as in " + w.in(o.Round-1) + " once more"
		if o.Round == 1 {
			text = "Had you decided as those before you did"
		}
	case Evenly:
		text = fmt.Sprintf("Had you spread the %s evenly over all levers", w.money(g.Decisions[o.Round-1].Total()))
	}
	return fmt.Sprintf("%s, the firm would be worth %s. %s", text, w.than(o.Difference), w.verdict(o))
}

func (w words) verdict(o Outcome) string {
	switch {
	case o.Launches:
		return "A launch would have come out otherwise: much of this is luck."
	case o.Kind != Without && o.Difference > 0:
		return "The plain choice was the better one."
	case o.Kind != Without:
		return "It was right to choose otherwise."
	case o.Difference > 0:
		return "That money was better kept."
	}
	return fmt.Sprintf("Every %s of it brought back %s.", w.money(100), w.price(sim.Money(100*float64(o.Saved-o.Difference)/float64(o.Saved))))
}

// Says tells the distribution in sentences, from FewestSeeds games on.
func (l Luck) Says(g *Game) (list []string) {
	w, n := g.words(), len(l.Values)
	if n < FewestSeeds {
		return nil
	}
	list = append(list, fmt.Sprintf("The same decisions with other luck, %s: half of them ended below %s, and 8 of 10 between %s and %s.",
		plural(n, "game"), w.short(l.Quantile(0.5)), w.short(l.Quantile(0.1)), w.short(l.Quantile(0.9))))
	did := fmt.Sprintf("Your own game, %s, did better than %s of them", w.short(l.Own()), percent(l.Percentile()))
	if c := l.Chance(); c >= 0 {
		return append(list, fmt.Sprintf("%s: luck gave you %s.", did, w.short(c)))
	}
	return append(list, fmt.Sprintf("%s: luck took %s from you.", did, w.short(-l.Chance())))
}

// Says tells the shares in a sentence.
func (s Shares) Says() string {
	return fmt.Sprintf("Between you and the three styles of play, each with the same luck over and over, %s of all differences between results come from decisions, %s from luck that met everybody and %s from luck that met some more than others.",
		percent(s.Skill), percent(s.Common), percent(s.Own))
}

// Says tells belief and truth in sentences.
func (b Belief) Says(g *Game) (list []string) {
	w := g.words()
	list = append(list, fmt.Sprintf("By your books your customers were worth %s together; in truth it is %s.", w.short(b.Equity), w.short(b.True)))
	switch best := b.Fifths[0]; {
	case b.Blind:
		list = append(list, "You knew nothing that tells one customer from another, so you took all for alike. They were not: the best fifth holds "+percent(best.Best)+" of all their value.")
	default:
		list = append(list, fmt.Sprintf("The fifth of customers you believed in most holds %s of all their value; the fifth that is truly best holds %s.", percent(best.Share), percent(best.Best)))
	}
	if b.Gone > 0 {
		list = append(list, fmt.Sprintf("%s whom you still counted had already left without a word, and %s whom you had given up were still yours.", capital(plural(b.Gone, "customer")), plural(b.Unlisted, "customer")))
	}
	return list
}

// Losses tell whom the firm lost, by segment, the dearest first.
func (s *Story) Losses(g *Game) (list []string) {
	w := g.words()
	segments := slices.Clone(s.Segments)
	slices.SortStableFunc(segments, func(a, b Segment) int { return cmp.Compare(b.LostWorth, a.LostWorth) })
	for _, x := range segments {
		if x.Lost == 0 {
			continue
		}
		text := fmt.Sprintf("%s of the segment “%s” left, worth %s each on average when they went, %s in all", capital(plural(x.Lost, "customer")), x.Name, w.price(x.LostCLV()), w.short(x.LostWorth))
		if cause, n, ok := x.LostTo(); ok && n >= noticed {
			text += fmt.Sprintf("; beyond what would have happened anyway, most through %s (%s)", sim.CauseNames[cause], people(n))
		}
		list = append(list, text+".")
	}
	return list
}
