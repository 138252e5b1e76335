package widget

import (
	"time"

	"centricity/game/canvas"
)

// toastTime is how long a toast stays.
const toastTime = 5 * time.Second

type toast struct {
	text  string
	tone  Tone
	until time.Duration
	fresh bool // its time starts with the next frame
}

// Toast shows a short message at the foot of the window for a few seconds.
func (u *UI) Toast(text string, tone Tone) {
	u.toasts = append(u.toasts, toast{text: text, tone: tone, fresh: true})
	if len(u.toasts) > 3 {
		u.toasts = u.toasts[1:]
	}
	u.again = true
}

// DropToasts takes away what is shown, as when it is in another language.
func (u *UI) DropToasts() { u.toasts = nil }

func (u *UI) drawToasts() {
	kept := u.toasts[:0]
	for _, t := range u.toasts {
		if t.fresh {
			t.fresh, t.until = false, u.in.Now+toastTime
		}
		if u.in.Now < t.until {
			u.wakeAt(t.until)
			kept = append(kept, t)
		}
	}
	u.toasts = kept
	y := u.Bounds().Bottom() - Gap6
	for i := len(kept) - 1; i >= 0; i-- {
		style := u.Theme.Body().With(u.Theme.OnTip)
		w := min(canvas.Measure(kept[i].text, style)+2*Gap4+u.Px(24), u.Bounds().W-2*Gap4)
		h := u.Px(40)
		box := canvas.Box(u.Bounds().MidX()-w/2, y-h, w, h)
		y -= h + Gap2
		u.c.Shadow(box, cornerControl, 14, 5, canvas.Fade(u.Theme.Shade, 1.6))
		u.c.FillRound(box, cornerControl, u.Theme.Tip)
		in := box.InsetXY(Gap4, 0)
		DrawIcon(u.c, in.CutLeft(u.Px(16)), toneIcon(kept[i].tone), u.Theme.OnTip)
		in.CutLeft(Gap2)
		canvas.TextIn(u.c, in, kept[i].text, style)
		u.node(Node{ID: optionID("toast", i), Role: RoleStatus, Name: kept[i].text, Rect: box})
	}
}

func toneIcon(t Tone) Icon {
	switch t {
	case Positive:
		return IconCheck
	case Negative, Warning:
		return IconWarning
	}
	return IconInfo
}

// Status draws a line that is read out when it changes, with a sign for its
// tone: what is left of a budget, why a round cannot be submitted.
func (u *UI) Status(r canvas.Rect, id, text string, tone Tone) {
	ink := u.Theme.Color(tone)
	role := RoleStatus
	if tone == Negative {
		role = RoleAlert
	}
	u.node(Node{ID: id, Role: role, Name: text, Rect: r})
	if text == "" {
		return
	}
	if tone != Neutral && tone != Quiet {
		DrawIcon(u.c, r.CutLeft(u.Px(16)), toneIcon(tone), ink)
		r.CutLeft(Gap2 - 1)
	}
	style := u.Theme.Body().With(ink)
	if tone != Neutral && tone != Quiet {
		style.Bold = true
	}
	canvas.TextIn(u.c, r, text, style)
}
