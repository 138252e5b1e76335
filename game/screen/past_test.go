package screen_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/screen"
	"centricity/game/widget"
)

// No game is out of reach: older ones are shown when they are asked for.
func TestOlderGamesAreShownWhenAskedFor(t *testing.T) {
	shelf := &game.Memory{}
	first := ""
	for i := range 11 {
		g, err := game.Start(hamlet(), uint64(100+i), shelf)
		require.NoError(t, err)
		_, err = g.Commit()
		require.NoError(t, err)
		if i == 0 {
			first = g.Name()
		}
	}
	p := sitDown(t, screen.New(host(t, shelf)), 1280, 800)
	require.False(t, p.there("open/"+first))
	p.click("older")
	require.True(t, p.there("open/"+first))
	require.False(t, p.there("older"), "there are no more")
}

// The list tells the score of a finished game after the program was closed, too,
// in the language of the moment.
func TestTheListTellsScores(t *testing.T) {
	shelf := &game.Memory{}
	p := newPlayer(t, shelf)
	p.click("play/roastery")
	p.click("start")
	g := p.app.Session()
	for !g.Over() {
		_, err := g.Commit()
		require.NoError(t, err)
	}
	p.click("home")
	p.click("open/" + g.Name())
	v, _ := g.Value()
	p = newPlayer(t, shelf)
	score := widget.MoneyShort(int64(v.Company()))
	require.Contains(t, strings.Join(p.says(), "\n"), strings.TrimPrefix(score, "$"))
	require.NoError(t, shelf.Replace(g.Name()+".score", []byte("a long text that is no score at all")))
	p = newPlayer(t, shelf)
	require.NotContains(t, strings.Join(p.says(), "\n"), strings.TrimPrefix(score, "$"))
}

// A forecast that cannot be kept is not lost without a word.
func TestALostForecastIsTold(t *testing.T) {
	p := begun(t, &game.Memory{})
	p.click("journal/open")
	p.replaceText("journal/low", "900")
	require.Contains(t, p.find("reason").Name, "would not be kept")
	p.replaceText("journal/high", "800")
	require.Contains(t, p.find("reason").Name, "smaller than the first")
	p.replaceText("journal/high", "950")
	require.NotContains(t, p.find("reason").Name, "kept")
	require.NotNil(t, p.app.Session().Note().Forecast)
}

// The Tab key goes through the header from left to right.
func TestTheHeaderReadsFromTheLeft(t *testing.T) {
	p := begun(t, &game.Memory{})
	x := -1.0
	for _, id := range []string{"home", "tabs/0", "tabs/3", "language", "text-size", "theme", "help/open"} {
		r := p.find(id).Rect
		require.Greater(t, r.X, x, id)
		x = r.X
	}
	order := []string{}
	for n := range p.tree.All {
		if n.Focusable && n.Rect.Y < 52 {
			order = append(order, n.ID)
		}
	}
	require.Equal(t, "home", order[0])
	require.Equal(t, []string{"language", "text-size", "theme", "help/open"}, order[len(order)-4:], fmt.Sprint(order))
}
