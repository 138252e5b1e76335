package sim

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// small is the default market with few people, for tests that play many games.
func small(people int) Market {
	m := DefaultMarket()
	m.People = people
	m.Budget.PerRound = Money(people) * 100
	m.Start.Incumbent.Spend = [NumLevers]Money{Acquisition: Money(people) * 60, Product: Money(people) * 25}
	return m
}

func must(t require.TestingT, m Market, seed uint64) *World {
	w, err := New(m, seed)
	require.NoError(t, err)
	return w
}

// anyMarket draws a market of 1 to 300 people that differs in what the
// identities could depend on.
func anyMarket(t *rapid.T) Market {
	m := small(rapid.IntRange(1, 300).Draw(t, "people"))
	m.Rounds = 5
	m.Heterogeneity = rapid.Float64Range(0, 3).Draw(t, "heterogeneity")
	m.Churn.Clock = Clock(rapid.IntRange(0, NumClocks-1).Draw(t, "clock"))
	m.Orders = [NumOrders]bool{true, true, true, true, true}
	m.Churn.Silent = rapid.Bool().Draw(t, "silent")
	m.Start.Customers = rapid.SampledFrom([]float64{0, 0.08, 1}).Draw(t, "customers")
	m.Start.History = rapid.IntRange(0, 3).Draw(t, "history")
	m.Acquisition.BaseHazard = rapid.SampledFrom([]float64{0, 0.004, 5}).Draw(t, "base hazard")
	m.Price.Fixed = Money(rapid.IntRange(0, 100_000).Draw(t, "fixed"))
	m.Segments = append(m.Segments, DefaultSegment("others"))
	m.Segments[0].Share, m.Segments[1].Share = 0.3, 0.7
	m.Segments[1].Traits[PurchaseRate].Mean = rapid.SampledFrom([]float64{0, 3, 1000}).Draw(t, "rate")
	return m
}

// anyDecision draws a legal decision for a market with two channels.
func anyDecision(t *rapid.T, w *World) Decision {
	m := w.market
	d := Decision{
		Price:    Money(rapid.Int64Range(int64(m.Price.Low), int64(m.Price.High)).Draw(t, "price")),
		Discount: BasisPoints(rapid.IntRange(0, int(m.Price.MaxDiscount)).Draw(t, "discount")),
		Channels: Weights{rapid.IntRange(0, MaxWeight).Draw(t, "mass"), rapid.IntRange(0, MaxWeight).Draw(t, "targeted")},
	}
	left := w.Available()
	for i := range d.Spend {
		d.Spend[i] = Money(rapid.Int64Range(0, int64(left)).Draw(t, "spend"))
		left -= d.Spend[i]
	}
	for _, lever := range []Lever{Retention, Experience} {
		d.Focus[lever].By = Order(rapid.IntRange(0, NumOrders-1).Draw(t, "order"))
		for tier := range NumTiers {
			d.Focus[lever].Weight[tier] = rapid.SampledFrom([]int{0, 1, MaxWeight}).Draw(t, "weight")
		}
	}
	return d
}

// TestAccountsClose holds the identities of model section 13 in random markets
// under random play: heads add up, and money closes to the cent.
func TestAccountsClose(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := must(t, anyMarket(t), rapid.Uint64().Draw(t, "seed"))
		for !w.Over() {
			before := w.Clone()
			r, err := w.Play(anyDecision(t, w))
			require.NoError(t, err)
			checkHeads(t, before, w, r)
			checkMoney(t, before, w, r)
			checkLedgers(t, before, w, r)
			checkWhy(t, r, w.market.Churn.Silent)
			checkWhyBySegment(t, before, w, r)
		}
	})
}

func checkHeads(t require.TestingT, before, after *World, r Report) {
	b := r.Base
	listed, gone := 0, 0
	for id := range after.size() {
		switch p := after.person(id); {
		case p.listed:
			listed++
		case p.joined != never:
			gone++
		}
		if p := after.person(id); !after.market.Churn.Silent {
			assert.Equal(t, p.state == active, p.listed, "a firm that sees who leaves has a true file")
		}
	}
	assert.Equal(t, after.market.People, b.Prospects+b.Closing()+b.Lapsed, "everyone is a prospect, a customer or lapsed")
	assert.Equal(t, listed, b.Closing(), "opening + new + returned − lost = closing")
	assert.Equal(t, gone, b.Lapsed)
	assert.LessOrEqual(t, b.WonBack, b.New())
	if last, ok := before.Report(); ok {
		assert.Equal(t, last.Base.Closing(), b.Opening)
	}
	size, churned := 0, 0
	for _, tier := range r.Tiers {
		size += tier.Customers
		churned += tier.Churned
	}
	assert.Equal(t, b.Opening, size, "tiers hold everyone who was a customer")
	assert.Equal(t, b.Churned, churned)
	inCohorts := 0
	for _, c := range r.Cohorts {
		inCohorts += c.Active
	}
	assert.Equal(t, b.Closing(), inCohorts, "cohorts hold every customer")
}

func checkMoney(t require.TestingT, before, after *World, r Report) {
	b := r.Books
	assert.Equal(t, before.cash, b.Opening)
	assert.Equal(t, b.Opening+b.Revenue-b.CostOfGoods-b.Service-b.Spending()-b.Fixed-b.WriteOff, b.Closing)
	assert.Equal(t, after.cash, b.Closing)
}

func checkLedgers(t require.TestingT, before, after *World, r Report) {
	var revenue, margin, spent Money
	purchases := 0
	for id := range after.size() {
		p := after.person(id)
		revenue += p.roundRevenue
		margin += p.roundMargin
		spent += p.spent - before.person(id).spent
		purchases += int(p.purchases - before.person(id).purchases)
	}
	assert.Equal(t, r.Books.Revenue, revenue, "customers' ledgers sum to the books")
	assert.Equal(t, r.Books.Revenue, spent)
	assert.Equal(t, r.Books.Margin(), margin)
	assert.Equal(t, r.Books.Purchases, purchases)
	var tiers, cohorts Money
	for _, tier := range r.Tiers {
		tiers += tier.Revenue
	}
	for _, c := range r.Cohorts {
		cohorts += c.Revenue
	}
	assert.Equal(t, r.Books.Revenue, cohorts)
	assert.LessOrEqual(t, tiers, r.Books.Revenue)
}

// checkWhy: the why-ledger's lines add up to what happened, to the head and
// the cent, in every row.
func checkWhy(t require.TestingT, r Report, silent bool) {
	sum := func(row [NumCauses]Heads) (s Heads) {
		for _, h := range row {
			s += h
		}
		return s
	}
	money := func(row [NumCauses]Money) (s Money) {
		for _, m := range row {
			s += m
		}
		return s
	}
	why := r.Why
	assert.Equal(t, Head*Heads(r.Base.New()), sum(why.Joins))
	var sources Heads
	for _, h := range why.Sources {
		sources += h
	}
	assert.Equal(t, why.Joins[CauseBaseline], sources)
	revenue := r.Books.Revenue - r.Books.FirstRevenue
	for i, tier := range r.Tiers {
		if !silent {
			assert.Equal(t, Head*Heads(tier.Churned), sum(why.Churn[i]))
		} else {
			assert.Zero(t, why.Churn[i], "nobody saw who left")
		}
		assert.Equal(t, tier.Revenue, money(why.Spending[i]))
		revenue -= tier.Revenue
	}
	if !silent {
		assert.Equal(t, Head*Heads(r.Base.ChurnedNew), sum(why.Churn[none]))
	}
	assert.Equal(t, revenue, money(why.Spending[none]))
}

// checkWhyBySegment: the segments' ledgers hold every departure, seen or not,
// of the segment's own people, and add up to the firm's.
func checkWhyBySegment(t require.TestingT, before, after *World, r Report) {
	var sum Ledger
	sum.Sources = make([]Heads, len(r.Why.Sources))
	for g := range after.Why() {
		sum.add(&after.Why()[g])
		gone := 0
		for id := range after.size() {
			p, was := after.person(id), before.person(id)
			joined := p.joined != was.joined
			if int(p.segment) == g && p.state == lapsed && (was.state == active || joined) {
				gone++
			}
		}
		var left Heads
		for _, row := range after.Why()[g].Churn {
			for _, h := range row {
				left += h
			}
		}
		assert.Equal(t, Head*Heads(gone), left, "segment %d", g)
	}
	if after.market.Churn.Silent {
		sum.Churn = r.Why.Churn
	}
	assert.Equal(t, r.Why, sum)
}

func TestDivideSumsToTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := Money(rapid.Int64Range(0, maxSpend).Draw(t, "total"))
		weights := rapid.SliceOfN(rapid.IntRange(0, MaxWeight), 1, MaxChannels).Draw(t, "weights")
		var sum Money
		for i, part := range divide(make([]Money, len(weights)), total, weights) {
			assert.GreaterOrEqual(t, part, Money(0), "part %d", i)
			sum += part
		}
		assert.Equal(t, total, sum)
	})
}

func TestMoneyIsWrittenWithTwoDecimals(t *testing.T) {
	for amount, want := range map[Money]string{
		0: "0.00", 5: "0.05", -5: "-0.05", 123456: "1234.56", -100: "-1.00",
	} {
		assert.Equal(t, want, fmt.Sprint(amount))
	}
}

func TestCentsRoundsHalvesAwayFromZero(t *testing.T) {
	for amount, want := range map[float64]Money{
		0: 0, 1.125: 113, -1.125: -113, 0.004: 0, 1e300: maxMoney, -1e300: -maxMoney,
	} {
		assert.Equal(t, want, cents(amount), "%v", amount)
	}
}
