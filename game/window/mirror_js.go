package window

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"syscall/js"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// mirrorID is the element that holds the mirror.
const mirrorID = "centricity-mirror"

// mirror is the page's invisible copy of what is drawn: an element for each
// node of the semantics tree, where it is drawn, so that screen readers, braille
// displays and browser automation find the controls. What they ask of a copy is
// asked of the control.
//
// What scrolls on the canvas scrolls in the mirror: an element that holds the
// same content, as high, hides what lies outside, and is as far down. A browser
// that brings an element into view, as automation does before a click, therefore
// scrolls that, and the mirror asks the canvas to follow. Nothing else of the
// page can be scrolled, so copies lie on what is drawn.
type mirror struct {
	q       *queue
	root    *reflection
	held    *reflection // what has the page's focus
	byID    map[string]*reflection
	scrolls []*reflection // those that can be scrolled
	spoken  string        // tag of the language that the page says it is in
}

// reflection is one element and what it was last told.
type reflection struct {
	el       js.Value
	tag, id  string
	told     map[string]string
	text     string
	children []*reflection
	spacer   js.Value // makes what scrolls as high as its content
	drawn    float64  // how far down the canvas shows it
	scrolled float64  // and how far down it was left
}

func newMirror(q *queue) *mirror {
	m := &mirror{q: q}
	document := js.Global().Get("document")
	old := document.Call("getElementById", mirrorID)
	if old.Truthy() {
		old.Call("remove")
	}
	el := document.Call("createElement", "div")
	el.Set("id", mirrorID)
	el.Get("style").Set("cssText", "position:fixed;inset:0;z-index:2;overflow:clip;opacity:0;touch-action:"+touches) // above what covers the page while it loads
	document.Get("body").Call("appendChild", el)
	m.root = &reflection{el: el, tag: "div", told: map[string]string{}}
	m.listen("click", m.clicked)
	m.listen("input", m.edited)
	m.listen("focusin", m.focused)
	// A click can come before the browser has told of the scrolling it needed.
	follow := js.FuncOf(func(js.Value, []js.Value) any { m.follow(); return nil })
	m.root.el.Call("addEventListener", "scroll", follow, true)
	js.Global().Call("addEventListener", "pointerdown", follow, true)
	return m
}

func (m *mirror) listen(name string, do func(e js.Value, id string)) {
	m.root.el.Call("addEventListener", name, js.FuncOf(func(_ js.Value, args []js.Value) any {
		target := args[0].Get("target")
		if id := target.Call("getAttribute", "data-id"); id.Type() == js.TypeString {
			do(args[0], id.String())
		}
		return nil
	}))
}

// clicked hears clicks that no pointer made; those of a pointer come as events
// of the pointer.
func (m *mirror) clicked(e js.Value, id string) {
	if e.Get("detail").Int() == 0 {
		m.ask(widget.ActClick, id, "")
	}
}

func (m *mirror) edited(e js.Value, id string) {
	m.ask(widget.ActSet, id, e.Get("target").Get("value").String())
}

func (m *mirror) focused(_ js.Value, id string) {
	if r := m.byID[id]; r != m.held {
		m.held = r
		m.ask(widget.ActFocus, id, "")
	}
}

func (m *mirror) ask(kind widget.ActionKind, id, value string) {
	m.q.push(event{kind: asked, asked: widget.Action{Kind: kind, ID: id, Value: value}})
}

// follow asks the canvas to scroll where the browser has scrolled the mirror.
func (m *mirror) follow() {
	for _, r := range m.scrolls {
		if to := r.el.Get("scrollTop").Float(); differs(to, r.scrolled) {
			r.scrolled = to
			m.ask(widget.ActScroll, r.id, number(to))
		}
	}
}

// differs tells whether scrolling moved anything: browsers round.
func differs(a, b float64) bool { return math.Abs(a-b) > 1 }

// settle leaves what scrolls as far down as what is drawn. What the mirror's
// own changes did to it is undone: a browser keeps the place of what ceased to
// scroll and goes back there when it scrolls again, and it moves what became
// too short. Only where somebody has just scrolled it, the canvas follows.
func (m *mirror) settle() {
	for _, r := range m.scrolls {
		if m.q.asks(widget.ActScroll, r.id) {
			continue
		}
		r.scrolled = r.el.Get("scrollTop").Float()
		if differs(r.drawn, r.scrolled) {
			r.el.Set("scrollTop", r.drawn)
			r.scrolled = r.el.Get("scrollTop").Float()
		}
	}
}

// show makes the mirror like the tree, changing only what differs.
func (m *mirror) show(tree *widget.Node, focus string) {
	m.follow()                                      // what moved until now, the mirror did not move
	if tag := words.Spoken().Tag; tag != m.spoken { // for the voice that reads it out
		m.spoken = tag
		js.Global().Get("document").Get("documentElement").Call("setAttribute", "lang", tag)
	}
	m.byID, m.scrolls = map[string]*reflection{}, m.scrolls[:0]
	m.root.fill(m, []*widget.Node{tree}, canvas.Point{})
	m.settle()
	r := m.byID[focus]
	if r == m.held {
		return
	}
	m.held = r
	if r != nil {
		r.el.Call("focus", map[string]any{"preventScroll": true})
	} else if active := js.Global().Get("document").Get("activeElement"); active.Truthy() {
		active.Call("blur")
	}
}

// fill makes the elements below r those of the nodes, in order. Their places
// count from the origin.
func (r *reflection) fill(m *mirror, nodes []*widget.Node, origin canvas.Point) {
	for i, n := range nodes {
		tag := tagOf(n)
		if i < len(r.children) && (r.children[i].tag != tag || r.children[i].id != n.ID) {
			for _, c := range r.children[i:] {
				c.el.Call("remove")
			}
			r.children = r.children[:i]
		}
		if i == len(r.children) {
			el := js.Global().Get("document").Call("createElement", tag)
			el.Get("style").Set("cssText", "position:absolute;margin:0;padding:0;border:0;white-space:nowrap;overflow-anchor:none")
			r.el.Call("appendChild", el)
			r.children = append(r.children, &reflection{el: el, tag: tag, id: n.ID, told: map[string]string{}})
		}
		r.children[i].tell(m, n, origin)
	}
	for _, c := range r.children[len(nodes):] {
		c.el.Call("remove")
	}
	r.children = r.children[:len(nodes)]
}

// tagOf is the element that a browser treats like the control.
func tagOf(n *widget.Node) string {
	switch n.Role {
	case widget.RoleTextBox, widget.RoleSpinButton, widget.RoleSlider:
		return "input"
	case widget.RoleButton:
		return "button"
	}
	return "div"
}

// tell gives an element the attributes of its node.
func (r *reflection) tell(m *mirror, n *widget.Node, origin canvas.Point) {
	if n.ID != "" {
		m.byID[n.ID] = r
	}
	place := canvas.Box(n.Rect.X-origin.X, n.Rect.Y-origin.Y, max(n.Rect.W, 1), max(n.Rect.H, 1))
	now := attributes(n, place)
	bounded := false
	for name, value := range now {
		if old, ok := r.told[name]; name == "value" || ok && old == value {
			continue
		}
		r.told[name] = value
		switch name {
		case "style":
			r.lay(n, place)
			continue
		case "type", "min", "max", "step":
			bounded = true
		}
		if value == "" {
			r.el.Call("removeAttribute", name)
		} else {
			r.el.Call("setAttribute", name, value)
		}
	}
	if r.tag == "input" {
		r.set(now["value"], bounded)
		return
	}
	if len(n.Children) == 0 && (r.text != n.Name || len(r.children) > 0) {
		r.write(n.Name)
	}
	if len(n.Children) > 0 {
		if r.text != "" {
			r.write("")
		}
		r.fill(m, n.Children, canvas.Pt(n.Rect.X, n.Rect.Y-n.Scrolled))
	}
	if n.Height > 0 {
		r.scroll(m, n)
	} else if r.spacer.Truthy() {
		r.spacer.Call("remove")
		r.spacer, r.scrolled = js.Value{}, 0
	}
}

// set gives an input its value, after all that bounds it and anew when that
// has changed: a browser cuts a value to the bounds of the moment.
func (r *reflection) set(value string, anew bool) {
	if old, ok := r.told["value"]; ok && old == value && !anew {
		return
	}
	r.told["value"] = value
	if r.el.Get("value").String() != value {
		r.el.Set("value", value)
	}
}

// write makes a text all that the element holds.
func (r *reflection) write(text string) {
	r.el.Set("textContent", text)
	r.text, r.children, r.spacer, r.scrolled = text, nil, js.Value{}, 0
}

// lay puts an element where its node is drawn.
func (r *reflection) lay(n *widget.Node, place canvas.Rect) {
	style := r.el.Get("style")
	style.Set("left", px(place.X))
	style.Set("top", px(place.Y))
	style.Set("width", px(place.W))
	style.Set("height", px(place.H))
	style.Set("overflow", overflow(n))
	style.Set("pointerEvents", "none")
	switch n.Role {
	case widget.RoleRadio, widget.RoleTab, widget.RoleOption, widget.RoleRow:
		style.Set("pointerEvents", "auto")
	default:
		if n.Focusable {
			style.Set("pointerEvents", "auto")
		}
	}
}

// overflow is what becomes of content that is larger than the element.
func overflow(n *widget.Node) string {
	switch {
	case n.Height > 0:
		return "hidden" // can be scrolled, by the browser and not by the player
	case len(n.Children) == 0:
		return "clip"
	}
	return "visible"
}

// scroll makes an element one that scrolls, as high as what is drawn.
func (r *reflection) scroll(m *mirror, n *widget.Node) {
	m.scrolls, r.drawn = append(m.scrolls, r), n.Scrolled
	if !r.spacer.Truthy() {
		r.spacer = js.Global().Get("document").Call("createElement", "div")
		r.spacer.Call("setAttribute", "role", "presentation")
		r.el.Call("prepend", r.spacer)
	}
	r.spacer.Get("style").Set("cssText", "position:absolute;top:0;width:1px;height:"+px(n.Height))
}

// asks tells whether something asked of a control still waits for a frame.
func (q *queue) asks(kind widget.ActionKind, id string) bool {
	return slices.ContainsFunc(q.events, func(e event) bool {
		return e.kind == asked && e.asked.Kind == kind && e.asked.ID == id
	})
}

func px(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) + "px" }

// attributes are what a node is in ARIA; an empty one is taken away.
func attributes(n *widget.Node, place canvas.Rect) map[string]string {
	a := map[string]string{
		"data-id": n.ID, "style": fmt.Sprint(place, n.Focusable, overflow(n)), "aria-description": n.Description,
		"aria-disabled": truth(n.Disabled), "aria-modal": truth(n.Modal), "aria-expanded": truth(n.Expanded), "inert": truth(n.Inert), "tabindex": "",
	}
	if n.Role != widget.RoleParagraph && n.Role != widget.RoleCell {
		a["aria-label"] = n.Name
	}
	if tag := tagOf(n); tag == "div" {
		a["role"] = string(n.Role)
	}
	if n.Focusable {
		a["tabindex"] = "-1"
	}
	switch n.Role {
	case widget.RoleSlider:
		a["type"], a["min"], a["max"], a["step"], a["value"] = "range", number(n.Min), number(n.Max), "any", number(n.Now)
		a["aria-valuetext"] = n.Value
	case widget.RoleSpinButton:
		a["role"], a["value"], a["aria-valuetext"] = string(n.Role), n.Value, n.Value
		a["aria-valuenow"], a["aria-valuemin"], a["aria-valuemax"] = number(n.Now), number(n.Min), number(n.Max)
	case widget.RoleTextBox:
		a["type"], a["value"] = "text", n.Value
	case widget.RoleProgress:
		a["aria-valuenow"], a["aria-valuemin"], a["aria-valuemax"], a["aria-valuetext"] = number(n.Now), "0", number(n.Max), n.Value
	case widget.RoleTab, widget.RoleOption:
		a["aria-selected"] = yesNo(n.Selected)
	case widget.RoleRadio, widget.RoleCheckbox:
		a["aria-checked"] = yesNo(n.Checked)
	case widget.RoleComboBox:
		a["aria-expanded"], a["aria-valuetext"] = yesNo(n.Expanded), n.Value
		a["aria-label"] = n.Name + ": " + n.Value
	case widget.RoleHeading:
		a["aria-level"] = strconv.Itoa(max(n.Level, 1))
	case widget.RoleColumnHeader:
		a["aria-sort"] = n.Sort
	case widget.RoleGroup:
		if n.Value != "" {
			a["aria-label"] = n.Name + ": " + n.Value
		}
	}
	return a
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func truth(b bool) string {
	if b {
		return "true"
	}
	return ""
}

func yesNo(b bool) string { return strconv.FormatBool(b) }
