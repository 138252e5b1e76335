package screen_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/screen"
	"centricity/game/words"
	"centricity/scenarios"
)

// An author's texts may look like formats, or like texts of the program: in
// every language they are shown as they are, or as that text, and never filled.
func TestTextsThatLookLikeFormats(t *testing.T) {
	for _, l := range words.Languages() {
		t.Run(l.Tag, func(t *testing.T) {
			t.Cleanup(func() { words.Speak(words.English.Tag) })
			s := everything()
			s.Title, s.Summary, s.Round = "%s%s%d", "100 % of %[2]s", "%d"
			s.Briefing, s.Notice, s.Try = "%v of %s customer | %s customers\n\n%", []string{"%!"}, []string{"%[9]s"}
			s.Market.Rounds = 2
			s.Market.Segments[0].Name = "tier: Low"
			for i, name := range []string{"%s%s%d", "Low"} {
				s.Market.Channels[i].Name = name
			}
			require.NoError(t, s.Market.Validate())
			find := func(string) (scenarios.Scenario, error) { return s, nil }
			app := screen.New(screen.Host{Shelf: &game.Memory{}, Language: l.Tag, Scenarios: []scenarios.Scenario{s}, Find: find, NewSeed: func() uint64 { return 3 }})
			p := sitDown(t, app, 1280, 800)
			said := ""
			look := func() {
				t.Helper()
				require.Empty(t, app.Faults())
				now := strings.Join(p.says(), "\n")
				require.NotContains(t, strings.ReplaceAll(now, s.Notice[0], ""), "%!", "a format was filled wrongly")
				said += now
			}
			press := func(ids ...string) {
				t.Helper()
				for _, id := range ids {
					p.click(id)
					look()
				}
			}
			look()
			press("play/"+s.Name, "start")
			for range s.Market.Rounds {
				press("tabs/0", "commit", "tabs/1")
				for i := range ways {
					press(fmt.Sprintf("views/%d", i))
				}
				press("tabs/2", "tabs/3", "tabs/0")
				if p.there("next") {
					press("next")
				}
			}
			press("to-debrief")
			for i := range 5 {
				press(fmt.Sprintf("debrief/parts/%d", i))
			}
			for _, text := range []string{s.Title, s.Summary, "%v of %s customer | %s customers", s.Try[0], words.Say("last %s", s.Round)} {
				require.Contains(t, said, text)
			}
		})
	}
}

// What a storage holds is anybody's: a look that cannot be read is the usual
// one, and a language that nobody speaks is that of the player's system.
func TestALookThatSomebodyElseWrote(t *testing.T) {
	for content, language := range map[string]string{
		`{"language":"en"}`:                  "en",
		`{"language":"xx"}`:                  "es",
		`{"language":""}`:                    "es",
		`{"language":"__proto__","text":-1}`: "es",
		`{"language":7}`:                     "es",
		`{"language":["en"],"text":150}`:     "es",
		`{"text":1e999}`:                     "es",
		`{"text":99999999,"language":"en"}`:  "en",
		`[]`:                                 "es",
		``:                                   "es",
		"\x00\xff":                           "es",
		`{"language":"` + strings.Repeat("en", 1<<20) + `"}`: "es",
		strings.Repeat("[", 1<<20):                           "es",
	} {
		shelf := &game.Memory{}
		require.NoError(t, shelf.Replace("look.json", []byte(content)))
		require.NoError(t, shelf.Replace("guide.json", []byte(content)))
		p := spoken(t, shelf, "es")
		require.Equal(t, language, words.Spoken().Tag, "%.40q", content)
		require.Empty(t, p.app.Faults())
		require.Empty(t, p.note(), "%.40q", content)
		p.click("text-size")
		p.click("language")
		require.NotEqual(t, language, words.Spoken().Tag, "%.40q", content)
	}
}
