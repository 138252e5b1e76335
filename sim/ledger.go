package sim

import (
	"math"
)

// A Cause is what a join, a departure or a purchase is put down to.
type Cause int

// The causes. Baseline is what would happen if nothing the firm or its rival
// does made a difference; Luck is what happened less what was to be expected.
const (
	CauseBaseline Cause = iota
	CausePrice
	CauseQuality
	CauseFit
	CauseSatisfaction
	CauseRetention // retention spending
	CauseFatigue
	CausePromise // what advertising promised
	CauseTimes   // shocks, season, and loyalty that falls everywhere
	CauseLuck
	NumCauses int = 10
)

// CauseNames are the causes in plain words.
var CauseNames = [NumCauses]string{
	"baseline", "price", "quality", "fit", "satisfaction", "retention spending", "fatigue",
	"promise", "the times", "luck",
}

// Heads counts people in millionths, so that shares of a person add up exactly.
type Heads int64

// Head is one whole person.
const Head Heads = 1_000_000

// Count is the number of people [persons].
func (h Heads) Count() float64 { return float64(h) / float64(Head) }

// nearestCents are cents of an amount that is expected, not paid [currency].
func nearestCents(x float64) Money { return Money(nearest(float64(x * 100))) }

func heads(x float64) Heads { return Heads(nearest(float64(x * 1e6))) }

// nearest is the integer nearest to x, which is kept within 10^10: in the last
// place of a number near 2^52 stands the unit, so adding one rounds.
func nearest(x float64) int64 { return whole(near(x)) }

// whole is nearest of a number that is within 10^10.
func whole(x float64) int64 {
	const shift = 0x1.8p52
	return int64(math.Float64bits(x+shift) - math.Float64bits(shift))
}

const farAway = 1e10

// near brings back a number that went astray.
func near(x float64) float64 {
	switch {
	case math.Abs(x) <= farAway:
		return x
	case x != x:
		return 0
	}
	return math.Copysign(farAway, x)
}

// A Ledger says why a round went as it did, from the model itself. Every line
// is a sum over persons of
//
//	contribution_k = term_k (p − p₀) / Σ terms
//
// with p the probability, or the expected money, of what could happen to a
// person, and p₀ the same with all terms 0. Baseline holds p₀ and Luck what
// happened less p, so the lines add up to what happened, to the millionth of a
// head and to the cent.
type Ledger struct {
	Joins    [NumCauses]Heads               // customers won; the baseline is split by source
	Sources  []Heads                        // of the baseline of Joins: channels, word of mouth, by themselves
	Churn    [NumTiers + 1][NumCauses]Heads // customers lost, by tier; the last row is this round's new customers
	Spending [NumTiers + 1][NumCauses]Money // revenue of repeat purchases, by tier likewise
}

// newLedgers are empty ledgers, one for each segment.
func (w *World) newLedgers() []Ledger {
	ledgers := w.slabs.ledgers.take(len(w.segments), w.left())
	for g := range ledgers {
		ledgers[g].Sources = w.slabs.heads.take(w.sources(), w.left())
	}
	return ledgers
}

// add enters another ledger's lines.
func (l *Ledger) add(o *Ledger) {
	for k := range o.Joins {
		l.Joins[k] += o.Joins[k]
	}
	for i := range o.Sources {
		l.Sources[i] += o.Sources[i]
	}
	for tier := range o.Churn {
		for k := range o.Churn[tier] {
			l.Churn[tier][k] += o.Churn[tier][k]
			l.Spending[tier][k] += o.Spending[tier][k]
		}
	}
}

// explainRound sums the segments' ledgers up for the firm, which cannot tell
// segments apart, nor see who left where leaving is silent.
func (w *World) explainRound(r *round) {
	w.why = w.newLedgers()
	for i := range w.tallies.of {
		for g := range w.why {
			w.why[g].add(&w.tallies.of[i].why[g])
		}
	}
	sum := &r.report.Why
	sum.Sources = w.slabs.heads.take(w.sources(), w.left())
	for g := range w.why {
		sum.add(&w.why[g])
	}
	if w.market.Churn.Silent {
		sum.Churn = [NumTiers + 1][NumCauses]Heads{}
	}
}

// Why is the last round's ledger by segment: the truth, for the debrief and
// for researchers.
func (w *World) Why() []Ledger { return w.why }

// terms are the causes behind one exponent or log odds.
type terms [NumCauses]float64

func (t *terms) sum() (s float64) {
	for _, x := range t {
		s += x
	}
	return s
}

// utilityTerms splits weight · U by cause. Clipping scales all of them.
func (t *terms) addUtility(weight float64, o offer) {
	if raw := o.quality + o.price + o.fit; raw != 0 {
		weight *= o.utility / raw
	}
	t[CauseQuality] += float64(weight * o.quality)
	t[CausePrice] += float64(weight * o.price)
	t[CauseFit] += float64(weight * o.fit)
}

// shareOut divides p − p₀ over the terms.
func (t *terms) shareOut(difference float64) {
	sum := t.sum()
	if sum == 0 {
		*t = terms{}
		return
	}
	part := difference / sum
	for k := range t {
		t[k] = float64(t[k] * part)
	}
}

// bookJoin enters what could have won a person: contact by each source, then
// the offer's advantage and the promise.
func (w *World) bookJoin(r *round, l *Ledger, c *contacts, o offer, contacted, accepts float64, joined bool) {
	var t terms
	t.addUtility(1, o)
	t[CausePromise] = w.market.Acquisition.Promise * r.promise
	t.shareOut(contacted * (accepts - r.evenJoin))

	for k := CauseBaseline + 1; k < CauseLuck; k++ {
		book(&l.Joins, k, heads(t[k]))
	}
	per := contacted * r.evenJoin / c.hazard
	for i, h := range c.sources[:c.n] {
		l.bookSource(i, per*h)
	}
	if joined {
		l.Joins[CauseLuck] += Head
	}
}

func (l *Ledger) bookSource(source int, expected float64) {
	l.enter(source, heads(expected))
}

// book enters what was to be expected by a cause, which luck then has less of.
func book[T Heads | Money](row *[NumCauses]T, k Cause, expected T) {
	row[k] += expected
	row[CauseLuck] -= expected
}

// bookChurn enters a customer's risk of leaving in the row of a tier: with
// the hazard H e^Σterms it is risk, with H alone it would be even. A save offer
// takes its chance off the risk.
func (l *Ledger) bookChurn(tier uint8, t terms, risk, even, saved float64, left bool) {
	t.shareOut(risk - even)
	t[CauseRetention] -= float64(risk * saved)
	t[CauseBaseline] = even
	row := &l.Churn[tier]
	for k := range CauseLuck {
		book(row, k, heads(t[k]))
	}
	if left {
		row[CauseLuck] += Head
	}
}

// bookSpending enters a customer's revenue from repeat purchases in the row of
// a tier: even is what it would be with all terms 0 [currency], and lift is
// e^Σterms.
func (l *Ledger) bookSpending(tier uint8, t terms, even, lift float64, revenue Money) {
	t.shareOut(even * (lift - 1))
	t[CauseBaseline] = even
	row := &l.Spending[tier]
	for k := range CauseLuck {
		book(row, k, nearestCents(t[k]))
	}
	row[CauseLuck] += revenue
}

// explained is what a customer's round came from and came to.
type explained struct {
	buying, leaving terms
	rate, hazard    float64
	lift            float64 // of the rate, e^Σbuying
	part            float64 // of the round
	saved           float64 // chance that a save offer kept them
	isNew, left     bool
	revenue         Money // from repeat purchases
}

// explain enters a customer's round in the ledger.
func (w *World) explain(r *round, tally *tally, p person, e explained) {
	tier := p.tiers[ByPastSpend]
	risk := w.risk(e.hazard, e.rate, e.part, e.isNew)
	even := w.risk(p.trait(ChurnHazard), e.rate, e.part, e.isNew)
	l := &tally.why[p.segment]
	l.bookChurn(tier, e.leaving, risk, even, e.saved, e.left)

	e.buying[CausePrice] += r.lnPrice - r.lnReference
	each := p.trait(PurchaseRate) * p.trait(MeanSpend)
	l.bookSpending(tier, e.buying, each*w.presence(e.hazard, e.rate, e.part), float64(e.lift*r.priceRatio), e.revenue)
}
