package screen

import (
	"cmp"
	"slices"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawAsk shows one decision of one round to be changed, and what the change
// would have led to with the same customers and the same luck.
func (a *App) drawAsk(r *canvas.Rect) {
	d := a.play.debrief
	if d.ask.round == 0 {
		a.goBack(1)
	}
	a.pursue(&d.ask)
	levers, answer := a.tall("ask/levers"), a.tall("ask/answer")
	if !a.wide(*r, 2) { // the answer stands below the levers, out of sight
		a.drawShortAnswer(r, &d.ask)
	}
	a.pair(r,
		box{words.Say("What if you had decided otherwise?"), *levers, 1, func(in canvas.Rect) {
			in.H = 1 << 16
			a.measure(&in, levers, a.drawQuestion)
		}},
		box{words.Say("With the same luck"), *answer, 1.2, func(in canvas.Rect) {
			in.CutTop(min(max(d.top+widget.Gap3-in.Y, 0), max(in.H-*answer, 0))) // it stays in sight beside levers that are scrolled
			in.H = 1 << 16
			a.measure(&in, answer, a.drawAnswer)
		}})
}

// drawShortAnswer draws the difference on one line.
func (a *App) drawShortAnswer(r *canvas.Rect, q *asking) {
	difference, ink := "…", widget.Quiet
	switch {
	case q.refused != "":
		ink = widget.Negative
	case q.settled():
		difference, ink = widget.Signed(a.play.terms.short(q.shown.Difference)), tone(q.shown.Difference)
	}
	text := cmp.Or(q.refused, words.Say("Difference in company value: %s", difference))
	a.ui.Status(r.CutTop(a.ui.Px(30)), "ask/short", text, ink)
}

// drawQuestion draws the round, decisions to begin with, and the levers.
func (a *App) drawQuestion(r *canvas.Rect) {
	u, p := &a.ui, a.play
	q := &p.debrief.ask
	row := r.CutTop(u.FieldHeight()).ColumnsBy(widget.Gap3, 1, 1.5)
	rounds := widget.Dropdown{ID: "ask/round", Label: capital(words.Say("%s to change", p.terms.word()))}
	for i := range p.debrief.game.Rounds() {
		rounds.Options = append(rounds.Options, p.terms.Round(i+1))
	}
	if to, changed := u.Dropdown(row[0], rounds, q.round-1); changed {
		a.goBack(to + 1)
		a.again = true
	}
	names, decisions := p.debrief.standard()
	chosen := slices.Index(decisions, q.decision)
	from := widget.Dropdown{ID: "ask/from", Label: words.Say("Set the levers to"), Options: names}
	if chosen < 0 {
		from.Options = append(slices.Clone(names), words.Say("Your own change"))
		chosen = len(names)
	}
	if to, changed := u.Dropdown(row[1], from, chosen); changed && to < len(decisions) {
		q.decision = decisions[to]
		a.again = true
	}
	r.CutTop(widget.Gap3)
	a.drawAskLevers(r, q)
	a.drawAskPrices(r, q)
	a.onAside(q, func(b sim.Brief, why refusals) { a.drawTrial(r, b, why) })
	a.ui.Paragraph(r, words.Say("All other rounds stay as you decided them; where less can be spent later, it is cut in proportion."), u.Theme.Small())
}

// drawAskLevers draws the money of each open lever, with a mark where it was.
func (a *App) drawAskLevers(r *canvas.Rect, q *asking) {
	u, p := &a.ui, a.play
	available := q.branch.Available()
	was := q.branch.Decision()
	for lever, open := range p.terms.brief.Levers {
		if !open {
			continue
		}
		mark := int64(was.Spend[lever])
		s := widget.Slider{ID: "ask/spend." + sim.Lever(lever).String(), Label: words.Say(leverNames[lever]), Icon: leverIcons[lever], Color: u.Theme.Series[lever],
			Max: int64(max(available, was.Total())), Step: niceStep(int64(max(available, was.Total()))), Number: p.terms.dollars(), Tip: tip("spend." + sim.Lever(lever).String()), Mark: &mark}
		if q.decision.Spend[lever] != was.Spend[lever] {
			s.Note = words.Say("was %s", p.terms.money(was.Spend[lever]))
		}
		if v, changed := u.Slider(r.CutTop(u.SliderHeight()), s, int64(q.decision.Spend[lever])); changed {
			q.decision.Spend[lever] = sim.Money(v)
			a.again = true
		}
		a.onAside(q, func(b sim.Brief, why refusals) { a.drawWithin(r, sim.Lever(lever), b, why) })
		r.CutTop(widget.Gap3)
	}
	if q.branch.Done() {
		left := available - q.decision.Total()
		text, ink := words.Say("%s of %s not spent", p.terms.money(left), p.terms.money(available)), widget.Quiet
		if left < 0 {
			text, ink = words.Say("%s more than there was", p.terms.money(-left)), widget.Negative
		}
		u.Status(r.CutTop(u.Px(26)), "ask/left", text, ink)
	}
	r.CutTop(widget.Gap2)
}

// drawAskPrices draws price and discount where they were free to choose.
func (a *App) drawAskPrices(r *canvas.Rect, q *asking) {
	u, t := &a.ui, a.play.terms
	b := t.brief
	if freePrice(b) {
		now := q.decision.Price
		if now == 0 { // as the round before
			now = a.priceBefore(q.round)
		}
		mark := int64(now)
		if was := q.branch.Decision().Price; was != 0 {
			mark = int64(was)
		}
		s := widget.Slider{ID: "ask/price", Label: words.Say("Price"), Min: int64(b.Price.Low), Max: int64(b.Price.High), Step: priceStep(b), Page: 5 * priceStep(b),
			Number: t.prices(), Tip: words.Say("Your list price in %s alone; the next has the price you decided then.", t.this()), Mark: &mark}
		if v, changed := u.Slider(r.CutTop(u.SliderHeight()), s, int64(now)); changed {
			q.decision.Price = sim.Money(v)
			a.again = true
		}
	}
	if freeDiscount(b) {
		mark := int64(q.branch.Decision().Discount)
		s := widget.Slider{ID: "ask/discount", Label: words.Say("First-purchase discount"), Max: int64(b.Price.MaxDiscount), Step: 100, Page: 500,
			Number: widget.Percentages, Tip: words.Say("Taken off the price of a customer's first purchase."), Mark: &mark}
		if v, changed := u.Slider(r.CutTop(u.SliderHeight()), s, int64(q.decision.Discount)); changed {
			q.decision.Discount = sim.BasisPoints(v)
			a.again = true
		}
	}
	r.CutTop(widget.Gap2)
}

// priceBefore is the list price in force before a round.
func (a *App) priceBefore(round int) sim.Money {
	price := a.play.terms.brief.Price.Reference
	for _, r := range a.play.session.Reports() {
		if r.Round < round {
			price = r.Price
		}
	}
	return price
}

// askMeasures are the figures the two courses are compared by.
var askMeasures = []string{"customers", "cash", "revenue", "retention", "nps"}

// drawAnswer draws the difference, large, and both courses over the rounds.
func (a *App) drawAnswer(r *canvas.Rect) {
	u, p := &a.ui, a.play
	d := p.debrief
	q := &d.ask
	if q.refused != "" {
		a.alert(r, "ask/refused", q.refused)
		a.drawAskFit(r, q)
	}
	figure := widget.Figures{ID: "ask/difference", Name: words.Say("Difference in company value"), Value: "…", Large: true,
		Tip: words.Say("What the firm would have been worth with this decision, less what it was worth: the same customers, the same luck.")}
	switch {
	case q.refused != "":
		figure.Value = "–"
	case q.settled():
		figure.Value = widget.Signed(p.terms.short(q.shown.Difference))
		figure.Note, figure.Tone = words.As("difference", "none"), widget.Quiet
		if q.shown.Difference != 0 {
			figure.Note, figure.Tone = p.terms.instead(q.shown.Value.Company(), d.game.Value.Company()), tone(q.shown.Difference)
		}
	}
	u.Figures(r.CutTop(u.FiguresHeight(figure)), figure)
	r.CutTop(widget.Gap2)
	if q.answer != nil && !q.answer.Done() || q.stopped() {
		a.drawAskProgress(r, q)
	}
	text := words.Say("Change a lever, and everything is played again from %s on.", p.terms.in(q.round))
	if q.settled() && q.shown.Decision != q.branch.Decision() {
		text = words.Say("Both courses have the same customers and the same luck up to the last purchase: the difference is this decision.")
	}
	a.lines(r, text)
	r.CutTop(widget.Gap3)
	pick := widget.Dropdown{ID: "ask/measure", Label: words.Say("Figure to compare"), HideLabel: true}
	for _, id := range askMeasures {
		pick.Options = append(pick.Options, measured(id).name)
	}
	row := r.CutTop(u.Theme.ControlHeight())
	q.measure, _ = u.Dropdown(row.CutLeft(min(row.W, u.Px(240))), pick, q.measure)
	r.CutTop(widget.Gap3)
	a.drawCourses(r.CutTop(u.Px(230)), q)
}

// drawAskFit offers to cut a decision that costs too much, as on Decide.
func (a *App) drawAskFit(r *canvas.Rect, q *asking) {
	u := &a.ui
	if q.decision.Total() <= q.branch.Available() {
		return
	}
	fit := fitButton("ask/fit")
	row := r.CutTop(u.Theme.ControlHeight())
	r.CutTop(widget.Gap3)
	if u.Button(row.CutLeft(min(u.ButtonWidth(fit), row.W)), fit) {
		q.decision, a.again = fitted(q.decision, q.branch.Available()), true
		if a.byKey() {
			a.then = func() { u.SetFocus("ask/measure") } // the button goes
		}
	}
}

// drawAskProgress draws how far playing it again is and the way to stop it, or
// to go on after that.
func (a *App) drawAskProgress(r *canvas.Rect, q *asking) {
	u := &a.ui
	row := r.CutTop(u.Theme.ControlHeight())
	r.CutTop(widget.Gap2)
	b := widget.Button{ID: "ask/stop", Label: words.Say("Stop")}
	if q.stopped() {
		b = widget.Button{ID: "ask/go", Label: words.Say("Play it")}
	}
	if u.Button(row.CutRight(u.ButtonWidth(b)), b) {
		if a.again = true; q.stopped() {
			q.answer = nil // and is asked for anew
		} else {
			q.answer.Stop()
		}
		return
	}
	row.CutRight(widget.Gap3)
	share, text := progress(q.answer)
	u.Meter(row, "ask/progress", words.Say("Playing it again …"), text, share, widget.Accented)
}

// drawCourses draws what was and what would have been.
func (a *App) drawCourses(r canvas.Rect, q *asking) {
	t := a.play.terms
	m := measured(askMeasures[q.measure])
	reports := a.play.session.Reports()
	lines := a.trend(t, reports, m.id)
	line := func(name string, reports []sim.Report, dashed bool) chart.Series {
		s := chart.Series{Name: name, Dashed: dashed}
		for _, rep := range reports {
			if rep.Round >= 0 { // and the last one before the game
				s.Values = append(s.Values, m.of(t, rep))
			}
		}
		return s
	}
	lines.First, lines.History = 1, 0
	if len(reports) > a.play.debrief.game.Rounds() {
		lines.First, lines.History = 0, 1
	}
	lines.Series = []chart.Series{line(words.Say("As it was"), reports, false)}
	if q.shown != nil && q.shown.Decision != q.branch.Decision() {
		lines.Series = append(lines.Series, line(words.Say("What if"), q.shown.Reports, true))
	}
	lines.Now = q.round
	a.ui.Figure(r, "courses", words.Say("%s as it was and would have been", m.name), lines)
}
