package main

import (
	"fmt"
	"image/png"
	"os"
	"strings"
	"time"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/sim/policy"
)

// shoot draws one screen into a file. It needs no display.
func shoot(o options) error {
	if !o.seeded {
		o.seed, o.seeded = 482913, true // the same picture every time
	}
	shelf := &game.Memory{}
	look := fmt.Sprintf(`{"dark":%t,"text":%d,"language":%q}`, o.dark, o.text, o.language)
	if err := shelf.Replace("look.json", []byte(look)); err != nil {
		return err
	}
	h, err := host(o, shelf)
	if err != nil {
		return err
	}
	app := screen.New(h)
	if err := lead(app, o, h); err != nil {
		return err
	}
	c := canvas.NewImage(o.width, o.height, o.scale)
	for i := range 10_000 { // until nothing moves any more: the last page plays the rivals
		c.Resize(o.width, o.height, o.scale)
		app.Frame(c, widget.Input{Now: time.Duration(i) * time.Second / 60})
		if !app.NeedsRedraw() {
			break
		}
	}
	f, err := os.Create(o.screenshot)
	if err != nil {
		return fmt.Errorf("the picture cannot be written: %w", err)
	}
	if err := png.Encode(f, c.RGBA()); err != nil {
		f.Close()
		return fmt.Errorf("the picture cannot be written: %w", err)
	}
	return f.Close()
}

// lead brings the program to the screen asked for. Rounds are played by a
// built-in policy, or with the decision a player finds prepared.
func lead(app *screen.App, o options, h screen.Host) error {
	if o.class != "" && o.screen == "" {
		app.Class(o.class)
		return nil
	}
	if o.screen == "" && o.scenario == "" || o.screen == "choose" {
		return nil
	}
	s := h.Scenarios[0]
	if own, ok, _ := chosen(o); ok {
		s = own
	}
	app.Open(s, o.seed)
	if o.screen == "" || o.screen == "briefing" {
		return nil
	}
	g, err := game.Start(s, o.seed, h.Shelf)
	if err != nil {
		return err
	}
	decide, ok := policy.Named(o.policy)
	if o.policy != "" && !ok {
		return usagef("--policy %q is not built in; there are %s", o.policy, strings.Join(policy.Names(), ", "))
	}
	for range o.rounds {
		if ok {
			g.SetDraft(decide(policy.View{Brief: g.Brief(), Reports: g.Reports(), Available: g.Available()}))
		}
		if _, err := g.Commit(); err != nil {
			return err
		}
	}
	app.Resume(g)
	return app.Show(o.screen)
}
