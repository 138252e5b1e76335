package browser

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/scenarios"
	"centricity/sim"
)

// TestHelpInTheBrowser opens the help by the keys that a browser has for its
// own: while it is there nothing behind it is told of, and the page's focus is
// in it.
func TestHelpInTheBrowser(t *testing.T) {
	p := open(t)
	p.find("button", "^Play: The coffee")
	told := func(name string) bool {
		return slices.ContainsFunc(p.controls(), func(c control) bool { return c.name == name })
	}
	for _, key := range []string{kb.F1, "?"} {
		p.keys(key)
		p.find("dialog", "^Help$")
		p.until("what lies behind is hidden", func() bool { return !told("Game number or class code") })
		assert.Equal(t, "help/search", script[string](p, `document.activeElement.dataset.id`))
		p.keys("nps")
		p.until("the term is found", func() bool { return told("NPS") && !told("CAC") })
		p.shot("help")
		p.keys(kb.Escape)
		p.find("button", "^Play: The coffee")
		p.until("the help is gone", func() bool { return !told("Find a term") })
	}
	p.click("button", "^Help$")
	p.click("button", "^Close$")
	p.click("button", "^Play: The coffee") // the pointer meets it again
	p.find("button", "Start the game")
	assert.Empty(t, p.complaints())
}

// TestAWholeGameInTheBrowser plays the first scenario to its end: three rounds
// with the mouse, one of them after the page was loaded again, the rest with
// the keyboard. What the page hands in replays to the hash.
func TestAWholeGameInTheBrowser(t *testing.T) {
	began := time.Now()
	p := open(t)
	p.find("button", "^Play: The coffee")
	t.Logf("ready after %v", time.Since(began).Round(time.Millisecond))
	p.click("button", "^Play: The coffee")
	p.click("button", "Start the game")

	rounds := 6
	for round := 1; round <= rounds; round++ {
		play := fmt.Sprintf("^Play quarter %d", round)
		p.find("button", play)
		switch {
		case round == 1: // a slider is set beyond the budget, and cut to it
			before := p.find("slider", "^Retention")
			p.press(before.left+(before.right-before.left)*.4, before.y)
			p.until("the slider moves", func() bool { return p.find("slider", "^Retention").value != before.value })
			p.click("button", "^Fit to budget")
			p.click("button", play)
		case round == 3: // a page that is closed and opened loses nothing
			p.run(chromedp.Reload())
			p.click("button", "^Continue")
			p.click("button", play)
		case round < 4:
			p.click("button", play)
		default:
			p.keys(kb.Enter, chromedp.ModifierCtrl)
		}
		next := fmt.Sprintf("^Decide quarter %d", round+1)
		if round == rounds {
			next = "^See your score"
		}
		p.find("button", next)
		if round < 4 {
			p.click("button", next)
		} else {
			p.keys(kb.Enter, chromedp.ModifierCtrl)
		}
	}

	p.enter("button", "^Download")
	var file string
	select {
	case file = <-p.saved:
	case <-time.After(patience):
		require.Fail(t, "nothing was downloaded")
	}
	var log game.Log
	p.until("the log is complete", func() bool {
		data, err := os.ReadFile(file)
		if err != nil {
			return false
		}
		log, err = game.Parse(data)
		return err == nil
	})
	_, world, err := game.Replay(log, scenarios.Shipped)
	require.NoError(t, err)
	assert.True(t, world.Over())
	assert.NotZero(t, log.Entries[0].Decision.Spend["retention"], "what the slider was set to")
	assert.Equal(t, sim.ModelVersion, log.Header.Model)
	assert.Empty(t, p.complaints())
}
