package window

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
)

const ms = time.Millisecond

// kinds are the kinds of some events, and how far they scroll together.
func kinds(events []event) (list []eventKind, scrolled float64) {
	for _, e := range events {
		list = append(list, e.kind)
		if e.kind == wheeled {
			scrolled += e.at.Y
		}
	}
	return list, scrolled
}

// What one finger does, and what the screens make of it.
func TestAFinger(t *testing.T) {
	a := canvas.Pt(100, 100)
	to := func(dx, dy float64) canvas.Point { return canvas.Pt(a.X+dx, a.Y+dy) }

	t.Run("a tap is a click where it went down, though it trembles", func(t *testing.T) {
		var f finger
		require.Empty(t, f.down(a, 0, false))
		require.Empty(t, f.move(to(3, 4), 30*ms))
		got := f.up(to(3, 4), 60*ms)
		list, _ := kinds(got)
		require.Equal(t, []eventKind{moved, pressed, released, left}, list)
		require.Equal(t, a, got[1].at)
	})
	t.Run("a finger that moves scrolls and presses nothing", func(t *testing.T) {
		var f finger
		f.down(a, 0, false)
		var all []event
		for i := range 10 {
			all = append(all, f.move(to(0, float64(-10*(i+1))), time.Duration(i+1)*100*ms)...)
		}
		all = append(all, f.up(to(0, -100), 1200*ms)...)
		list, scrolled := kinds(all)
		require.InDelta(t, 100, scrolled, 1e-9, "as far as the finger")
		require.NotContains(t, list, pressed)
		require.Equal(t, left, list[len(list)-1], "it stood still before it was lifted: no gliding")
		require.False(t, f.waits())
	})
	t.Run("lifted in motion, it glides and comes to rest", func(t *testing.T) {
		var f finger
		f.down(a, 0, false)
		for i := range 10 {
			f.move(to(0, float64(-16*(i+1))), time.Duration(i+1)*16*ms) // 1000 px/s
		}
		require.Empty(t, f.up(to(0, -160), 160*ms))
		var all []event
		now, steps := 160*ms, 0
		for ; f.waits(); steps++ {
			require.Less(t, steps, 1000)
			now += 16 * ms
			all = append(all, f.tick(now)...)
		}
		list, scrolled := kinds(all)
		assert.InDelta(t, 1000*glideTime, scrolled, 40, "speed times the time it falls in")
		assert.Equal(t, left, list[len(list)-1])
	})
	t.Run("the same way at any frame rate", func(t *testing.T) {
		var way [2]float64
		for k, step := range []time.Duration{5 * ms, 100 * ms} {
			f := finger{mode: gliding, speed: canvas.Pt(0, 800)}
			for now := step; f.waits(); now += step {
				_, s := kinds(f.tick(now))
				way[k] += s
			}
		}
		require.InDelta(t, way[0], way[1], 10)
	})
	t.Run("a touch stops gliding and does nothing else", func(t *testing.T) {
		f := finger{mode: gliding, speed: canvas.Pt(0, 800)}
		list, _ := kinds(f.down(a, ms, false))
		require.Equal(t, []eventKind{left}, list)
		require.Empty(t, f.up(a, 50*ms))
	})
	t.Run("sideways from a slider drags it, up or down scrolls", func(t *testing.T) {
		var f finger
		f.down(a, 0, true)
		list, _ := kinds(f.move(to(20, 3), 16*ms))
		require.Equal(t, []eventKind{moved, pressed, moved}, list)
		list, _ = kinds(f.move(to(60, 30), 32*ms))
		require.Equal(t, []eventKind{moved}, list)
		up := f.up(to(60, 30), 48*ms)
		list, _ = kinds(up)
		require.Equal(t, []eventKind{released, left}, list)
		require.Equal(t, to(60, 30), up[0].at)

		f.down(a, time.Second, true)
		list, _ = kinds(f.move(to(3, 20), time.Second+16*ms))
		require.Equal(t, []eventKind{moved, wheeled}, list)
	})
	t.Run("a second finger ends what the first began", func(t *testing.T) {
		f := finger{}
		f.down(a, 0, true)
		f.move(to(20, 0), 16*ms)
		list, _ := kinds(f.cancel())
		require.Equal(t, []eventKind{released, left}, list)
		require.Empty(t, f.up(a, 50*ms))
		require.Empty(t, f.move(to(50, 50), 60*ms))
	})
	t.Run("a tap that is heard of late is still one", func(t *testing.T) {
		var f finger
		f.down(a, 0, false)
		f.tick(time.Second)
		list, _ := kinds(f.up(a, 60*ms))
		require.Equal(t, []eventKind{moved, pressed, released, left}, list)
	})
	t.Run("a finger that rests shows what is there and clicks nothing", func(t *testing.T) {
		var f finger
		f.down(a, 0, false)
		require.Empty(t, f.tick(restTime-ms))
		list, _ := kinds(f.tick(restTime))
		require.Equal(t, []eventKind{moved}, list)
		list, _ = kinds(f.up(a, time.Second))
		require.Equal(t, []eventKind{left}, list)
	})
}
