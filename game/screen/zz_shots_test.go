package screen_test

import (
	"fmt"
	"image/png"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/scenarios"
)

func TestShots(t *testing.T) {
	if os.Getenv("SHOTS") == "" {
		t.Skip()
	}
	require.NoError(t, everything().Market.Validate())
	require.NoError(t, silent().Market.Validate())
	for _, c := range []struct {
		name string
		s    scenarios.Scenario
		w, h float64
		text int
		dark bool
	}{
		{"big", everything(), 1280, 2600, 100, false},
		{"dark", everything(), 1280, 2600, 100, true},
		{"small", everything(), 1024, 3000, 100, false},
		{"huge", everything(), 1024, 7000, 200, false},
		{"silent", silent(), 1280, 2600, 100, false},
		{"low", everything(), 1024, 640, 200, false},
	} {
		shelf := &game.Memory{}
		require.NoError(t, shelf.Replace("look.json", fmt.Appendf(nil, `{"text":%d,"dark":%t}`, c.text, c.dark)))
		app := screen.New(screen.Host{Shelf: shelf, Scenarios: []scenarios.Scenario{c.s}, Find: find, NewSeed: func() uint64 { return 1 }})
		p := sitDown(t, app, c.w, c.h)
		p.click("play/" + c.s.Name)
		p.click("start")
		for _, id := range []string{"programmes/retention", "programmes/insight", "trial/open"} {
			p.click(id)
		}
		for _, id := range []string{"spend.retention", "spend.experience", "spend.insight"} {
			p.drag(id, 0.12)
		}
		p.drag("programmes.win-back", 0.3)
		p.drag("programmes.loyalty", 0.5)
		p.drag("trial", 0.4)
		p.click("focus.retention/2")
		if p.there("fit") {
			p.click("fit")
		}
		shot(t, app, c.name+"-decide", c.w, c.h)
		p.click("commit")
		p.click("next")
		p.click("commit")
		p.click("why-open")
		shot(t, app, c.name+"-results", c.w, c.h)
		p.click("tabs/1")
		shot(t, app, c.name+"-customers", c.w, c.h)
		p.click("tabs/3")
		shot(t, app, c.name+"-briefing", c.w, c.h)
	}
}

func shot(t *testing.T, app *screen.App, name string, w, h float64) {
	c := canvas.NewImage(w, h, 1)
	for i := range 20 {
		c.Resize(w, h, 1)
		app.Frame(c, widget.Input{Now: time.Hour + time.Duration(i)*time.Second/60})
	}
	f, err := os.Create("/tmp/shots/" + name + ".png")
	require.NoError(t, err)
	require.NoError(t, png.Encode(f, c.RGBA()))
	require.NoError(t, f.Close())
}
