package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawCommit draws the budget, what is wrong with the decision, and the button
// that plays it.
func (a *App) drawCommit(r *canvas.Rect) {
	u, p := &a.ui, a.play
	u.Rule(*r)
	r.CutTop(u.Px(8))
	a.alert(r, "commit-failed", p.draft.failed)
	a.alert(r, "draft-unkept", p.draft.unkept)
	total, available := p.session.Draft().Total(), p.session.Available()
	why := p.refusals()

	line := r.CutTop(u.Px(22))
	text := words.Say("Budget %s", p.terms.money(available))
	if p.session.Brief().Budget.FromCash {
		text = words.Say("Cash and credit %s", p.terms.money(available))
	}
	tone := widget.Accented
	left := words.Say("%s left", p.terms.money(available-total))
	if total > available {
		tone, left = widget.Negative, words.Say("%s too much", p.terms.money(total-available))
	}
	style := u.Theme.Strong().Aligned(canvas.Right).With(u.Theme.Color(tone))
	u.Label(line.CutRight(line.W*0.5), left, style)
	u.Label(line, text, u.Theme.Strong())
	share := 0.0
	if available > 0 {
		share = float64(total) / float64(available)
	} else if total > 0 {
		share = 1
	}
	u.Meter(r.CutTop(u.Px(14)), "budget", words.Say("Budget used"), words.Say("%s of %s", p.terms.money(total), p.terms.money(available)), share, tone)

	reason := a.reason(why)
	status := r.CutTop(u.Px(26))
	switch {
	case reason != "":
		u.Status(status, "reason", reason, widget.Negative)
	case p.bankrupt():
		u.Status(status, "reason", words.Say("The firm is bankrupt and can spend nothing."), widget.Warning)
	case p.misnoted() != "":
		u.Status(status, "reason", words.Say("Your forecast would not be kept. %s", p.misnoted()), widget.Warning)
	case total < available:
		u.Status(status, "reason", words.Say("What is left stays in the firm as cash."), widget.Quiet)
	default:
		u.Status(status, "reason", words.Say("Everything is planned."), widget.Quiet)
	}
	r.CutTop(widget.Gap1)
	a.drawButtons(r.CutTop(u.Px(36)), reason, total, available)
}

func (p *play) bankrupt() bool {
	reports := p.session.Reports()
	return len(reports) > 0 && reports[len(reports)-1].Bankrupt
}

// reason is why the decision cannot be played, in one line; empty when it can.
func (a *App) reason(why refusals) string {
	p := a.play
	b := p.session.Brief()
	total, available := p.session.Draft().Total(), p.session.Available()
	switch {
	case len(why) == 0:
		return ""
	case why.of("budget") != "":
		return words.Say("Take %s away to stay within the budget.", p.terms.money(total-available))
	case why.other(b) != "":
		return capital(why.other(b))
	}
	return words.Say("One of your choices is not possible; see the note beside it.")
}

func (a *App) drawButtons(r canvas.Rect, reason string, total, available sim.Money) {
	u, p := &a.ui, a.play
	if total > available {
		fit := fitButton("fit")
		if u.Button(r.CutRight(u.ButtonWidth(fit)), fit) {
			p.change(fitted(p.session.Draft(), available))
			if a.again = true; a.byKey() {
				a.then = func() { u.SetFocus("commit") } // the button goes
			}
		}
		r.CutRight(widget.Gap2)
	}
	commit := widget.Button{ID: "commit", Label: words.Say("Play %s", p.terms.in(p.session.Round())), Kind: widget.Primary, Disabled: reason, Told: true,
		Tip: words.Say("Ctrl+Enter plays it, too.")}
	if u.Button(r, commit) {
		a.commit()
	}
}

func fitButton(id string) widget.Button {
	return widget.Button{ID: id, Label: words.Say("Fit to budget"), Tip: words.Say("Cut every amount by the same share until the total fits.")}
}

// fitted is the decision with all amounts cut by about the same share, to round
// figures, with nothing left over where the amounts asked for allow it.
func fitted(d sim.Decision, available sim.Money) sim.Decision {
	total := d.Total()
	if total <= available {
		return d
	}
	asked, rest, unit := d.Spend, available, sim.Money(50_00)
	if available < 20*unit {
		unit = 100
	}
	share := func(i int) sim.Money { return sim.Money(float64(asked[i]) / float64(total) * float64(available)) }
	for i := range d.Spend {
		d.Spend[i] = share(i) / unit * unit
		rest -= d.Spend[i]
	}
	for _, unit := range []sim.Money{unit, 100} { // what rounding left goes where it cut most
		for rest >= unit {
			to := -1
			for i := range d.Spend {
				if d.Spend[i]+unit <= asked[i] && (to < 0 || share(i)-d.Spend[i] > share(to)-d.Spend[to]) {
					to = i
				}
			}
			if to < 0 {
				break
			}
			d.Spend[to] += unit
			rest -= unit
		}
	}
	return d
}

// commit plays the decision. What is refused or cannot be saved has not
// happened: the decision stays as it is.
func (a *App) commit() {
	p := a.play
	if len(p.session.Refusals()) > 0 {
		return
	}
	a.clock()
	p.onFile() // to show afterwards what moved
	if _, err := p.session.Commit(); err != nil {
		p.draft.failed = words.Say("%s. Your decision is still here; try again.", capital(err.Error()))
		a.again = true
		return
	}
	p.draft = draft{custom: p.draft.custom, levers: p.draft.levers, foot: p.draft.foot}
	open := p.journal.open
	p.journal = journalFor(p.terms, p.session.Note(), p.session.Notes(), a.in.Now)
	p.journal.open = open
	p.shown = len(p.session.Reports()) - 1
	a.ui.ScrollTop(areas...)
	a.turn(pageResults, "next")
}
