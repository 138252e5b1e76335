package widget

import (
	"cmp"

	"centricity/game/canvas"
)

// Kind is how much a button asks to be pressed.
type Kind uint8

// The kinds of buttons; one primary button a screen is enough.
const (
	Plain Kind = iota
	Primary
	Danger
	Ghost // no edge: for rows of small tools
)

// Button is a push button.
type Button struct {
	ID, Label string
	Heard     string // its name where the label alone would not tell it from others
	Kind      Kind
	Icon      Icon
	IconOnly  bool   // the label is only heard
	Disabled  string // why it cannot be pressed; empty when it can
	Told      bool   // the reason stands beside the button: it is only heard
	Tip       string
}

// ButtonWidth is the width that suits a label.
func (u *UI) ButtonWidth(b Button) float64 {
	w := canvas.Measure(b.Label, u.Theme.Strong()) + 2*Gap4
	if b.Icon != NoIcon {
		w += u.Px(16) + Gap2
	}
	return w
}

// Button draws a button and reports whether it was pressed.
func (u *UI) Button(r canvas.Rect, b Button) bool {
	p := u.control(b.ID, r, b.Disabled)
	t := u.Theme
	ground, edge, ink := t.Card, t.Edge, t.Text
	switch b.Kind {
	case Primary:
		ground, edge, ink = t.Accent, t.Accent, t.OnAccent
	case Danger:
		ink, edge = t.Bad, t.Bad
	case Ghost:
		edge, ground = canvas.Color{}, canvas.Color{}
	}
	switch {
	case b.Disabled != "":
		ground, edge, ink = t.Raised, t.Line, t.Muted
	case p.held && p.over && b.Kind == Primary:
		ground = canvas.Mix(ground, t.Text, 0.22)
	case p.over && b.Kind == Primary:
		ground = canvas.Mix(ground, t.Text, 0.12)
	case p.held && p.over:
		ground = canvas.Mix(t.Card, t.Accent, 0.2)
	case p.over:
		ground = t.Soft
	}
	u.c.FillRound(r, cornerControl, ground)
	if edge != ground {
		u.c.StrokeRound(r, cornerControl, 1, edge)
	}
	u.ring(b.ID, r, cornerControl)
	in, style := r, t.Strong().With(ink).Aligned(canvas.Center)
	if b.Icon != NoIcon && !b.IconOnly {
		w := min(canvas.Measure(b.Label, style), r.W-u.Px(16)-Gap2-Gap2)
		in = canvas.Box(r.MidX()-(w+u.Px(16)+Gap2)/2, r.Y, w+u.Px(16)+Gap2, r.H)
		DrawIcon(u.c, in.CutLeft(u.Px(16)), b.Icon, ink)
		in.CutLeft(Gap2)
	}
	if b.IconOnly {
		DrawIcon(u.c, r.Inset(r.H*0.26), b.Icon, ink)
	} else {
		canvas.TextIn(u.c, in, b.Label, style)
	}
	tip := b.Tip
	if b.Disabled != "" {
		tip = b.Disabled
	}
	if tip == "" && b.IconOnly {
		tip = b.Label
	}
	if b.Disabled == "" || !b.Told {
		u.tooltip(b.ID, r, tip, p.over)
	}
	if tip == b.Label {
		tip = "" // not to be heard twice
	}
	u.node(Node{ID: b.ID, Role: RoleButton, Name: cmp.Or(b.Heard, b.Label), Description: tip, Focusable: true, Disabled: b.Disabled != "", Rect: r})
	return p.clicked
}
