package screen_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/scenarios"
	"centricity/sim"
)

// kiosk is a file that extends one that ships; what it teaches, what will
// happen, and how customers are, is in words and numbers of its own.
const kiosk = `format: 1
extends: roastery
title: The kiosk
briefing: Hot drinks at a station.
round: season
people: 913
budget: {per_round: 913}
start: {incumbent: {spend: {acquisition: 313}}}
segments:
  households: {purchase_rate: {mean: 1.7391, spread: 0.8642}}
shocks: [{kind: recession, round: 4, size: 23%}]
lesson:
  says: Zebras and quinces are the whole secret.
  holds: [{a: balanced, b: random, higher by: 7.7%}]
`

// onDisk is a file that its author goes on changing.
type onDisk struct{ text string }

func (f *onDisk) file() screen.File {
	return screen.File{Name: "kiosk.yaml", Load: func() (scenarios.Scenario, error) {
		return scenarios.Load("kiosk.yaml", []byte(f.text))
	}}
}

func (p *player) open(f screen.File) { p.app.OpenFile(f); p.do(widget.Input{}) }

func (p *player) said() string { return strings.Join(p.says(), "\n") }

// A file that is dropped or picked shows its briefing and is played; F5 reads it
// again and plays the decisions made so far.
func TestAFileIsOpenedPlayedAndReadAgain(t *testing.T) {
	shelf, disk := &game.Memory{}, &onDisk{kiosk}
	p := newPlayer(t, shelf)
	p.open(disk.file())
	require.Contains(t, p.said(), "Hot drinks at a station.")
	p.click("start")
	for range 2 {
		p.drag("spend.retention", 0.3)
		p.click("commit")
		p.click("next")
	}
	p.drag("spend.retention", 0.4)
	before := p.app.Session()
	played, draft := before.Played(), before.Draft()

	disk.text = strings.Replace(kiosk, "mean: 1.7391", "mean: 3.1", 1)
	p.key(widget.KeyF5)
	after := p.app.Session()
	require.NotSame(t, before, after)
	require.Equal(t, 3, after.Round())
	require.Equal(t, played, after.Played())
	require.Equal(t, draft, after.Draft(), "the decision being prepared comes along")
	require.NotEqual(t, before.Reports(), after.Reports(), "the customers are others")
	require.Contains(t, p.said(), "2 seasons played again")

	names, err := shelf.Names()
	require.NoError(t, err)
	logs := 0
	for _, n := range names {
		if strings.HasSuffix(n, ".log") {
			logs++
		}
	}
	require.Equal(t, 1, logs, "the game takes the place of the old one")
	data, err := shelf.Read(after.Name() + ".log")
	require.NoError(t, err)
	log, err := game.Parse(data)
	require.NoError(t, err)
	_, _, err = game.Replay(log, func(string) (scenarios.Scenario, error) { return disk.file().Load() })
	require.NoError(t, err, "its log replays on the extended file")

	// It is there to be gone on with, and to be played anew.
	p.click("home")
	p.click("continue")
	require.Equal(t, 3, p.app.Session().Round())
	p.click("home")
	p.click("play/kiosk")
	p.key(widget.KeyF5)
	require.True(t, p.there("start"))
}

// A file that is wrong is told as the checker tells it, before a game and in
// the middle of one, which goes on once the file is mended.
func TestAFileThatIsWrong(t *testing.T) {
	disk := &onDisk{strings.Replace(kiosk, "people: 913", "peple: 913", 1)}
	p := newPlayer(t, &game.Memory{})
	p.open(disk.file())
	_, err := disk.file().Load()
	told := func(err error) {
		t.Helper()
		lines := strings.Split(err.(scenarios.Errors).Listing(), "\n")
		require.Contains(t, p.said(), lines[0])
		require.Contains(t, p.said(), strings.TrimSpace(lines[1]))
	}
	told(err)
	p.click("language")
	require.Contains(t, p.said(), `kiosk.yaml:6:1: clave desconocida: "peple"; ¿querías decir "people"? [unknown-key]`)
	p.click("language")
	told(err)
	p.click("problems/back")
	require.True(t, p.there("play/roastery"))

	disk.text = kiosk
	p.open(disk.file())
	p.click("start")
	p.click("commit")
	p.click("next")
	disk.text = strings.Replace(kiosk, "people: 913", "people: lots", 1)
	p.key(widget.KeyF5)
	_, err = disk.file().Load()
	told(err)
	require.Contains(t, p.said(), "Expected: whole number")
	require.Equal(t, 2, p.app.Session().Round(), "the game is still there")
	disk.text = strings.Replace(kiosk, "people: 913", "people: 800", 1)
	p.click("problems/again")
	require.Equal(t, 2, p.app.Session().Round())
	require.True(t, p.there("commit"))

	// A decision the new version refuses ends the replay, and is told.
	p.drag("spend.acquisition", 1)
	p.click("commit")
	p.click("next")
	disk.text += "levers: [retention]\norders: ~\nchannels: {leaflets: {}}\n"
	disk.text = strings.Replace(disk.text, "start: {incumbent: {spend: {acquisition: 313}}}", "", 1)
	p.key(widget.KeyF5)
	require.NotNil(t, p.app.Session(), p.said())
}

// What players are not told stands on no screen and in no log: the lesson, its
// claims, shocks to come, and the numbers of the customers' traits.
func TestHiddenFactsAreNowhere(t *testing.T) {
	shelf := &game.Memory{}
	p := newPlayer(t, shelf)
	p.open((&onDisk{kiosk}).file())
	hidden := []string{"ebras", "quince", "1.7391", "0.8642", "higher by"}
	look := func(also ...string) {
		t.Helper()
		text := p.said()
		names, err := shelf.Names()
		require.NoError(t, err)
		for _, n := range names {
			data, err := shelf.Read(n)
			require.NoError(t, err)
			text += "\n" + string(data)
		}
		for _, secret := range append(also, hidden...) {
			assert.NotContains(t, text, secret)
		}
	}
	look("ecession")
	p.click("start")
	g := p.app.Session()
	for !g.Over() {
		for tab := range 4 {
			p.click("tabs/" + string(rune('0'+tab)))
			if g.Round() < 5 {
				look("ecession")
			} else {
				look()
			}
		}
		p.click("tabs/0")
		p.click("commit")
	}
	require.Contains(t, p.said()+strings.Join(shockNames(g), " "), "recession", "it came")
	look()
}

func shockNames(g *game.Session) (names []string) {
	for _, r := range g.Reports() {
		for _, s := range r.Shocks {
			names = append(names, sim.ShockKind(s).String())
		}
	}
	return names
}
