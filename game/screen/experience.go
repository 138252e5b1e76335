package screen

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// experience sets what customers said of their satisfaction beside what the
// firm takes them to be worth.
type experience struct {
	points *chart.Points
	who    []int     // on file, of each dot
	groups [5]answer // by CSAT, less 1
	square [2][2]int // customers, by worth more than the median, by content (4 or 5)
	middle float64   // median worth of all customers
}

// answer is all who gave the same one.
type answer struct {
	customers int
	sum, sqs  float64 // of their worth
}

// mean is their mean worth and its standard error; NaN where it cannot be told.
func (g answer) mean() (mean, se float64) {
	n := float64(g.customers)
	if n == 0 {
		return math.NaN(), math.NaN()
	}
	mean = g.sum / n
	if n < 2 {
		return mean, math.NaN()
	}
	return mean, math.Sqrt(max(g.sqs/n-mean*mean, 0) / (n - 1))
}

// answerNames are what CSAT's 1 to 5 stand for.
var answerNames = [5]string{
	words.Mark("1 very unhappy"), words.Mark("2 unhappy"), words.Mark("3 so-so"), words.Mark("4 happy"), words.Mark("5 very happy"),
}

// content is the least answer that counts as content.
const content = 4

func newExperience(t terms, f *file, survey sim.Survey, records func(func(sim.Record) bool)) *experience {
	x := &experience{}
	var all []float64
	var active []int
	for i := range f.people {
		if c := &f.people[i]; c.Active {
			active = append(active, i)
			all = append(all, f.worthOf(c))
		}
	}
	x.middle = median(all)
	up := upOf(f)[0]
	y := up.ruler(t, f, active)
	y.Name = f.worthName()
	p := &chart.Points{X: chart.LinearRuler(words.Say("What they answered"), 0.5, 5.5, nil), Y: y, Moved: 1, Empty: words.Say("None of those asked is a customer now")}
	p.X.Ticks = nil
	for i, name := range answerNames {
		p.X.Ticks = append(p.X.Ticks, chart.Tick{At: p.X.At(float64(i + 1)), Text: words.Say(name)})
	}
	p.Kinds = []chart.Kind{{Name: words.Say("Not content (1 to 3)"), Mark: chart.Square}, {Name: words.Say("Content (4 and 5)"), Mark: chart.Round}}
	for _, s := range sim.CXAgainstCLV(survey, records) {
		c, ok := f.find(s.ID)
		if !ok {
			continue
		}
		i := len(x.who)
		worth := f.worthOf(c)
		g := &x.groups[s.CSAT-1]
		g.customers++
		g.sum += worth
		g.sqs += worth * worth
		happy := 0
		if s.CSAT >= content {
			happy = 1
		}
		rich := 0
		if worth > x.middle {
			rich = 1
		}
		x.square[rich][happy]++
		// Side by side, evenly, so that equal answers do not hide one another.
		aside := 0.7 * (math.Mod(float64(i)*0.6180339887, 1) - 0.5)
		p.Dots = append(p.Dots, chart.Dot{X: float32(p.X.At(float64(s.CSAT) + aside)), Y: float32(y.At(worth)), R: 3.2, Kind: uint8(happy)})
		at, _ := f.at(c.ID)
		x.who = append(x.who, at)
	}
	p.Tell = func(i int) (string, [][2]string) { return f.card(t, x.who[i]) }
	p.Said = x.said(t, f)
	p.Table = [][]string{{words.Say("Answer"), words.Say("Customers"), words.Say("Mean worth"), words.Say("Give or take")}}
	for i, g := range x.groups {
		m, se := g.mean()
		row := []string{words.Say(answerNames[i]), count(g.customers), "–", "–"}
		if finite(m) {
			row[2] = f.worthText(t)(m)
		}
		if finite(se) {
			row[3] = f.worthText(t)(1.96 * se)
		}
		p.Table = append(p.Table, row)
	}
	x.points = p
	return x
}

// said is what the picture shows: whether the content are worth more.
func (x *experience) said(t terms, f *file) string {
	var low, high answer
	for i, g := range x.groups {
		to := &low
		if i+1 >= content {
			to = &high
		}
		to.customers += g.customers
		to.sum += g.sum
		to.sqs += g.sqs
	}
	a, ea := low.mean()
	b, eb := high.mean()
	text := f.worthText(t)
	switch d := math.Hypot(ea, eb); {
	case low.customers+high.customers == 0:
		return words.Say("None of those asked is a customer now.")
	case !finite(d):
		return words.Say("Too few answered to compare the content with the rest.")
	case math.Abs(a-b) < 1.96*d:
		return words.Say("The content (%s) and the rest (%s) are worth about the same, as far as a sample of this size can tell: care does not go where worth is.", text(b), text(a))
	case b > a:
		return words.Say("The content are worth more (%s) than the rest (%s).", text(b), text(a))
	}
	return words.Say("The content are worth less (%s) than the rest (%s): care goes to the wrong customers.", text(b), text(a))
}

// at is where a person stands on file.
func (f *file) at(id int) (int, bool) {
	for lo, hi := 0, len(f.people); lo < hi; {
		m := (lo + hi) / 2
		switch d := f.people[m].ID - id; {
		case d == 0:
			return m, true
		case d < 0:
			lo = m + 1
		default:
			hi = m
		}
	}
	return -1, false
}

// drawExperience shows satisfaction against worth.
func (a *App) drawExperience(r *canvas.Rect, _ canvas.Rect) {
	u, p := &a.ui, a.play
	reports := p.session.Reports()
	last := reports[len(reports)-1]
	title := words.Say("Are those who are worth most content?")
	if last.Survey.Asked == 0 {
		text := words.Say("Nobody was asked %s: there were no customers to ask. Once there are, a sample of them is asked how content they are, and the answers stand here beside what you take each to be worth.", p.terms.last())
		in := a.card(r, a.linesHeight(text, r.W-2*widget.Gap4), title)
		a.lines(&in, text)
		return
	}
	f := p.onFile()
	if p.pictures.cx == nil {
		p.pictures.cx = newExperience(p.terms, f, last.Survey, p.session.Records())
	}
	x := p.pictures.cx
	for i, series := range []int{1, 0} {
		x.points.Kinds[i].Color = canvas.Fade(u.Theme.Series[series], 0.75)
	}
	x.points.Picked = 0
	for i, at := range x.who {
		if f.people[at].ID == p.picked-1 {
			x.points.Picked = i + 1
		}
	}
	points := x.sentences(p.terms, f)
	a.pair(r,
		box{title, max(u.Px(360), a.pointsHeight(points, a.narrowPart(*r))+u.Px(140)), 1.7, func(in canvas.Rect) {
			to, changed := u.Pick(in, "experience", words.Say("Satisfaction against worth"), x.points, len(x.who), x.points.Picked-1, func(i int) string { return f.people[x.who[i]].said(p.terms, f) })
			if changed && to >= 0 {
				p.picked = f.people[x.who[to]].ID + 1
			}
		}},
		box{words.Say("What to see"), a.pointsHeight(points, a.narrowPart(*r)) + u.TableHeight(2) + widget.Gap3, 1, func(in canvas.Rect) {
			u.Table(in.CutTop(u.TableHeight(2)), x.squareTable())
			in.CutTop(widget.Gap3)
			a.points(&in, points)
		}})
	a.numbersCard(r, "experience", words.Say("Worth by answer"), x.points)
}

func (x *experience) squareTable() widget.Table {
	return widget.Table{ID: "square", Name: words.Say("Customers asked, by worth and content"), Rows: 2,
		Columns: []widget.Column{{Title: words.Say("Asked"), Weight: 1.4, Tip: words.Say("Customers asked last round, by whether you take them to be worth more than the customer in the middle.")},
			{Title: words.Say("Not content"), Numeric: true}, {Title: words.Say("Content"), Numeric: true}},
		Cell: func(row, col int) string {
			if col == 0 {
				return [2]string{words.Say("Worth more"), words.Say("Worth less")}[row]
			}
			return count(x.square[1-row][col-1])
		}}
}

func (x *experience) sentences(t terms, f *file) []string {
	out := []string{x.points.Said}
	if n := x.square[1][0]; n > 0 {
		out = append(out, words.Plural(n, "%s customer asked is worth more than most and not content: there care has most to keep.", "%s customers asked are worth more than most and not content: there care has most to keep.", count(n)))
	}
	if !f.tells {
		out = append(out, words.Say("Worth is what they spent so far: no estimate tells them apart."))
	}
	return append(out, words.Say("Answers come from a sample. Good experience for everyone is not customer centricity: it matters where it goes."))
}
