package screen_test

import (
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
	begin := func(p *player) {
		p.click("play/" + shipped(p.t)[0].Name)
	}
	play := func(p *player) {
		begin(p)
		p.click("start")
		p.click("commit")
	}
	pages := map[string]func(p *player){
		"games":    func(*player) {},
		"continue": func(p *player) { play(p); p.click("home") },
		"briefing": begin,
		"decide":   func(p *player) { begin(p); p.click("start") },
		"results":  play,
	}
	for _, way := range ways {
		pages["customers/"+way] = func(p *player) {
			play(p)
			p.click("tabs/1")
			p.look(way)
		}
	}
	for name, visit := range pages {
		t.Run(name, func(t *testing.T) {
			from := spoken(t, &game.Memory{}, "en")
			visit(from)
			english := from.aside().says()
			there := spoken(t, &game.Memory{}, "es")
			visit(there)
			spanish := there.aside().says()

			words.Speak("en") // as it was when the first was drawn
			from.click("language")
			require.Equal(t, "es", words.Spoken().Tag)
			require.Equal(t, spanish, from.aside().says())
			from.click("language")
			require.Equal(t, english, from.aside().says())
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
