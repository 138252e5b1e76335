package main

import (
	"runtime"

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
	if runtime.GOOS != "js" { // a page has one thread, which draws
		h.Workers = runtime.GOMAXPROCS(0)
	}
	app := screen.New(h)
	if s, ok, err := chosen(o); err != nil {
		return err
	} else if ok {
		app.Open(s, h.NewSeed())
	}
	return window.Run(app, "Centricity")
}
