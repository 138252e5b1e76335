package class

import (
	"cmp"
	"math"
	"slices"

	"centricity/game"
	"centricity/game/widget"
	"centricity/game/words"
)

// A question is one that the data raise, and how strongly.
type question struct {
	text   string
	weight float64
}

// Questions are the three that these data raise most.
func (r *Room) Questions(l Luck) []string {
	n := len(r.Teams)
	if n == 0 {
		return nil
	}
	var all []question
	ask := func(weight float64, text string) { all = append(all, question{text, weight}) }
	if links := r.Links(); len(links) > 0 {
		switch k, r := links[0], widget.Decimal(links[0].Correlation, 2); {
		case k.Correlation > chance(n):
			ask(k.Correlation, words.Say("Teams with a higher %s ended with more company value (rank correlation %s over %d teams). Is that cause, or did they also do something else differently? Which test with a control group would tell?", k.What, r, n))
		case k.Correlation < -chance(n):
			ask(-k.Correlation, words.Say("Teams with a higher %s ended with less company value (rank correlation %s over %d teams). Is that cause, or did they also do something else differently? Which test with a control group would tell?", k.What, r, n))
		default:
			ask(0.3, words.Say("Nothing that teams decided goes with their result more than chance would have it (the strongest: %s, rank correlation %s over %d teams). What made the difference then: when it was done, for whom, or luck?", k.What, r, n))
		}
	}
	if skill, ok := l.Skill(); ok && n > 1 {
		ask(1-l.First, words.Say("With the same decisions and other luck, the best team would have been first in %s of %d other worlds, and %s of what sets teams apart is decisions. What of the ranking should be praised, and what not?", percent(l.First), l.Seeds, percent(skill)))
	}
	most := 0
	for i := range r.Teams {
		if closing(r.Teams[i]) > closing(r.Teams[most]) {
			most = i
		}
	}
	if n > 1 && most > 0 {
		ask(0.4+float64(most)/float64(n), words.Say("The team with the most customers came in %s of %d. What were its customers worth, and how would it have known before the end?", words.Ordinal(r.Teams[most].Rank), n))
	}
	if gap, ok := r.bookGap(); ok {
		text := words.Say("In the middle team, the books' estimate of customer equity was %s above the truth. What does an average hide when customers differ, and which figure would have shown it?", percent(gap))
		if gap < 0 {
			text = words.Say("In the middle team, the books' estimate of customer equity was %s below the truth. What does an average hide when customers differ, and which figure would have shown it?", percent(-gap))
		}
		ask(min(math.Abs(gap)*2, 0.95), text)
	}
	if c := game.Calibrate(r.verdicts()); c.Made > 0 {
		ask(min(math.Abs(c.Rate()-game.ForecastSure)*2.5, 1), words.Say("The class gave %d forecasts meant to be right %s of the time; %s were. What would you have to know to give a narrower one that holds?", c.Made, percent(game.ForecastSure), percent(c.Rate())))
	} else {
		ask(0.2, words.Say("Nobody wrote down a forecast. How would you tell now whether a plan was good, or only turned out well?"))
	}
	if bot, better := r.unbeaten(); better > 0 {
		ask(0.35+0.6*float64(better)/float64(n), words.Say("The built-in %s player, which never talks and never learns, was better than %d of %d teams. What did it do every round that they did not?", bot, better, n))
	}
	slices.SortStableFunc(all, func(a, b question) int { return cmp.Compare(b.weight, a.weight) })
	var texts []string
	for _, q := range all[:min(3, len(all))] {
		texts = append(texts, q.text)
	}
	return texts
}

func closing(t Team) int {
	if len(t.Reports) == 0 {
		return 0
	}
	return t.Reports[len(t.Reports)-1].Base.Closing()
}

// bookGap is by how much the books of the team in the middle were off.
func (r *Room) bookGap() (gap float64, ok bool) {
	t := r.Teams[len(r.Teams)/2]
	if t.Value.Equity <= 0 || len(t.Reports) == 0 {
		return 0, false
	}
	guess := t.Reports[len(t.Reports)-1].EstimatedEquity(r.Scenario.Market.Value.DiscountRate)
	return guess.Currency()/t.Value.Equity.Currency() - 1, true
}

// verdicts are what came of the whole class's forecasts.
func (r *Room) verdicts() (list []game.Verdict) {
	for _, t := range r.Teams {
		list = append(list, t.Process.Verdicts...)
	}
	return list
}

// unbeaten is the best built-in player, and how many teams did worse.
func (r *Room) unbeaten() (name string, worse int) {
	if len(r.Players) == 0 {
		return "", 0
	}
	best := slices.MaxFunc(r.Players, func(a, b game.Result) int { return cmp.Compare(a.Value.Company(), b.Value.Company()) })
	for _, t := range r.Teams {
		if t.Value.Company() < best.Value.Company() {
			worse++
		}
	}
	return game.PlayerName(best.Name), worse
}
