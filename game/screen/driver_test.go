package screen_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/scenarios"
	"centricity/sim/experiment"
)

// shipped are all scenarios that ship, with few people: the screens show as
// much of them, and the tests take seconds.
func shipped(t testing.TB) []scenarios.Scenario {
	t.Helper()
	var out []scenarios.Scenario
	for _, name := range scenarios.Names() {
		s, err := small(name)
		require.NoError(t, err)
		out = append(out, s)
	}
	return out
}

// small finds a shipped scenario with 1,000 people.
func small(name string) (scenarios.Scenario, error) {
	s, err := scenarios.Shipped(name)
	if err == nil {
		s.Market = experiment.Scaled(s.Market, 1000)
	}
	return s, err
}

// host is a program around the screens, with a fresh number that never changes.
func host(t testing.TB, shelf game.Shelf) screen.Host {
	t.Helper()
	return screen.Host{Shelf: shelf, Scenarios: shipped(t), Find: small, NewSeed: func() uint64 { return 482913 }}
}

// player is someone at the screen: everything they do goes through input, and
// they look only at the semantics tree.
type player struct {
	t    testing.TB
	app  *screen.App
	c    canvas.Canvas
	now  time.Duration
	tree *widget.Node
	at   canvas.Point

	watch func(tree *widget.Node) // is told of every frame, where somebody wants to know
}

func newPlayer(t testing.TB, shelf game.Shelf) *player {
	t.Helper()
	return sitDown(t, screen.New(host(t, shelf)), 1280, 800)
}

func sitDown(t testing.TB, app *screen.App, w, h float64) *player {
	p := &player{t: t, app: app, c: &nowhere{w: w, h: h}}
	p.do(widget.Input{})
	return p
}

// do gives one input and draws until nothing moves any more.
func (p *player) do(in widget.Input) {
	p.t.Helper()
	for i := 0; ; i++ {
		require.Less(p.t, i, 20000, "the screen never comes to rest")
		p.now += 16 * time.Millisecond
		in.Now, in.Pointer, in.PointerIn = p.now, p.at, true
		p.tree = p.app.Frame(p.c, in)
		if p.watch != nil {
			p.watch(p.tree)
		}
		if !p.app.NeedsRedraw() {
			return
		}
		in = widget.Input{Down: in.Down}
	}
}

// find is a control that must be there.
func (p *player) find(id string) *widget.Node {
	p.t.Helper()
	n := p.tree.Find(id)
	require.NotNil(p.t, n, "there is no control %q on the screen", id)
	return n
}

func (p *player) there(id string) bool { return p.tree.Find(id) != nil }

// see turns the wheel until a control is in view, as a person does.
func (p *player) see(id string) canvas.Rect {
	p.t.Helper()
	for range 200 {
		n := p.find(id)
		area := regionOf(p.tree, n)
		if area == nil || n.Rect.Y >= area.Rect.Y-0.5 && n.Rect.Bottom() <= area.Rect.Bottom()+0.5 {
			return n.Rect
		}
		p.at = canvas.Pt(area.Rect.X+4, area.Rect.MidY())
		d := 60.0
		if n.Rect.Y < area.Rect.Y {
			d = -60
		}
		p.do(widget.Input{Wheel: canvas.Pt(0, d)})
	}
	require.Fail(p.t, "scrolling never brings the control into view", id)
	return canvas.Rect{}
}

// regions are the innermost scroll areas around nodes.
func regions(tree *widget.Node) map[*widget.Node]*widget.Node {
	within := map[*widget.Node]*widget.Node{}
	var walk func(n, area *widget.Node)
	walk = func(n, area *widget.Node) {
		within[n] = area
		if n.Role == widget.RoleRegion {
			area = n
		}
		for _, c := range n.Children {
			walk(c, area)
		}
	}
	walk(tree, nil)
	return within
}

func regionOf(tree, n *widget.Node) *widget.Node { return regions(tree)[n] }

// click moves to a control, presses and releases.
func (p *player) click(id string) {
	p.t.Helper()
	r := p.see(id)
	p.at = canvas.Pt(r.MidX(), r.MidY())
	p.do(widget.Input{})
	p.do(widget.Input{Pressed: true, Down: true})
	p.do(widget.Input{Released: true})
}

// drag takes a slider's knob to a share of its track.
func (p *player) drag(id string, share float64) {
	p.t.Helper()
	r := p.see(id)
	p.at = canvas.Pt(r.MidX(), r.MidY())
	p.do(widget.Input{Pressed: true, Down: true})
	p.at = canvas.Pt(r.X+8+(r.W-16)*share, r.MidY())
	p.do(widget.Input{Down: true})
	p.do(widget.Input{Released: true})
}

func (p *player) key(keys ...widget.Key) {
	p.t.Helper()
	for _, k := range keys {
		in := widget.Input{Keys: []widget.KeyPress{{Key: k}}}
		if k == widget.KeySpace {
			in.Text = " "
		}
		p.do(in)
	}
}

func (p *player) text(s string) { p.t.Helper(); p.do(widget.Input{Text: s}) }

// tab goes to a control by the Tab key alone.
func (p *player) tab(id string) {
	p.t.Helper()
	for range 400 {
		if p.app.Focus() == id {
			n := p.find(id)
			if area := regionOf(p.tree, n); area != nil {
				require.GreaterOrEqual(p.t, n.Rect.Bottom(), area.Rect.Y, "%s has the focus above the view", id)
				require.LessOrEqual(p.t, n.Rect.Y, area.Rect.Bottom(), "%s has the focus below the view", id)
			}
			return
		}
		p.key(widget.KeyTab)
	}
	require.Fail(p.t, "Tab never reaches the control", id)
}

// enter presses a button by keyboard.
func (p *player) enter(id string) { p.t.Helper(); p.tab(id); p.key(widget.KeyEnter) }

// says collects every text on the screen.
func (p *player) says() []string {
	var out []string
	for n := range p.tree.All {
		out = append(out, n.Name, n.Value, n.Description)
	}
	return out
}

// replayed is the log of the game in progress after it was read from the shelf
// and played again to the hash.
func replayed(t testing.TB, shelf game.Shelf, name string) game.Log {
	t.Helper()
	data, err := shelf.Read(name + ".log")
	require.NoError(t, err)
	log, err := game.Parse(data)
	require.NoError(t, err)
	_, _, err = game.Replay(log, small)
	require.NoError(t, err)
	return log
}
