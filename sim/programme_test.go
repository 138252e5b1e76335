package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// opened opens programmes on top of another change.
func opened(change func(*Market), list ...Programme) func(*Market) {
	return func(m *Market) {
		for _, p := range list {
			m.Programmes[p] = true
		}
		if change != nil {
			change(m)
		}
	}
}

// on puts all of a lever's money on one programme.
func on(p Programme, currency float64) Decision {
	d := spendOn(p.Lever(), currency)
	if !p.Base() {
		d.Programmes[p] = 1
	}
	return d
}

// TestProgrammesHaveTheirSign: each programme does what it is for, against the
// same money not spent, under common random numbers.
func TestProgrammesHaveTheirSign(t *testing.T) {
	all := opened(nil, Loyalty, SaveOffers, WinBack, Community, Development, Journey, Training, Personalisation,
		Interviews, Surveys, Listening, FrontLine, DataForReward)
	nothing := steady(t, all, Decision{})

	assert.Less(t, steady(t, all, on(Loyalty, 2000)).lost, nothing.lost, "a loyalty programme keeps customers")
	habit := opened(func(m *Market) { m.Retention.Habituation = 2 }, Loyalty)
	fresh := opened(func(m *Market) { m.Retention.Habituation = 0 }, Loyalty)
	assert.Less(t, steady(t, fresh, on(Loyalty, 2000)).lost, steady(t, habit, on(Loyalty, 2000)).lost, "until they get used to it")

	assert.Less(t, steady(t, all, on(SaveOffers, 2000)).lost, nothing.lost, "save offers keep who is leaving")
	assert.Greater(t, steady(t, all, on(WinBack, 2000)).won, nothing.won, "win-back wins back")
	assert.Greater(t, steady(t, all, on(Community, 8000)).won, nothing.won, "a community recommends")

	for _, p := range []Programme{Journey, Training} {
		assert.Greater(t, steady(t, all, on(p, 8000)).satisfaction, nothing.satisfaction, p)
	}
	for _, p := range []Programme{Interviews, Surveys, Listening, FrontLine} {
		assert.Greater(t, steady(t, all, on(p, 2000)).knowledge, nothing.knowledge, p)
	}
	deep, broad := steady(t, all, on(Interviews, 2000)), steady(t, all, on(Platform, 2000))
	assert.Less(t, deep.knowledge, broad.knowledge, "interviews reach few")

	both := spendOn(Insight, 4000)
	both.Programmes[Platform], both.Programmes[DataForReward] = 1, 1
	half := spendOn(Insight, 2000)
	assert.Greater(t, steady(t, all, both).knowledge, steady(t, all, half).knowledge, "rewards make purchases tell more")

	// Personalisation and development need knowledge to work on.
	known := func(p Programme, insight float64) Decision {
		d := on(p, 2000)
		d.Spend[Insight] = cents(insight)
		return d
	}
	informed, blind := steady(t, all, known(Personalisation, 8000)), steady(t, all, known(Personalisation, 0))
	assert.Greater(t, informed.satisfaction, blind.satisfaction, "who is not known cannot be fitted")
	uneasy := opened(func(m *Market) { m.Experience.Reactance = 5; m.Insight.Base = 100 }, Personalisation)
	easy := opened(func(m *Market) { m.Experience.Reactance = 0; m.Insight.Base = 100 }, Personalisation)
	extreme := known(Personalisation, 8000)
	extreme.Spend[Experience] = 100_000_00
	assert.Less(t, steady(t, uneasy, extreme).satisfaction, steady(t, easy, extreme).satisfaction, "nor wants to feel watched")

	revenue := func(p Programme, insight float64) float64 {
		m := small(4000)
		m.Budget.PerRound = 1e9
		all(&m)
		w := must(t, m, 1)
		for !w.Over() {
			_, err := w.Play(known(p, insight))
			require.NoError(t, err)
		}
		r, _ := w.Report()
		return r.Books.Revenue.Currency() / float64(r.Base.Closing())
	}
	assert.Greater(t, revenue(Development, 8000), revenue(CheckIns, 8000), "known customers buy more")
}

// TestTouchpointsDecayAndAreRepaired, the worst one first.
func TestTouchpointsDecayAndAreRepaired(t *testing.T) {
	m := small(200)
	m.Rounds = 20
	m.Experience.DefectGrowth = 0.1
	m.Programmes[Journey] = true
	w := must(t, m, 1)
	before := w.defects
	_, err := w.Play(on(Journey, 100))
	require.NoError(t, err)
	repaired := 0
	for k := range w.defects {
		if w.defects[k] < before[k] {
			repaired++
		}
	}
	assert.Equal(t, 1, repaired)
	neglected := must(t, m, 1)
	for range 10 {
		_, err := neglected.Play(Decision{})
		require.NoError(t, err)
	}
	assert.InDelta(t, 1+0.1*14, neglected.defects[0], 1e-9, "history included")
}

// TestListeningMistakesLoudnessForValue: the bias shows in who is ranked high.
func TestListeningMistakesLoudnessForValue(t *testing.T) {
	loudness := func(p Programme) float64 {
		m := small(4000)
		m.Budget.PerRound = 1e9
		m.Programmes[Listening] = true
		w := must(t, m, 1)
		for !w.Over() {
			_, err := w.Play(on(p, 4000))
			require.NoError(t, err)
		}
		var sum, n float64
		for id := range w.size() {
			q := w.person(id)
			k := w.reliability(q)
			if w.score(q, k, blur(k)) > 0.5 {
				sum += float64(q.z[signalOf[WOMInfluence]])
				n++
			}
		}
		return sum / n
	}
	assert.InDelta(t, 0, loudness(Platform), 0.1)
	assert.Greater(t, loudness(Listening), 0.15)
}

func TestClosedProgrammesAreRefused(t *testing.T) {
	w := must(t, small(100), 1)
	d := Decision{}
	d.Programmes[WinBack] = 1
	assert.ErrorContains(t, w.Check(d), "no win-back programme")
	d = Decision{}
	d.Programmes[Support] = 1
	assert.NoError(t, w.Check(d), "what a lever always does can be named")

	m := small(100)
	m.Programmes[SaveOffers], m.Churn.Silent = true, true
	assert.ErrorContains(t, m.Validate(), "save offers need to see who is leaving")
}

// TestUnopenedProgrammesChangeNothing: opening a programme and not paying for
// it leaves every bit of the people's lives as it was.
func TestUnopenedProgrammesChangeNothing(t *testing.T) {
	play := func(open bool) *World {
		m := small(1000)
		for i := range m.Programmes {
			m.Programmes[i] = open
		}
		w := must(t, m, 1)
		for !w.Over() {
			_, err := w.Play(spendOn(Retention, 500))
			require.NoError(t, err)
		}
		return w
	}
	closed, open := play(false), play(true)
	for id := range open.size() {
		open.person(id).covered = 0 // drawn only where it can matter
	}
	assert.Equal(t, closed.people, open.people)
	assert.Equal(t, closed.cash, open.cash)
}

// TestTrialsReadOutTheirEffect: with groups that differ only in the treatment
// the interval covers no effect where there is none, and finds a real one.
func TestTrialsReadOutTheirEffect(t *testing.T) {
	run := func(strength float64, seed uint64) Readout {
		m := small(20_000)
		m.Start.Customers = 0.8
		m.Churn.Retention = strength
		w := must(t, m, seed)
		d := Decision{Spend: [NumLevers]Money{Retention: 20_000_00}, Trial: Trial{Retention, 3000}}
		r, err := w.Play(d)
		require.NoError(t, err)
		require.NotNil(t, r.Trial)
		assert.InDelta(t, 0.3, float64(r.Trial.Control.Customers)/float64(r.Base.Opening), 0.02)
		assert.Equal(t, r.Base.Opening, r.Trial.Control.Customers+r.Trial.Treated.Customers)
		return *r.Trial
	}
	covered, found := 0, 0
	for seed := range uint64(20) {
		low, high := run(0, seed).Retention().Interval()
		if low <= 0 && 0 <= high {
			covered++
		}
		if low, _ := run(3, seed).Retention().Interval(); low > 0 {
			found++
		}
	}
	assert.GreaterOrEqual(t, covered, 17, "95 % of 20")
	assert.GreaterOrEqual(t, found, 18)

	w := must(t, small(100), 1)
	assert.ErrorContains(t, w.Check(Decision{Trial: Trial{Product, 1000}}), "not of product")
	assert.ErrorContains(t, w.Check(Decision{Trial: Trial{Retention, 9500}}), "outside 0 to 90 %")
}

// TestDecilesRegressToTheMean: last round's best tenth spends less this round,
// and less so where customers differ more.
func TestDecilesRegressToTheMean(t *testing.T) {
	w := must(t, small(4000), 1)
	_, err := w.Play(Decision{})
	require.NoError(t, err)
	r, err := w.Play(Decision{})
	require.NoError(t, err)
	customers := 0
	for _, d := range r.Deciles {
		customers += d.Customers
	}
	assert.Equal(t, r.Base.Opening, customers)
	best, worst := r.Deciles[0], r.Deciles[9]
	assert.Less(t, best.Now, best.Before)
	assert.Greater(t, worst.Now, worst.Before)
	assert.Greater(t, best.Now, worst.Now, "yet they differ")
}

func TestLoyalIsLessThanRetained(t *testing.T) {
	w := must(t, small(4000), 1)
	r, err := w.Play(Decision{})
	require.NoError(t, err)
	assert.Positive(t, r.Survey.Loyal)
	assert.Less(t, r.Survey.Loyal, r.Survey.Asked)
	mean, se := r.Survey.CSAT()
	assert.Greater(t, mean, 1.0)
	assert.Less(t, mean, 5.0)
	assert.Positive(t, se)
	standings := CXAgainstCLV(r.Survey, w.Records())
	assert.Len(t, standings, r.Survey.Asked)
	for _, x := range standings {
		assert.True(t, x.CSAT >= 1 && x.CSAT <= 5 && x.Value > 0)
	}
	scores := ScoreRFM(w.Records(), float64(w.Round()))
	assert.Len(t, scores, r.Base.Closing())
	for _, s := range scores {
		for _, x := range []int{s.Recency, s.Frequency, s.Monetary} {
			assert.True(t, x >= 1 && x <= 5)
		}
	}
}
