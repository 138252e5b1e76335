package lab

import (
	"fmt"
	"io"
	"unicode/utf8"

	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim/experiment"
)

// writeLesson judges the claims of a scenario's lesson; holds is false if one
// fails.
func writeLesson(out, errs io.Writer, s scenarios.Scenario) (holds bool, err error) {
	if len(s.Lesson.Holds) == 0 {
		_, err := fmt.Fprint(out, words.Say("The scenario states no lesson."), "\n\n")
		return true, err
	}
	m := affordable(s.Market, 2*len(s.Lesson.Holds)*lessonSeeds)
	times := float64(s.Market.People) / float64(m.People)
	claims := make([]experiment.Claim, len(s.Lesson.Holds))
	for i, c := range s.Lesson.Holds {
		claims[i] = c
		if grows(c) {
			claims[i].Bound /= times
		}
	}
	bar := newProgress(errs, words.Say("judging the lesson"))
	findings, err := experiment.Judge(m, claims, experiment.Seeds(1, lessonSeeds), 0, bar.tell)
	bar.end()
	if err != nil {
		return false, fmt.Errorf(words.Say("%s: the lesson cannot be judged: %w"), s.Name, err)
	}
	fmt.Fprintln(out, words.Say("The lesson over %d paired seeds%s:", lessonSeeds, fewer(s.Market, m)))
	width := 0
	for _, v := range verdicts {
		width = max(width, utf8.RuneCountInString(words.Say(v)))
	}
	holds = true
	for i, f := range findings {
		f.Claim = s.Lesson.Holds[i]
		if grows(f.Claim) {
			f.Measured, f.Low, f.High = f.Measured*times, f.Low*times, f.High*times
		}
		note := ""
		if f.Claim.Kind == experiment.Wider && f.Verdict == experiment.Fails && times > 1 {
			f.Verdict, note = experiment.Open, words.Say("; luck of single customers evens out only in the whole world")
		}
		fmt.Fprintf(out, "  %-*s  %s\n", width, words.Say(verdicts[f.Verdict]), words.Say("%s; measured %s (%s to %s)%s", claimed(f.Claim), bound(f.Claim, f.Measured), bound(f.Claim, f.Low), bound(f.Claim, f.High), note))
		holds = holds && f.Verdict != experiment.Fails
	}
	_, err = fmt.Fprintln(out)
	return holds, err
}

// verdicts are what became of claims, said where they are shown.
var verdicts = map[experiment.Verdict]string{
	experiment.Open: words.Mark("open"), experiment.Holds: words.Mark("holds"), experiment.Fails: words.Mark("fails"),
}

// grows tells claims whose bound is an amount that goes with the number of
// people.
func grows(c experiment.Claim) bool {
	return !c.Kind.Pair() && (c.Of == experiment.CompanyValue || c.Of == experiment.CustomersKept)
}

// bound writes what was measured as the claim's bound is written.
func bound(c experiment.Claim, x float64) string {
	text := fmt.Sprintf("%.4g", x)
	if c.Kind == experiment.Higher || c.Kind == experiment.Alike {
		text = fmt.Sprintf("%.1f %%", 100*x)
	}
	return decimal(text)
}
