package validation

import (
	"fmt"

	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/internal/exact"
)

// advertising is the elasticity of revenue in acquisition spending, held a
// tenth higher or lower from the first played round on (Sethuraman, Tellis &
// Briesch 2011: .12 short-run, .24 long-run).
func advertising(s Size) (rows []Row) {
	const rounds = 16
	var e [rounds][]float64
	span := exact.Log(1.1 / 0.9)
	for seed := range uint64(s.Seeds / 4) {
		m := town(s.Town)
		m.Rounds = rounds
		w := begin(m, seed+1)
		less, more := revenueAt(w.Clone(), 0.9), revenueAt(w, 1.1)
		for i := range e {
			e[i] = append(e[i], exact.Log(more[i]/less[i])/span)
		}
	}
	for _, c := range []struct {
		rounds int
		want   Want
	}{{2, about(.1, .05, .15)}, {4, about(.1, .05, .15)}, {16, about(.25, .2, .3)}} {
		rows = append(rows, row(fmt.Sprintf("advertising elasticity of revenue over %d rounds", c.rounds), c.want, experiment.Summarise(e[c.rounds-1]), ""))
	}
	return rows
}

// revenueAt plays with a multiple of the incumbent's acquisition spending and
// returns revenue up to the end of each round [currency].
func revenueAt(w *sim.World, multiple float64) (sums []float64) {
	d := w.Market().Start.Incumbent
	d.Spend[sim.Acquisition] = scaled(d.Spend[sim.Acquisition], multiple)
	sum := 0.0
	for _, r := range finish(w, d) {
		sum += r.Books.Revenue.Currency()
		sums = append(sums, sum)
	}
	return sums
}
