package sim

import (
	"math"

	"centricity/sim/internal/exact"
	"centricity/sim/internal/rng"
)

// schedule is what happens in a round, in order. Each phase is a method of
// World in the file of its concept.
var schedule = []func(*World, *round){
	(*World).openRound,    // round.go: what is charged
	(*World).strike,       // shock.go: what befalls the market
	(*World).shift,        // needs.go: what people need changes
	(*World).align,        // culture.go: does the firm hold its course
	(*World).assign,       // trial.go: who is held out of an A/B test
	(*World).apportion,    // programme.go: how each lever's money divides
	(*World).rank,         // focus.go: what the firm sorts customers by
	(*World).talk,         // wordofmouth.go: what customers say of the firm
	(*World).count,        // round.go: who is here
	(*World).sortTiers,    // focus.go: whom the firm puts first
	(*World).rally,        // retention.go: loyalty programme, community, win-back
	(*World).repair,       // touchpoint.go: defects and skill
	(*World).advertise,    // channel.go: spending becomes contact
	(*World).acquire,      // acquire.go: contacts become customers
	(*World).serve,        // round.go: contact, purchase, experience, churn
	(*World).learn,        // insight.go: research becomes knowledge
	(*World).study,        // method.go: other ways to learn
	(*World).reposition,   // needs.go: the product follows what is known of needs
	(*World).develop,      // product.go: the pipeline and its lottery
	(*World).compete,      // rival.go: the rival answers
	(*World).closeBooks,   // account.go: cash
	(*World).updateFile,   // file.go: whom the firm counts as a customer
	(*World).summarise,    // summarise.go: tiers, cohorts, concentration
	(*World).deciles,      // decile.go: last round's best, this round
	(*World).survey,       // survey.go: a sample is asked
	(*World).readOut,      // trial.go: what the A/B test showed
	(*World).explainRound, // ledger.go: why it went as it did
}

// round is what is common to everyone in one round.
type round struct {
	number   int
	keys     [numPurposes]rng.Key // one sheet of draws a purpose
	decision Decision
	report   Report

	price, offer     float64 // list price; price of a first purchase [currency]
	lnPrice, lnOffer float64
	lnReference      float64 // of the reference price
	priceRatio       float64 // P/P_ref

	evenJoin float64 // chance of joining on contact at utility 0 and without promise
	failures float64 // how often service fails a customer whom nobody supports

	unitCost float64 // of goods sold for one reference price [currency]
	elapsed  float64 // rounds of play behind this one, 0 in history

	climate   climate
	lnSeason  []float64 // by segment, log of the season's multiple of the purchase rate
	lnDecline float64   // log of the multiple of everyone's hazard

	prospects   int       // N_p, prospects and lapsed when the round began
	swift       swift     // what is the same for everyone, worked out
	step        []float64 // by segment, how far needs walk
	contact     []float64 // h_c, contact hazard by channel
	voices      []voice   // by segment
	wordOfMouth float64   // w_t, contact hazard
	promise     float64   // promise_t [satisfaction]
	exposure    float64   // Σ adstock [currency]
	noise       float64   // contacts every customer gets from advertising

	share      [NumProgrammes]float64           // of its lever's money
	lapsed     int                              // by the firm's file when the round began
	winBack    float64                          // contact hazard with them
	defects    float64                          // what customers meet, 1 is ordinary
	control    [NumOrders][NumTiers]int         // of them, held out of the round's trial
	orders     []Order                          // by which customers are sorted
	tierEnds   [NumOrders][NumTiers - 1]ranking // the last of the top and of the middle tier
	decileEnds [9]ranking                       // the last of each decile but the worst
	size       [NumOrders][NumTiers]int         // customers by order and tier
	reached    [NumLevers][NumTiers + 1]Money   // of perHead, what is not spent on all together
	perHead    [NumLevers][NumTiers + 1]float64 // money that reaches a customer [currency]; none for those in no tier
}

// start is the moment the round begins [rounds since the first played one began].
func (r *round) start() float64 { return float64(r.number - 1) }

// Play plays one round: all of it, or, if the decision is refused, nothing.
func (w *World) Play(d Decision) (Report, error) {
	if err := w.Check(d); err != nil {
		return Report{}, err
	}
	var report Report
	err := w.tried(func() { report = w.play(d) })
	return report, err
}

func (w *World) play(d Decision) Report {
	r := &w.present
	*r = round{number: w.round + 1, decision: d, contact: r.contact, lnSeason: r.lnSeason, step: r.step, voices: r.voices, orders: r.orders, swift: swift{lnDemand: r.swift.lnDemand, weights: r.swift.weights}}
	for _, phase := range schedule {
		phase(w, r)
		w.rest()
	}
	w.round = r.number
	r.report.Hash = w.hash()
	w.reports = append(w.reports, r.report)
	return r.report
}

// openRound posts the prices and opens everyone's books.
func (w *World) openRound(r *round) {
	if r.decision.Price != 0 {
		w.price = r.decision.Price
	}
	w.prices = append(w.prices, w.price)
	r.price = w.price.Currency()
	r.offer = r.price * (1 - r.decision.Discount.Share())
	r.lnPrice, r.lnOffer = lnPrice(r.price), lnPrice(r.offer)
	r.lnReference = lnPrice(w.market.Price.Reference.Currency())
	r.priceRatio = r.price / w.market.Price.Reference.Currency()
	r.evenJoin = exact.Logistic(w.market.Acquisition.Intercept)
	r.unitCost = w.unitCost()
	r.elapsed = float64(max(r.number-1, 0))
	r.lnSeason = w.seasons(r.lnSeason, r.number)
	r.lnDecline = r.elapsed * exact.Log1p(w.market.Churn.Decline)
	for purpose := range r.keys {
		r.keys[purpose] = w.key(rng.Purpose(purpose), r.number)
	}
	r.contact = refill(r.contact, len(w.market.Channels))

	r.report = Report{
		Round: r.number, Price: w.price, Discount: r.decision.Discount,
		RivalPrice: cents(w.rival.price), Quality: w.quality, RivalBest: w.rival.quality,
		Base: Base{Won: w.slabs.counts.take(w.sources(), w.left())},
	}
	r.report.Books.Spend = r.decision.Spend
	w.openTallies(r)
	w.later(r, openAccounts)
}

// count adds up who is here.
func (w *World) count(r *round) {
	for i := range w.tallies.of {
		t := &w.tallies.of[i]
		r.report.Base.Opening += t.base.Opening
		r.prospects += t.prospect
		r.lapsed += t.lapsed
		t.base.Opening = 0
	}
}

// openAccounts starts everyone's books for the round and counts who is here.
func openAccounts(w *World, r *round, t *tally, lo, hi int) {
	for id := lo; id < hi; id++ {
		s := &w.people.standing[id]
		s.won = false
		t.prospect += 1 - int(bit(s.state == active))
		if s.joined == never {
			continue
		}
		a := &w.people.account[id]
		a.lastRevenue, a.roundRevenue, a.roundMargin = a.roundRevenue, 0, 0
		listed := int(bit(s.listed))
		t.base.Opening += listed
		t.lapsed += 1 - listed
	}
}

// serve takes every customer through the round: they are contacted, buy, have
// an experience, and stay or leave. Who joined this round buys for what is
// left of it; effort reaches them from the next round on.
func (w *World) serve(r *round) {
	r.noise = 0.5 * saturate(r.exposure/(w.market.Acquisition.Scale*float64(w.size())), 1)
	r.failures = w.failureRate(r)
	if w.plain || w.market.Churn.Clock == PerTransaction {
		w.sweep(r, serveAll)
	} else {
		w.prepareSwift(r)
		w.sweep(r, swiftServe)
	}
	for i := range w.tallies.of {
		t := &w.tallies.of[i]
		r.report.Books.addSales(&t.sales)
		w.volume += t.volume
	}
}

// serveAll takes those from lo up to hi through the round.
func serveAll(w *World, r *round, t *tally, lo, hi int) {
	for id := lo; id < hi; id++ {
		p := w.person(id)
		if p.state != active {
			continue
		}
		from, e := 0.0, effort{}
		isNew := int(p.joined) == r.number
		if isNew {
			from = float64(p.joinedAt) - r.start()
		} else {
			e = r.effortFor(p)
			w.contact(p, r, e.checkIns+e.develop)
		}
		personal := w.personal(p, e.personal)
		o := w.offerFitted(p, r.lnPrice, float64(p.lnReference), personal)
		buying, leaving := w.purchaseTerms(r, p, o, e), w.hazardTerms(r, p, o, e)
		lift := exact.Exp(buying.sum())
		rate, hazard := p.purchaseRate(lift), p.hazard(&leaving)

		to, most, leaves := 1.0, math.MaxInt32, false
		switch w.market.Churn.Clock {
		case Continuous:
			if stay := w.lifetime(r, id, hazard); stay < 1-from {
				to, leaves = from+stay, true
			}
		case PerTransaction:
			most = w.purchasesToLive(r, id, hazard)
		}
		before := p.roundRevenue
		count := w.purchase(r, t, id, rate, from, to, most)
		if count > 0 {
			w.experience(r, id, e.support, personal)
		}
		switch {
		case count == most:
			leaves = true
		case w.market.Churn.Clock == PerRound && !isNew:
			leaving = w.hazardTerms(r, p, o, e) // satisfaction as it is now
			hazard = p.hazard(&leaving)
			leaves = w.lifetime(r, id, hazard) < 1
		}
		saved := w.saved(e.save)
		leaves = leaves && !w.keeps(r, id, saved)
		w.explain(r, t, p, explained{buying, leaving, rate, hazard, lift, 1 - from, saved, isNew, leaves, p.roundRevenue - before})
		w.remember(p, r.lnPrice)
		if leaves {
			p.leave()
		}
	}
}
