package window

import (
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// told are the frames a queue makes of events.
func told(events ...event) (frames []widget.Input) {
	var q queue
	q.push(events...)
	for q.waiting() {
		frames = append(frames, q.next())
	}
	return frames
}

func TestEventsToFrames(t *testing.T) {
	a, b := canvas.Pt(10, 10), canvas.Pt(50, 10)
	down := func(p canvas.Point) event { return event{kind: pressed, at: p} }
	up := func(p canvas.Point) event { return event{kind: released, at: p} }
	move := func(p canvas.Point) event { return event{kind: moved, at: p} }
	key := func(k widget.Key) event { return event{kind: keyed, key: widget.KeyPress{Key: k}} }
	text := func(s string) event { return event{kind: typed, text: s} }

	t.Run("a click is one frame, though it was shorter", func(t *testing.T) {
		f := told(move(a), down(a), up(a))
		require.Len(t, f, 1)
		require.Equal(t, widget.Input{Pointer: a, PointerIn: true, Pressed: true, Released: true}, f[0])
	})
	t.Run("two clicks are two", func(t *testing.T) {
		require.Len(t, told(down(a), up(a), down(a), up(a)), 2)
	})
	t.Run("a drag keeps where it began and where it ended", func(t *testing.T) {
		f := told(down(a), move(b), up(b))
		require.Len(t, f, 2)
		require.True(t, f[0].Pressed && f[0].Down && f[0].Pointer == a)
		require.True(t, f[1].Released && !f[1].Down && f[1].Pointer == b)
	})
	t.Run("of many moves the last counts", func(t *testing.T) {
		f := told(move(a), move(b), move(a))
		require.Len(t, f, 1)
		require.Equal(t, a, f[0].Pointer)
	})
	t.Run("typing keeps its order", func(t *testing.T) {
		f := told(text("1"), key(widget.KeyBackspace), text("2"), key(widget.KeyEnter))
		require.Len(t, f, 3)
		require.Equal(t, "1", f[0].Text)
		require.Equal(t, widget.KeyBackspace, f[1].Keys[0].Key)
		require.Equal(t, "2", f[1].Text)
		require.Equal(t, widget.KeyEnter, f[2].Keys[0].Key)
	})
	t.Run("wheel steps add up", func(t *testing.T) {
		f := told(event{kind: wheeled, at: a}, event{kind: wheeled, at: a})
		require.Len(t, f, 1)
		require.Equal(t, canvas.Pt(20, 20), f[0].Wheel)
	})
	t.Run("what a finger scrolled before it was lifted counts", func(t *testing.T) {
		f := told(move(a), event{kind: wheeled, at: b}, event{kind: left})
		require.Len(t, f, 2)
		require.True(t, f[0].PointerIn)
		require.Equal(t, b, f[0].Wheel)
		require.False(t, f[1].PointerIn)
	})
	t.Run("requests come one by one", func(t *testing.T) {
		ask := event{kind: asked, asked: widget.Action{Kind: widget.ActClick, ID: "x"}}
		require.Len(t, told(ask, ask), 2)
	})
	t.Run("nothing over the window", func(t *testing.T) {
		f := told(move(a), event{kind: left})
		require.False(t, f[len(f)-1].PointerIn)
	})
}
