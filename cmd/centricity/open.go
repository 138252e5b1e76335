package main

import (
	"cmp"
	"errors"
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

// open shows the game until its window is closed. A scenario file that holds
// mistakes is shown with them, to be mended and read again.
func open(o options) error {
	h, err := host(o, nil)
	var mistakes scenarios.Errors
	if errors.As(err, &mistakes); err != nil && !mendable(mistakes) {
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
	h.Guide, h.Asked = true, o.language
	err = window.Run(begun(o, h), "Centricity")
	if err != nil && mistakes != nil {
		return mistakes // there is no window to show them in
	}
	return err
}

// mendable tells a file with mistakes from one that is not there.
func mendable(mistakes scenarios.Errors) bool {
	return len(mistakes) > 0 && mistakes[0].Rule != "no-file"
}

// begun is the program at the page that it is asked to begin with.
func begun(o options, h screen.Host) *screen.App {
	app := screen.New(h)
	s, ok, err := chosen(o)
	switch code := cmp.Or(o.class, window.Class()); {
	case err != nil:
		app.OpenFile(file(o))
	case code != "":
		app.Class(code)
	case ok && o.scenario != "": // the page with one beside it lists it first
		app.Open(s, h.NewSeed())
		if scenarios.Source(o.scenario) == nil {
			app.Own(s.Name, file(o))
		}
	}
	return app
}

// file is where the scenario comes from, to be read again.
func file(o options) screen.File {
	name := filepath.Base(o.scenario)
	if o.scenario == "" {
		name = "scenario.yaml" // beside the page
	}
	return screen.File{Name: name, Load: func() (scenarios.Scenario, error) {
		s, _, err := chosen(o)
		return s, err
	}}
}
