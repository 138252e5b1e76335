package screen_test

import (
	"testing"

	"centricity/game"
	"centricity/sim"
)

// BenchmarkStep is what the longest pieces of work cost that fall into one
// frame: opening a world, playing a round.
func BenchmarkStep(b *testing.B) {
	s := shipped(b)[1]
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			if _, err := sim.New(s.Market, 1); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("round", func(b *testing.B) {
		g, err := game.Start(s, 1, &game.Memory{})
		if err != nil {
			b.Fatal(err)
		}
		for !g.Over() {
			if _, err := g.Commit(); err != nil {
				b.Fatal(err)
			}
		}
		c := game.NewContest()
		for b.Loop() {
			if c.Done() {
				c = game.NewContest()
			}
			if err := c.Step(g); err != nil {
				b.Fatal(err)
			}
		}
	})
}
