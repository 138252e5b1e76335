package chart_test

import (
	"math"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
)

// sheet is a page with every control and every chart, 1280 × 800.
type sheet struct {
	ui       widget.UI
	lines    chart.Lines
	lorenz   chart.Lorenz
	bars     chart.Bars
	levers   []int64
	tab      int
	chosen   int
	segment  int
	name     string
	on, news bool
	dialog   bool
}

func newSheet(t widget.Theme) *sheet {
	s := &sheet{ui: widget.UI{Theme: t}, levers: []int64{36000000, 30000000, 24000000, 18000000, 12000000}, name: "Team Ørsted", on: true}
	row := func(a, b, phase float64) (v []float64) {
		for i := range 9 {
			v = append(v, a+b*float64(i)+a*0.12*math.Sin(float64(i)*0.9+phase))
		}
		return v
	}
	forecast := row(52e6, 3e6, 1)
	for i := range 5 {
		forecast[i] = math.NaN()
	}
	band := func(v []float64, k float64) []float64 {
		out := make([]float64, len(v))
		for i := range v {
			out[i] = v[i] * (1 + k*float64(i)/9)
		}
		return out
	}
	product := row(40e6, 1.2e6, 2)[:6]
	s.lines = chart.Lines{First: -1, History: 3, Now: 4, Zero: true, Y: func(v float64) string { return widget.MoneyShort(int64(v)) },
		Series: []chart.Series{
			{Name: "You", Values: row(52e6, 4e6, 0)[:6]},
			{Name: "Product-centric", Values: product, Low: band(product, -0.25), High: band(product, 0.25)},
			{Name: "Price-centric", Values: row(36e6, -1.5e6, 1)[:6]},
			{Name: "Your forecast", Values: forecast, Dashed: true},
		}}
	var worth, flat []float64
	for i := range 1000 {
		worth = append(worth, math.Pow(float64(i+1), 3))
		flat = append(flat, 300+float64(i))
	}
	s.lorenz = chart.Lorenz{What: "profit", Curves: []chart.Curve{chart.NewCurve("True value", worth), chart.NewCurve("Your belief", flat)}}
	s.bars = chart.Bars{Categories: []string{"Champions", "Loyal", "Promising", "Dormant"}, Marked: 1,
		Y:      func(v float64) string { return widget.MoneyShort(int64(v)) },
		Series: []chart.Series{{Name: "This round", Values: []float64{94000, 77000, 31000, -12000}}, {Name: "Last round", Values: []float64{81000, 79000, 24000, -4000}}}}
	return s
}

func (s *sheet) frame(c canvas.Canvas, in widget.Input) *widget.Node {
	u := &s.ui
	u.Begin(c, in)
	u.Page()
	page := u.Bounds()
	s.head(page.CutTop(u.Px(54)))
	page = page.Inset(widget.Gap4)
	left := page.CutLeft(u.Px(404))
	page.CutLeft(widget.Gap4)
	s.controls(left)
	top := page.CutTop(page.H * 0.53)
	page.CutTop(widget.Gap4)
	cols := top.ColumnsBy(widget.Gap4, 1.3, 1)
	u.Figure(u.Card(cols[0], "Revenue a quarter"), "revenue", "Revenue a quarter", s.lines)
	u.Figure(u.Card(cols[1], "Concentration of profit"), "lorenz", "Concentration of profit", s.lorenz)
	cols = page.ColumnsBy(widget.Gap4, 1.3, 1)
	s.table(u.Card(cols[0], "Segments"))
	u.Figure(u.Card(cols[1], "Value by segment"), "bars", "Value by segment", s.bars)
	if s.dialog {
		s.dialog = u.Dialog(widget.Dialog{ID: "ask", Title: "Submit round 3?", W: 440, H: 220}, func(r canvas.Rect) {
			u.Paragraph(&r, "The decisions of this round cannot be changed afterwards. $ 1.20 m of the budget is not spent.", u.Theme.Body())
			foot := r.CutBottom(u.Theme.ControlHeight())
			b := widget.Button{ID: "yes", Label: "Submit", Kind: widget.Primary}
			u.Button(foot.CutRight(u.ButtonWidth(b)), b)
			foot.CutRight(widget.Gap2)
			b = widget.Button{ID: "no", Label: "Keep deciding"}
			u.Button(foot.CutRight(u.ButtonWidth(b)), b)
		})
	}
	return u.End()
}

func (s *sheet) head(r canvas.Rect) {
	u := &s.ui
	u.Canvas().FillRect(r, u.Theme.Card)
	u.Rule(canvas.Box(r.X, r.Bottom()-1, r.W, 1))
	in := r.InsetXY(widget.Gap6, 0)
	u.Heading(in.CutLeft(u.Px(130)), 1, "Centricity")
	u.Label(in.CutRight(u.Px(220)), "Round 3 of 8 · Team Ørsted", u.Theme.Small().Aligned(canvas.Right))
	s.tab, _ = u.Tabs(in, widget.Tabs{ID: "screens", Name: "Screens", Labels: []string{"Briefing", "Explore", "Decide", "Results"}, Marks: []bool{false, true}}, s.tab)
}

func (s *sheet) controls(r canvas.Rect) {
	u := &s.ui
	in := u.Card(r, "Budget for this round")
	icons := []widget.Icon{widget.IconAcquisition, widget.IconRetention, widget.IconExperience, widget.IconProduct, widget.IconInsight}
	last := int64(30000000)
	for i, name := range []string{"Acquisition", "Retention", "Experience", "Product", "Insight"} {
		sl := widget.Slider{ID: name, Label: name, Icon: icons[i], Color: u.Theme.Series[i], Max: 120000000, Step: 1000000,
			Number: widget.Dollars, Note: widget.Percent(float64(s.levers[i]) / 120000000), Tip: "What is spent on " + name + " this round."}
		if i == 0 {
			sl.Mark = &last
		}
		if i == 4 {
			sl.Disabled = "Insight opens in round 4."
		}
		s.levers[i], _ = u.Slider(in.CutTop(u.SliderHeight()), sl, s.levers[i])
		in.CutTop(u.Px(4))
	}
	u.Rule(in.CutTop(u.Px(10)))
	row := in.CutTop(u.Px(64)).Columns(2, widget.Gap4)
	u.Figures(row[0], widget.Figures{ID: "kpi", Name: "Customer equity", Value: "$ 8.42 m", Note: "+3.1 % on round 2", Tone: widget.Positive, Tip: "CLV of all customers together."})
	u.Figures(row[1], widget.Figures{ID: "kpi2", Name: "Retention", Value: "81.4 %", Note: "−2.0 pp on round 2", Tone: widget.Negative})
	in.CutTop(u.Px(10))
	cols := in.CutTop(u.FieldHeight()).Columns(2, widget.Gap3)
	s.name, _ = u.TextField(cols[0], widget.TextField{ID: "name", Label: "Team"}, s.name)
	s.chosen, _ = u.Dropdown(cols[1], widget.Dropdown{ID: "focus", Label: "Focus", Options: []string{"All customers", "Best 20 %", "New customers"}}, s.chosen)
	in.CutTop(widget.Gap3)
	s.segment, _ = u.Choice(in.CutTop(u.Theme.ControlHeight()), widget.Choice{ID: "pace", Label: "Pace", HideLabel: true, Options: []string{"Slow", "Normal", "Fast"}}, s.segment)
	in.CutTop(widget.Gap2)
	cols = in.CutTop(u.Px(28)).Columns(2, widget.Gap3)
	s.on, _ = u.Checkbox(cols[0], widget.Checkbox{ID: "ab", Label: "Control group"}, s.on)
	s.news, _ = u.Checkbox(cols[1], widget.Checkbox{ID: "news", Label: "Newsletter"}, s.news)
	u.Status(in.CutTop(u.Px(26)), "left", "$ 0 left of $ 1.20 m", widget.Positive)
	in.CutTop(widget.Gap1)
	cols = in.CutTop(u.Theme.ControlHeight()).ColumnsBy(widget.Gap2, 1.3, 1, 0.9)
	if u.Button(cols[0], widget.Button{ID: "submit", Label: "Submit round", Kind: widget.Primary}) {
		s.dialog = true
	}
	u.Button(cols[1], widget.Button{ID: "reset", Label: "Reset"})
	u.Button(cols[2], widget.Button{ID: "undo", Label: "Undo", Disabled: "Nothing to undo yet."})
}

func (s *sheet) table(r canvas.Rect) {
	names := []string{"Champions", "Loyal", "Promising", "At risk", "Dormant", "New", "Lost"}
	s.ui.Table(r, widget.Table{ID: "segments", Name: "Segments", Rows: len(names),
		Columns: []widget.Column{{Title: "Segment", Weight: 1.4}, {Title: "Customers", Numeric: true}, {Title: "Retention", Numeric: true}, {Title: "CLV", Numeric: true, Tip: "Customer lifetime value: what a customer will yet bring, in today's money."}},
		Cell: func(row, col int) string {
			return [...]string{names[row], widget.Count(int64(1200 * (row + 1))), widget.BasisPoints(int64(9240 - 1111*row)), widget.Money(int64(94000 - 11700*row))}[col]
		},
		Compare: func(a, b, col int) int {
			if col == 1 {
				return a - b
			}
			return b - a
		},
		Marked: func(row int) bool { return row == 1 },
	})
}
