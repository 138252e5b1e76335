package main

import (
	"math/rand/v2"
	"slices"

	"centricity/game"
	"centricity/game/screen"
	"centricity/game/window"
	"centricity/scenarios"
)

// host is what the screens need of this program.
func host(o options, shelf game.Shelf) (screen.Host, error) {
	h := screen.Host{
		Shelf: shelf,
		NewSeed: func() uint64 {
			if o.seeded {
				return o.seed
			}
			return 100_000 + rand.Uint64N(900_000) // short enough to be called across a room
		},
		Find: scenarios.Shipped,
	}
	for _, name := range scenarios.Names() {
		s, err := scenarios.Shipped(name)
		if err != nil {
			return h, err
		}
		h.Scenarios = append(h.Scenarios, s)
	}
	own, ok, err := chosen(o)
	if err != nil || !ok {
		return h, err // without it the rest can be played
	}
	h.Find = func(name string) (scenarios.Scenario, error) {
		if name == own.Name {
			return own, nil
		}
		return scenarios.Shipped(name)
	}
	same := func(s scenarios.Scenario) bool { return s.Name == own.Name }
	if i := slices.IndexFunc(h.Scenarios, same); i >= 0 {
		h.Scenarios[i] = own
	} else {
		h.Scenarios = append([]scenarios.Scenario{own}, h.Scenarios...)
	}
	return h, nil
}

// chosen is the scenario the command line names, or the one beside the page; ok
// is false if there is neither.
func chosen(o options) (s scenarios.Scenario, ok bool, err error) {
	if o.scenario != "" {
		s, err = scenarios.Find(o.scenario)
	} else if name, text, beside := window.Scenario(); beside {
		s, err = scenarios.Load(name+".yaml", text)
	} else {
		return s, false, nil
	}
	if err != nil {
		return s, false, err
	}
	s.Name = game.LogName(s.Name) // as its logs will ask for it
	return s, true, nil
}
