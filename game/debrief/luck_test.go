package debrief_test

import (
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"centricity/game/debrief"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// The distribution holds the team's own result, and for every other seed what
// the same decisions bring there.
func TestTheSameDecisionsWithOtherLuck(t *testing.T) {
	s := worlds(t)[0]
	g := finished(t, s)
	const n = 12
	l, all := whole(t, g, debrief.Options{Parts: debrief.Fortune, Seeds: n, Yard: 3}).Luck()
	require.True(t, all)
	require.Len(t, l.Values, n)
	assert.Equal(t, g.Value.Company(), l.Own())
	assert.Equal(t, g.Value.Company(), l.Values[0])

	arms := []experiment.Arm{{Market: s.Market, Policy: policy.Schedule(g.Decisions)}}
	for _, name := range policy.Centric() {
		p, _ := policy.Named(name)
		arms = append(arms, experiment.Arm{Market: s.Market, Policy: p})
	}
	runs := experiment.Play(arms, experiment.Seeds(g.Seed, n), 1, nil)
	var values [][]float64
	for _, arm := range runs {
		values = append(values, experiment.Companies(arm[:3]))
	}
	for i, r := range runs[0] {
		assert.Equal(t, r.Value.Company(), l.Values[i])
	}
	fan := l.Fan(g)
	require.Len(t, fan.Series, 2)
	own := runs[0][0].Reports
	for i := range g.Rounds() {
		assert.EqualValues(t, own[len(own)-g.Rounds()+i].Base.Closing(), fan.Series[0].Values[i], "the own game")
		low, high := fan.Series[1].Low[i], fan.Series[1].High[i]
		assert.LessOrEqual(t, low, fan.Series[1].Values[i])
		assert.LessOrEqual(t, fan.Series[1].Values[i], high)
		var least, most float64 = math.Inf(1), 0
		for _, game := range l.Customers { // with a dozen games the band is from the least to the most
			least, most = min(least, float64(game[i])), max(most, float64(game[i]))
		}
		assert.Equal(t, [2]float64{least, most}, [2]float64{low, high})
	}
	shares, ok := debrief.Split(values)
	require.True(t, ok)
	assert.Equal(t, shares, *l.Shares)
	below := 0.0
	for _, v := range l.Values[1:] {
		if v < l.Own() {
			below++
		}
	}
	assert.InDelta(t, (below+0.5)/n, l.Percentile(), 1e-12)
	assert.Equal(t, l.Own()-l.Quantile(0.5), l.Chance())
}

// Where the seed makes no difference everything is skill; where players make
// none, nothing is; and the parts are always the whole.
func TestSplit(t *testing.T) {
	for name, c := range map[string]struct {
		values [][]float64
		want   debrief.Shares
	}{
		"all skill":       {[][]float64{{1, 1}, {3, 3}}, debrief.Shares{Skill: 1}},
		"all common luck": {[][]float64{{1, 3}, {1, 3}}, debrief.Shares{Common: 1}},
		"all own luck":    {[][]float64{{1, 3}, {3, 1}}, debrief.Shares{Own: 1}},
		"half and half":   {[][]float64{{0, 2}, {2, 4}}, debrief.Shares{Skill: 0.5, Common: 0.5}},
	} {
		got, ok := debrief.Split(c.values)
		assert.True(t, ok, name)
		assert.InDelta(t, c.want.Skill, got.Skill, 1e-12, name)
		assert.InDelta(t, c.want.Common, got.Common, 1e-12, name)
		assert.InDelta(t, c.want.Own, got.Own, 1e-12, name)
	}
	for _, nothing := range [][][]float64{nil, {{1, 2}}, {{1}, {2}}, {{1, 1}, {1, 1}}} {
		_, ok := debrief.Split(nothing)
		assert.False(t, ok)
	}
	rapid.Check(t, func(t *rapid.T) {
		seeds := rapid.IntRange(2, 6).Draw(t, "seeds")
		values := rapid.SliceOfN(rapid.SliceOfN(rapid.Float64Range(-1e6, 1e6), seeds, seeds), 2, 6).Draw(t, "values")
		s, ok := debrief.Split(values)
		if !ok {
			return
		}
		require.InDelta(t, 1, s.Skill+s.Luck(), 1e-9)
		require.GreaterOrEqual(t, min(s.Skill, s.Common, s.Own), 0.0)
	})
}

// A round at a time, on one worker or on several, with any luck about who
// finishes first: the same debrief.
func TestAnyNumberOfWorkers(t *testing.T) {
	g := finished(t, worlds(t)[2])
	o := debrief.Options{Seeds: 5, Yard: 2}
	type told struct {
		story   *debrief.Story
		players []debrief.Player
		levers  []debrief.LeverWorth
		turning []debrief.Outcome
		luck    debrief.Luck
		rounds  int
	}
	tell := func(d *debrief.Debrief) (x told) {
		x.story, _ = d.Story()
		x.players, _ = d.Players()
		x.levers, _ = d.Levers()
		x.turning, _ = d.Turning()
		x.luck, _ = d.Luck()
		x.rounds, _ = d.Progress()
		return x
	}
	stepped := debrief.New(g, o)
	last := 0
	for !stepped.Done() {
		require.NoError(t, stepped.Step())
		done, all := stepped.Progress()
		require.GreaterOrEqual(t, done, last)
		require.LessOrEqual(t, done, all)
		last = done
	}
	want := tell(stepped)
	require.NotNil(t, want.story)
	require.NotEmpty(t, want.turning)
	for _, workers := range []int{1, 3} {
		d := debrief.New(g, o)
		told := 0
		require.NoError(t, d.Run(context.Background(), workers, func(done, all int) {
			require.Greater(t, done, told, "it only goes forward")
			told = done
		}))
		require.True(t, assert.ObjectsAreEqual(want, tell(d)), "%d workers", workers)
	}
}

// What is stopped says so, and keeps what it had.
func TestStop(t *testing.T) {
	g := finished(t, worlds(t)[0])
	d := debrief.New(g, debrief.Options{Parts: debrief.Fortune, Seeds: 50, Yard: -1})
	for range 30 {
		require.NoError(t, d.Step())
	}
	d.Stop()
	require.ErrorIs(t, d.Step(), debrief.ErrStopped)
	require.True(t, d.Done())
	l, all := d.Luck()
	require.False(t, all)
	require.NotEmpty(t, l.Values)
	require.Less(t, len(l.Values), 50)
	require.Nil(t, l.Shares)

	ctx, cancel := context.WithCancel(context.Background())
	d = debrief.New(g, debrief.Options{Parts: debrief.Fortune, Seeds: 50, Yard: -1})
	require.ErrorIs(t, d.Run(ctx, 2, func(done, _ int) {
		if done == 10 {
			cancel()
		}
	}), debrief.ErrStopped)
	done, all2 := d.Progress()
	require.Less(t, done, all2)
	_, ok := debrief.New(g, debrief.Options{}).Luck()
	require.False(t, ok, "nothing is told before it is there")
}

// Quantiles are values of the distribution, in order.
func TestQuantiles(t *testing.T) {
	l := debrief.Luck{Values: []sim.Money{5, 1, 4, 2, 3}}
	assert.Equal(t, sim.Money(1), l.Quantile(0))
	assert.Equal(t, sim.Money(3), l.Quantile(0.5))
	assert.Equal(t, sim.Money(5), l.Quantile(1))
	assert.InDelta(t, 0.9, l.Percentile(), 1e-12)
}
