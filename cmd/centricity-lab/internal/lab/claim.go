package lab

import (
	"fmt"
	"strconv"
	"strings"

	"centricity/game/words"
	"centricity/sim"
	"centricity/sim/experiment"
)

// claimSays are what claims claim: of a measure, of one way to play or two, and
// by how much.
var claimSays = [experiment.NumKinds]string{
	experiment.Higher:  words.Mark("%s: %s against %s higher by %s"),
	experiment.Alike:   words.Mark("%s: %s against %s alike within %s"),
	experiment.Wider:   words.Mark("%s: %s against %s wider by %s"),
	experiment.AtLeast: words.Mark("%s: %s at least %s"),
	experiment.AtMost:  words.Mark("%s: %s at most %s"),
}

var measureNames = [experiment.NumMeasures]string{
	words.Mark("company value"), words.Mark("concentration"), words.Mark("knowledge"), words.Mark("customers"), words.Mark("retention"),
	words.Mark("change in retention"), words.Mark("retention gained with age"), words.Mark("estimated over true equity"),
}

// claimed is a claim on one line, as its String in English. What a file names
// by a fixed word, such as a policy or a lever, is called by it.
func claimed(c experiment.Claim) string {
	bound := strconv.FormatFloat(c.Bound, 'g', 4, 64)
	if c.Kind == experiment.Higher || c.Kind == experiment.Alike {
		bound = fmt.Sprintf("%.3g %%", 100*c.Bound)
	}
	args := []any{words.Say(measureNames[c.Of]), way(c.A)}
	if c.Kind.Pair() {
		args = append(args, way(c.B))
	}
	return words.Say(claimSays[c.Kind], append(args, decimal(bound))...)
}

// way is a way to play.
func way(p experiment.Way) string {
	var parts []string
	add := func(text string) { parts = append(parts, text) }
	if len(p.Only) > 0 {
		add(words.Say("only %s", levers(p.Only)))
	}
	if len(p.Without) > 0 {
		add(words.Say("without %s", levers(p.Without)))
	}
	if p.Focus != "" {
		add(words.Say("focus by %s", p.Focus))
	}
	if p.From > 1 {
		add(words.Say("from round %d", p.From))
	}
	for _, s := range p.Where {
		add(s.Path + " " + decimal(strconv.FormatFloat(s.Value, 'g', -1, 64)))
	}
	if len(parts) == 0 {
		return p.Policy
	}
	return p.Policy + " (" + strings.Join(parts, ", ") + ")"
}

func levers(list []sim.Lever) string {
	names := make([]string, len(list))
	for i, l := range list {
		names[i] = l.String()
	}
	return words.List(names...)
}

// decimal puts the decimal sign of the language in place of a point.
func decimal(number string) string {
	return strings.Replace(number, ".", words.Spoken().Decimal, 1)
}
