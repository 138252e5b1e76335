package screen

import (
	"slices"

	"centricity/sim"
)

// shockTexts say of each kind of shock what it does, and that it is over.
var shockTexts = [sim.NumShocks][2]string{
	sim.Recession:     {"A recession: people buy less often and leave sooner", "The recession is over"},
	sim.RivalLaunch:   {"The rival launched a better product", ""},
	sim.PriceWar:      {"A price war: the rival sells far below its usual price", "The price war is over"},
	sim.PrivacyCap:    {"New privacy rules: there is a limit to how well you can know anybody", "The privacy rules were eased"},
	sim.SupplyFailure: {"Trouble with suppliers: more goes wrong for customers", "The trouble with suppliers is over"},
	sim.ViralMoment:   {"People talk about your market: word of mouth carries further", "The talk has died down"},
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
		text := shockTexts[kind]
		is, was := slices.Contains(now, kind), slices.Contains(before, kind)
		switch {
		case is && was && kind != sim.RivalLaunch:
			out = append(out, "Still: "+lower(text[0])+".")
		case is:
			out = append(out, text[0]+".")
		case was && text[1] != "":
			out = append(out, text[1]+".")
		}
	}
	return out
}

// returnedNews tells of customers the firm had given up.
func returnedNews(b sim.Base) string {
	return plural(b.Returned, "customer") + " you had given up bought again unasked."
}

// lostVerb says what happens to customers who are lost.
func lostVerb(t terms) string {
	if t.brief.Silent {
		return "gave up"
	}
	return "lost"
}

// leftName is what a lost customer is called: where leaving is silent, it is
// the firm that gives them up.
func leftName(t terms) string {
	if t.brief.Silent {
		return "Given up as lost"
	}
	return "Left"
}
