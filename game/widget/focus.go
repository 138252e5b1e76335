package widget

import (
	"slices"

	"centricity/game/canvas"
)

// focusState is who gets the keys. The tab order is the order of drawing.
type focusState struct {
	focus   string
	visible bool       // show the ring: the last move was by keyboard
	order   []string   // focusable controls of this frame
	last    []string   // and of the frame before
	pending []KeyPress // keys a control leaves for the next frame
	later   []KeyPress // keys from the next Tab on
	reveal  string     // a control that scroll areas should bring into view
	spot    canvas.Rect
	spotted bool

	dialog   string   // the dialog being drawn, or ""
	modal    string   // the topmost dialog of the frame before: the rest is inert
	modalNow string   // the topmost dialog of this frame
	before   []string // the focus to return to, one for each dialog that is open
	dialogs  []string // that are open, the topmost last
	shown    []string // drawn in this frame
}

// beginFocus moves the focus by leading Tab keys and keeps the keys after a
// later Tab for the next frame: each key goes to the control that had the focus
// when it was pressed.
func (u *UI) beginFocus() {
	keys := append(u.pending[:len(u.pending):len(u.pending)], u.in.Keys...)
	u.last, u.order = u.order, u.last[:0]
	u.modal, u.modalNow, u.dialog = u.modalNow, "", ""
	u.spotted, u.shown = false, u.shown[:0]
	for len(keys) > 0 && keys[0].Key == KeyTab {
		u.step(keys[0].Shift)
		keys = keys[1:]
	}
	n := 0
	for n < len(keys) && keys[n].Key != KeyTab {
		n++
	}
	u.in.Keys, u.later, u.pending = keys[:n:n], keys[n:], nil
	if n > 0 {
		u.again = true
		u.visible = u.visible || u.focus != ""
	}
	for _, a := range u.in.Actions {
		if a.Kind == ActFocus {
			u.SetFocus(a.ID)
		}
	}
}

// step moves the focus to the next or previous control of the last frame.
func (u *UI) step(back bool) {
	n := len(u.last)
	if n == 0 {
		return
	}
	at := slices.Index(u.last, u.focus)
	switch {
	case at < 0 && back:
		at = n - 1
	case at < 0:
		at = 0
	case back:
		at = (at + n - 1) % n
	default:
		at = (at + 1) % n
	}
	u.SetFocus(u.last[at])
}

// SetFocus gives the focus to a control, with a visible ring, and scrolls it
// into view.
func (u *UI) SetFocus(id string) {
	u.focus, u.visible, u.reveal, u.again = id, true, id, true
}

// Focus is the ID of the control with the focus, or "".
func (u *UI) Focus() string { return u.focus }

// inert reports whether what is drawn now lies behind a dialog.
func (u *UI) inert() bool { return u.modal != "" && u.dialog != u.modal }

// focusable enters a control into the tab order and reports whether it has the
// focus.
func (u *UI) focusable(id string, r canvas.Rect) bool {
	if u.inert() {
		return false
	}
	u.order = append(u.order, id)
	if id == u.reveal {
		u.spot, u.spotted, u.reveal = r, true, ""
	}
	return u.focus == id
}

// ring draws the focus ring around a control that has the focus, when the focus
// got there by keyboard.
func (u *UI) ring(id string, r canvas.Rect, radius float64) {
	if u.focus == id && u.visible && !u.inert() {
		u.c.StrokeRound(r.Inset(-3), radius+3, 2, u.Theme.Focus)
	}
}

// keys offers each key of the frame to the control with the focus; take reports
// whether it used the key.
func (u *UI) keys(id string, take func(KeyPress) bool) {
	if u.focus != id || u.inert() {
		return
	}
	rest := u.in.Keys[:0:0]
	for _, k := range u.in.Keys {
		if take(k) {
			u.tip.hidden = id // it was read, and would lie over the next control
		} else {
			rest = append(rest, k)
		}
	}
	u.in.Keys = rest
}

// endFocus drops the focus when its control is gone, and gives it back to where
// it was before a dialog.
func (u *UI) endFocus() {
	u.pending = append(u.pending, u.later...)
	u.again = u.again || len(u.pending) > 0
	if n := len(u.dialogs) - 1; n >= 0 && !slices.Contains(u.shown, u.dialogs[n]) {
		if u.again = true; u.focus == "" || slices.Contains(u.last, u.focus) {
			u.focus = u.before[n]
		}
		u.dialogs, u.before = u.dialogs[:n], u.before[:n]
		return // the page behind is inert in this frame: look again in the next
	}
	if u.modalNow != u.modal {
		u.again = true
		return
	}
	if slices.Contains(u.order, u.focus) {
		return
	}
	u.focus = ""
	if u.modal != "" && len(u.order) > 0 { // inside a dialog something always has it
		u.focus, u.again = u.order[0], true
	}
}
