package screen

import (
	"strings"

	"centricity/game/words"
	"centricity/sim"
)

// draft is what the screen for deciding remembers of the decision prepared.
type draft struct {
	changed bool                // since it was last kept
	moving  bool                // changed in this frame
	custom  [sim.NumLevers]bool // the own mix was chosen, whatever the weights
	levers  float64             // height of what is drawn of it, and of what ends it
	foot    float64
	unkept  string // why the draft could not be put on the shelf
	failed  string // why the last commit did not go through
}

// change makes d the decision being prepared.
func (p *play) change(d sim.Decision) {
	if d == p.session.Draft() {
		return
	}
	p.session.SetDraft(d)
	p.draft.changed, p.draft.moving = true, true
	p.draft.failed = ""
}

// keepDraft puts a changed draft on the shelf once it rests: when nothing moved
// in this frame and no button is held, or at once.
func (a *App) keepDraft(now bool) {
	p := a.play
	if p == nil || !p.draft.changed {
		return
	}
	if !now && (p.draft.moving || a.in.Down) {
		p.draft.moving = false
		a.again = a.again || !a.in.Down
		return
	}
	p.draft.changed = false
	p.draft.unkept = ""
	a.clock()
	if err := p.session.KeepDraft(); err != nil {
		p.draft.unkept = words.Say("This draft could not be saved and would be lost with the window: %s", err)
		a.again = true
	}
}

// refusals sorts the reasons against the draft by the control they concern.
type refusals map[string]string

func (p *play) refusals() refusals {
	out := refusals{}
	for _, problem := range p.session.Refusals() {
		if _, told := out[problem.Path]; !told {
			out[problem.Path] = p.terms.against(problem)
		}
	}
	return out
}

// of is the reason against one part of the decision.
func (r refusals) of(path string) string { return r[path] }

// other are reasons no control on the screen stands for, so that none stays
// unsaid.
func (r refusals) other(b sim.Brief) string {
	var out []string
	for path, message := range r {
		lever, isSpend := strings.CutPrefix(path, "spend.")
		focus, isFocus := strings.CutPrefix(path, "focus.")
		switch {
		case path == "budget", path == "price" && b.Price.Low < b.Price.High, path == "discount" && b.Price.MaxDiscount > 0,
			path == "channels" && len(b.Channels) > 1, isSpend && isOpen(b, lever), isFocus && isOpen(b, focus) && focusable(focus), extraControl(b, path):
		default:
			out = append(out, path+": "+message)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return out[0]
}

func isOpen(b sim.Brief, lever string) bool {
	for i, open := range b.Levers {
		if open && sim.Lever(i).String() == lever {
			return true
		}
	}
	return false
}

func focusable(lever string) bool {
	return lever == sim.Retention.String() || lever == sim.Experience.String()
}
