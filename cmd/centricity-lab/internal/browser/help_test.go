package browser

import (
	"slices"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// types presses keys as a keyboard does: what the page keeps from the browser
// comes to no field of it.
func (p *page) types(text string) {
	p.t.Helper()
	for _, r := range text {
		key := input.DispatchKeyEventParams{Type: kb.KeyDown, Key: string(r), Text: string(r)}
		call(p, input.DispatchKeyEvent, key)
		key.Type, key.Text = kb.KeyUp, ""
		call(p, input.DispatchKeyEvent, key)
	}
}

// TestHelpInTheBrowser opens the help by the keys that a browser has for its
// own: while it is there nothing behind it is told of, and the page's focus is
// in it.
func TestHelpInTheBrowser(t *testing.T) {
	p := open(t)
	p.find("button", "^Play: The coffee")
	told := func(role, name string) bool {
		return slices.ContainsFunc(p.driver.controls(role), func(c control) bool { return c.name == name })
	}
	for _, open := range []func(){func() { p.must(p.driver.keys(kb.F1, false)) }, func() { p.types("?") }} {
		open()
		p.find("dialog", "^Help$")
		p.until("what lies behind is hidden", func() bool { return !told("textbox", "Game number or class code") })
		p.until("the focus is where one types", func() bool { return script[string](p, `document.activeElement.dataset.id || ""`) == "help/search" })
		p.types("nps")
		p.until("the term is found", func() bool { return told("heading", "NPS") && !told("heading", "CAC") })
		p.shot("help")
		p.must(p.driver.keys(kb.Escape, false))
		p.find("button", "^Play: The coffee")
		p.until("the help is gone", func() bool { return !told("textbox", "Find a term") })
	}
	p.click("button", "^Help$")
	p.click("button", "^Close$")
	p.click("button", "^Play: The coffee") // the pointer meets it again
	p.find("button", "Start the game")
	assert.Empty(t, p.complaints())
}
