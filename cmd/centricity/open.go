package main

import (
	"cmp"
	"path/filepath"
	"runtime"
	"time"

	"centricity/game/screen"
	"centricity/game/window"
	"centricity/scenarios"
)

// slice is how long a page, whose one thread draws too, works between two frames.
func slice() (enough func() bool) {
	const most = 12 * time.Millisecond
	end := time.Now().Add(most)
	return func() bool { return time.Now().After(end) }
}

// open shows the game until its window is closed.
func open(o options) error {
	h, err := host(o, nil)
	if err != nil {
		return err
	}
	if err := window.Furnish(&h, o.data); err != nil {
		return err
	}
	if runtime.GOOS != "js" {
		h.Workers = runtime.GOMAXPROCS(0)
	} else {
		h.Slice = slice
	}
	h.Guide = true
	app := screen.New(h)
	if s, ok, err := chosen(o); err != nil {
		return err
	} else if code := cmp.Or(o.class, window.Class()); code != "" {
		app.Class(code)
	} else if ok && o.scenario != "" { // the page with one beside it lists it first
		app.Open(s, h.NewSeed())
		if scenarios.Source(o.scenario) == nil {
			app.Own(s.Name, screen.File{Name: filepath.Base(o.scenario), Load: func() (scenarios.Scenario, error) { return scenarios.Open(o.scenario) }})
		}
	}
	return window.Run(app, "Centricity")
}
