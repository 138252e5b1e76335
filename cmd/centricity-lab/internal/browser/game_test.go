package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/scenarios"
	"centricity/sim"
)

// TestAWholeGameInTheBrowser plays the first scenario to its end: three rounds
// with the mouse, one of them after the page was loaded again, the rest with
// the keyboard. What the page hands in replays to the hash.
func TestAWholeGameInTheBrowser(t *testing.T) { everywhere(t, wholeGame) }

func wholeGame(t *testing.T, p *page) {
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
			p.must(p.driver.reload())
			p.click("button", "^Continue")
			p.click("button", play)
		case round < 4:
			p.click("button", play)
		default:
			p.must(p.driver.keys("\r", true))
		}
		next := fmt.Sprintf("^Decide quarter %d", round+1)
		if round == rounds {
			next = "^See your score"
		}
		p.find("button", next)
		if round < 4 {
			p.click("button", next)
		} else {
			p.must(p.driver.keys("\r", true))
		}
	}

	p.enter("button", "^Download")
	var log game.Log
	p.until("the log is downloaded", func() bool {
		files, err := filepath.Glob(filepath.Join(p.downloads, "*"))
		require.NoError(t, err)
		return slices.ContainsFunc(files, func(file string) bool {
			data, err := os.ReadFile(file)
			if err == nil {
				log, err = game.Parse(data)
			}
			return err == nil
		})
	})
	_, world, err := game.Replay(log, scenarios.Shipped)
	require.NoError(t, err)
	assert.True(t, world.Over())
	assert.NotZero(t, log.Entries[0].Decision.Spend["retention"], "what the slider was set to")
	assert.Equal(t, sim.ModelVersion, log.Header.Model)
	assert.Empty(t, p.complaints())
}
