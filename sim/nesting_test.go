package sim

import (
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// benchmarkPeople is how many customers the nesting tests follow: 50,000 in the
// suite, 10⁶ where CENTRICITY_VALIDATE is set (make validate).
func benchmarkPeople() int {
	if os.Getenv("CENTRICITY_VALIDATE") != "" {
		return 1_000_000
	}
	return 50_000
}

// repeats plays a market in which everyone is a customer from the start and
// nobody responds to anything, and returns the mean number of repeat purchases
// after the last round, its standard error, and the share with none.
func repeats(t *testing.T, m Market) (mean, se, none float64) {
	w := must(t, m, 2026)
	for !w.Over() {
		_, err := w.Play(Decision{})
		require.NoError(t, err)
	}
	n := float64(w.size())
	var sum, squares float64
	for id := range w.size() {
		x := float64(w.person(id).purchases)
		sum, squares = sum+x, squares+x*x
		if x == 0 {
			none += 1 / n
		}
	}
	mean = sum / n
	return mean, math.Sqrt((squares/n - mean*mean) / n), none
}

// TestNestedModels: with every response off the market is the model that its
// clock and marginals make it, and meets the closed forms within 4 standard
// errors (model section 13; published parameters on CDNOW, in weeks).
func TestNestedModels(t *testing.T) {
	for _, c := range []struct {
		name         string
		clock        Clock
		rate, hazard Marginal // per week
		weeks        float64
		rounds       int
		mean, none   float64 // closed form; none 0 where it is not stated
	}{
		{"BG/NBD", PerTransaction, gammaWeekly(.243, 4.414), Marginal{Family: Beta, A: .793, B: 2.426}, 10, 1, .4324134, 0},
		{"BG/NBD", PerTransaction, gammaWeekly(.243, 4.414), Marginal{Family: Beta, A: .793, B: 2.426}, 39, 3, 1.1967232, .573786},
		{"BG/NBD", PerTransaction, gammaWeekly(.243, 4.414), Marginal{Family: Beta, A: .793, B: 2.426}, 78, 6, 1.8605191, 0},
		{"Pareto/NBD", Continuous, gammaWeekly(.553, 10.578), gammaWeekly(.606, 11.669), 10, 1, .4276, 0},
		{"Pareto/NBD", Continuous, gammaWeekly(.553, 10.578), gammaWeekly(.606, 11.669), 39, 3, 1.2130, 0},
		{"Pareto/NBD", Continuous, gammaWeekly(.553, 10.578), gammaWeekly(.606, 11.669), 78, 6, 1.9094, 0},
		{"NBD", Continuous, gammaWeekly(.553, 10.578), Marginal{}, 39, 1, .553 / 10.578 * 39, math.Pow(10.578/(10.578+39), .553)},
	} {
		m := unresponsive(benchmarkPeople())
		m.Rounds, m.Churn.Clock = c.rounds, c.clock
		round := c.weeks / float64(c.rounds)
		c.rate.B /= round
		if c.hazard.Family == Gamma {
			c.hazard.B /= round
		}
		m.Segments[0].Traits[PurchaseRate], m.Segments[0].Traits[ChurnHazard] = c.rate, c.hazard
		mean, se, none := repeats(t, m)
		assert.InDelta(t, c.mean, mean, 4*se+5e-5, "%s: E[X(%v)]", c.name, c.weeks)
		if c.none > 0 {
			n := float64(m.People)
			assert.InDelta(t, c.none, none, 4*math.Sqrt(c.none*(1-c.none)/n), "%s: P(X(%v) = 0)", c.name, c.weeks)
		}
	}
}

func gammaWeekly(shape, rate float64) Marginal { return Marginal{Family: Gamma, A: shape, B: rate} }

// TestSurvivalIsShiftedBetaGeometric: S(t) = B(α, β+t)/B(α, β) for the two
// contractual segments of Fader & Hardie (2007).
func TestSurvivalIsShiftedBetaGeometric(t *testing.T) {
	for _, c := range []struct{ alpha, beta float64 }{{.7041, 1.1820}, {.6681, 3.8061}} {
		m := unresponsive(benchmarkPeople())
		m.Rounds = 12
		m.Segments[0].Traits[ChurnHazard] = Marginal{Family: Beta, A: c.alpha, B: c.beta}
		w := must(t, m, 3)
		want, n := 1.0, float64(m.People)
		for year := range 12 {
			r, err := w.Play(Decision{})
			require.NoError(t, err)
			want *= (c.beta + float64(year)) / (c.alpha + c.beta + float64(year))
			se := math.Sqrt(want * (1 - want) / n)
			assert.InDelta(t, want, float64(r.Base.Closing())/n, 4*se, "S(%d) at α %v β %v", year+1, c.alpha, c.beta)
		}
	}
}

// TestRoundsShrinkToParetoNBD: the periodic model's expected repeats over 39
// weeks, relative to Pareto/NBD, fall to 1 as rounds shrink (Jerath, Fader &
// Hardie 2011).
func TestRoundsShrinkToParetoNBD(t *testing.T) {
	const pareto = 1.2130
	for _, c := range []struct {
		rounds int
		ratio  float64
	}{{3, 1.192}, {6, 1.090}, {12, 1.043}, {39, 1.013}} {
		m := unresponsive(benchmarkPeople())
		m.Rounds = c.rounds
		round := 39 / float64(c.rounds)
		m.Segments[0].Traits[PurchaseRate] = gammaWeekly(.553, 10.578/round)
		m.Segments[0].Traits[ChurnHazard] = gammaWeekly(.606, 11.669/round)
		mean, se, _ := repeats(t, m)
		assert.InDelta(t, c.ratio, mean/pareto, 4*se/pareto+1e-3, "%d rounds", c.rounds)
	}
}

// TestSpendIsGammaGamma: the mean spend of a customer has mean pγ/(q−1).
func TestSpendIsGammaGamma(t *testing.T) {
	const p, q, gamma = 6.2488, 3.7446, 15.4478
	m := unresponsive(benchmarkPeople())
	m.Purchase.Shape = p
	m.Segments[0].Traits[MeanSpend] = Marginal{Family: InverseGamma, A: q, B: p * gamma}
	w := must(t, m, 4)
	var sum, squares float64
	for id := range w.size() {
		x := w.person(id).trait(MeanSpend)
		sum, squares = sum+x, squares+x*x
	}
	n := float64(w.size())
	mean := sum / n
	assert.InDelta(t, p*gamma/(q-1), mean, 4*math.Sqrt((squares/n-mean*mean)/n))
	assert.InDelta(t, 35.17, mean, 0.5)
}
