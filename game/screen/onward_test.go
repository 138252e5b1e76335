package screen_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
)

var onward = widget.Input{Keys: []widget.KeyPress{{Key: widget.KeyEnter, Ctrl: true}}}

// Ctrl+Enter plays a whole game, whatever control has the focus; the page keys
// scroll where no control uses them; every new round is shown from its top.
func TestOnwardByKeyAndFromTheTop(t *testing.T) {
	p := begun(t, &game.Memory{})
	g := p.app.Session()
	for !g.Over() {
		round := g.Round()
		p.tab("spend.retention/field")
		p.text("50")
		p.do(onward)
		require.True(t, p.there("next"), "round %d is played", round)
		top := p.find("figure/value").Rect
		area := p.find("results").Rect
		require.GreaterOrEqual(t, top.Y, area.Y, "the results open with their headline")
		require.LessOrEqual(t, top.Bottom(), area.Bottom())

		p.tab("round")
		shown := p.find("round").Value
		p.key(widget.KeyHome)
		require.Equal(t, shown, p.find("round").Value, "Home does not leave the round")
		p.key(widget.KeyPageDown)
		require.Less(t, p.find("figure/value").Rect.Y, top.Y, "the page scrolls")
		p.do(onward)
	}
	require.True(t, p.there("score"))
	log, err := game.Parse(g.Log())
	require.NoError(t, err)
	require.Len(t, log.Entries, g.Brief().Rounds, "each was played once")
	require.EqualValues(t, 50_00, g.Draft().Spend[1], "what was being typed counts")
}

// What cannot be played cannot be played by key either.
func TestOnwardIsRefused(t *testing.T) {
	p := begun(t, &game.Memory{})
	p.drag("spend.acquisition", 1)
	p.drag("spend.product", 1)
	p.do(onward)
	require.Equal(t, 1, p.app.Session().Round())
	require.False(t, p.there("next"))
	p.at = canvas.Pt(p.find("commit").Rect.MidX(), p.find("commit").Rect.MidY())
	p.do(widget.Input{})
	p.now += 1e9
	p.do(widget.Input{})
	if tip := p.tree.Find("tooltip"); tip != nil {
		require.NotEqual(t, p.find("commit").Description, tip.Name, "the reason stands above the button already")
	}
}

// The list of scenarios leads back to every game on the shelf, and to the log
// of each where files cannot be got at otherwise.
func TestPastGames(t *testing.T) {
	shelf := &game.Memory{}
	var files []string
	h := host(t, shelf)
	h.Download = func(name string, data []byte) {
		_, err := game.Parse(data)
		require.NoError(t, err)
		files = append(files, name)
	}
	finished, err := game.Start(shipped(t)[0], 5, shelf)
	require.NoError(t, err)
	for !finished.Over() {
		_, err := finished.Commit()
		require.NoError(t, err)
	}
	waiting, err := game.Start(shipped(t)[1], 6, shelf)
	require.NoError(t, err)
	require.NoError(t, shelf.Append("broken.log", []byte("no log\n")))

	p := sitDown(t, screen.New(h), 1024, 640)
	require.Equal(t, "See score: The coffee roastery, game 5", p.find("open/"+finished.Name()).Name)
	require.Equal(t, "Continue: The music shop, game 6", p.find("open/"+waiting.Name()).Name)
	require.False(t, p.there("open/broken"))
	p.click("download/" + finished.Name())
	require.Equal(t, []string{finished.Name() + ".log"}, files)

	p.click("open/" + finished.Name())
	require.True(t, p.there("score"))
	score := p.find("score").Value
	p.click("home")
	require.Contains(t, strings.Join(p.says(), "\n"), "score "+score, "the list tells what was looked at")
	p.click("open/" + waiting.Name())
	require.Equal(t, waiting.Name(), p.app.Session().Name())
	require.Contains(t, strings.Join(p.says(), "\n"), "Game 6")
}

// Budget and Play are in sight at every size, and a note says that levers are
// not.
func TestTheBudgetIsAlwaysInSight(t *testing.T) {
	shelf := &game.Memory{}
	require.NoError(t, shelf.Replace("look.json", []byte(`{"text":150}`)))
	p := sitDown(t, screen.New(host(t, shelf)), 1024, 640)
	p.click("play/music-shop")
	p.click("start")
	for _, id := range []string{"commit", "budget"} {
		require.LessOrEqual(t, p.find(id).Rect.Bottom(), 640.0, id)
	}
	require.Contains(t, p.says(), "More below ↓")
	p.at = canvas.Pt(p.find("decide").Rect.MidX(), p.find("decide").Rect.MidY())
	p.do(widget.Input{Wheel: canvas.Pt(0, 1e6)})
	require.NotContains(t, p.says(), "More below ↓")
}
