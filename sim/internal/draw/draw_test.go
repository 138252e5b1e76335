package draw

import (
	"math"
	"testing"

	"centricity/sim/internal/rng"

	"github.com/stretchr/testify/require"
)

// TestUniformIsOpen: the ends are half a step inside, and mirrored.
func TestUniformIsOpen(t *testing.T) {
	require.Equal(t, 0x1p-53, Uniform(0))
	require.Equal(t, 1-0x1p-53, Uniform(math.MaxUint64))
	require.Equal(t, 0.5+0x1p-53, Uniform(1<<63))
	key := rng.NewKey(1, 1, 0)
	for i := range uint64(1000) {
		u := key.At(i, 0)
		require.Equal(t, 1-Uniform(u), Uniform(^u))
		require.Equal(t, -Normal(u), Normal(^u))
	}
}

// TestInversionIsMonotone compares neighbours one step of the uniform apart,
// everywhere and where the branches of the quantile meet.
func TestInversionIsMonotone(t *testing.T) {
	const step = 1 << 12
	words := []uint64{0, 1 << 62, 1<<63 - step, 1 << 63, math.MaxUint64 - 2*step}
	for _, seam := range []float64{0.075, 0.925, 1.3887943864964e-11, 1 - 1.3887943864964e-11} {
		for i := range uint64(2000) {
			words = append(words, uint64(seam*0x1p52)<<12+(i-1000)*step)
		}
	}
	key := rng.NewKey(1, 2, 0)
	for i := range uint64(20_000) {
		words = append(words, min(key.At(i, 0), math.MaxUint64-step))
	}
	for _, u := range words {
		require.Less(t, Uniform(u), Uniform(u+step), "%#x", u)
		require.Less(t, Normal(u), Normal(u+step), "%#x", u)
		require.LessOrEqual(t, Exponential(u), Exponential(u+step), "%#x", u)
	}
}

// TestPoissonCouples: with the same word, more probability or a larger mean
// never gives fewer events, and the draw takes exactly one word.
func TestPoissonCouples(t *testing.T) {
	key := rng.NewKey(1, 3, 0)
	means := []float64{0, 1e-300, 1e-9, 0.01, 0.5, 0.500001, 1, 3, 10, 29, 30}
	for id := range uint64(5000) {
		before := 0
		for _, mean := range means {
			s := key.Stream(id)
			k := Poisson(&s, mean)
			require.GreaterOrEqual(t, k, before, "mean %v", mean)
			require.Equal(t, key.At(id, 1), s.Uint64(), "one word was taken")
			before = k
		}
	}
	for _, mean := range means {
		before := 0
		for i := range 2000 {
			k := poissonInversion((float64(i)+0.5)/2000, mean)
			require.GreaterOrEqual(t, k, before)
			before = k
		}
		require.LessOrEqual(t, poissonInversion(1-0x1p-53, mean), 120)
	}
}

// TestParametersOutsideTheDomain: every float64 gives an answer, at once.
func TestParametersOutsideTheDomain(t *testing.T) {
	s := rng.NewKey(1, 4, 0).Stream(0)
	for _, zero := range []float64{0, math.Copysign(0, -1), -1, -1e300, math.Inf(-1), math.NaN()} {
		require.Zero(t, Poisson(&s, zero), "mean %v", zero)
		require.Zero(t, Gamma(&s, zero), "shape %v", zero)
	}
	for range 1000 {
		require.Zero(t, Poisson(&s, math.SmallestNonzeroFloat64))
		require.Zero(t, Gamma(&s, math.SmallestNonzeroFloat64))
		for _, large := range []float64{1e9, 1e10, math.MaxFloat64, math.Inf(1)} {
			require.InDelta(t, 1e9, Poisson(&s, large), 8*31623, "mean %v", large)
		}
		for _, large := range []float64{1e12, 1e13, math.MaxFloat64, math.Inf(1)} {
			require.InDelta(t, 1e12, Gamma(&s, large), 8e6, "shape %v", large)
		}
	}
}

// TestGoldenBits pins a million draws of each sampler on every architecture; a
// change is a change of the model and moves ModelVersion.
func TestGoldenBits(t *testing.T) {
	for n, c := range []struct {
		name   string
		sample func(s *rng.Stream, id uint64) float64
		want   uint64
	}{
		{"uniform", func(s *rng.Stream, _ uint64) float64 { return Uniform(s.Uint64()) }, 0x49beb745c3786b4b},
		{"normal", func(s *rng.Stream, _ uint64) float64 { return Normal(s.Uint64()) }, 0x278ba41e7b04f7a3},
		{"exponential", func(s *rng.Stream, _ uint64) float64 { return Exponential(s.Uint64()) }, 0x2b2d5081d82e269},
		{"poisson inverted", func(s *rng.Stream, id uint64) float64 { return float64(Poisson(s, float64(id%300)/10)) }, 0xbc081fae5221654},
		{"poisson rejected", func(s *rng.Stream, id uint64) float64 { return float64(Poisson(s, 30.5+float64(id%1000*(id%1000)))) }, 0xc32e342b87372148},
		{"gamma below 1", func(s *rng.Stream, id uint64) float64 { return Gamma(s, float64(id%100+1)/101) }, 0xa137a627aedfe9a6},
		{"gamma", func(s *rng.Stream, id uint64) float64 { return Gamma(s, 1+float64(id%1000)/16) }, 0x6fd49cffb61d49b9},
	} {
		t.Run(c.name, func(t *testing.T) {
			key := rng.NewKey(2, rng.Purpose(n), 0)
			hash := uint64(14695981039346656037) // FNV-1a, a word at a time
			for id := range uint64(1e6) {
				s := key.Stream(id)
				hash = (hash ^ math.Float64bits(c.sample(&s, id))) * 1099511628211
				hash = (hash ^ s.Uint64()) * 1099511628211 // and the number of words taken
			}
			require.Equal(t, c.want, hash, "got %#x", hash)
		})
	}
}

var sink float64

func BenchmarkDraw(b *testing.B) {
	for _, c := range []struct {
		name   string
		sample func(s *rng.Stream) float64
	}{
		{"Normal", func(s *rng.Stream) float64 { return Normal(s.Uint64()) }},
		{"Exponential", func(s *rng.Stream) float64 { return Exponential(s.Uint64()) }},
		{"Poisson 0.9", func(s *rng.Stream) float64 { return float64(Poisson(s, 0.9)) }},
		{"Poisson 20", func(s *rng.Stream) float64 { return float64(Poisson(s, 20)) }},
		{"Poisson 1000", func(s *rng.Stream) float64 { return float64(Poisson(s, 1000)) }},
		{"Gamma 0.5", func(s *rng.Stream) float64 { return Gamma(s, 0.5) }},
		{"Gamma 6.25", func(s *rng.Stream) float64 { return Gamma(s, 6.25) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := rng.NewKey(1, 2, 3).Stream(4)
			for range b.N {
				sink += c.sample(&s)
			}
		})
	}
}
