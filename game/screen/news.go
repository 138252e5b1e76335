package screen

import (
	"slices"

	"centricity/game/words"
	"centricity/sim"
)

// shockText says that a shock began and what it does, that it lasts, and that it
// is over.
type shockText struct{ began, lasts, over string }

// shockTexts are those of each kind. A launch does not last; one after another
// is a new one.
var shockTexts = [sim.NumShocks]shockText{
	sim.Recession: {
		words.Mark("A recession: people buy less often and leave sooner."),
		words.Mark("Still: a recession: people buy less often and leave sooner."),
		words.Mark("The recession is over.")},
	sim.RivalLaunch: {
		words.Mark("The rival launched a better product."),
		words.Mark("The rival launched a better product."), ""},
	sim.PriceWar: {
		words.Mark("A price war: the rival sells far below its usual price."),
		words.Mark("Still: a price war: the rival sells far below its usual price."),
		words.Mark("The price war is over.")},
	sim.PrivacyCap: {
		words.Mark("New privacy rules: there is a limit to how well you can know anybody."),
		words.Mark("Still: new privacy rules: there is a limit to how well you can know anybody."),
		words.Mark("The privacy rules were eased.")},
	sim.SupplyFailure: {
		words.Mark("Trouble with suppliers: more goes wrong for customers."),
		words.Mark("Still: trouble with suppliers: more goes wrong for customers."),
		words.Mark("The trouble with suppliers is over.")},
	sim.ViralMoment: {
		words.Mark("People talk about your market: word of mouth carries further."),
		words.Mark("Still: people talk about your market: word of mouth carries further."),
		words.Mark("The talk has died down.")},
}

// shockNews tells what befell the market in a round: what began, what goes on,
// what ended.
func shockNews(reports []sim.Report, at int) (out []string) {
	var before []sim.ShockKind
	if at > 0 {
		before = reports[at-1].Shocks
	}
	now := reports[at].Shocks
	for kind := range sim.ShockKind(sim.NumShocks) {
		is, was := slices.Contains(now, kind), slices.Contains(before, kind)
		text := ""
		switch {
		case is && was:
			text = shockTexts[kind].lasts
		case is:
			text = shockTexts[kind].began
		case was:
			text = shockTexts[kind].over
		}
		if text != "" {
			out = append(out, words.Say(text))
		}
	}
	return out
}

// leftName is what a lost customer is called: where leaving is silent, it is
// the firm that gives them up.
func leftName(t terms) string {
	if t.brief.Silent {
		return words.Say("Given up as lost")
	}
	return words.Say("Left")
}
