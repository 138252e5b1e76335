package browser

import (
	"fmt"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sliders sees that every slider of the mirror stands where the field beside it
// says, which is told as text and so cannot be cut to any bounds.
func (p *page) sliders() {
	p.t.Helper()
	type slider struct{ ID, Value, Says string }
	all := script[[]slider](p, `[...document.querySelectorAll("input[type=range]")].map((s) => ({
		ID: s.dataset.id, Value: s.value, Says: document.querySelector(`+"`[data-id=\"${s.dataset.id}/field\"]`"+`)?.getAttribute("aria-valuenow") ?? "" }))`)
	require.NotEmpty(p.t, all)
	for _, s := range all {
		assert.Equal(p.t, s.Says, s.Value, "the slider %s", s.ID)
	}
}

// opensAtItsTop scrolls what an area shows behind one tab by the wheel, and
// comes to another, which has not been looked at.
func (p *page) opensAtItsTop(area, from, to string) {
	p.t.Helper()
	el := fmt.Sprintf(`document.querySelector('[data-id="%s"]')`, area)
	down := el + ".scrollTop"
	p.click("tab", from)
	p.until(from+" is higher than its window", func() bool { return script[bool](p, el+"?.scrollHeight > "+el+"?.clientHeight + 100") })
	middle := script[[2]float64](p, "(({x, y, width, height}) => [x + width / 2, y + height / 2])("+el+".getBoundingClientRect())")
	p.must(p.driver.wheel(middle[0], middle[1], 300))
	p.until("the wheel scrolls "+from, func() bool { return script[float64](p, down) > 100 })
	p.click("tab", to)
	// What the browser does to a position, it does within some frames.
	assert.Zero(p.t, script[float64](p, `new Promise((done) => {
		let frames = 20;
		const next = () => frames-- ? requestAnimationFrame(next) : done(`+down+`);
		next();
	})`), "%s opens at its top after %s was scrolled", to, from)
}
