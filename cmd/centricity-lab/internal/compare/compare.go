// Package compare reads what a batch wrote and tells its arms apart: paired
// differences, how sure they are, and what it bought to let every arm meet the
// same luck.
package compare

import (
	"fmt"
	"strconv"
	"strings"

	"centricity/cmd/centricity-lab/internal/batch"
	"centricity/scenarios"
	"centricity/sim/experiment"
)

// Measures are the columns of the table of runs that can be compared, those
// that are shown first at the front.
var Measures = []string{"company_value", "customer_equity", "cash", "revenue", "margin", "spending", "purchases", "won", "lost", "customers", "top_share"}

// A Comparison is what a batch says of its treatments.
type Comparison struct {
	Title        string     `json:"title"`
	Replications int        `json:"replications"`
	Against      string     `json:"against"` // the treatment that the others are compared with
	Treatments   []string   `json:"treatments"`
	Measures     []Measured `json:"measures"`
}

// Measured is one measure under every treatment.
type Measured struct {
	Measure     string       `json:"measure"`
	Means       []Mean       `json:"means"`       // by treatment, over replications
	Differences []Difference `json:"differences"` // from Against, by treatment but itself
}

// A Difference is between two treatments that share their luck, replication by
// replication. With several settings of the factors it is averaged over them
// within each replication first, so n counts replications.
type Difference struct {
	Treatment string `json:"treatment"`
	Mean
	Relative  float64 `json:"relative"`       // to the mean under Against
	Reduction float64 `json:"variance_saved"` // variance of a difference between independent runs, over that of this one; 0 if unknown
}

// treatments are what is compared: the arms, or with a single arm the settings
// of its factors.
type treatments struct {
	names []string
	of    []int // by cell
	cells int   // of each
}

func newTreatments(d scenarios.Design) treatments {
	t := treatments{of: make([]int, len(d.Cells))}
	for i, c := range d.Cells {
		if i == 0 || c.Arm != t.names[len(t.names)-1] {
			t.names = append(t.names, c.Arm)
		}
		t.of[i] = len(t.names) - 1
	}
	t.cells = len(d.Cells) / len(t.names)
	if len(t.names) > 1 {
		return t
	}
	t.names, t.cells = nil, 1
	for i, c := range d.Cells {
		var parts []string
		for k, f := range d.Factors {
			parts = append(parts, f.Path+" "+c.Settings[k])
		}
		t.names = append(t.names, strings.Join(parts, "; "))
		t.of[i] = i
	}
	if len(d.Factors) == 0 {
		t.names = []string{d.Cells[0].Arm}
	}
	return t
}

// Read compares the treatments of a finished batch with one of them; against is
// its name, empty for the first.
func Read(folder batch.Folder, measures []string, against string) (Comparison, error) {
	d := folder.Plan.Design
	t := newTreatments(d)
	base := 0
	if against != "" {
		base = -1
		for i, name := range t.names {
			if name == against {
				base = i
			}
		}
		if base < 0 {
			return Comparison{}, fmt.Errorf("there is no arm %q; the arms are %s", against, strings.Join(t.names, ", "))
		}
	}
	// x[measure][treatment][replication]: the mean over its cells
	x := make([][][]float64, len(measures))
	for m := range x {
		x[m] = make([][]float64, len(t.names))
		for k := range x[m] {
			x[m][k] = make([]float64, d.Replications)
		}
	}
	err := folder.Each(batch.Runs, append([]string{"cell", "replication"}, measures...), func(v []string) error {
		cell, err := strconv.Atoi(v[0])
		replication, err2 := strconv.Atoi(v[1])
		if err != nil || err2 != nil || cell < 1 || cell > len(d.Cells) || replication < 1 || replication > d.Replications {
			return damaged(folder)
		}
		for m := range measures {
			value, err := strconv.ParseFloat(v[2+m], 64)
			if err != nil {
				return damaged(folder)
			}
			x[m][t.of[cell-1]][replication-1] += value / float64(t.cells)
		}
		return nil
	})
	if err != nil {
		return Comparison{}, err
	}
	c := Comparison{Title: d.Title, Replications: d.Replications, Against: t.names[base], Treatments: t.names}
	for m, name := range measures {
		c.Measures = append(c.Measures, measured(name, t.names, x[m], base))
	}
	return c, nil
}

func damaged(f batch.Folder) error {
	return fmt.Errorf("the table of runs in %s has changed; 'centricity-lab verify %s' tells more", f.Dir, f.Dir)
}

func measured(name string, treatments []string, x [][]float64, base int) Measured {
	m := Measured{Measure: name}
	for _, values := range x {
		m.Means = append(m.Means, newMean(experiment.Summarise(values)))
	}
	for i, values := range x {
		if i == base {
			continue
		}
		d := Difference{Treatment: treatments[i], Mean: newMean(experiment.Paired(values, x[base]))}
		if mean := m.Means[base].Value; mean != 0 {
			d.Relative = d.Value / mean
		}
		if d.SD > 0 {
			a, b := m.Means[i].SD, m.Means[base].SD
			d.Reduction = (a*a + b*b) / (d.SD * d.SD)
		}
		m.Differences = append(m.Differences, d)
	}
	return m
}

// A Mean is an estimate with its 95 % interval.
type Mean struct {
	Value float64  `json:"mean"`
	SD    float64  `json:"sd"` // of one replication
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"` // nil: one replication says nothing of it
	N     int      `json:"n"`
}

func newMean(e experiment.Estimate) Mean {
	m := Mean{Value: e.Mean, SD: e.SD, N: e.N}
	if e.N > 1 {
		low, high := e.Interval()
		m.Low, m.High = &low, &high
	}
	return m
}
