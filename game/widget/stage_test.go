package widget_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// stage plays a screen with scripted input, without a display.
type stage struct {
	t    *testing.T
	ui   widget.UI
	c    *canvas.Image
	draw func(u *widget.UI)
	now  time.Duration
	tree *widget.Node
}

func play(t *testing.T, draw func(u *widget.UI)) *stage {
	s := &stage{t: t, c: canvas.NewImage(640, 480, 1), draw: draw, ui: widget.UI{Theme: widget.Light()}}
	s.frame(widget.Input{})
	return s
}

// frame draws one frame with an input, and as many more as the kit asks for.
func (s *stage) frame(in widget.Input) {
	for i := 0; ; i++ {
		in.Now = s.now
		s.ui.Begin(s.c, in)
		s.draw(&s.ui)
		s.tree = s.ui.End()
		require.Empty(s.t, s.ui.Problems())
		if !s.ui.NeedsRedraw() {
			return
		}
		require.Less(s.t, i, 10, "the kit does not come to rest")
		in = widget.Input{Pointer: in.Pointer, PointerIn: in.PointerIn, Down: in.Down}
	}
}

func (s *stage) node(id string) *widget.Node {
	s.t.Helper()
	n := s.tree.Find(id)
	require.NotNil(s.t, n, "no control %q on the screen", id)
	return n
}

func (s *stage) middle(id string) canvas.Point {
	r := s.node(id).Rect
	return canvas.Pt(r.MidX(), r.MidY())
}

// click presses and releases within one frame.
func (s *stage) click(id string) { s.clickAt(s.middle(id)) }

func (s *stage) clickAt(p canvas.Point) {
	s.frame(widget.Input{Pointer: p, PointerIn: true, Pressed: true, Released: true})
}

func (s *stage) hover(p canvas.Point) { s.frame(widget.Input{Pointer: p, PointerIn: true}) }

func (s *stage) keys(keys ...widget.Key) {
	var in widget.Input
	for _, k := range keys {
		in.Keys = append(in.Keys, widget.KeyPress{Key: k})
	}
	s.frame(in)
}

func (s *stage) key(k widget.KeyPress) { s.frame(widget.Input{Keys: []widget.KeyPress{k}}) }

func (s *stage) typed(text string) { s.frame(widget.Input{Text: text}) }

// outline is the tree as text, one line a node.
func outline(n *widget.Node) string {
	var b strings.Builder
	var walk func(n *widget.Node, depth int)
	walk = func(n *widget.Node, depth int) {
		fmt.Fprintf(&b, "%s%s %q", strings.Repeat("  ", depth), n.Role, n.Name)
		if n.ID != "" {
			fmt.Fprintf(&b, " #%s", n.ID)
		}
		if n.Value != "" {
			fmt.Fprintf(&b, " = %q", n.Value)
		}
		if n.Max != n.Min {
			fmt.Fprintf(&b, " %g in %g..%g", n.Now, n.Min, n.Max)
		}
		if n.Level > 0 {
			fmt.Fprintf(&b, " level %d", n.Level)
		}
		for _, flag := range []struct {
			on   bool
			name string
		}{{n.Focusable, "tab stop"}, {n.Focused, "focused"}, {n.Disabled, "disabled"}, {n.Selected, "selected"},
			{n.Checked, "checked"}, {n.Invalid, "invalid"}, {n.Expanded, "expanded"}, {n.Modal, "modal"}, {n.Inert, "inert"}} {
			if flag.on {
				b.WriteString(", " + flag.name)
			}
		}
		if n.Sort != "" {
			b.WriteString(", " + n.Sort)
		}
		if n.Description != "" {
			fmt.Fprintf(&b, " (%s)", n.Description)
		}
		b.WriteByte('\n')
		for _, c := range n.Children {
			walk(c, depth+1)
		}
	}
	walk(n, 0)
	return b.String()
}
