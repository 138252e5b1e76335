package sim

// summarise adds up the round by value tier and cohort, as the firm's own
// records allow, and measures concentration. The people will not change in this
// round any more.
func (w *World) summarise(r *round) {
	w.familiarise() // more has been learned
	w.later(r, summariseAll)
	w.clearRanked()
	w.later(r, rankSpending)
	w.needDigests()
	w.sweep(r, digestAll)
	w.addFile(r)
	rep := &r.report
	rep.Cohorts = w.slabs.cohorts.take(w.cohorts(r.number), w.left())
	for i := range rep.Cohorts {
		rep.Cohorts[i].Round = w.firstRound() + i
	}
	spent := w.tallies.of[0].spent
	var known int64
	for i := range w.tallies.of {
		t := &w.tallies.of[i]
		for c := range t.cohorts {
			rep.Cohorts[c].Active += t.cohorts[c].Active
			rep.Cohorts[c].Revenue += t.cohorts[c].Revenue
		}
		for s, n := range t.stages {
			rep.Stages[s] += n
		}
		for i := range t.tiers {
			rep.Tiers[i].add(&t.tiers[i])
		}
		known += t.known
		if i > 0 {
			spent = append(spent, t.spent...)
		}
	}
	if n := len(spent); n > 0 {
		rep.Knowledge = float64(known) / needUnit / float64(n)
	}
	w.spent = refill(w.spent, len(spent))
	spent, w.spent = sortAmounts(spent, w.spent)
	rep.Concentration = concentrate(spent)
	w.tallies.of[0].spent = spent
}

func summariseAll(w *World, r *round, t *tally, lo, hi int) {
	first := w.firstRound()
	for id := lo; id < hi; id++ {
		if w.people.standing[id].joined == never {
			continue
		}
		p := w.person(id)
		t.stages[p.stageOf()]++
		cohort := &t.cohorts[int(p.joined)-first]
		cohort.Revenue += p.roundRevenue
		if p.tiers[ByPastSpend] != none {
			w.addToTier(r, &t.tiers[p.tiers[ByPastSpend]], p)
		}
		if !p.listed {
			continue
		}
		cohort.Active++
		t.spent = append(t.spent, p.spent)
		known, _ := w.knows(p)
		t.known += int64(known * needUnit)
	}
}

// cohorts is how many there are when a round is over.
func (w *World) cohorts(number int) int { return number - w.firstRound() + 1 }

// firstRound is the round number of the customers the firm started with: the
// round before history.
func (w *World) firstRound() int { return -w.market.Start.History }

func (t *Tier) add(o *Tier) {
	t.Customers += o.Customers
	t.Churned += o.Churned
	t.Revenue += o.Revenue
	t.Margin += o.Margin
	t.Reached += o.Reached
}

func (w *World) addToTier(r *round, t *Tier, p person) {
	t.Customers++
	if !p.listed {
		t.Churned++
	}
	t.Revenue += p.roundRevenue
	t.Margin += p.roundMargin
	for _, lever := range [...]Lever{Retention, Experience} {
		t.Reached += r.reached[lever][r.tier(p.standing, lever)]
	}
}
