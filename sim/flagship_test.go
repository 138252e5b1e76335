package sim_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
	"testing"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"

	"github.com/stretchr/testify/require"
)

// flagship is the music shop with a number of people and a budget to match,
// long enough for any benchmark.
func flagship(tb testing.TB, people int) sim.Market {
	s, err := scenarios.Shipped("music-shop")
	require.NoError(tb, err)
	m := s.Market
	scale := float64(people) / float64(m.People)
	m.People, m.Rounds = people, 200
	m.Budget.PerRound = sim.Money(float64(m.Budget.PerRound) * scale)
	for i := range m.Start.Incumbent.Spend {
		m.Start.Incumbent.Spend[i] = sim.Money(float64(m.Start.Incumbent.Spend[i]) * scale)
	}
	return m
}

// centric is what the customer-centric policy decides in every round of it.
func centric(w *sim.World) sim.Decision { return policy.CustomerCentric(policy.Look(w)) }

// BenchmarkFlagship is one round of the whole model, by people, workers, and
// whether by the plain phases.
func BenchmarkFlagship(b *testing.B) {
	for _, people := range []int{200, 10_000, 100_000, 1_000_000, 10_000_000} {
		for _, how := range []struct {
			name    string
			workers int
			plain   bool
		}{{"1", 1, false}, {"2", 2, false}, {"plain", 1, true}} {
			b.Run(fmt.Sprintf("people=%d/%s", people, how.name), func(b *testing.B) {
				m := flagship(b, people)
				m.Rounds = 13
				start := sim.NewUnchecked(m, 1, 2, how.plain)
				start.Workers(how.workers)
				d, active, played := centric(start), 0, 0
				begin := func() *sim.World { // a clone makes what it works in during its first round
					w := start.Clone()
					_, err := w.Play(d)
					require.NoError(b, err)
					return w
				}
				w := begin()
				b.ReportAllocs()
				used := 0.0
				for b.Loop() {
					began := cpu()
					if _, err := w.Play(d); err != nil {
						b.Fatal(err)
					}
					b.StopTimer()
					used += cpu() - began
					active += w.Active()
					played++
					if w.Over() {
						w = begin()
					}
					b.StartTimer()
				}
				each := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
				b.ReportMetric(each/float64(people), "ns/person")
				b.ReportMetric(used/float64(played)/float64(people), "cpu-ns/person")
				b.ReportMetric(each*float64(played)/float64(active), "ns/active")
				b.ReportMetric(float64(active)/float64(played)/float64(people), "active")
			})
		}
	}
}

// BenchmarkFloor streams the same people and takes the draws, nothing else.
func BenchmarkFloor(b *testing.B) {
	for _, people := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
		b.Run(fmt.Sprintf("people=%d", people), func(b *testing.B) {
			w := sim.NewUnchecked(flagship(b, people), 1, 2, false)
			var sum uint64
			round := 0
			for b.Loop() {
				sum += w.Floor(round)
				round++
			}
			runtime.KeepAlive(sum)
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(people), "ns/person")
		})
	}
}

// BenchmarkReplication is a small study's replication, 5,000 people for 12
// rounds after 8 of history, with its set-up and without.
func BenchmarkReplication(b *testing.B) {
	m := flagship(b, 5000)
	m.Rounds = 12
	play := func(w *sim.World) {
		for d := centric(w); !w.Over(); {
			if _, err := w.Play(d); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.Run("births", func(b *testing.B) {
		m := m
		m.Start.History = 0
		for b.Loop() {
			sim.NewUnchecked(m, 1, 1, false)
		}
	})
	b.Run("births and history", func(b *testing.B) {
		for b.Loop() {
			sim.NewUnchecked(m, 1, 1, false)
		}
	})
	b.Run("clone", func(b *testing.B) {
		w := sim.NewUnchecked(m, 1, 1, false)
		for b.Loop() {
			w.Clone()
		}
	})
	b.Run("rounds", func(b *testing.B) {
		start := sim.NewUnchecked(m, 1, 1, false)
		for b.Loop() {
			play(start.Clone())
		}
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			play(sim.NewUnchecked(m, 1, 1, false))
		}
	})
}

// TestNothingIsAllocatedInARound but what the report keeps, whose memory is
// taken for 16 rounds at a time.
func TestNothingIsAllocatedInARound(t *testing.T) {
	w, err := sim.New(flagship(t, 2000), 1)
	require.NoError(t, err)
	d := centric(w)
	for range 40 {
		_, err := w.Play(d)
		require.NoError(t, err)
	}
	allocations := testing.AllocsPerRun(100, func() {
		_, err := w.Play(d)
		require.NoError(t, err)
	})
	require.LessOrEqual(t, allocations, 1.0)
}

var twin = flag.String("twin", "", "write what sim/bench/twin.py needs into this file")

// TestTwin writes the flagship's parameters, the decision, and what the engine
// makes of them over seeds, for the NumPy twin to play and compare.
func TestTwin(t *testing.T) {
	if *twin == "" {
		t.Skip("writes a file for sim/bench/twin.py only where -twin names it")
	}
	m := flagship(t, 20_000)
	parameters := map[string]float64{}
	for _, p := range sim.MarketParameters {
		parameters[p.Path] = p.Get(&m)
	}
	require.Len(t, m.Segments, 1)
	for _, p := range sim.SegmentParameters {
		parameters["segment."+p.Path] = p.Get(&m.Segments[0])
	}
	for i := range m.Channels {
		for _, p := range sim.ChannelParameters {
			parameters[fmt.Sprintf("channel.%d.%s", i, p.Path)] = p.Get(&m.Channels[i])
		}
	}
	const rounds = 12
	var runs [][]map[string]float64
	var d sim.Decision
	for seed := range uint64(24) {
		w := sim.NewUnchecked(m, seed, 1, false)
		d = centric(w)
		var run []map[string]float64
		for range rounds {
			r, err := w.Play(d)
			require.NoError(t, err)
			run = append(run, map[string]float64{
				"active": float64(w.Active()), "closing": float64(r.Base.Closing()), "won": float64(r.Base.New()),
				"revenue": r.Books.Revenue.Currency(), "purchases": float64(r.Books.Purchases),
				"gini": r.Concentration.Gini, "top share": r.Concentration.TopShare, "knowledge": r.Knowledge,
				"churned": float64(r.Base.Churned), "returned": float64(r.Base.Returned), "lapsed": float64(r.Base.Lapsed),
				"goods": r.Books.CostOfGoods.Currency(), "best decile": r.Deciles[0].Now.Currency(), "cherished": float64(r.Stages[sim.Cherish]),
				"joins by luck": r.Why.Joins[sim.CauseLuck].Count(), "joins by price": r.Why.Joins[sim.CausePrice].Count(),
			})
		}
		runs = append(runs, run)
	}
	data, err := json.Marshal(map[string]any{
		"parameters": parameters, "channels": len(m.Channels), "correlations": m.Segments[0].Correlations,
		"decision": d, "incumbent": m.Start.Incumbent, "runs": runs,
	})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(*twin, data, 0o644))
}
