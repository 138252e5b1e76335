package main

import (
	"fmt"
	"math/rand/v2"

	"centricity/game"
	"centricity/game/screen"
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
		return h, err
	}
	h.Find = func(name string) (scenarios.Scenario, error) {
		if name == own.Name {
			return own, nil
		}
		return scenarios.Shipped(name)
	}
	if _, err := scenarios.Shipped(own.Name); err != nil {
		h.Scenarios = append(h.Scenarios, own)
	}
	return h, nil
}

// chosen is the scenario the command line names; ok is false if it names none.
func chosen(o options) (s scenarios.Scenario, ok bool, err error) {
	if o.scenario == "" {
		return s, false, nil
	}
	s, err = scenarios.Find(o.scenario)
	if err != nil {
		return s, false, fmt.Errorf("the scenario cannot be played:\n%w", err)
	}
	s.Name = game.LogName(s.Name) // as its logs will ask for it
	return s, true, nil
}
