package screen_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"
)

// foreign writes a text in letters that no text of the code has, and leaves the
// places of its arguments as they are.
func foreign(key string) string {
	var b strings.Builder
	last := 0
	for _, at := range verbs.FindAllStringIndex(key, -1) {
		b.WriteString(strings.Map(other, key[last:at[0]]))
		b.WriteString(key[at[0]:at[1]])
		last = at[1]
	}
	return b.String() + strings.Map(other, key[last:])
}

// verbs are the arguments of a format: no text in the catalogue has a space in
// one, and "100 % of" is none.
var verbs = regexp.MustCompile(`%(\[\d+\])?[-+#0-9.]*[a-zA-Z%]`)

// other is the Cyrillic letter in the place of a Latin one.
func other(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return r - 'a' + 'а'
	case 'A' <= r && r <= 'Z':
		return r - 'A' + 'А'
	}
	return r
}

// plain is what may stand on a screen in any language: the program's name, the
// languages' own, units of numbers, the "and" of lists, the end of a plural that a
// rule makes, names of models, what was typed by a person, and what a scenario file
// itself says, where, and which rule it breaks.
var plain = regexp.MustCompile(strings.Join([]string{
	`Centricity|Español|English`, `\b(and|k|m|bn|tn)\b`, `[а-я]s`, `\b[A-Za-z]*/?NBD\b`,
	`Azul|Ventas|Suben|Menos llamadas|12x|/home/azul/[a-z0-9-]+\.log`, `[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}`,
	`(kiosk|roastery)\.yaml(:\d+:\d+: \w+(\.\w+)*)?|^\d+ \| .*|"soon"|\[(not-a-number|unsound-market)\]`,
}, "|"))

var latin = regexp.MustCompile(`[A-Za-z]`)

// spy collects what is drawn and told that did not come out of the catalogue.
type spy struct {
	nowhere
	found map[string]string // text: where it was first
	where string
	seen  map[string]bool
}

func (s *spy) check(text, what, of string) {
	if s.seen[text] {
		return
	}
	s.seen[text] = true
	if strings.Contains(text, "%!") || latin.MatchString(plain.ReplaceAllString(text, "")) {
		s.found[text] = fmt.Sprintf("%s: %s %s", s.where, what, of)
	}
}

func (s *spy) Text(_ canvas.Point, text string, _ canvas.Style) { s.check(text, "drawn", "") }

func (s *spy) tree(root *widget.Node) {
	for n := range root.All {
		s.check(n.Name, "name of", n.ID)
		s.check(n.Value, "value of", n.ID)
		s.check(n.Description, "description of", n.ID)
	}
}

// Every text on every screen comes out of the catalogue, so that another
// language lacks none: only numbers, signs, names and what people typed do not.
func TestEveryTextComesFromTheCatalogue(t *testing.T) {
	defer words.Speak(words.English.Tag)
	found, seen := map[string]string{}, map[string]bool{}
	toured := func(w, h float64, lead func(*tour)) {
		s := &spy{nowhere: nowhere{w: w, h: h}, found: found, seen: seen}
		lead(&tour{t: t, w: w, h: h, canvas: s, foreign: true, watch: s.tree, see: func(name string, _ *player) { s.where = "after " + name }})
	}
	toured(1024, 640, (*tour).all)
	toured(1440, 900, func(tour *tour) {
		tour.played(everything())
		tour.played(silent())
	})
	list := []string{}
	for text, where := range found {
		list = append(list, fmt.Sprintf("%-40q %s", text, where))
	}
	slices.Sort(list)
	assert.Empty(t, list, "%d texts are said past the catalogue:\n%s", len(list), strings.Join(list, "\n"))
}

// played is a whole game with decisions of every kind, all its screens looked
// at after every round.
func (t *tour) played(s scenarios.Scenario) {
	t.t.Helper()
	find := func(string) (scenarios.Scenario, error) { return s, nil }
	p := t.sit(screen.Host{Shelf: &game.Memory{}, Scenarios: []scenarios.Scenario{s}, Find: find, NewSeed: func() uint64 { return 3 }})
	p.push("play/" + s.Name)
	p.push("start")
	g := p.app.Session()
	decide := policy.Random(7)
	for !g.Over() {
		d := decide(policy.View{Brief: g.Brief(), Reports: g.Reports(), Available: g.Available()})
		d.Trial = sim.Trial{Lever: sim.Experience, Control: 2000}
		g.SetDraft(d)
		for _, id := range []string{"programmes/retention", "programmes/experience", "focus.retention/2", "focus.experience/1", "trial/open"} {
			if n := p.tree.Find(id); n != nil && !n.Expanded && !n.Checked {
				p.push(id)
			}
		}
		t.sights(p, s.Name+"-decide", 6)
		p.push("commit")
		t.sights(p, s.Name+"-results", 5)
		p.push("tabs/1")
		for i, way := range ways {
			p.push(fmt.Sprintf("views/%d", i))
			t.sights(p, s.Name+"-"+way, 3)
		}
		if !g.Over() {
			p.push("tabs/0")
		}
	}
	p.push("tabs/0")
	t.sights(p, s.Name+"-score", 3)
	p.push("to-debrief")
	for i := range 5 {
		id := fmt.Sprintf("debrief/parts/%d", i)
		if !p.there(id) {
			id = fmt.Sprintf("debrief/part/%d", i)
		}
		p.push(id)
		t.sights(p, s.Name+"-debrief", 3)
	}
}
