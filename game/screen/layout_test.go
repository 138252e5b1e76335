package screen_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/scenarios"
)

// On every screen, at every size and text size, controls lie within the window
// or a scroll area and never on one another, and each has a name and an ID.
func TestNothingOverlaps(t *testing.T) {
	for _, size := range [][2]float64{{800, 560}, {1024, 640}, {1280, 800}, {3840, 2160}} {
		for _, text := range []int{100, 150, 200} {
			for _, s := range shipped(t) {
				t.Run(fmt.Sprintf("%s %gx%g %d", s.Name, size[0], size[1], text), func(t *testing.T) {
					shelf := &game.Memory{}
					require.NoError(t, shelf.Replace("look.json", fmt.Appendf(nil, `{"text":%d}`, text)))
					p := sitDown(t, screen.New(host(t, shelf)), size[0], size[1])
					sound(t, p, "choose")
					p.click("play/" + s.Name)
					sound(t, p, "briefing")
					p.click("start")
					sound(t, p, "decide")
					for i := range 4 {
						p.click(fmt.Sprintf("tabs/%d", i))
						sound(t, p, fmt.Sprint("tab ", i))
					}
					p.helped(func(part string) { sound(t, p, "help: "+part) })
					p.click("tabs/0")
					for _, id := range []string{"focus.retention/2", "focus.experience/1"} {
						if p.there(id) {
							p.click(id)
							sound(t, p, id)
						}
					}
					for !p.app.Session().Over() {
						p.click("commit")
						sound(t, p, "results")
						if s.Name != scenarios.Names()[0] {
							return // one of them to its score will do
						}
						p.click("next")
					}
					sound(t, p, "score")
				})
			}
		}
	}
}

func sound(t *testing.T, p *player, where string) {
	t.Helper()
	require.Empty(t, p.app.Faults(), where)
	var controls []*widget.Node
	within := regions(p.tree)
	for n := range p.tree.Reachable {
		if !n.Focusable || n.Role == widget.RoleRegion {
			continue
		}
		area := within[n]
		room := p.tree.Rect
		if area != nil {
			room = canvas.Box(area.Rect.X, n.Rect.Y, area.Rect.W, n.Rect.H)
		}
		require.GreaterOrEqual(t, n.Rect.X, room.X-0.5, "%s: %s", where, n.ID)
		require.LessOrEqual(t, n.Rect.Right(), room.Right()+0.5, "%s: %s", where, n.ID)
		require.GreaterOrEqual(t, n.Rect.Y, room.Y-0.5, "%s: %s", where, n.ID)
		require.LessOrEqual(t, n.Rect.Bottom(), room.Bottom()+0.5, "%s: %s", where, n.ID)
		require.Greater(t, n.Rect.W, 7.0, "%s: %s is too narrow to hit", where, n.ID)
		for _, other := range controls {
			if within[other] != area || other.Role == widget.RoleTable && n.Role == widget.RoleColumnHeader {
				continue // one of them may be scrolled out of view, or is a part of the other
			}
			require.True(t, n.Rect.Inset(0.5).Intersect(other.Rect.Inset(0.5)).Empty(), "%s: %s lies on %s", where, n.ID, other.ID)
		}
		controls = append(controls, n)
	}
}
