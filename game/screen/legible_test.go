package screen_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
)

// proof is a canvas that draws nothing and remembers every text: where it
// stands, and whether all of it is there.
type proof struct {
	nowhere
	on     bool // else it forgets
	texts  []written
	cuts   []written
	hidden []written // texts that something was painted over later
}

type written struct {
	r    canvas.Rect
	clip canvas.Rect
	text string
}

func (p *proof) FillRect(r canvas.Rect, c canvas.Color) {
	if c.A < 255 && r == canvas.Box(0, 0, p.w, p.h) { // what lies behind a dialog is not to be read
		p.texts, p.cuts, p.hidden = nil, nil, nil
	}
	p.paint(r, c)
}

func (p *proof) FillRound(r canvas.Rect, _ float64, c canvas.Color) { p.paint(r, c) }

func (p *proof) paint(r canvas.Rect, c canvas.Color) {
	if r = r.Intersect(p.Clip()); !p.on || c.A < 255 || r.W < 3 || r.H < 3 {
		return
	}
	for _, w := range p.texts {
		if part := w.r.Intersect(w.clip).Intersect(r); part.W > 2 && part.H > 2 {
			p.hidden = append(p.hidden, w)
		}
	}
}

func (p *proof) Text(at canvas.Point, s string, style canvas.Style) {
	if s == "" || !p.on {
		return
	}
	w := canvas.Measure(s, style)
	r := canvas.Box(at.X, at.Y-style.CapHeight(), w, style.CapHeight())
	switch style.Align {
	case canvas.Center:
		r.X -= w / 2
	case canvas.Right:
		r.X -= w
	}
	p.texts = append(p.texts, written{r, p.Clip(), s})
}

func (p *proof) Cut(r canvas.Rect, full string) {
	if !p.on {
		return
	}
	p.cuts = append(p.cuts, written{r.Intersect(p.Clip()), p.Clip(), full})
}

// reader is a player who proof-reads.
type reader struct {
	*player
	proof *proof
	seen  map[string]bool // cut texts that were found told in full
}

// again draws the screen once more, and only that is in the proof.
func (r *reader) again() {
	r.t.Helper()
	r.proof.texts, r.proof.cuts, r.proof.hidden, r.proof.on = nil, nil, nil, true
	defer func() { r.proof.on = false }()
	r.now += 16 * time.Millisecond
	r.tree = r.app.Frame(r.c, widget.Input{Now: r.now, Pointer: r.at})
}

// proofread fails on a text that runs out of its place or into another, and on
// one that was shortened and that pointing at it does not tell in full.
func (r *reader) proofread(where string) {
	r.t.Helper()
	r.at = canvas.Pt(1, 1)
	r.again()
	texts, cuts := r.proof.texts, r.proof.cuts
	for _, w := range r.proof.hidden {
		r.t.Errorf("%s: something lies on %q", where, w.text)
	}
	for i, w := range texts {
		if part := w.r.Intersect(w.clip); part.H < w.r.H-1 || r.edited(w) {
			continue // scrolled out of view
		}
		if w.r.X < w.clip.X-1.5 || w.r.Right() > w.clip.Right()+1.5 {
			r.t.Errorf("%s: %q runs out of its place", where, w.text)
		}
		for _, v := range texts[:i] {
			if both := w.r.Intersect(v.r); v.clip == w.clip && both.W > 2 && both.H > 2 {
				r.t.Errorf("%s: %q stands on %q", where, w.text, v.text)
			}
		}
	}
	for _, c := range cuts {
		if r.seen[c.text] || c.r.Empty() {
			continue
		}
		r.seen[c.text] = true
		r.at = canvas.Pt(c.r.MidX(), c.r.MidY())
		r.do(widget.Input{})
		r.now += time.Second
		r.do(widget.Input{})
		tip := r.tree.Find("tooltip")
		if tip == nil || !strings.Contains(tip.Name, strings.TrimRight(c.text, ".")) {
			r.t.Errorf("%s: %q is cut short, and pointing at it does not tell the rest (%v)", where, c.text, tip)
		}
	}
	r.at = canvas.Pt(1, 1)
	r.do(widget.Input{})
}

// edited tells whether a text is what is being typed.
func (r *reader) edited(w written) bool {
	n := r.tree.Find(r.app.Focus())
	return n != nil && (n.Role == widget.RoleTextBox || n.Role == widget.RoleSpinButton) && !n.Rect.Intersect(w.r).Empty()
}

// Every text of every screen can be read, in small windows and with text twice
// the size: none runs into another or out of its place, and what is shortened
// is told in full where the pointer rests on it.
func TestEveryTextCanBeRead(t *testing.T) {
	for _, c := range []struct {
		w, h     float64
		text     int
		language string
	}{{1024, 640, 100, "en"}, {1024, 640, 200, "en"}, {1024, 640, 100, "es"}, {1024, 640, 200, "es"}, {1280, 800, 150, "es"}} {
		t.Run(fmt.Sprintf("%gx%g %d %s", c.w, c.h, c.text, c.language), func(t *testing.T) {
			defer words.Speak(words.English.Tag)
			shelf := &game.Memory{}
			require.NoError(t, shelf.Replace("look.json", fmt.Appendf(nil, `{"text":%d,"language":%q}`, c.text, c.language)))
			h := host(t, shelf)
			h.Scenarios = append(h.Scenarios, everything())
			h.Find = func(name string) (scenarios.Scenario, error) {
				if name == "everything" {
					return everything(), nil
				}
				return small(name)
			}
			paper := &proof{nowhere: nowhere{w: c.w, h: c.h}}
			r := &reader{&player{t: t, app: screen.New(h), c: paper}, paper, map[string]bool{}}
			r.do(widget.Input{})
			r.proofread("choose")
			r.helped(func(part string) { r.proofread("help: " + part) })
			for _, s := range h.Scenarios {
				r.click("play/" + s.Name)
				r.proofread(s.Name + " briefing")
				r.click("start")
				r.proofread(s.Name + " decide")
				r.helped(func(part string) { r.proofread(s.Name + " help: " + part) })
				if s.Name != "everything" {
					r.click("home")
				}
			}
			for _, id := range []string{"programmes/retention", "programmes/experience", "trial/open", "focus.retention/2", "journal/open"} {
				r.click(id)
				r.proofread(id)
			}
			r.drag("trial", 0.5)
			r.proofread("trial")
			r.click("commit")
			r.proofread("results")
			r.click("why-open")
			r.proofread("why in numbers")
			for _, name := range screen.Names() {
				if strings.HasPrefix(name, "customers") {
					require.NoError(t, r.app.Show(name))
					r.do(widget.Input{})
					r.proofread(name)
				}
			}
			require.NoError(t, r.app.Show("results"))
			r.do(widget.Input{})
			for r.click("next"); !r.app.Session().Over(); r.click("next") {
				r.click("commit")
			}
			r.proofread("score")
			require.NoError(t, r.app.Show("debrief"))
			r.do(widget.Input{})
			for part := range 5 {
				if id := fmt.Sprintf("debrief/parts/%d", part); r.there(id) {
					r.click(id)
				} else {
					r.click("debrief/part")
					r.key(widget.KeyHome)
					for range part {
						r.key(widget.KeyDown)
					}
					r.key(widget.KeyEnter)
				}
				r.proofread(fmt.Sprint("debrief ", part))
			}
		})
	}
}
