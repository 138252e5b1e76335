package sim

// summarise adds up the round by value tier and cohort, as the firm's own
// records allow, and measures concentration.
func (w *World) summarise(r *round) {
	rep := &r.report
	first := w.firstRound()
	rep.Cohorts = make([]Cohort, r.number-first+1)
	for i := range rep.Cohorts {
		rep.Cohorts[i].Round = first + i
	}
	spent := make([]Money, 0, rep.Base.Closing())
	var known float64
	for id := range w.size() {
		p := w.person(id)
		if p.joined == never {
			continue
		}
		rep.Stages[p.stageOf()]++
		cohort := &rep.Cohorts[int(p.joined)-first]
		cohort.Revenue += p.roundRevenue
		if p.tiers[ByPastSpend] != none {
			w.addToTier(r, p)
		}
		if !p.listed {
			continue
		}
		cohort.Active++
		spent = append(spent, p.spent)
		known += w.reliability(p)
	}
	if n := len(spent); n > 0 {
		rep.Knowledge = known / float64(n)
	}
	rep.Concentration = concentrate(spent)
}

// firstRound is the round number of the customers the firm started with: the
// round before history.
func (w *World) firstRound() int { return -w.market.Start.History }

func (w *World) addToTier(r *round, p person) {
	t := &r.report.Tiers[p.tiers[ByPastSpend]]
	t.Customers++
	if !p.listed {
		t.Churned++
	}
	t.Revenue += p.roundRevenue
	t.Margin += p.roundMargin
	for _, lever := range [...]Lever{Retention, Experience} {
		t.Reached += cents(r.reach(p, lever) * (1 - r.together(lever)))
	}
}
