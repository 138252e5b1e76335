package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
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
			p.sliders()
			before := p.find("slider", "^Retention")
			p.press(before.left+(before.right-before.left)*.4, before.y)
			p.until("the slider moves", func() bool { return p.find("slider", "^Retention").value != before.value })
			p.click("button", "^Fit to budget")
			p.click("button", play)
		case round == 3: // a page that is closed and opened loses nothing
			p.must(p.driver.reload())
			p.click("button", "^Continue")
			p.find("button", play)
			p.sliders()
			p.click("tab", "^Customers")
			p.opensAtItsTop("customers", "^Cohorts", "^Overview")
			p.click("tab", "^Decide")
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

	log := p.handedIn()
	p.click("tab", "^Debrief")
	p.opensAtItsTop("debrief", "^How it came about", "^Truth")
	assert.NotZero(t, log.Entries[0].Decision.Spend["retention"], "what the slider was set to")
	assert.Equal(t, sim.ModelVersion, log.Header.Model)
	assert.Empty(t, p.complaints())
}

// handedIn downloads the log of the game that is over, and replays it to the
// hash of every round.
func (p *page) handedIn() (log game.Log) {
	p.t.Helper()
	before := p.files()
	p.enter("button", "^Download")
	p.until("the log is downloaded", func() bool {
		return slices.ContainsFunc(p.files(), func(file string) bool {
			if slices.Contains(before, file) {
				return false
			}
			data, err := os.ReadFile(file)
			if err == nil {
				log, err = game.Parse(data)
			}
			return err == nil
		})
	})
	_, world, err := game.Replay(log, scenarios.Shipped)
	require.NoError(p.t, err)
	assert.True(p.t, world.Over())
	return log
}

// files are those that were downloaded.
func (p *page) files() []string {
	files, err := filepath.Glob(filepath.Join(p.downloads, "*"))
	require.NoError(p.t, err)
	return files
}

// TestEveryScenarioInTheBrowser plays each scenario that ships to its end, with
// research where it can be bought. It takes minutes: make every runs it.
func TestEveryScenarioInTheBrowser(t *testing.T) {
	if os.Getenv("CENTRICITY_EVERY") == "" {
		t.Skip("CENTRICITY_EVERY is not set: make every sets it")
	}
	everywhere(t, func(t *testing.T, p *page) {
		for _, name := range scenarios.Names() {
			s, err := scenarios.Shipped(name)
			require.NoError(t, err)
			p.load()
			p.enter("button", "^Play: "+regexp.QuoteMeta(s.Title))
			p.enter("button", "^Start the game")
			for round := 1; round <= s.Market.Rounds; round++ {
				p.decide(s, round)
				play := fmt.Sprintf("^Play %s %d", s.Round, round)
				next := fmt.Sprintf("^Decide %s %d", s.Round, round+1)
				if round == s.Market.Rounds {
					next = "^See your score"
				}
				if round%2 == 1 {
					p.click("button", play)
					p.click("button", next)
					continue
				}
				p.find("button", play)
				p.must(p.driver.keys("\r", true))
				p.find("button", next)
				p.must(p.driver.keys("\r", true))
			}
			log := p.handedIn()
			assert.Len(t, log.Entries, s.Market.Rounds)
			assert.Equal(t, name, log.Header.Scenario)
			assert.Equal(t, s.Market.Levers[sim.Insight], log.Entries[0].Decision.Spend["insight"] > 0, name)
			assert.Empty(t, p.complaints(), name)
		}
	})
}

// decide moves a slider, and orders research where there is any.
func (p *page) decide(s scenarios.Scenario, round int) {
	p.t.Helper()
	slide := func(name string) {
		c := p.find("slider", name)
		share := .2 + .1*float64(round%3)
		p.press(c.left+(c.right-c.left)*share, c.y)
		p.until(name+" moves", func() bool { return p.find("slider", name).value != c.value })
	}
	slide("^Acquisition")
	if s.Market.Levers[sim.Insight] {
		p.enter("button", "^Choose research")
		slide("^Own data")
		p.enter("button", "^Back to the decision") // the order may have moved it
	}
	p.find("button", fmt.Sprintf("^Play %s %d", s.Round, round))
	if slices.ContainsFunc(p.driver.controls("button"), func(c control) bool { return c.name == "Fit to budget" }) {
		p.enter("button", "^Fit to budget")
	}
}
