package main

import (
	"cmp"

	"centricity/game/screen"
	"centricity/game/window"
)

// open shows the game until its window is closed.
func open(o options) error {
	h, err := host(o, nil)
	if err != nil {
		return err
	}
	if err := window.Furnish(&h, o.data); err != nil {
		return err
	}
	app := screen.New(h)
	if s, ok, err := chosen(o); err != nil {
		return err
	} else if code := cmp.Or(o.class, window.Class()); code != "" {
		app.Class(code)
	} else if ok && o.scenario != "" { // the page with one beside it lists it first
		app.Open(s, h.NewSeed())
	}
	return window.Run(app, "Centricity")
}
