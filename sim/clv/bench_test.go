package clv

import (
	"math"
	"testing"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/rng"
)

// dated makes customers of an assumed firm: first purchases spread over weeks,
// observed to the same day, times in whole days as a log has them.
func dated(customers int, weeks float64) Base {
	key := rng.NewKey(2, 0, 0)
	until := make([]float64, customers)
	for i := range until {
		s := key.Stream(uint64(i))
		until[i] = (weeks*7 - math.Floor(draw.Uniform(s.Uint64())*12*7)) / 7
	}
	b := BGNBD{R: 0.243, Alpha: 4.414, A: 0.793, B: 2.426}.Simulate(1, until)
	for i, s := range b {
		b[i].Last = math.Ceil(s.Last*7) / 7
	}
	return b
}

func BenchmarkFitBGNBD(b *testing.B) {
	base, _ := cdnow(b)
	for b.Loop() {
		if _, err := FitBGNBD(base); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFitBGNBDMillion(b *testing.B) {
	base := dated(1_000_000, 39)
	b.ReportMetric(float64(len(Compress(base))), "distinct")
	for b.Loop() {
		if _, err := FitBGNBD(base); err != nil {
			b.Fatal(err)
		}
	}
}
