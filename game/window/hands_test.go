//go:build linux

package window

import (
	"os"
	"testing"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/scenarios"
)

// hands are a pointer and a keyboard at the display itself: what they do comes
// to the window on the way that a person's clicks and keys take.
type hands struct {
	t    *testing.T
	h    *harness
	x    *xgb.Conn
	root xproto.Window
	left int16 // of the window on the display
	top  int16
	code map[rune]key
}

// key is how a sign is typed.
type key struct {
	code  xproto.Keycode
	shift bool
}

// X's names of the keys that are no signs.
const (
	keyTab   rune = 0xff09
	keyEnter rune = 0xff0d
	keyLeft  rune = 0xff51
	keyRight rune = 0xff53
	keyShift rune = 0xffe1
)

// newHands takes hold of the display. Only where CENTRICITY_HANDS says that the
// display is the test's own: nobody's pointer shall run away from them.
func newHands(t *testing.T, h *harness) *hands {
	t.Helper()
	if os.Getenv("CENTRICITY_HANDS") == "" {
		t.Skip("CENTRICITY_HANDS is not set: the pointer and the keyboard are left alone; make test sets it on a display of its own")
	}
	x, err := xgb.NewConn()
	require.NoError(t, err)
	t.Cleanup(x.Close)
	require.NoError(t, xtest.Init(x))
	s := &hands{t: t, h: h, x: x, root: xproto.Setup(x).DefaultScreen(x).Root, code: map[rune]key{}}
	tree, err := xproto.QueryTree(x, s.root).Reply()
	require.NoError(t, err)
	most := 0
	for _, w := range tree.Children {
		g, err := xproto.GetGeometry(x, xproto.Drawable(w)).Reply()
		require.NoError(t, err)
		if a, err := xproto.GetWindowAttributes(x, w).Reply(); err == nil && a.MapState == xproto.MapStateViewable && int(g.Width)*int(g.Height) > most {
			most, s.left, s.top = int(g.Width)*int(g.Height), g.X, g.Y
		}
	}
	require.NotZero(t, most, "there is no window on the display")
	first, last := xproto.Setup(x).MinKeycode, xproto.Setup(x).MaxKeycode
	keys, err := xproto.GetKeyboardMapping(x, first, byte(last-first)+1).Reply()
	require.NoError(t, err)
	for i, sign := range keys.Keysyms {
		code, column := xproto.Keycode(i/int(keys.KeysymsPerKeycode))+first, i%int(keys.KeysymsPerKeycode)
		if _, known := s.code[rune(sign)]; sign != 0 && column < 2 && !known {
			s.code[rune(sign)] = key{code, column == 1}
		}
	}
	return s
}

// do sends one thing to the display and waits until the window has shown it.
func (s *hands) do(kind, detail byte, at canvas.Point) {
	s.t.Helper()
	x, y := int16(at.X*s.h.scale)+s.left, int16(at.Y*s.h.scale)+s.top
	require.NoError(s.t, xtest.FakeInputChecked(s.x, kind, detail, 0, s.root, x, y, 0).Check())
	for range 2 {
		s.h.tick(func() {})
	}
	s.h.rest()
}

func (s *hands) moveTo(at canvas.Point) { s.do(xproto.MotionNotify, 0, at) }

func (s *hands) click(id string) {
	s.t.Helper()
	r := rect(s.t, s.h, id)
	s.moveTo(canvas.Pt(r.MidX(), r.MidY()))
	s.do(xproto.ButtonPress, 1, canvas.Point{})
	s.do(xproto.ButtonRelease, 1, canvas.Point{})
}

func (s *hands) drag(id string, share float64) {
	s.t.Helper()
	r := rect(s.t, s.h, id)
	s.moveTo(canvas.Pt(r.MidX(), r.MidY()))
	s.do(xproto.ButtonPress, 1, canvas.Point{})
	s.moveTo(canvas.Pt(r.X+8+(r.W-16)*share, r.MidY()))
	s.do(xproto.ButtonRelease, 1, canvas.Point{})
}

func (s *hands) press(sign rune) {
	s.t.Helper()
	k, known := s.code[sign]
	require.True(s.t, known, "this keyboard has no %q", sign)
	if k.shift {
		s.do(xproto.KeyPress, byte(s.code[keyShift].code), canvas.Point{})
		defer s.do(xproto.KeyRelease, byte(s.code[keyShift].code), canvas.Point{})
	}
	s.do(xproto.KeyPress, byte(k.code), canvas.Point{})
	s.do(xproto.KeyRelease, byte(k.code), canvas.Point{})
}

// tabTo goes on with the Tab key until a control has the focus.
func (s *hands) tabTo(id string) {
	s.t.Helper()
	for range 400 {
		var n *widget.Node
		s.h.tick(func() { n = s.h.tree.Find(id) })
		require.NotNil(s.t, n, "there is no control %q", id)
		if n.Focused {
			return
		}
		s.press(keyTab)
	}
	s.t.Fatalf("the Tab key never reaches %s", id)
}

// there tells whether a control is on the screen.
func (s *hands) there(id string) (is bool) {
	s.h.tick(func() { is = s.h.tree.Find(id) != nil })
	return is
}

// A whole game as a person plays it: real clicks and drags in one round, real
// keys in the next, and a log that replays to the same state. It is the first
// scenario; with CENTRICITY_EVERY, which make every sets, it is each that ships.
func TestAGameByRealClicksAndKeys(t *testing.T) {
	needDisplay(t)
	names := scenarios.Names()
	if os.Getenv("CENTRICITY_EVERY") == "" {
		names = names[:1]
	}
	for _, name := range names {
		s, err := scenarios.Shipped(name)
		require.NoError(t, err)
		t.Run(name, func(t *testing.T) { playByHand(t, s) })
	}
}

func playByHand(t *testing.T, s scenarios.Scenario) {
	folder, err := OpenFolder(t.TempDir())
	require.NoError(t, err)
	app := screen.New(screen.Host{
		Shelf: folder, Scenarios: []scenarios.Scenario{s}, Find: scenarios.Shipped,
		NewSeed: func() uint64 { return 11 },
	})
	h := display
	h.tick(func() { h.stage = newStage(app) })
	h.rest()
	person := newHands(t, h)

	person.click("play/" + s.Name)
	person.click("start")
	for round := range s.Market.Rounds {
		if round%2 == 0 {
			person.drag("spend.acquisition", 0.4)
			person.drag("spend.retention", 0.3)
			if person.there("fit") {
				person.click("fit")
			}
			person.click("commit")
			person.click("next")
			continue
		}
		person.tabTo("spend.acquisition")
		person.press(keyRight)
		person.press(keyRight)
		person.tabTo("spend.retention")
		person.press(keyLeft)
		if person.there("to-shop") {
			person.tabTo("to-shop")
			person.press(keyEnter)
			person.tabTo("shop/platform")
			person.press(keyRight)
			person.tabTo("shop/decide")
			person.press(keyEnter)
		}
		if person.there("fit") {
			person.tabTo("fit")
			person.press(keyEnter)
		}
		person.tabTo("commit")
		person.press(keyEnter)
		person.tabTo("next")
		person.press(keyEnter)
	}

	g := app.Session()
	require.NotNil(t, g)
	require.True(t, g.Over())
	data, err := folder.Read(g.Name() + ".log")
	require.NoError(t, err)
	log, err := game.Parse(data)
	require.NoError(t, err)
	_, w, err := game.Replay(log, scenarios.Shipped)
	require.NoError(t, err)
	require.True(t, w.Over(), "what was played is replayed, to the hash of every round")
}
