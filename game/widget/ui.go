package widget

import (
	"fmt"
	"strings"
	"time"

	"centricity/game/canvas"
)

// UI is the kit's memory from frame to frame and the frame in progress. The
// zero UI with a Theme is ready.
type UI struct {
	Theme Theme

	c    canvas.Canvas
	in   Input
	root *Node
	open []*Node // containers of the tree that are open

	state   map[string]any // what single controls remember, by ID
	entered string         // the text field Enter was pressed in

	focusState
	pointerState
	layers  []func() // pop-ups, drawn at the end of the frame
	tip     tipState
	watch   watched
	cuts    []cut
	cutOver cut         // of them, the one under the pointer
	noted   canvas.Rect // the note of this frame, which tooltips leave free
	toasts  []toast
	still   bool         // the pointer has not moved since the screen changed
	stillAt canvas.Point // where it was then
	again   bool
	wake    time.Duration
	wakeSet bool
}

// Begin starts a frame on a canvas.
func (u *UI) Begin(c canvas.Canvas, in Input) {
	if u.state == nil {
		u.state = map[string]any{}
	}
	u.watch = watched{c, u}
	u.c, u.in = &u.watch, in
	u.cuts, u.cutOver = u.cuts[:0], cut{}
	w, h := c.Size()
	u.root = &Node{ID: "root", Role: RoleApplication, Name: "Centricity", Rect: canvas.Box(0, 0, w, h)}
	u.open = append(u.open[:0], u.root)
	u.layers = u.layers[:0]
	u.entered = ""
	u.wakeSet, u.noted = false, canvas.Rect{}
	u.again = in.Pressed || in.Released || len(in.Keys) > 0 || in.Text != "" || len(in.Actions) > 0
	u.still = u.still && in.Pointer == u.stillAt
	u.beginPointer()
	u.beginFocus()
	u.tip.begin()
}

// End finishes the frame and returns its semantics tree, which is the caller's
// to keep.
func (u *UI) End() *Node {
	for _, n := range u.root.Children { // pop-ups and messages are yet to come
		n.Inert = u.modalNow != "" && n.Find(u.modalNow) == nil
	}
	for i := 0; i < len(u.layers); i++ {
		u.layers[i]()
	}
	u.tellCuts()
	u.drawTip()
	u.drawToasts()
	u.endFocus()
	u.endPointer()
	for n := range u.root.All {
		n.Focused = n.Focusable && n.ID == u.focus
	}
	return u.root
}

// Changed says that another screen follows: what happens to lie under the
// pointer then explains itself only once the pointer moves.
func (u *UI) Changed() { u.still, u.stillAt = true, u.in.Pointer }

// Bounds is the whole canvas.
func (u *UI) Bounds() canvas.Rect { return u.root.Rect }

// Canvas is what the frame is drawn on, for drawing of one's own.
func (u *UI) Canvas() canvas.Canvas { return u.c }

// Px is a length that grows with the text.
func (u *UI) Px(v float64) float64 { return u.Theme.Px(v) }

// NeedsRedraw reports after End whether another frame is due even if nothing
// new happens. Otherwise the window may rest until the next input or [UI.Wake].
func (u *UI) NeedsRedraw() bool { return u.again }

// Wake is when (on the clock of Input.Now) the next frame is due without input,
// for a tooltip that appears or a message that goes.
func (u *UI) Wake() (at time.Duration, ok bool) { return u.wake, u.wakeSet }

func (u *UI) wakeAt(t time.Duration) {
	if !u.wakeSet || t < u.wake {
		u.wake, u.wakeSet = t, true
	}
}

// Key reports, and takes, a key that no control has used. Ask for it at the end
// of a screen.
func (u *UI) Key(k KeyPress) bool {
	for i, p := range u.in.Keys {
		if p == k {
			u.in.Keys = append(u.in.Keys[:i:i], u.in.Keys[i+1:]...)
			return true
		}
	}
	return false
}

// Typed reports, and takes, a letter typed that no text field has used. Ask for
// it at the end of a screen.
func (u *UI) Typed(letter string) bool {
	before, after, typed := strings.Cut(u.in.Text, letter)
	if typed {
		u.in.Text = before + after
	}
	return typed
}

// memory is what the control with this ID remembers.
func memory[T any](u *UI, id string) *T {
	if v, ok := u.state[id].(*T); ok {
		return v
	}
	v := new(T)
	u.state[id] = v
	return v
}

// Problems lists faults of the frame just ended that a test should catch: IDs
// used twice, controls without a name, tab stops missing from the tree.
func (u *UI) Problems() []string {
	var out []string
	ids, stops := map[string]bool{}, map[string]bool{}
	for n := range u.root.All {
		stops[n.ID] = stops[n.ID] || n.Focusable
		if n.ID != "" && ids[n.ID] {
			out = append(out, fmt.Sprintf("the ID %q is used twice", n.ID))
		}
		ids[n.ID] = true
		if n.Focusable && n.Name == "" {
			out = append(out, fmt.Sprintf("the %s %q has no name", n.Role, n.ID))
		}
		if n.Focusable && n.ID == "" {
			out = append(out, fmt.Sprintf("the %s named %q has no ID", n.Role, n.Name))
		}
	}
	for _, id := range u.order {
		if !stops[id] {
			out = append(out, fmt.Sprintf("the tab stop %q is not in the tree", id))
		}
	}
	return out
}
