package screen

import (
	"errors"

	"centricity/game"
	"centricity/game/debrief"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// asking is a question of the player's own: what if, in one round, I had
// decided otherwise?
type asking struct {
	round    int // from 1; 0 before the first question
	branch   *debrief.Branch
	decision sim.Decision    // that is asked about
	answer   *debrief.WhatIf // to the last question put, perhaps not there yet
	shown    *debrief.WhatIf // the last answer that is there
	refused  string          // why there is no answer
	measure  int
	aside    *game.Session // before the round, for the controls; nil until it is played up to there
	extras   extras        // which of them are open
	custom   [sim.NumLevers]bool
}

// stop gives up what is still computed.
func (q *asking) stop() {
	if q.branch != nil {
		q.branch.Stop()
	}
	if q.answer != nil {
		q.answer.Stop()
	}
}

// askAbout opens the what-if with a decision to begin with.
func (a *App) askAbout(c debrief.Change) {
	d, keyed := a.play.debrief, a.byKey()
	a.then = func() {
		d.part = partAsk
		a.ui.ScrollTop("debrief")
		a.goBack(c.Round)
		d.ask.decision = c.Decision
		if keyed {
			a.ui.SetFocus("ask/round")
		}
	}
}

// goBack goes back to before a round.
func (a *App) goBack(round int) {
	d := a.play.debrief
	d.ask.stop()
	b, err := d.game.Branch(round)
	if err != nil {
		return // the choice offers no other rounds
	}
	d.ask = asking{round: round, branch: b, decision: b.Decision(), measure: d.ask.measure}
	a.beginWork(b)
}

// pursue keeps the question going: first back to the round, then on with the
// decision, once it rests.
func (a *App) pursue(q *asking) {
	a.advance(q.branch)
	if !q.branch.Done() || q.branch.Err() != nil {
		return
	}
	if q.aside == nil {
		q.aside = a.play.session.Aside(q.branch.Before(), q.decision)
	}
	if q.answer == nil || q.answer.Decision != q.decision {
		if a.in.Down {
			return // it is still being dragged
		}
		a.put(q)
	}
	if q.answer == nil {
		return
	}
	if a.advance(q.answer); q.answer.Done() && q.answer.Err() == nil {
		q.shown = q.answer
	}
}

// put asks.
func (a *App) put(q *asking) {
	if q.answer != nil {
		q.answer.Stop()
		q.answer = nil
	}
	answer, err := q.branch.Try(q.decision)
	over := q.decision.Total() - q.branch.Available()
	switch q.refused = ""; {
	case over > 0:
		q.refused = words.Say("This is %s more than could be spent: take it from another lever.", a.play.terms.money(over))
		return
	case err != nil:
		q.refused = a.play.terms.refusal(err)
		return
	}
	q.answer = answer
	a.beginWork(answer)
}

// refusal is the first reason against a decision.
func (t terms) refusal(err error) string {
	text := err.Error()
	var problems sim.Problems
	if errors.As(err, &problems) && len(problems) > 0 {
		text = t.against(problems[0])
	}
	return capital(text) + "."
}

// standard are decisions to begin with: what was decided, and the standard
// questions about the round as far as they are answered.
func (d *debriefing) standard() (names []string, decisions []sim.Decision) {
	names, decisions = []string{words.Say("What you decided")}, []sim.Decision{d.ask.branch.Decision()}
	outcomes, _ := d.facts.Outcomes(d.ask.round)
	for _, o := range outcomes {
		names = append(names, d.game.Question(o.Alternative))
		decisions = append(decisions, o.Decision)
	}
	return names, decisions
}

// onAside lets the controls of a decision show and change the one asked about,
// as they were before its round.
func (a *App) onAside(q *asking, draw func(b sim.Brief, why refusals)) {
	p := a.play
	if q.aside == nil {
		return
	}
	session, draft, extras := p.session, p.draft, p.extras
	p.session, p.extras = q.aside, q.extras
	p.draft.custom = q.custom
	p.session.SetDraft(q.decision)
	draw(p.session.Brief(), p.refusals())
	if d := p.session.Draft(); d != q.decision {
		q.decision, a.again = d, true
	}
	q.extras, q.custom = p.extras, p.draft.custom
	p.session, p.draft, p.extras = session, draft, extras
}

// Asked is the decision that the what-if asks about, as it is now.
func (a *App) Asked() (d sim.Decision) {
	if a.play != nil && a.play.debrief != nil {
		d = a.play.debrief.ask.decision
	}
	return d
}

// stopped tells whether the player gave up the answer.
func (q *asking) stopped() bool {
	return q.answer != nil && errors.Is(q.answer.Err(), debrief.ErrStopped)
}

// settled tells whether the answer shown is to the question asked.
func (q *asking) settled() bool { return q.shown != nil && q.shown.Decision == q.decision }

// tone is good or bad news.
func tone(m sim.Money) widget.Tone {
	switch {
	case m > 0:
		return widget.Positive
	case m < 0:
		return widget.Negative
	}
	return widget.Quiet
}
