package experiment_test

import (
	"flag"
	"testing"

	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func town() sim.Market {
	m := sim.DefaultMarket()
	m.People, m.Rounds = 1000, 4
	m.Budget.PerRound = 1000_00
	m.Start.Incumbent = sim.Decision{}
	return m
}

func arms() (arms []experiment.Arm) {
	for _, name := range policy.Names() {
		p, _ := policy.Named(name)
		arms = append(arms, experiment.Arm{Name: name, Market: town(), Policy: p})
	}
	return arms
}

// TestRunsDoNotDependOnWorkers: the same rows in the same order.
func TestRunsDoNotDependOnWorkers(t *testing.T) {
	seeds := experiment.Seeds(7, 3)
	one := experiment.Play(arms(), seeds, 1, nil)
	finished := 0
	four := experiment.Play(arms(), seeds, 4, func(n, all int) { finished = n; assert.Equal(t, 21, all) })
	assert.Equal(t, one, four)
	assert.Equal(t, 21, finished)
	for _, runs := range one {
		for _, r := range runs {
			require.NoError(t, r.Err)
		}
	}
}

// contrastSeeds are few for a test; the benchmark takes enough to tell the ratio
// of two variances to a tenth.
var contrastSeeds = flag.Int("contrast-seeds", 30, "seeds of the contrast under common random numbers")

// TestCommonRandomNumbersSharpenAContrast: the difference a 1 % price change
// makes has far less variance between runs that share their luck.
func TestCommonRandomNumbersSharpenAContrast(t *testing.T) {
	at := func(percent sim.Money) experiment.Arm {
		d := sim.Decision{Price: 36 * percent, Spend: [sim.NumLevers]sim.Money{sim.Acquisition: 800_00}}
		return experiment.Arm{Market: town(), Policy: policy.Schedule([]sim.Decision{d})}
	}
	n := *contrastSeeds
	runs := experiment.Play([]experiment.Arm{at(100), at(101)}, experiment.Seeds(1, n), 0, nil)
	other := experiment.Play([]experiment.Arm{at(101)}, experiment.Seeds(1000, n), 0, nil)
	common := experiment.Paired(experiment.Companies(runs[1]), experiment.Companies(runs[0]))
	independent := experiment.Paired(experiment.Companies(other[0]), experiment.Companies(runs[0]))
	ratio := independent.SD * independent.SD / (common.SD * common.SD)
	t.Logf("variance falls %.0f-fold", ratio)
	assert.Greater(t, ratio, 20.0)
}

// TestIntervalsCover: t quantiles against tables.
func TestIntervalsAreStudents(t *testing.T) {
	for n, q := range map[int]float64{2: 12.706, 5: 2.776, 11: 2.228, 24: 2.069, 200: 1.972} {
		e := experiment.Estimate{Mean: 0, SD: 1, N: n}
		_, high := e.Interval()
		assert.InEpsilon(t, q, high/e.SE(), 0.005, "n = %d", n)
	}
}

// TestSearchBeatsEveryBuiltInPolicyOnItsSeeds and finds the same again.
func TestSearchBeatsEveryBuiltInPolicyOnItsSeeds(t *testing.T) {
	if testing.Short() {
		t.Skip("plays several thousand games")
	}
	seeds := experiment.Seeds(3, 2)
	s := experiment.Search{Market: town(), Seeds: seeds, Candidates: 60, Elite: 10, Rounds: 12}
	found, err := s.Run()
	require.NoError(t, err)
	for i, runs := range experiment.Play(arms(), seeds, 0, nil) {
		assert.Greater(t, found.Value.Mean, experiment.Summarise(experiment.Companies(runs)).Mean, policy.Names()[i])
	}
	for i := 1; i < len(found.Curve); i++ {
		assert.GreaterOrEqual(t, found.Curve[i], found.Curve[i-1])
	}
	s.Workers = 3
	again, err := s.Run()
	require.NoError(t, err)
	assert.Equal(t, found.Decision, again.Decision)
}
