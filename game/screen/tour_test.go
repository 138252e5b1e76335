package screen_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/class"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// A tour leads somebody through every screen and most of what can be open on
// it, and says what is to be seen. It is the same every time.
type tour struct {
	t        testing.TB
	w, h     float64
	language string
	foreign  bool                           // in letters no language has, instead
	canvas   canvas.Canvas                  // nil: one that draws nothing
	watch    func(*widget.Node)             // is told of every frame
	see      func(name string, app *player) // is told of every sight
}

// sized finds a shipped scenario with at most so many people.
func sized(people int) game.Find {
	return func(name string) (scenarios.Scenario, error) {
		s, err := scenarios.Shipped(name)
		if err == nil && s.Market.People > people {
			s.Market = experiment.Scaled(s.Market, people)
		}
		return s, err
	}
}

// seat is somebody in front of the list of scenarios with so many people each.
func (t *tour) seat(people int, change func(*screen.Host)) *player {
	t.t.Helper()
	find := sized(people)
	h := screen.Host{Shelf: &game.Memory{}, Find: find, NewSeed: func() uint64 { return 482913 }}
	for _, name := range scenarios.Names() {
		s, err := find(name)
		require.NoError(t.t, err)
		h.Scenarios = append(h.Scenarios, s)
	}
	if change != nil {
		change(&h)
	}
	return t.sit(h)
}

// sit is somebody in front of the program, in the tour's language.
func (t *tour) sit(h screen.Host) *player {
	t.t.Helper()
	require.NoError(t.t, h.Shelf.Replace("look.json", fmt.Appendf(nil, `{"text":100,"language":%q}`, t.language)))
	p := &player{t: t.t, c: t.canvas, watch: t.watch}
	if p.c == nil {
		p.c = &nowhere{w: t.w, h: t.h}
	}
	p.app = screen.New(h) // speaks the language it finds
	if t.foreign {
		words.Interpret(foreign)
	}
	p.do(widget.Input{})
	return p
}

// sight moves the pointer out of the way and says what is to be seen.
func (t *tour) sight(p *player, name string) {
	t.t.Helper()
	p.at = canvas.Pt(-9, -9)
	p.now += 6 * time.Second // what was said for a moment is gone
	p.do(widget.Input{})
	t.see(name, p)
}

// areas are the scroll areas that a screen can have, the outermost last.
var areas = []string{"levers", "decide", "games", "briefing", "customers", "results", "end", "debrief", "problems"}

// page turns the wheel a page further down, or as far as it goes. It tells
// whether there was more.
func (p *player) page() bool {
	p.t.Helper()
	for _, id := range areas {
		area := p.tree.Find(id)
		if area == nil {
			continue
		}
		before := marks(p.tree, area)
		p.at = canvas.Pt(area.Rect.X+3, area.Rect.MidY())
		p.do(widget.Input{Wheel: canvas.Pt(0, area.Rect.H-40)})
		if marks(p.tree, p.tree.Find(id)) != before {
			return true
		}
	}
	return false
}

// marks tell where the content of an area is.
func marks(tree, area *widget.Node) string {
	s := ""
	for n := range area.All {
		if n != area {
			s += fmt.Sprint(n.Rect.Y, " ")
		}
	}
	return s
}

// sights shows a screen from top to bottom, at most so many pages of it.
func (t *tour) sights(p *player, name string, most int) {
	t.t.Helper()
	t.sight(p, name)
	for i := 2; i <= most && p.page(); i++ {
		t.sight(p, fmt.Sprintf("%s-%d", name, i))
	}
}

// replaceText replaces what stands in a text field.
func (p *player) replaceText(id, text string) {
	p.t.Helper()
	p.click(id)
	p.do(widget.Input{Keys: []widget.KeyPress{{Key: widget.KeyA, Ctrl: true}}})
	p.text(text)
}

// push presses a button wherever it is.
func (p *player) push(id string) {
	p.t.Helper()
	require.NotNil(p.t, p.tree.Find(id), "there is no control %q on the screen", id)
	p.do(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: id}}})
}

// all is the whole tour.
func (t *tour) all() {
	t.t.Helper()
	t.choosing()
	t.guided()
	t.flagship()
	t.everythingOpen()
	t.practising()
	t.newFirm()
	t.authoring()
	t.ending()
}

// choosing is what stands on the first screen before and after a first game.
func (t *tour) choosing() {
	p := t.seat(4000, func(h *screen.Host) { h.Drops = true })
	t.sights(p, "choose", 2)
	p.replaceText("seed", "12x")
	t.sight(p, "choose-wrong")
	s, err := sized(4000)("music-shop")
	require.NoError(t.t, err)
	code, err := class.NewCode(s, 2026)
	require.NoError(t.t, err)
	p.replaceText("seed", code.String())
	t.sight(p, "choose-class")
	p.replaceText("team", "Azul")
	p.push("join")
	t.sight(p, "briefing-class")
}

// guided is a first round with notes that point the way.
func (t *tour) guided() {
	p := t.seat(2000, func(h *screen.Host) { h.Guide = true })
	for i, id := range []string{"play/roastery", "start", "guide/next", "guide/next", "commit", "see", "tabs/2", "guide/next", "next"} {
		require.True(t.t, p.there("guide/text"), "a note before %s", id)
		t.sight(p, fmt.Sprint("guide-", i+1))
		p.push(id)
	}
	require.False(t.t, p.there("guide/text"))
}

// flagship is a game of the scenario that teaches most.
func (t *tour) flagship() {
	var handed []string
	p := t.seat(5000, func(h *screen.Host) {
		h.Download = func(name string, _ []byte) { handed = append(handed, name) }
		h.Pick = func() {}
	})
	p.push("play/music-shop")
	t.sights(p, "briefing", 2)
	p.push("start")
	r := p.see("spend.retention")
	p.at = canvas.Pt(r.MidX(), r.MidY())
	p.do(widget.Input{})
	p.now += time.Second
	p.do(widget.Input{})
	t.see("decide-tip", p)
	t.sights(p, "decide", 3)
	p.helped(func(part string) {
		if part != "round" { // it looks like the others
			t.sight(p, "help-"+part)
		}
	})
	g := p.app.Session()
	d := g.Draft()
	d.Spend[sim.Product], d.Price = g.Available(), 1
	g.SetDraft(d)
	t.sight(p, "decide-refused")
	d = g.Draft()
	each := g.Available() / 20
	d.Price, d.Spend = 38_00, [sim.NumLevers]sim.Money{6 * each, 3 * each, 3 * each, 4 * each, 4 * each}
	g.SetDraft(d)
	require.Empty(t.t, g.Refusals())
	p.do(widget.Input{})
	p.push("commit")
	t.sights(p, "results", 4)
	if p.there("why-open") {
		p.click("why-open")
		t.sight(p, "results-why")
	}
	p.click("round")
	t.see("results-list", p)
	p.key(widget.KeyEscape)
	p.push("next")
	p.push("commit")
	p.push("next")
	t.sight(p, "decide-later")
	p.push("tabs/1")
	for i, way := range ways {
		p.push(fmt.Sprintf("views/%d", i))
		t.sights(p, "customers-"+way, 2)
		switch way {
		case "field":
			p.tab("field/pick")
			p.key(widget.KeyPageUp)
			t.sight(p, "customers-field-one")
		case "list":
			p.click("list/head/5")
			t.sight(p, "customers-list-sorted")
		}
	}
	p.push("tabs/3")
	t.sight(p, "briefing-again")
	p.push("home")
	t.sights(p, "choose-games", 2)
	p.push("download/" + g.Name())
	require.Len(t.t, handed, 1)
	t.see("toast", p)
}

// everythingOpen is a decision with all its parts open, and what comes of it.
func (t *tour) everythingOpen() {
	p := t.seat(6000, nil)
	p.push("play/relationship")
	p.push("start")
	for _, id := range []string{"programmes/retention", "programmes/experience", "focus.retention/2", "focus.experience/1", "trial/open", "journal/open"} {
		if p.there(id) {
			p.push(id)
		}
	}
	g := p.app.Session()
	d := g.Draft()
	d.Spend = [sim.NumLevers]sim.Money{1500_00, 1500_00, 1000_00, 1000_00, 1000_00}
	d.Trial = sim.Trial{Lever: sim.Retention, Control: 3000}
	g.SetDraft(d)
	require.Empty(t.t, g.Refusals())
	p.replaceText("journal/hypothesis", "Menos llamadas")
	p.replaceText("journal/low", "900")
	p.replaceText("journal/high", "700")
	p.wheelTop()
	t.sights(p, "decide-open", 5)
	p.replaceText("journal/high", "1200")
	t.sight(p, "decide-journal")
	p.push("commit")
	t.sights(p, "results-trial", 3)

	p.push("home")
	p.push("play/innovation")
	p.push("start")
	if p.there("breadth") {
		p.see("breadth")
	}
	t.sight(p, "decide-breadth")
}

// wheelTop turns the wheel up as far as it goes.
func (p *player) wheelTop() {
	for _, id := range areas {
		if area := p.tree.Find(id); area != nil {
			p.at = canvas.Pt(area.Rect.X+3, area.Rect.MidY())
			p.do(widget.Input{Wheel: canvas.Pt(0, -1e5)})
		}
	}
}

// practising is a game that can be taken back.
func (t *tour) practising() {
	p := t.seat(2000, nil)
	p.push("play/roastery")
	p.push("practise")
	t.sight(p, "practice")
	p.push("commit")
	t.sight(p, "practice-results")
	p.push("next")
	for g := p.app.Session(); !g.Over(); {
		p.push("commit")
		p.push("next")
	}
	t.sights(p, "practice-score", 2)
}

// newFirm is a firm without a past: nothing is known of it.
func (t *tour) newFirm() {
	s, err := sized(2000)("roastery")
	require.NoError(t.t, err)
	s.Market.Start.History = 0
	p := t.seat(2000, func(h *screen.Host) {
		h.Scenarios = []scenarios.Scenario{s}
		h.Find = func(string) (scenarios.Scenario, error) { return s, nil }
	})
	p.push("play/roastery")
	t.sight(p, "empty-briefing")
	p.push("start")
	t.sight(p, "empty-decide")
	p.push("tabs/1")
	t.sight(p, "empty-customers")
	p.push("tabs/2")
	t.sight(p, "empty-results")
}

// authoring is a scenario file that is wrong.
func (t *tour) authoring() {
	p := t.seat(2000, func(h *screen.Host) { h.Drops = true })
	p.open(screen.File{Name: "kiosk.yaml", Load: func() (scenarios.Scenario, error) {
		return scenarios.Load("kiosk.yaml", []byte("format: 1\nextends: roastery\ntitle: The kiosk\nrounds: soon\nprice: {low: 30}\n"))
	}})
	t.sight(p, "problems")
}

// ending is a game that is over: its score and every part of its debrief.
func (t *tour) ending() {
	s, err := sized(160)("subscription")
	require.NoError(t.t, err)
	shelf := &game.Memory{}
	g, err := game.Begin(s, game.Setup{Seed: 9, Team: "Azul"}, shelf)
	require.NoError(t.t, err)
	for decide := policy.Random(3); !g.Over(); {
		g.SetDraft(decide(policy.View{Brief: g.Brief(), Reports: g.Reports(), Available: g.Available()}))
		kpi := game.KPIs()[g.Round()%len(game.KPIs())]
		last, ok := kpi.Of(g.Brief(), g.Reports()[len(g.Reports())-1])
		require.True(t.t, ok)
		apart := max(last, -last) / 10
		g.SetNote(game.Note{Forecast: &game.Forecast{Of: kpi, Low: last - apart, High: last + apart}, By: "Ventas", Hypothesis: "Suben"})
		_, err := g.Commit()
		require.NoError(t.t, err)
	}
	p := t.sit(screen.Host{Shelf: shelf, Scenarios: []scenarios.Scenario{s}, NewSeed: func() uint64 { return 1 },
		Find:  func(string) (scenarios.Scenario, error) { return s, nil },
		Place: func(log string) string { return "/home/azul/" + log + ".log" }})
	p.app.Resume(g)
	p.do(widget.Input{})
	t.sights(p, "score", 3)
	require.NoError(t.t, p.app.Show("debrief"))
	p.do(widget.Input{})
	for i, part := range []string{"how", "turns", "ask", "luck", "truth"} {
		id := fmt.Sprintf("debrief/parts/%d", i)
		if !p.there(id) { // a list, where there is no room for tabs
			id = fmt.Sprintf("debrief/part/%d", i)
		}
		p.push(id)
		if part == "luck" {
			t.sight(p, "debrief-luck-before")
			p.push("luck/play")
		}
		t.sights(p, "debrief-"+part, 3)
		if part == "ask" {
			p.tab("ask/spend.acquisition")
			p.key(widget.KeyHome)
			t.sight(p, "debrief-asked")
		}
	}
}
