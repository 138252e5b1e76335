package debrief

import (
	"centricity/sim"
	"centricity/sim/policy"
)

// A Player is what a built-in player made of the same game: the same customers
// and the same luck, so a difference in the result is a difference in decisions.
type Player struct {
	Name    string
	Centric bool // one of the three strategies every game is compared with
	Value   sim.Value
	Reports []sim.Report // history included
}

// challenge is the task in which a built-in player plays the game.
func (d *Debrief) challenge(i int, name string) task {
	g := d.Game
	return task{g.whole(), func(rest rests) error {
		p, _ := policy.Named(name)
		w, err := g.one(g.Seed, p, rest)
		if err != nil {
			return err
		}
		d.keep(func() { d.players[i] = &Player{name, i < len(policy.Centric()), w.Value(), w.Reports()} })
		return nil
	}}
}
