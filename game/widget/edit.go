package widget

import "strings"

// editor is a line of text being typed: the caret is between runes, the
// selection lies between caret and anchor.
type editor struct {
	text          []rune
	caret, anchor int
	scroll        float64 // how far the text is moved to the left [logical pixels]
	editing       bool    // a number is being typed
	start         string  // the text editing began with
}

func (e *editor) set(s string) {
	e.text = []rune(s)
	e.caret = len(e.text)
	e.anchor = e.caret
}

// begin starts editing a number, with everything selected to be typed over.
func (e *editor) begin(s string) {
	e.set(s)
	e.selectAll()
	e.editing, e.start = true, s
}

func (e *editor) selectAll() { e.anchor, e.caret = 0, len(e.text) }

func (e *editor) selection() (from, to int) { return min(e.caret, e.anchor), max(e.caret, e.anchor) }

// insert replaces the selection by s as far as the limit of runes allows;
// control characters are left out.
func (e *editor) insert(s string, limit int) {
	e.remove()
	for _, r := range s {
		if r < ' ' || r == 0x7f || r == '\uFFFD' || (limit > 0 && len(e.text) >= limit) {
			continue
		}
		e.text = append(e.text[:e.caret], append([]rune{r}, e.text[e.caret:]...)...)
		e.caret++
	}
	e.anchor = e.caret
}

// remove deletes the selection and reports whether there was one.
func (e *editor) remove() bool {
	from, to := e.selection()
	e.text = append(e.text[:from], e.text[to:]...)
	e.caret, e.anchor = from, from
	return from != to
}

// key handles one key and reports whether it was one for an editor.
func (e *editor) key(k KeyPress) bool {
	from, to := e.selection()
	move := func(to int) {
		e.caret = min(max(to, 0), len(e.text))
		if !k.Shift {
			e.anchor = e.caret
		}
	}
	switch k.Key {
	case KeyLeft:
		if from != to && !k.Shift {
			move(from)
		} else {
			move(e.caret - 1)
		}
	case KeyRight:
		if from != to && !k.Shift {
			move(to)
		} else {
			move(e.caret + 1)
		}
	case KeyHome:
		move(0)
	case KeyEnd:
		move(len(e.text))
	case KeyBackspace:
		if !e.remove() && e.caret > 0 {
			e.anchor = e.caret - 1
			e.remove()
		}
	case KeyDelete:
		if !e.remove() && e.caret < len(e.text) {
			e.anchor = e.caret + 1
			e.remove()
		}
	case KeyA:
		if !k.Ctrl {
			return false
		}
		e.selectAll()
	default:
		return k.Key == KeySpace // the space itself comes as text
	}
	return true
}

func (e *editor) String() string { return string(e.text) }

// oneLine is s without line ends and other control characters.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}
