package screen_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/game/words"
)

// newcomer is somebody who opens the program for the first time.
func newcomer(t testing.TB, shelf game.Shelf, w, h float64) *player {
	t.Helper()
	to := host(t, shelf)
	to.Guide = true
	return sitDown(t, screen.New(to), w, h)
}

// note is what the note on the screen says; empty without one.
func (p *player) note() string {
	if n := p.tree.Find("guide/text"); n != nil {
		return n.Name
	}
	return ""
}

// told fails unless the note on the screen begins so, and stands where it
// should: in the window, and not on what it is about.
func (p *player) told(begins, about string) {
	p.t.Helper()
	require.True(p.t, strings.HasPrefix(p.note(), begins), "the note says %q, not %q", p.note(), begins)
	require.Equal(p.t, widget.RoleStatus, p.find("guide/text").Role, "it is read out")
	p.beside(about)
}

func (p *player) beside(about string) {
	p.t.Helper()
	at, target := p.find("guide").Rect, p.find(about).Rect
	if area := regionOf(p.tree, p.find(about)); area != nil {
		target = target.Intersect(area.Rect)
	}
	require.True(p.t, at.Intersect(target).Empty(), "the note %v covers %s %v", at, about, target)
	whole := p.tree.Rect
	require.True(p.t, holds(whole, at), "the note %v leaves the window %v", at, whole)
	for n := range p.find("guide").All {
		require.True(p.t, holds(at, n.Rect), "%s %v leaves its note %v", n.ID, n.Rect, at)
	}
	require.Empty(p.t, p.app.Faults())
}

// holds tells whether a rectangle holds another.
func holds(outer, inner canvas.Rect) bool {
	const hair = 1e-6
	return inner.X > outer.X-hair && inner.Y > outer.Y-hair && inner.Right() < outer.Right()+hair && inner.Bottom() < outer.Bottom()+hair
}

// By mouse a newcomer who does what the notes say has decided the first round,
// watched it and read why, in fewer than thirty moves.
func TestAFirstRoundByMouse(t *testing.T) {
	shelf := &game.Memory{}
	p := newcomer(t, shelf, 1280, 800)
	first := shipped(t)[0]
	levers := sliders(first)
	p.told("Begin here", "play/"+first.Name)
	p.click("play/" + first.Name)
	p.told("Read below", "start")
	p.click("start")
	p.told("Each slider", levers[0])
	p.drag(levers[0], 0.2)
	p.told("This is what you have", "budget")
	p.drag(levers[1], 0.3)
	p.told("All set?", "commit")
	p.click("commit")
	require.Equal(t, 1, p.app.Session().Round()-1, "the first decision is made")
	p.told("The round is played", "see")
	p.click("see")
	p.told("Larger dots", "field.up")
	p.click("tabs/2")
	p.told("This says why", "why-said")
	p.click("guide/next")
	p.told("On to your next", "next")
	p.click("next")
	require.Empty(t, p.note(), "with the first round it ends")

	require.NotEmpty(t, p.find(levers[0]).Name)
	p.click("home")
	require.Empty(t, p.note())
	again := newcomer(t, shelf, 1280, 800)
	require.Empty(t, again.note(), "the second game has none")
}

// By keyboard alone the same, with Tab leading from what a note is about to the
// note itself.
func TestAFirstRoundByKeyboard(t *testing.T) {
	p := newcomer(t, &game.Memory{}, 1280, 800)
	first := shipped(t)[0]
	levers := sliders(first)
	p.tab("play/" + first.Name)
	p.key(widget.KeyTab)
	require.Equal(t, "guide/next", p.app.Focus(), "its note comes next")
	p.key(widget.KeyTab)
	require.Equal(t, "guide/skip", p.app.Focus())
	p.enter("play/" + first.Name)
	p.told("Read below", "start")
	p.key(widget.KeyEnter)
	p.told("Each slider", levers[0])
	require.Equal(t, levers[0], p.app.Focus(), "a note takes no focus")
	p.key(widget.KeyRight)
	p.told("This is what you have", "budget")
	p.enter("guide/next")
	p.told("All set?", "commit")
	p.enter("commit")
	p.told("The round is played", "see")
	p.enter("guide/next")
	p.told("This says why", "why-said")
	p.enter("why-open")
	p.told("On to your next", "next")
	p.enter("next")
	require.Empty(t, p.note())
	require.Equal(t, 2, p.app.Session().Round())
}

// Escape and Skip end the notes for good; the box on the briefing brings them
// back.
func TestNotesThatNobodyWants(t *testing.T) {
	for name, end := range map[string]func(p *player){
		"escape": func(p *player) { p.key(widget.KeyEscape) },
		"skip":   func(p *player) { p.click("guide/skip") },
		"box":    func(p *player) { p.click("play/roastery"); p.click("guide/on") },
	} {
		t.Run(name, func(t *testing.T) {
			shelf := &game.Memory{}
			p := newcomer(t, shelf, 1280, 800)
			require.NotEmpty(t, p.note())
			end(p)
			require.Empty(t, p.note())
			require.Empty(t, newcomer(t, shelf, 1280, 800).note())

			if !p.there("guide/on") {
				p.click("play/roastery")
			}
			require.False(t, p.find("guide/on").Checked)
			p.click("guide/on")
			p.told("Read below", "start")
			p.click("start")
			p.told("Each slider", "spend.acquisition")
		})
	}
}

// Who leaves in the middle of the first decision finds the notes again; who has
// played a round does not, even if no note was read.
func TestNotesAreForTheFirstRound(t *testing.T) {
	shelf := &game.Memory{}
	p := newcomer(t, shelf, 1280, 800)
	p.click("play/roastery")
	p.click("start")
	require.NotEmpty(t, p.note())
	p = newcomer(t, shelf, 1280, 800)
	require.NotEmpty(t, p.note())
	p.click("continue")
	p.told("Each slider", "spend.acquisition")
	p.click("commit")
	p.told("The round is played", "see")
	p.click("next")
	require.Empty(t, p.note(), "what was left out is not made up for")
	p.click("commit")
	require.Empty(t, p.note())
	require.Empty(t, newcomer(t, shelf, 1280, 800).note())
	p.click("tabs/3")
	p.click("guide/on")
	p.click("tabs/0")
	p.told("Each slider", "spend.acquisition")
}

// In a small window and with text twice the size a note still leaves free what
// it is about, and nothing is out of reach.
func TestNotesFit(t *testing.T) {
	for _, size := range [][2]float64{{800, 560}, {1024, 640}, {1280, 800}, {2560, 1440}} {
		for i, text := range []int{100, 150, 200, 200} {
			language := "en"
			if i > 2 {
				language = "es"
			}
			t.Run(fmt.Sprintf("%gx%g %d %s", size[0], size[1], text, language), func(t *testing.T) {
				defer words.Speak(words.English.Tag)
				shelf := &game.Memory{}
				require.NoError(t, shelf.Replace("look.json", fmt.Appendf(nil, `{"text":%d,"language":%q}`, text, language)))
				p := newcomer(t, shelf, size[0], size[1])
				p.beside("play/roastery")
				p.click("play/roastery")
				p.beside("start")
				p.click("start")
				p.beside("spend.acquisition")
				p.click("guide/next")
				p.beside("budget")
				p.click("guide/next")
				p.beside("commit")
				p.click("commit")
				for _, about := range []string{"", "why-said", "next"} {
					if about != "" {
						p.beside(about)
					} else {
						require.NotEmpty(t, p.note())
					}
					p.click("guide/next")
				}
				require.Empty(t, p.note())
			})
		}
	}
}

// A note covers no control in a window of the usual size, and a click beside it
// does what it always does.
func TestNotesBlockNothing(t *testing.T) {
	p := newcomer(t, &game.Memory{}, 1280, 800)
	p.click("play/roastery")
	p.click("start")
	within := regions(p.tree)
	note := p.find("guide")
	for n := range p.tree.All {
		if n.Focusable && n.Role != widget.RoleGroup && n.Role != widget.RoleTerm && !strings.HasPrefix(n.ID, "guide") && (within[n] == nil || !n.Rect.Intersect(within[n].Rect).Empty()) {
			require.True(t, n.Rect.Intersect(note.Rect).Empty(), "the note lies on %s", n.ID)
		}
	}
	p.tab("spend.acquisition")
	p.at = canvas.Pt(1, 1)
	p.now += time.Second
	p.do(widget.Input{})
	tip := p.find("tooltip").Rect
	require.True(t, tip.Intersect(p.find("guide").Rect).Empty(), "a tooltip leaves the note free")
}
