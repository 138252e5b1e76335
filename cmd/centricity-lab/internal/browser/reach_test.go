package browser

import (
	"testing"

	"github.com/chromedp/cdproto/dom"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// automate clicks as browser automation does (Playwright's click): it brings the
// element into view, sees that a click there would meet it, and clicks its
// middle.
func (p *page) automate(role, name string) {
	p.t.Helper()
	c := p.find(role, name)
	call(p, dom.ScrollIntoViewIfNeeded, dom.ScrollIntoViewIfNeededParams{BackendNodeID: c.node})
	require.True(p.t, p.driver.place(&c))
	w, h := script[float64](p, "innerWidth"), script[float64](p, "innerHeight")
	require.True(p.t, c.x > 0 && c.y > 0 && c.x < w && c.y < h, "%s %q is brought into view: %g, %g", role, name, c.x, c.y)
	x, y := int64(c.x), int64(c.y)
	hit := call(p, dom.GetNodeForLocation, dom.GetNodeForLocationParams{X: x, Y: y})
	require.Equal(p.t, c.node, hit.BackendNodeID, "a click meets %s %q", role, name)
	p.press(c.x, c.y)
}

// TestAutomationReachesWhatIsOutOfView plays from a small window, in which most
// controls have to be scrolled to: each click meets the control it was for, and
// the page lies where the picture is.
func TestAutomationReachesWhatIsOutOfView(t *testing.T) {
	p := open(t)
	p.size(820, 560, 1, false)
	p.automate("button", "^Play: The kitchen")
	p.find("heading", "kitchen")
	p.automate("button", "Start the game")
	p.find("button", "^Play .* 1$")
	last := p.find("slider", "^Insight")
	call(p, dom.ScrollIntoViewIfNeeded, dom.ScrollIntoViewIfNeededParams{BackendNodeID: last.node})
	require.True(t, p.driver.place(&last))
	p.press(last.left+(last.right-last.left)*.3, last.y)
	p.until("the slider moves", func() bool { return p.find("slider", "^Insight").value != last.value })
	p.automate("button", "^Play .* 1$")
	p.automate("button", "^Decide .* 2$")
	p.automate("tab", "^Customers")
	assert.Equal(t, [4]float64{}, script[[4]float64](p, `(() => {
		const canvas = document.querySelector("canvas").getBoundingClientRect();
		return [scrollX, scrollY, canvas.x, canvas.y];
	})()`), "nothing of the page itself has moved")
	assert.Empty(t, p.complaints())
}
