package widget

import (
	"slices"

	"centricity/game/canvas"
	"centricity/game/words"
)

// Dialog is a window in the window. While it is drawn everything else is out of
// reach, the focus stays inside, and Escape or a click on the cross closes it.
type Dialog struct {
	ID, Title string
	W, H      float64 // of the whole dialog; limited to the canvas
}

// Dialog draws a dialog with what body puts into the room below the title, and
// reports whether it stays open. Draw it after everything else of the screen,
// and no longer once it is closed. When it is gone the focus returns to where
// it was, unless it was given to something else meanwhile.
func (u *UI) Dialog(d Dialog, body func(r canvas.Rect)) (open bool) {
	bounds := u.Bounds()
	w, h := min(d.W, bounds.W-2*Gap4), min(d.H, bounds.H-2*Gap4)
	box := canvas.Box(bounds.MidX()-w/2, bounds.MidY()-h/2, w, h)
	u.shown = append(u.shown, d.ID)
	if !slices.Contains(u.dialogs, d.ID) {
		u.dialogs = append(u.dialogs, d.ID)
		u.before = append(u.before, u.focus)
		u.focus, u.active, u.again = "", "", true // what was being dragged is let go
	}
	outer, layer := u.dialog, u.layer
	u.dialog, u.modalNow, u.layer = d.ID, d.ID, 1
	t := u.Theme
	u.c.FillRect(bounds, t.Scrim)
	u.c.Shadow(box, cornerCard, 24, 8, canvas.Fade(t.Shade, 2))
	u.c.FillRound(box, cornerCard, t.Card)
	if t.Dark {
		u.c.StrokeRound(box, cornerCard, 1, t.Line)
	}
	open = true
	u.within(Node{ID: d.ID, Role: RoleDialog, Name: d.Title, Modal: true, Rect: box}, func() {
		in := box.Inset(Gap6)
		head := in.CutTop(u.Px(28))
		cross := head.CutRight(u.Px(28))
		u.Heading(head, 1, d.Title)
		in.CutTop(Gap3)
		body(in)
		if u.Button(cross, Button{ID: d.ID + "/close", Label: words.Say("Close"), Kind: Ghost, Icon: IconClose, IconOnly: true}) {
			open = false
		}
	})
	if u.modal == d.ID && u.Key(KeyPress{Key: KeyEscape}) {
		open = false
	}
	u.dialog, u.layer = outer, layer
	if !open {
		u.again = true
	}
	return open
}
