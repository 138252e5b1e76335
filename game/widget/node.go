package widget

import "centricity/game/canvas"

// Role is an ARIA role.
type Role string

// The roles in use.
const (
	RoleApplication  Role = "application"
	RoleButton       Role = "button"
	RoleCheckbox     Role = "checkbox"
	RoleRadioGroup   Role = "radiogroup"
	RoleRadio        Role = "radio"
	RoleSlider       Role = "slider"
	RoleSpinButton   Role = "spinbutton"
	RoleTextBox      Role = "textbox"
	RoleComboBox     Role = "combobox"
	RoleListBox      Role = "listbox"
	RoleOption       Role = "option"
	RoleTabList      Role = "tablist"
	RoleTab          Role = "tab"
	RoleTable        Role = "table"
	RoleRow          Role = "row"
	RoleCell         Role = "cell"
	RoleColumnHeader Role = "columnheader"
	RoleHeading      Role = "heading"
	RoleParagraph    Role = "paragraph"
	RoleGroup        Role = "group"
	RoleRegion       Role = "region"
	RoleImage        Role = "img"
	RoleStatus       Role = "status"
	RoleAlert        Role = "alert"
	RoleDialog       Role = "dialog"
	RoleTooltip      Role = "tooltip"
	RoleLink         Role = "link"
	RoleProgress     Role = "progressbar"
	RoleTerm         Role = "term"
	RoleNote         Role = "note"
)

// Node is one thing on the screen as a screen reader is told of it.
type Node struct {
	ID          string
	Role        Role
	Name        string
	Value       string  // what it says now, in words: "$ 3.60 m"
	Description string  // the tooltip, or why it is disabled
	Min, Max    float64 // of a slider or spinbutton
	Now         float64
	Level       int  // of a heading
	Focusable   bool // takes part in the tab order
	Focused     bool
	Disabled    bool
	Invalid     bool // what was typed is refused; Description says why
	Selected    bool // tab, option, row
	Checked     bool // checkbox, radio
	Expanded    bool // combobox, and a button that shows something below it
	Modal       bool
	Inert       bool   // lies, with all that is in it, behind a dialog
	Sort        string // of a column header: ascending, descending or nothing
	Rect        canvas.Rect
	Scrolled    float64 // of something that scrolls: how far down it is [logical pixels]
	Height      float64 // and how high with all that is in it; 0 of what does not scroll
	Children    []*Node
}

// Find is the node with this ID in the tree, or nil.
func (n *Node) Find(id string) *Node {
	for c := range n.All {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// All yields n and everything below it, in reading order.
func (n *Node) All(yield func(*Node) bool) { n.walk(yield) }

func (n *Node) walk(yield func(*Node) bool) bool {
	if n == nil {
		return true
	}
	if !yield(n) {
		return false
	}
	for _, c := range n.Children {
		if !c.walk(yield) {
			return false
		}
	}
	return true
}

// Reachable yields what [Node.All] does, but nothing that lies behind a dialog.
func (n *Node) Reachable(yield func(*Node) bool) { n.reach(yield) }

func (n *Node) reach(yield func(*Node) bool) bool {
	if n == nil || n.Inert {
		return true
	}
	if !yield(n) {
		return false
	}
	for _, c := range n.Children {
		if !c.reach(yield) {
			return false
		}
	}
	return true
}

// node adds a node to the tree, below the container that is open.
func (u *UI) node(n Node) *Node {
	p := &n
	top := u.open[len(u.open)-1]
	top.Children = append(top.Children, p)
	return p
}

// within adds a node and makes it the container of what body draws.
func (u *UI) within(n Node, body func()) *Node {
	p := u.node(n)
	u.open = append(u.open, p)
	body()
	u.open = u.open[:len(u.open)-1]
	return p
}

// Group puts what body draws into a named container of the tree; nothing of it
// is seen on the screen.
func (u *UI) Group(r canvas.Rect, role Role, id, name string, body func()) {
	u.within(Node{ID: id, Role: role, Name: name, Rect: r}, body)
}
