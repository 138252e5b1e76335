package screen_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// begun is a player at the first decision of the scenario with every lever.
func begun(t *testing.T, shelf game.Shelf) *player {
	t.Helper()
	p := newPlayer(t, shelf)
	for _, s := range shipped(t) {
		if len(sliders(s)) == sim.NumLevers && len(s.Market.Channels) > 1 {
			p.click("play/" + s.Name)
			p.click("start")
			return p
		}
	}
	t.Fatal("no scenario opens every lever")
	return nil
}

// Whatever is wrong is said beside the control it concerns, and the round
// cannot be played by any means.
func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		wrong  func(*sim.Decision)
		beside string // the message
		after  string // the control above it
	}{
		"too low a price":           {func(d *sim.Decision) { d.Price = 1 }, "price/refused", "price"},
		"too deep a discount":       {func(d *sim.Decision) { d.Discount = 9999 }, "discount/refused", "discount"},
		"negative spending":         {func(d *sim.Decision) { d.Spend[sim.Product] = -1 }, "spend.product/refused", "spend.product"},
		"a channel's weight":        {func(d *sim.Decision) { d.Channels[0] = -1 }, "channels/refused", "channel.2"},
		"a tier's weight":           {func(d *sim.Decision) { d.Focus[sim.Retention].Weight[0] = 5000 }, "focus.retention/refused", "focus.retention"},
		"more than there is":        {func(d *sim.Decision) { d.Spend = [sim.NumLevers]sim.Money{20_000_00, 20_000_00} }, "reason", "budget"},
		"a focus no control offers": {func(d *sim.Decision) { d.Focus[sim.Product].Weight[0] = 1 }, "reason", "budget"},
	} {
		t.Run(name, func(t *testing.T) {
			shelf := &game.Memory{}
			p := begun(t, shelf)
			g := p.app.Session()
			require.False(t, p.find("commit").Disabled)
			d := g.Draft()
			c.wrong(&d)
			g.SetDraft(d)
			p.do(widget.Input{})

			message := p.find(c.beside)
			require.Equal(t, widget.RoleAlert, message.Role)
			require.NotEmpty(t, message.Name)
			control := p.find(c.after)
			require.GreaterOrEqual(t, message.Rect.Y, control.Rect.Y)
			commit := p.find("commit")
			require.True(t, commit.Disabled)
			require.NotEmpty(t, commit.Description, "the button says why")

			p.click("commit")
			p.tab("commit")
			p.key(widget.KeyEnter, widget.KeySpace)
			p.do(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: "commit"}}})
			require.Equal(t, 1, g.Round(), "nothing was played")
			require.Empty(t, replayed(t, shelf, g.Name()).Entries)

			words.Speak("es")
			defer words.Speak("en")
			p.do(widget.Input{})
			require.NotEqual(t, message.Name, p.find(c.beside).Name, "it is said in the player's language")
		})
	}
}

func TestTooMuchIsMadeToFit(t *testing.T) {
	p := begun(t, &game.Memory{})
	g := p.app.Session()
	p.drag("spend.acquisition", 1)
	p.drag("spend.product", 0.6)
	require.Contains(t, p.find("reason").Name, "Take")
	p.click("fit")
	require.Empty(t, g.Refusals())
	require.LessOrEqual(t, g.Draft().Total(), g.Available())
	require.Equal(t, g.Available(), g.Draft().Total(), "nothing is left over")
	for _, s := range g.Draft().Spend {
		require.Zero(t, s%50_00, "in round figures")
	}
	require.False(t, p.find("commit").Disabled)

	p.drag("spend.acquisition", 1)
	p.drag("spend.product", 0.6)
	p.enter("fit")
	require.Equal(t, "commit", p.app.Focus(), "by keyboard, playing is next")
	require.Equal(t, 1, g.Round(), "but has not happened")
}

// A round that cannot be saved is not played; the decision stays, and goes
// through once it can.
func TestARoundThatCannotBeSaved(t *testing.T) {
	shelf := &failing{}
	p := begun(t, shelf)
	g := p.app.Session()
	p.drag("spend.retention", 0.1)
	before := g.Draft()
	shelf.full = true
	p.click("commit")
	require.Equal(t, 1, g.Round())
	require.Equal(t, before, g.Draft())
	require.Contains(t, p.find("commit-failed").Name, "no room left")
	p.drag("spend.retention", 0.05)
	require.Contains(t, p.find("draft-unkept").Name, "no room left")
	shelf.full = false
	p.click("commit")
	require.True(t, p.there("next"))
	require.Len(t, replayed(t, shelf, g.Name()).Entries, 1)
}

func TestAGameThatCannotBeStarted(t *testing.T) {
	shelf := &failing{full: true}
	p := newPlayer(t, shelf)
	p.click("play/" + shipped(t)[0].Name)
	p.click("start")
	require.Nil(t, p.app.Session())
	require.Contains(t, p.find("start-wrong").Name, "no room left")
	shelf.full = false
	p.click("start")
	require.NotNil(t, p.app.Session())
}

func TestAGameNumberThatIsNone(t *testing.T) {
	p := newPlayer(t, &game.Memory{})
	p.tab("seed")
	p.text("x")
	require.Contains(t, p.find("seed-wrong").Name, "whole number")
	play := "play/" + shipped(t)[0].Name
	require.True(t, p.find(play).Disabled)
	p.click(play)
	require.False(t, p.there("start"))
	p.key(widget.KeyBackspace)
	p.tab("seed")
	p.do(widget.Input{Keys: []widget.KeyPress{{Key: widget.KeyEnd}, {Key: widget.KeyBackspace}}})
	require.False(t, p.there("seed-wrong"))
}

// failing is a shelf that can be full.
type failing struct {
	game.Memory
	full bool
}

type noRoom struct{}

func (noRoom) Error() string { return "there is no room left on the disk" }

func (f *failing) Append(name string, data []byte) error {
	if f.full {
		return noRoom{}
	}
	return f.Memory.Append(name, data)
}

func (f *failing) Replace(name string, data []byte) error {
	if f.full {
		return noRoom{}
	}
	return f.Memory.Replace(name, data)
}
