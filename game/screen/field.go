package screen

import (
	"math"
	"slices"
	"strings"
	"time"

	"centricity/game/canvas"
	"centricity/game/chart"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// field is the picture of everyone on file, a dot each.
type field struct {
	points *chart.Points
	who    []int // on file, of each dot
	dotOf  []int // the dot of each on file
	look   fieldLook
	began  time.Duration // of the movement
	moving bool
}

// fieldLook is what the field shows, as chosen.
type fieldLook struct {
	across, up int // into the axes there are
	only       int // a stage, from 1; 0 is everyone
}

// fieldAxis is something the field can be spread by.
type fieldAxis struct {
	fact  string // what it shows
	short string // marked
	name  func(t terms) string
	back  bool // what is less lies further on
	log   bool
	label func(t terms) chart.Format
}

var rounds = func(terms) chart.Format {
	return func(v float64) string {
		return strings.TrimSuffix(widget.Decimal(v, 1), words.Spoken().Decimal+"0")
	}
}

var acrossAxes = []fieldAxis{
	{"last", words.Mark("last purchase"), func(t terms) string { return capital(words.Say("%s since the last purchase", t.many())) }, true, false, rounds},
	{"since", words.Mark("first purchase"), func(t terms) string { return capital(words.Say("%s since the first purchase", t.many())) }, false, false, rounds},
}

var upAxes = []fieldAxis{
	{"worth", words.Mark("estimated value"), func(terms) string { return words.Say("Estimated value, the average customer being 1") }, false, true, func(terms) chart.Format { return times }},
	{"spent", words.Mark("spent so far"), func(terms) string { return words.Say("Spent so far") }, false, true, func(t terms) chart.Format {
		return func(v float64) string { return t.short(sim.Money(math.Round(v))) }
	}},
	{"bought", words.Mark("purchases"), func(terms) string { return words.Say("Purchases so far") }, false, true, func(terms) chart.Format { return func(v float64) string { return widget.Decimal(v, 0) } }},
}

func factNamed(id string) fact {
	return facts[slices.IndexFunc(facts, func(x fact) bool { return x.id == id })]
}

// upOf are the axes that tell these customers apart.
func upOf(f *file) []fieldAxis {
	if f.tells {
		return upAxes
	}
	return upAxes[1:]
}

// ruler fits an axis to people on file; what lies beyond all but a few of them
// lies at its end, except above on an axis of factors.
func (x fieldAxis) ruler(t terms, f *file, people []int) chart.Ruler {
	by := factNamed(x.fact).by
	values := make([]float64, 0, len(people))
	for _, i := range people {
		if v := by(f, &f.people[i]); v > 0 || !x.log {
			values = append(values, v)
		}
	}
	slices.Sort(values)
	if len(values) == 0 {
		values = []float64{0, 1}
	}
	at := func(share float64) float64 { return values[int(share*float64(len(values)-1))] }
	if x.log {
		return chart.LogRuler(x.name(t), at(0.002)/1.15, at(1)*1.3, x.label(t)) // the best are whom it is about: all of them have room
	}
	high := max(math.Ceil(at(0.99)), 1)
	name := x.name(t)
	if at(1) > high {
		name = words.Say("%s, %s and more at the edge", name, widget.Decimal(high, 0))
	}
	if x.back {
		return chart.LinearRuler(name, high, 0, x.label(t))
	}
	return chart.LinearRuler(name, 0, high, x.label(t))
}

// stageMarks draw a stage in the field; each colour has a form of its own.
var stageMarks = [sim.NumStages]struct {
	mark   chart.Mark
	series int // the theme's colour
}{
	sim.Acquire:       {chart.Dash, 6},
	sim.Retain:        {chart.Round, 4},
	sim.IncreaseValue: {chart.Square, 1},
	sim.Cherish:       {chart.Plus, 2},
}

// stageOrder is the order they are drawn in, the last on top.
var stageOrder = [sim.NumStages]sim.Stage{sim.Acquire, sim.Retain, sim.IncreaseValue, sim.Cherish}

// newField makes the picture of a file, and how it came from an earlier one.
func newField(t terms, f, earlier *file, look fieldLook) *field {
	across, up := acrossAxes[look.across], upOf(f)[min(look.up, len(upOf(f))-1)]
	g := &field{look: look, dotOf: make([]int, len(f.people))}
	for _, stage := range stageOrder {
		for i := range f.people {
			if f.people[i].Stage == stage && look.shows(&f.people[i], earlier) {
				g.who = append(g.who, i)
			}
		}
	}
	x, y := across.ruler(t, f, g.who), up.ruler(t, f, g.who)
	byX, byY := factNamed(across.fact).by, factNamed(up.fact).by
	most := 1.0
	var spent []float64
	for i := range f.people {
		g.dotOf[i] = -1
		spent = append(spent, float64(f.people[i].Spent))
	}
	slices.Sort(spent)
	if n := len(spent); n > 0 {
		most = max(spent[n*99/100], 1)
	}
	smaller := 1.0
	if n := f.active; n > 1000 {
		smaller = max(math.Pow(float64(n)/1000, -0.25), 0.5)
	}
	dot := func(f *file, c *customer) chart.Dot {
		r := smaller * (2 + 4.5*math.Sqrt(min(float64(c.Spent)/most, 1)))
		if !c.Active {
			r = 2
		}
		return chart.Dot{X: float32(x.At(byX(f, c))), Y: float32(y.At(byY(f, c))), R: float32(r), Kind: uint8(c.Stage)}
	}
	var dots, from []chart.Dot
	for n, i := range g.who {
		c := &f.people[i]
		g.dotOf[i] = n
		d := dot(f, c)
		dots = append(dots, d)
		if earlier == nil {
			continue
		}
		d.R = 0 // who is new grows where they are
		if k, there := earlier.find(c.ID); there {
			d = dot(earlier, k)
		}
		from = append(from, d)
	}
	g.points = &chart.Points{Dots: dots, From: from, Moved: 1, X: x, Y: y, Empty: words.Say("There is nobody to show")}
	g.points.Tell = func(i int) (string, [][2]string) { return f.card(t, g.who[i]) }
	g.points.Kinds = make([]chart.Kind, sim.NumStages)
	g.count(t, f, byX, byY, across, up)
	return g
}

// shows tells whether the field has a dot for a person: customers, and whoever
// was one a round ago; or one stage only.
func (l fieldLook) shows(c *customer, earlier *file) bool {
	if l.only > 0 {
		return int(c.Stage) == l.only-1
	}
	if c.Active || earlier == nil {
		return c.Active
	}
	before, there := earlier.find(c.ID)
	return there && before.Active
}

// find is a person on file by number.
func (f *file) find(id int) (*customer, bool) {
	i, ok := f.at(id)
	if !ok {
		return nil, false
	}
	return &f.people[i], true
}

// card is what the firm can say of one person on file.
func (f *file) card(t terms, i int) (title string, lines [][2]string) {
	c := &f.people[i]
	for _, x := range factsOf(f, true) {
		if x.id != "number" {
			lines = append(lines, [2]string{x.name, x.text(t, f, c)})
		}
	}
	return words.Say("Customer %s", count(c.ID)), lines
}

// paint gives the dots the theme's colours, fainter the more there are.
func (g *field) paint(t widget.Theme) {
	strong := 0.85
	if n := len(g.points.Dots); n > 1500 {
		strong = max(0.85*math.Pow(float64(n)/1500, -0.3), 0.4)
	}
	for stage, m := range stageMarks {
		k := &g.points.Kinds[stage]
		k.Mark, k.Color = m.mark, canvas.Fade(t.Series[m.series], strong)
	}
}

// count puts numbers and words to the picture: customers and medians by stage.
func (g *field) count(t terms, f *file, byX, byY func(*file, *customer) float64, across, up fieldAxis) {
	var xs, ys [sim.NumStages][]float64
	for _, i := range g.who {
		c := &f.people[i]
		xs[c.Stage] = append(xs[c.Stage], byX(f, c))
		ys[c.Stage] = append(ys[c.Stage], byY(f, c))
	}
	p := g.points
	p.Table = [][]string{{words.Say("Stage"), words.Say("People"), words.Say("Middle: %s", lower(across.name(t))), words.Say("Middle: %s", lower(up.name(t)))}}
	p.Said = words.Plural(len(p.Dots), "A picture of %s dot, one for each person. Across: %s. Upright: %s.", "A picture of %s dots, one for each person. Across: %s. Upright: %s.",
		count(len(p.Dots)), lower(across.name(t)), lower(up.name(t)))
	for _, stage := range []sim.Stage{sim.Cherish, sim.IncreaseValue, sim.Retain, sim.Acquire} {
		k, n := &p.Kinds[stage], len(xs[stage])
		k.Name, k.Note, k.Gone = words.Say(stageTexts[stage][0]), count(n), n == 0
		if stage == sim.Acquire {
			switch {
			case n == 0:
				k.Name = ""
				continue
			case g.look.only != 0:
				k.Name = words.Say("Not customers any more")
			case t.brief.Silent:
				k.Name = words.Say("Given up as lost %s", t.last())
			default:
				k.Name = words.Say("Left %s", t.last())
			}
		}
		row := []string{k.Name, count(n), "–", "–"}
		if n > 0 {
			row[2] = widget.Decimal(median(xs[stage]), 1)
			row[3] = up.label(t)(median(ys[stage]))
		}
		p.Table = append(p.Table, row)
		p.Said += " " + words.Say("%s: %s.", k.Name, count(n))
	}
}

// median is the value that half are below; it puts x in order.
func median(x []float64) float64 {
	slices.Sort(x)
	n := len(x)
	if n == 0 {
		return math.NaN()
	}
	return (x[(n-1)/2] + x[n/2]) / 2
}
