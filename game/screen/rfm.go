package screen

import (
	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// rfmMap counts customers by how recently and how often they bought, each in
// fifths, best 5: a row for each score of recency, a column for each of
// frequency.
type rfmMap struct {
	terms terms
	cells [5][5]rfmCell // by recency, frequency, each less 1
	most  sim.Money     // largest mean
	all   rfmCell
}

type rfmCell struct {
	customers int
	spent     sim.Money
}

func (c rfmCell) mean() sim.Money { return c.spent / sim.Money(max(c.customers, 1)) }

func (c *rfmCell) add(d rfmCell) {
	c.customers += d.customers
	c.spent += d.spent
}

func newRFM(t terms, f *file) *rfmMap {
	m := &rfmMap{terms: t}
	for i := range f.people {
		if c := &f.people[i]; c.Active {
			m.cells[c.rfm.Recency-1][c.rfm.Frequency-1].add(rfmCell{1, c.Spent})
			m.all.add(rfmCell{1, c.Spent})
		}
	}
	for _, row := range m.cells {
		for _, cell := range row {
			m.most = max(m.most, cell.mean())
		}
	}
	return m
}

// part adds up the cells between two scores of recency and two of frequency.
func (m *rfmMap) part(r0, r1, f0, f1 int) (sum rfmCell) {
	for r := r0; r <= r1; r++ {
		for f := f0; f <= f1; f++ {
			sum.add(m.cells[r-1][f-1])
		}
	}
	return sum
}

func (m *rfmMap) height(t widget.Theme) float64 { return 5*t.Px(50) + t.Px(44) }

// Draw implements widget.Figure.
func (m *rfmMap) Draw(c canvas.Canvas, r canvas.Rect, t widget.Theme, _ *canvas.Point) {
	names := min(t.Px(130), r.W/4)
	foot := r.CutBottom(t.Px(44))
	h, w := r.H/5, (r.W-names)/5
	small := t.Small()
	for row := range 5 {
		y := r.Y + float64(row)*h
		score := 5 - row
		canvas.TextIn(c, canvas.Box(r.X, y, names-widget.Gap2, h), words.Say(recencyNames[score-1]), small)
		for col := range 5 {
			cell := m.cells[score-1][col]
			box := canvas.Box(r.X+names+float64(col)*w, y, w-2, h-2)
			if cell.customers == 0 {
				c.StrokeRound(box, 3, 1, t.Line)
				continue
			}
			ground := shade(float64(cell.mean()) / max(float64(m.most), 1))
			c.FillRound(box, 3, ground)
			ink := on(ground)
			half := box.CutTop(box.H / 2)
			style := t.Strong().With(ink).Aligned(canvas.Center)
			canvas.TextIn(c, canvas.Box(half.X, half.Bottom()-style.LineHeight(), half.W, style.LineHeight()), count(cell.customers), style)
			low := small.With(ink).Aligned(canvas.Center)
			canvas.TextIn(c, canvas.Box(box.X, box.Y, box.W, low.LineHeight()), m.terms.price(cell.mean()), low)
		}
	}
	for col := range 5 {
		canvas.TextIn(c, canvas.Box(r.X+names+float64(col)*w, foot.Y, w-2, t.Px(22)), words.Say(frequencyNames[col]), small.Aligned(canvas.Center))
	}
	canvas.TextIn(c, canvas.Box(r.X+names, foot.Y+t.Px(22), 5*w, t.Px(22)), words.Say("Customers in bold, mean spent so far below; the brighter, the more"), small.Aligned(canvas.Center))
}

// recencyNames and frequencyNames are the scores, 1 first.
var (
	recencyNames   = [5]string{words.Mark("1 longest ago"), "2", "3", "4", words.Mark("5 most recent")}
	frequencyNames = [5]string{words.Mark("1 least often"), "2", "3", "4", words.Mark("5 most often")}
)

// Summary implements widget.Figure.
func (m *rfmMap) Summary() string {
	return words.Plural(m.all.customers, "%s customer in a grid of 5 by 5: how recently they bought against how often, each in fifths.",
		"%s customers in a grid of 5 by 5: how recently they bought against how often, each in fifths.", count(m.all.customers))
}

// Numbers implements widget.Figure: how many, and the mean spent, in each cell.
func (m *rfmMap) Numbers() [][]string {
	out := [][]string{append([]string{words.Say("Bought")}, words.All(frequencyNames[:])...)}
	for score := 5; score >= 1; score-- {
		line := []string{words.Say(recencyNames[score-1])}
		for _, cell := range m.cells[score-1] {
			text := "–"
			if cell.customers > 0 {
				text = count(cell.customers) + " · " + m.terms.price(cell.mean())
			}
			line = append(line, text)
		}
		out = append(out, line)
	}
	return out
}

// rfmSentences say what the corners of the grid mean.
func (m *rfmMap) sentences() []string {
	share := func(part, whole float64) string { return widget.Decimal(100*part/max(whole, 1), 0) + " %" }
	best, slipping, fresh := m.part(4, 5, 4, 5), m.part(1, 2, 4, 5), m.part(4, 5, 1, 2)
	return []string{
		words.Plural(best.customers, "Recently and often (4 and 5): %s customer, %s of all, paid %s of what your customers have spent so far.",
			"Recently and often (4 and 5): %s customers, %s of all, paid %s of what your customers have spent so far.", count(best.customers),
			share(float64(best.customers), float64(m.all.customers)), share(float64(best.spent), float64(m.all.spent))),
		words.Plural(slipping.customers, "Often, but not recently: %s customer, %s each so far. They may be leaving, or only resting.",
			"Often, but not recently: %s customers, %s each so far. They may be leaving, or only resting.", count(slipping.customers), m.terms.price(slipping.mean())),
		words.Plural(fresh.customers, "Recently, but not often: %s customer. Many of them are new: too early to tell.",
			"Recently, but not often: %s customers. Many of them are new: too early to tell.", count(fresh.customers)),
		words.Say("The scores rank customers by the past and by luck alike. Equal figures share a score, so that fifths can be uneven."),
	}
}

// drawRFM shows recency against frequency.
func (a *App) drawRFM(r *canvas.Rect, _ canvas.Rect) {
	u, p := &a.ui, a.play
	f := p.onFile()
	if p.pictures.rfm == nil {
		p.pictures.rfm = newRFM(p.terms, f)
	}
	m := p.pictures.rfm
	title := words.Say("RFM: how recently, how often, how much")
	if m.all.customers == 0 {
		in := a.card(r, u.Px(40), title)
		a.lines(&in, words.Say("There are no customers to sort."))
		return
	}
	points := m.sentences()
	a.pair(r,
		box{title, m.height(u.Theme), 1.7, func(in canvas.Rect) {
			u.Figure(in, "rfm", words.Say("Customers by how recently and how often they bought"), m)
		}},
		box{words.Say("What to see"), a.pointsHeight(points, a.narrowPart(*r)), 1, func(in canvas.Rect) { a.points(&in, points) }})
	a.numbersCard(r, "rfm", words.Say("The grid in numbers: customers, and what one of them spent so far"), m)
}

// narrowPart is the room inside the narrower card of a pair drawn 1.7 to 1.
func (a *App) narrowPart(r canvas.Rect) float64 {
	if a.wide(r, 2) {
		return (r.W-widget.Gap4)/2.7 - 2*widget.Gap4
	}
	return r.W - 2*widget.Gap4
}
