package compare

import (
	"slices"
	"strconv"

	"centricity/cmd/centricity-lab/internal/batch"
	"centricity/sim/experiment"
)

// FanMeasures are the columns of the table of rounds that are drawn.
var FanMeasures = []string{"customers", "revenue", "cash", "retention"}

// fanRuns is how many replications a fan is drawn from: more change nothing
// that can be seen.
const fanRuns = 2000

// A Fan is how a measure went over the rounds in the runs of one treatment:
// the values below which a share of the runs lies.
type Fan struct {
	Measure, Treatment string
	First              int                    // its first round
	Quantiles          [len(Shares)][]float64 // by share, then round
}

// Shares of the runs that a fan shows.
var Shares = [5]float64{0.05, 0.25, 0.5, 0.75, 0.95}

// Fans reads them from the table of rounds, measure by measure and treatment by
// treatment. There are none where the batch did not write rounds.
func Fans(folder batch.Folder) ([]Fan, error) {
	d := folder.Plan.Design
	if !d.Writes(batch.Rounds) {
		return nil, nil
	}
	t := newTreatments(d)
	first, rounds := 1, 0
	for _, c := range d.Cells {
		first, rounds = min(first, 1-c.Market.Start.History), max(rounds, c.Market.Rounds)
	}
	length := rounds - first + 1
	values := make([][]float64, len(FanMeasures)*len(t.names)*length) // a list of values each
	at := func(measure, treatment, round int) int {
		return (measure*len(t.names)+treatment)*length + round - first
	}
	cells := len(d.Cells)
	err := folder.Each(batch.Rounds, append([]string{"run", "replication", "round"}, FanMeasures...), func(v []string) error {
		run, err := strconv.Atoi(v[0])
		replication, err2 := strconv.Atoi(v[1])
		round, err3 := strconv.Atoi(v[2])
		if err != nil || err2 != nil || err3 != nil || run < 1 || run > folder.Plan.Runs() || round < first || round > rounds {
			return damaged(folder)
		}
		if replication > fanRuns {
			return nil
		}
		treatment := t.of[(run-1)%cells]
		for m := range FanMeasures {
			if v[3+m] == "" {
				continue
			}
			x, err := strconv.ParseFloat(v[3+m], 64)
			if err != nil {
				return damaged(folder)
			}
			k := at(m, treatment, round)
			values[k] = append(values[k], x)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var fans []Fan
	for m, measure := range FanMeasures {
		for k, name := range t.names {
			f := Fan{Measure: measure, Treatment: name, First: first}
			for round := first; round <= rounds; round++ {
				x := values[at(m, k, round)]
				slices.Sort(x)
				for i, share := range Shares {
					f.Quantiles[i] = append(f.Quantiles[i], experiment.Quantile(x, share))
				}
			}
			fans = append(fans, f)
		}
	}
	return fans, nil
}
