package screen

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// loyalShare is the share of those asked who are loyal, and its standard
// error, sqrt(p(1−p)/n).
func loyalShare(s sim.Survey) (share, se float64) {
	if s.Asked == 0 {
		return math.NaN(), 0
	}
	n := float64(s.Asked)
	share = float64(s.Loyal) / n
	return share, math.Sqrt(share * (1 - share) / n)
}

// loyalSentence tells retained from loyal.
func loyalSentence(r sim.Report) string {
	share, _ := loyalShare(r.Survey)
	switch {
	case !finite(share):
		return words.Say("Nobody was asked.")
	case r.Base.Opening == 0:
		return words.Say("Loyal: %s %% of those asked.", widget.Decimal(100*share, 0))
	}
	return words.Say("You retained %s, but only %s %% of those asked are loyal: content, and would not go if the rival were a tenth cheaper. The others stay as long as nothing better comes along.",
		widget.Percent(r.Base.Retention()), widget.Decimal(100*share, 0))
}

// loyalBox shows what customers say: satisfaction, loyalty beside retention.
func (a *App) loyalBox(reports []sim.Report, at int, w float64) box {
	r := reports[at]
	said := loyalSentence(r)
	return box{words.Say("Retained is not loyal"), a.figureHeight() + widget.Gap3 + a.linesHeight(said, w), 1, func(in canvas.Rect) {
		u := &a.ui
		cols := in.CutTop(a.figureHeight()).Columns(3, widget.Gap3)
		m := measured("retention")
		u.Figures(cols[0], widget.Figures{ID: "loyal/retained", Name: words.Say("Retained"), Value: m.text(a.play.terms, m.of(a.play.terms, r)), Note: words.Say("of all"), Tone: widget.Quiet, Tip: m.tip})
		loyal := widget.Figures{ID: "figure/loyal", Name: words.Say("Loyal"), Value: "–",
			Tip: means("loyal")}
		if share, se := loyalShare(r.Survey); finite(share) {
			loyal.Value = widget.Decimal(100*share, 0) + " % ±" + widget.Decimal(196*se, 0)
		}
		csat := widget.Figures{ID: "figure/csat", Name: words.Say("CSAT"), Value: "–",
			Tip: means("csat")}
		if mean, se := r.Survey.CSAT(); r.Survey.Asked > 0 {
			csat.Value = widget.Decimal(mean, 1) + " ±" + widget.Decimal(1.96*se, 1)
			csat.Note = words.Say("of 5")
		}
		if at > 0 {
			loyal.Note, loyal.Tone = compareShares(r.Survey, reports[at-1].Survey)
			if mean, se := reports[at-1].Survey.CSAT(); reports[at-1].Survey.Asked > 0 && r.Survey.Asked > 0 {
				now, error := r.Survey.CSAT()
				csat.Note, csat.Tone = words.Say("of 5, %s", widget.Signed(widget.Decimal(now-mean, 1))), widget.Quiet
				if math.Abs(now-mean) < 1.96*math.Hypot(error, se) {
					csat.Note = words.Say("of 5, no clear change")
				}
			}
		}
		u.Figures(cols[1], loyal)
		u.Figures(cols[2], csat)
		in.CutTop(widget.Gap3)
		a.lines(&in, said)
	}}
}

// compareShares says how the share of loyal customers moved, if samples of
// this size can tell.
func compareShares(now, before sim.Survey) (string, widget.Tone) {
	x, ex := loyalShare(now)
	y, ey := loyalShare(before)
	switch d := x - y; {
	case !finite(d):
		return "", widget.Quiet
	case math.Abs(d) < 1.96*math.Hypot(ex, ey):
		return words.Say("no clear change"), widget.Quiet
	case d > 0:
		return words.Say("%s points", widget.Signed(widget.Decimal(100*d, 0))), widget.Positive
	default:
		return words.Say("%s points", widget.Decimal(100*d, 0)), widget.Negative
	}
}
