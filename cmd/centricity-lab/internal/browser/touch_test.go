package browser

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// touch tells the browser where fingers are now.
func (p *page) touch(kind input.DispatchTouchEventType, at ...[2]float64) {
	p.t.Helper()
	p.touchAt(0, kind, at...)
}

// touchAt tells where they are at a moment; 0 is now [s since 1970].
func (p *page) touchAt(moment float64, kind input.DispatchTouchEventType, at ...[2]float64) {
	p.t.Helper()
	points := []*input.TouchPoint{}
	for i, xy := range at {
		id := float64(i)
		points = append(points, &input.TouchPoint{X: xy[0], Y: xy[1], ID: &id})
	}
	call(p, input.DispatchTouchEvent, input.DispatchTouchEventParams{Type: kind, TouchPoints: points, Timestamp: input.TimeSinceEpoch(moment)})
}

// swipe moves a finger from one place to another in an eighth of a second,
// however long the page takes to hear of it.
func (p *page) swipe(from, to [2]float64) {
	p.t.Helper()
	const steps, each = 8, 0.016
	began := float64(time.Now().UnixMicro()) / 1e6
	p.touchAt(began, input.DispatchTouchEventTypeTouchStart, from)
	for i := range steps {
		part := float64(i+1) / steps
		p.touchAt(began+each*float64(i+1), input.DispatchTouchEventTypeTouchMove, [2]float64{from[0] + part*(to[0]-from[0]), from[1] + part*(to[1]-from[1])})
	}
	p.touchAt(began+each*(steps+1), input.DispatchTouchEventTypeTouchEnd)
}

// tap taps a control once it stands still.
func (p *page) tap(role, name string) {
	p.t.Helper()
	c := p.find(role, name)
	for before := -1.0; before != c.y; {
		before = c.y
		time.Sleep(200 * time.Millisecond) // some frames, also of a busy machine
		c = p.find(role, name)
	}
	require.GreaterOrEqual(p.t, c.bottom-c.top, 24.0, "%s is large enough for a finger", name)
	began := float64(time.Now().UnixMicro()) / 1e6
	p.touchAt(began, input.DispatchTouchEventTypeTouchStart, [2]float64{c.x, c.y})
	p.touchAt(began+0.06, input.DispatchTouchEventTypeTouchEnd)
}

// TestTouch plays a round on a tablet with one finger: taps, a list scrolled and
// let go in motion, a slider dragged, a drag up and down that starts on a slider
// and scrolls. Two fingers zoom and press nothing.
func TestTouch(t *testing.T) {
	p := open(t)
	p.size(820, 600, 2, true)
	first := p.find("button", "^Play: The coffee")
	p.swipe([2]float64{300, 500}, [2]float64{300, 420})
	var moved control
	p.until("the list follows the finger", func() bool {
		moved = p.find("button", "^Play: The coffee")
		return moved.y < first.y-60
	})
	p.until("it glides on and comes to rest", func() bool {
		before := p.find("button", "^Play: The coffee").y
		time.Sleep(200 * time.Millisecond)
		return p.find("button", "^Play: The coffee").y == before && before < first.y-90
	})
	p.swipe([2]float64{300, 150}, [2]float64{300, 560})
	time.Sleep(time.Second) // the first touch while it glides fast only stops it
	p.shot("touch")
	p.tap("button", "^Play: The coffee")
	p.tap("button", "Start the game")

	before := p.find("slider", "^Retention")
	at := [2]float64{before.left + (before.right-before.left)*.3, before.y}
	p.swipe(at, [2]float64{at[0] + 150, at[1] + 5})
	p.until("the slider follows the finger", func() bool { return p.find("slider", "^Retention").value != before.value })
	var set control
	p.until("the whole drag is heard", func() bool {
		set = p.find("slider", "^Retention")
		time.Sleep(500 * time.Millisecond)
		return p.find("slider", "^Retention").value == set.value
	})
	p.swipe([2]float64{set.x, set.y}, [2]float64{set.x, set.y - 150})
	time.Sleep(500 * time.Millisecond)
	require.Equal(t, set.value, p.find("slider", "^Retention").value, "scrolling from a slider leaves it as it is")

	p.tap("button", "^Fit to budget")
	p.tap("button", "^Play quarter 1")
	p.tap("button", "^Decide quarter 2")
	place := p.find("button", "^Play quarter 2")
	p.touch(input.DispatchTouchEventTypeTouchStart, [2]float64{place.x, place.y})
	p.touch(input.DispatchTouchEventTypeTouchStart, [2]float64{place.x, place.y}, [2]float64{place.x + 60, place.y - 60})
	for i := range 6 {
		d := float64(20 * i)
		p.touch(input.DispatchTouchEventTypeTouchMove, [2]float64{place.x - d, place.y + d/4}, [2]float64{place.x + 60 + d, place.y - 60 - d})
	}
	p.touch(input.DispatchTouchEventTypeTouchEnd)
	assert.Greater(t, script[float64](p, "visualViewport.scale"), 1.0, "two fingers zoom")
	p.find("button", "^Play quarter 2")
	assert.Empty(t, script[string](p, "String(getSelection())"), "no text was selected")
	assert.Empty(t, p.complaints())
}
