package policy_test

import (
	"testing"

	"centricity/sim"
	"centricity/sim/policy"
)

// BenchmarkRound is one round of the default market (20,000 people) under each
// built-in policy.
func BenchmarkRound(b *testing.B) {
	for _, name := range policy.Names() {
		b.Run(name, func(b *testing.B) {
			p, _ := policy.Named(name)
			start := newWorld(b)
			w := start.Clone()
			b.ReportAllocs()
			for b.Loop() {
				if w.Over() {
					b.StopTimer()
					w = start.Clone()
					b.StartTimer()
				}
				if _, err := w.Play(p(policy.Look(w))); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/20_000, "ns/person")
		})
	}
}

// BenchmarkNew is the birth of 20,000 people and four rounds of history.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newWorld(b)
	}
}

func newWorld(b *testing.B) *sim.World {
	w, err := sim.New(sim.DefaultMarket(), 1)
	if err != nil {
		b.Fatal(err)
	}
	return w
}
