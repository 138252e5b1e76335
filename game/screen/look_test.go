package screen_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/game/words"
)

// spoken is a player whose program speaks a language.
func spoken(t *testing.T, shelf game.Shelf, language string) *player {
	t.Helper()
	t.Cleanup(func() { words.Speak(words.English.Tag) })
	h := host(t, shelf)
	h.Language = language
	return sitDown(t, screen.New(h), 1280, 800)
}

// aside takes the pointer off everything that has a tooltip.
func (p *player) aside() *player {
	p.at = canvas.Pt(1, 1)
	p.do(widget.Input{})
	return p
}

// Wherever the language is changed in the middle of a game, the screen says at
// once all that it says to who began in that language, and back again.
func TestTheLanguageChangesInTheMiddleOfAGame(t *testing.T) {
	at := func(visit func(p *player)) func(t *testing.T, language string) *player {
		return func(t *testing.T, language string) *player {
			p := spoken(t, &game.Memory{}, language)
			visit(p)
			return p
		}
	}
	after := func(visit func(p *player)) func(t *testing.T, language string) *player {
		return func(t *testing.T, language string) *player {
			p, _ := over(t, 1280, 800, 100, 0)
			if words.Spoken().Tag != language {
				p.click("language")
			}
			visit(p)
			return p
		}
	}
	begin := func(p *player) { p.click("play/" + shipped(p.t)[0].Name) }
	play := func(p *player) {
		begin(p)
		p.click("start")
		p.click("commit")
	}
	pages := map[string]func(t *testing.T, language string) *player{
		"games":    at(func(*player) {}),
		"continue": at(func(p *player) { play(p); p.click("home") }),
		"briefing": at(begin),
		"decide":   at(func(p *player) { begin(p); p.click("start") }),
		"results":  at(play),
		"score":    after(func(p *player) {}),
	}
	for _, way := range ways[:len(ways)-1] { // the first game has no research
		pages["customers/"+way] = at(func(p *player) {
			play(p)
			p.click("tabs/1")
			p.look(way)
		})
	}
	for i, part := range []string{"how", "turning points", "what if", "luck", "truth"} {
		pages["debrief/"+part] = after(func(p *player) {
			p.click("to-debrief")
			p.click(fmt.Sprintf("debrief/parts/%d", i))
		})
	}
	for name, visited := range pages {
		t.Run(name, func(t *testing.T) {
			t.Cleanup(func() { words.Speak("en") })
			there := visited(t, "es")
			spanish := there.aside().says()
			p := visited(t, "en")
			english := p.aside().says()
			require.NotEqual(t, spanish, english)

			p.click("language")
			require.Equal(t, "es", words.Spoken().Tag)
			require.Equal(t, spanish, p.aside().says())
			p.click("language")
			require.Equal(t, english, p.aside().says())
		})
	}
}

// The language is that of the player's system until they choose one.
func TestTheLanguageIsRemembered(t *testing.T) {
	shelf := &game.Memory{}
	p := spoken(t, shelf, "es-MX")
	require.Equal(t, "English", p.find("language").Name)
	require.Equal(t, "es", words.Spoken().Tag)

	p.click("language")
	p = spoken(t, shelf, "es-MX")
	require.Equal(t, "Español", p.find("language").Name)
	require.Equal(t, "en", words.Spoken().Tag)
}

// A message that is on the screen when the language changes goes with the other
// language.
func TestNoMessageOutlivesItsLanguage(t *testing.T) {
	shelf := &failing{}
	p := spoken(t, shelf, "en")
	shelf.full = true
	p.click("theme")
	require.Contains(t, p.find("toast/0").Name, "The look could not be saved")
	p.click("language")
	require.Contains(t, p.find("toast/0").Name, "El aspecto no se pudo guardar")
	require.Nil(t, p.tree.Find("toast/1"))
}
