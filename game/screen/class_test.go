package screen_test

import (
	"fmt"
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

// Any key figure can be forecast by keyboard: each keeps its own two numbers
// while deciding, the arrows take them by steps, and what came is told beside
// the figure, among what happened and in the end.
func TestAForecastOfAnyFigure(t *testing.T) {
	shelf := &game.Memory{}
	p := newPlayer(t, shelf)
	p.click("play/relationship")
	p.click("start")
	g := p.app.Session()
	said := func() string { return strings.Join(p.says(), "\n") }
	p.enter("journal/open")
	require.Equal(t, "Customers", p.find("journal/of").Value)
	p.tab("journal/low")
	p.text("100")
	p.tab("journal/of")
	p.key(widget.KeyDown, widget.KeyDown, widget.KeyDown, widget.KeyDown)
	require.Equal(t, "NPS", p.find("journal/of").Value)
	require.Empty(t, p.find("journal/low").Value, "another figure has other numbers")
	require.Contains(t, p.find("journal/of").Description, "Net promoter score")
	last, ok := game.NPS.Of(g.Brief(), g.Reports()[len(g.Reports())-1])
	require.True(t, ok)
	require.Contains(t, p.find("journal/low").Description, fmt.Sprintf("Last quarter it was %d ±", last))
	p.tab("journal/low")
	p.key(widget.KeyUp)
	require.Equal(t, fmt.Sprint(last), p.find("journal/low").Value, "the arrows begin where the figure was")
	p.key(widget.KeyDown, widget.KeyPageDown)
	require.Equal(t, fmt.Sprint(last-11), p.find("journal/low").Value)
	p.tab("journal/high")
	p.text("130")
	require.True(t, p.find("journal/high").Invalid)
	require.Contains(t, said(), "NPS: type numbers from −100 to 100.")
	p.key(widget.KeyBackspace)
	p.key(widget.KeyBackspace)
	p.text("00")
	want := &game.Forecast{Of: game.NPS, Low: last - 11, High: 100}
	require.Equal(t, want, g.Note().Forecast)
	require.Contains(t, said(), "NPS: "+widget.Count(last-11)+" to 100")

	p.tab("journal/of")
	p.key(widget.KeyUp, widget.KeyUp, widget.KeyUp, widget.KeyUp)
	require.Equal(t, "100", p.find("journal/low").Value, "what was typed is kept")
	require.Nil(t, g.Note().Forecast, "and one number is no forecast")
	p.key(widget.KeyDown, widget.KeyDown, widget.KeyDown, widget.KeyDown)
	require.Equal(t, want, g.Note().Forecast)

	p.key(widget.KeyDown)
	require.Equal(t, "Estimated company value", p.find("journal/of").Value)
	require.Equal(t, want, g.Note().Forecast, "to look at another takes no forecast back")
	p.key(widget.KeyUp)

	again := newPlayer(t, shelf)
	again.click("continue")
	again.click("journal/open")
	require.Equal(t, "NPS", again.find("journal/of").Value)
	require.Equal(t, "100", again.find("journal/high").Value, "a closed window loses no forecast")

	p.click("commit")
	require.Equal(t, want, replayed(t, shelf, g.Name()).Entries[0].Note.Forecast)
	came, ok := game.NPS.Of(g.Brief(), g.Reports()[len(g.Reports())-1])
	require.True(t, ok)
	told := "NPS: you expected " + widget.Count(last-11) + " to 100; it was " + widget.Count(came) + ": it held."
	require.GreaterOrEqual(t, came, last-11)
	require.Contains(t, p.says(), told, "among what happened")
	require.Contains(t, p.find("figure/nps").Description, told)
	require.NotContains(t, p.find("figure/customers").Description, "expected")

	p.click("next")
	require.Equal(t, "NPS", p.find("journal/of").Value, "the team goes on with it")
	require.Empty(t, p.find("journal/low").Value)
	p.tab("journal/of")
	p.key(widget.KeyUp, widget.KeyUp, widget.KeyUp)
	require.Equal(t, "Retention", p.find("journal/of").Value)
	p.tab("journal/low")
	p.text("99.9 %")
	p.tab("journal/high")
	p.text("100")
	p.click("commit")
	kept, _ := game.Retention.Of(g.Brief(), g.Reports()[len(g.Reports())-1])
	missed := widget.Decimal(float64(9990-kept)/100, 1) + " points"
	require.Contains(t, p.says(), "Retention: you expected 99.9 % to 100.0 %; it was "+widget.BasisPoints(kept)+": missed by "+missed+".")
	for !g.Over() {
		p.click("next")
		p.click("commit")
	}
	p.click("next")
	require.Contains(t, said(), "2 forecasts, of which 1 held. Each was meant to hold 4 times in 5.")
	require.Subset(t, p.says(), []string{"99.9 % to 100.0 %", missed, "held"})
}
