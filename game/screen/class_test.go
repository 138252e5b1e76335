package screen_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/class"
	"centricity/game/screen"
	"centricity/game/widget"
)

func codeOf(t *testing.T, scenario int, seed uint64) string {
	t.Helper()
	code, err := class.NewCode(shipped(t)[scenario], seed)
	require.NoError(t, err)
	return code.String()
}

// A class code leads to its scenario and seed, by keyboard alone, and the team
// stands in the log.
func TestJoiningAClassByKeyboard(t *testing.T) {
	shelf := &game.Memory{}
	p := newPlayer(t, shelf)
	p.tab("seed")
	p.do(widget.Input{Keys: []widget.KeyPress{{Key: widget.KeyA, Ctrl: true}}})
	p.text(strings.ToLower(codeOf(t, 1, 2026)))
	require.True(t, p.find("join").Disabled, "the team has no name yet")
	require.False(t, p.there("play/"+shipped(t)[0].Name), "no other game is begun by mistake")
	sound(t, p, "class")
	p.tab("team")
	p.text("Blue")
	p.key(widget.KeyEnter)
	require.Equal(t, "start", p.app.Focus())
	sound(t, p, "briefing")
	p.key(widget.KeyEnter)
	h := replayed(t, shelf, p.app.Session().Name()).Header
	require.Equal(t, shipped(t)[1].Name, h.Scenario)
	require.EqualValues(t, 2026, h.Seed)
	require.Equal(t, "Blue", h.Team)
	require.False(t, h.Practice)
	require.Zero(t, h.Restarts)
}

// A team without a class stands in the log, too, if it says who it is.
func TestATeamWithoutAClass(t *testing.T) {
	shelf := &game.Memory{}
	p := newPlayer(t, shelf)
	p.click("play/" + shipped(t)[0].Name)
	p.tab("opening/team")
	p.text("Verde")
	p.click("start")
	require.Equal(t, "Verde", replayed(t, shelf, p.app.Session().Name()).Header.Team)
}

func TestClassCodesThatLeadNowhere(t *testing.T) {
	other := shipped(t)[0]
	other.Market.People++
	foreign, err := class.NewCode(other, 1)
	require.NoError(t, err)
	for code, says := range map[string]string{
		"7K2M":                     "12 letters and digits",
		strings.Repeat("A", 12):    "a letter is wrong",
		codeOf(t, 0, 1)[:13] + "?": "a letter is wrong",
		foreign.String():           "another version of “" + other.Title + "”",
	} {
		app := screen.New(host(t, &game.Memory{}))
		app.Class(code)
		p := sitDown(t, app, 800, 560)
		require.Contains(t, p.find("seed-wrong").Name, says)
		require.False(t, p.there("join"))
		sound(t, p, code)
		p.click("fresh")
		require.False(t, p.there("seed-wrong"), "the way out is one click")
	}
}

// Practice meets other customers, takes rounds back by mouse and keyboard, and
// leaves the class's game alone.
func TestPractice(t *testing.T) {
	shelf := &game.Memory{}
	app := screen.New(host(t, shelf))
	app.Class(codeOf(t, 0, 2026))
	p := sitDown(t, app, 1024, 640)
	p.tab("team")
	p.text("Blue")
	p.click("join")
	p.click("practise")
	g := p.app.Session()
	require.True(t, g.Practice())
	require.NotEqual(t, uint64(2026), g.Seed())
	p.drag("spend.acquisition", 0.3)
	d := g.Draft()
	p.click("commit")
	sound(t, p, "results")
	p.click("undo")
	require.Equal(t, d, p.app.Session().Draft())
	require.Empty(t, replayed(t, shelf, g.Name()).Entries)
	p.tab("commit")
	p.key(widget.KeyEnter)
	p.tab("undo")
	p.key(widget.KeyEnter)
	require.Equal(t, "spend.acquisition", p.app.Focus())
	for !p.app.Session().Over() {
		p.click("commit")
		p.click("next")
	}
	sound(t, p, "score")
	require.Contains(t, strings.Join(p.says(), " "), "it does not count")
	log := replayed(t, shelf, g.Name())
	require.True(t, log.Header.Practice)
	require.Equal(t, 2, log.Entries[0].Note.Undone)
	p.click("undo")
	require.False(t, p.app.Session().Over(), "also from the last page")
	p.click("commit")
	p.click("next")
	p.click("real")
	p.click("start")
	h := replayed(t, shelf, p.app.Session().Name()).Header
	require.Equal(t, "Blue", h.Team)
	require.EqualValues(t, 2026, h.Seed)
	p.click("home")
	require.Equal(t, "Blue", p.find("team").Value, "a class is typed in once")
	require.True(t, p.there("join"))

	q := newPlayer(t, shelf)
	q.click("play/" + shipped(t)[0].Name)
	q.click("start")
	q.click("commit")
	require.False(t, q.there("undo"), "a game is not taken back")
}

// The buttons of practice have room in a small window with large letters.
func TestPracticeInASmallWindow(t *testing.T) {
	shelf := &game.Memory{}
	require.NoError(t, shelf.Replace("look.json", []byte(`{"text":150}`)))
	p := sitDown(t, screen.New(host(t, shelf)), 800, 560)
	p.click("play/" + shipped(t)[0].Name)
	p.click("practise")
	p.click("journal/open")
	sound(t, p, "decide")
	for !p.app.Session().Over() {
		p.click("commit")
		sound(t, p, "results")
		p.click("next")
	}
	sound(t, p, "score")
	p.click("home")
	sound(t, p, "choose")
	p.click("open/" + shipped(t)[0].Name + "-practice-482913")
	sound(t, p, "a score of practice seen again")
}

// What a team expects goes into the log and is set against what came; how long
// it took is counted on the page's clock.
func TestTheJournal(t *testing.T) {
	shelf := &game.Memory{}
	p := newPlayer(t, shelf)
	p.click("play/" + shipped(t)[0].Name)
	p.click("start")
	g := p.app.Session()
	p.click("journal/open")
	sound(t, p, "journal")
	p.tab("journal/hypothesis")
	p.text("Service keeps them.")
	p.tab("journal/low")
	p.text("1,000")
	require.True(t, p.find("journal/high").Invalid, "one number is no interval")
	require.Nil(t, g.Note().Forecast)
	p.tab("journal/high")
	p.text("10")
	require.Contains(t, strings.Join(p.says(), " "), "smaller than the first")
	p.text("000")
	p.tab("journal/by")
	p.text("A.")

	again := newPlayer(t, shelf)
	again.click("continue")
	require.Equal(t, &game.Forecast{Low: 1000, High: 10_000}, again.app.Session().Note().Forecast, "a closed window loses no note")

	p.now += 90 * time.Second
	p.click("commit")
	n := replayed(t, shelf, g.Name()).Entries[0].Note
	require.Equal(t, "Service keeps them.", n.Hypothesis)
	require.Equal(t, "A.", n.By)
	require.Equal(t, &game.Forecast{Low: 1000, High: 10_000}, n.Forecast)
	require.GreaterOrEqual(t, n.Seconds, 90)
	require.Less(t, n.Seconds, 120)
	require.Contains(t, strings.Join(p.says(), " "), "Customers: you expected 1,000 to 10,000; it was")
	p.click("next")
	require.Equal(t, "A.", g.Note().By, "who decides stays")
	require.Empty(t, g.Note().Hypothesis)
	require.Nil(t, g.Note().Forecast)
}
