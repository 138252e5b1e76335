package experiment_test

import (
	"math"
	"testing"

	"centricity/sim"
	"centricity/sim/experiment"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func one(t *testing.T, m sim.Market, c experiment.Claim, n int) experiment.Finding {
	f, err := experiment.Judge(m, []experiment.Claim{c}, experiment.Seeds(1, n), 0, nil)
	require.NoError(t, err)
	return f[0]
}

// TestJudge: claims that are true or false by construction are told apart.
func TestJudge(t *testing.T) {
	balanced := experiment.Way{Policy: "balanced"}
	rich := experiment.Way{Policy: "balanced", Where: []experiment.Setting{{Path: "price.unit_cost", Value: 10}}}
	risky := experiment.Way{Policy: "balanced", Where: []experiment.Setting{{Path: "product.jump", Value: 1.5}, {Path: "product.jump_spread"}}}
	sure := experiment.Way{Policy: "balanced", Where: []experiment.Setting{{Path: "product.launch_max", Value: 0}}}
	for _, c := range []struct {
		claim   experiment.Claim
		verdict experiment.Verdict
	}{
		{experiment.Claim{Kind: experiment.Higher, A: rich, B: balanced, Bound: .2}, experiment.Holds},
		{experiment.Claim{Kind: experiment.Higher, A: balanced, B: rich}, experiment.Fails},
		{experiment.Claim{Kind: experiment.Alike, A: balanced, B: balanced}, experiment.Holds},
		{experiment.Claim{Kind: experiment.Alike, A: rich, B: balanced, Bound: .05}, experiment.Fails},
		{experiment.Claim{Kind: experiment.Wider, A: risky, B: sure, Bound: 1}, experiment.Holds},
		{experiment.Claim{Kind: experiment.Wider, A: sure, B: risky, Bound: 1}, experiment.Fails},
		{experiment.Claim{Kind: experiment.AtLeast, Of: experiment.Knowledge, A: balanced, Bound: .1}, experiment.Holds},
		{experiment.Claim{Kind: experiment.AtMost, Of: experiment.Knowledge, A: balanced, Bound: .1}, experiment.Fails},
		{experiment.Claim{Kind: experiment.AtMost, Of: experiment.Knowledge, A: experiment.Way{Policy: "balanced", Without: []sim.Lever{sim.Insight}}}, experiment.Holds},
	} {
		f := one(t, town(), c.claim, 20)
		assert.Equal(t, c.verdict, f.Verdict, f)
		assert.Equal(t, c.verdict == experiment.Holds, f.Met, f)
		assert.LessOrEqual(t, f.Low, f.Measured)
		assert.GreaterOrEqual(t, f.High, f.Measured)
		assert.Equal(t, 20, f.N)
	}
}

// TestTheMeanHasStudentsInterval: the jackknife of a mean is the t interval.
func TestTheMeanHasStudentsInterval(t *testing.T) {
	claim := experiment.Claim{Kind: experiment.AtLeast, A: experiment.Way{Policy: "balanced"}}
	f := one(t, town(), claim, 12)
	runs := experiment.Play([]experiment.Arm{arms()[4]}, experiment.Seeds(1, 12), 0, nil)
	e := experiment.Summarise(experiment.Companies(runs[0]))
	low, high := e.Interval()
	assert.InEpsilon(t, e.Mean, f.Measured, 1e-12)
	assert.InEpsilon(t, low, f.Low, 1e-9)
	assert.InEpsilon(t, high, f.High, 1e-9)
}

// TestVerdictsAreRightAsOftenAsTheySay: the interval of a difference that is
// nothing covers it in 95 of 100 experiments, within three standard errors.
func TestVerdictsAreRightAsOftenAsTheySay(t *testing.T) {
	if testing.Short() {
		t.Skip("plays 3,200 games")
	}
	m := town()
	m.People, m.Rounds, m.Start.History = 100, 2, 0
	m.Heterogeneity = 0
	claim := experiment.Claim{Kind: experiment.Higher, A: experiment.Way{Policy: "customer-centric"}, B: experiment.Way{Policy: "customer-centric"}}
	wider := claim
	wider.Kind = experiment.Wider
	const experiments, n = 80, 20
	covered := 0
	var logs []float64
	for i := range experiments {
		x := values(t, m, uint64(1000*i), n)
		y := values(t, m, uint64(1_000_000+1000*i), n)
		f := claim.Judge(x, y)
		if f.Low <= 0 && f.High >= 0 {
			covered++
		}
		logs = append(logs, math.Log(wider.Judge(x, y).Measured))
	}
	expected, se := .95*experiments, math.Sqrt(experiments*.95*.05)
	assert.InDelta(t, expected, float64(covered), 3*se+.5)
	low, high := experiment.Summarise(logs).Interval()
	assert.True(t, low < .1 && high > -.1, "spreads of the same play: %v to %v", low, high)
}

func values(t *testing.T, m sim.Market, base uint64, n int) []float64 {
	arm, err := experiment.Way{Policy: "customer-centric"}.Arm(m)
	require.NoError(t, err)
	return experiment.Companies(experiment.Play([]experiment.Arm{arm}, experiment.Seeds(base, n), 0, nil)[0])
}

// TestWays: what a way to play changes, and nothing else, from its round on.
func TestWays(t *testing.T) {
	m := town()
	spend := func(w experiment.Way) (rounds [][sim.NumLevers]sim.Money) {
		arm, err := w.Arm(m)
		require.NoError(t, err)
		run := experiment.Play([]experiment.Arm{arm}, []uint64{1}, 1, nil)[0][0]
		require.NoError(t, run.Err)
		for _, r := range run.Reports[m.Start.History:] {
			rounds = append(rounds, r.Books.Spend)
		}
		return rounds
	}
	as := [sim.NumLevers]sim.Money{200_00, 200_00, 200_00, 200_00, 200_00}
	silent := as
	silent[sim.Insight] = 0
	assert.Equal(t, [][sim.NumLevers]sim.Money{as, as, silent, silent},
		spend(experiment.Way{Policy: "balanced", Without: []sim.Lever{sim.Insight}, From: 3}))
	two := [sim.NumLevers]sim.Money{sim.Acquisition: 500_00, sim.Product: 500_00}
	assert.Equal(t, two, spend(experiment.Way{Policy: "balanced", Only: []sim.Lever{sim.Acquisition, sim.Product}})[0])

	for says, w := range map[string]experiment.Way{
		`no built-in policy "x"`: {Policy: "x"},
		`no parameter "x"`:       {Policy: "balanced", Where: []experiment.Setting{{Path: "x"}}},
		`cannot be sorted by`:    {Policy: "balanced", Focus: "x"},
	} {
		_, err := experiment.Judge(m, []experiment.Claim{{Kind: experiment.AtLeast, A: w}}, experiment.Seeds(1, 2), 1, nil)
		assert.ErrorContains(t, err, says)
	}
}

// TestAgeRetentionIsTheShareOfCohorts: with nobody responding to anything and
// everyone alike, age makes no difference; where hazards differ it does.
func TestAgeRetentionIsTheShareOfCohorts(t *testing.T) {
	m := town()
	m.People, m.Rounds = 4000, 8
	m.Churn.Satisfaction, m.Churn.Utility, m.Churn.Fatigue, m.Churn.Retention = 0, 0, 0, 0
	m.Heterogeneity = 0
	claim := experiment.Claim{Kind: experiment.AtLeast, Of: experiment.AgeRetention, A: experiment.Way{Policy: "acquisition-first"}}
	assert.InDelta(t, 0, one(t, m, claim, 10).Measured, .01)
	m.Heterogeneity = 2
	assert.Greater(t, one(t, m, claim, 10).Measured, .05)
}
