package sim

import (
	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// AcquisitionParams say how people who are not customers become customers.
type AcquisitionParams struct {
	BaseHazard   float64 // p0, contact hazard without any effort [per round]
	Intercept    float64 // U0, log odds of joining on contact at utility 0
	WordOfMouth  float64 // q_w, contact hazard if everyone were a promoter [per round]
	Targeting    float64 // τ, sharpness of targeted channels on the score
	TargetingCap float64 // highest multiple of the mean contact hazard one person can get
	Inflation    float64 // by how much contacts get dearer a round
	Promise      float64 // bProm, log odds per unit of promise
	Homophily    float64 // φ, part of word of mouth that stays among people alike
	Scale        float64 // cA, adstock per prospect at which contact is 63 % of its ceiling [currency]
}

// acquire gives everyone who is not a customer the chance to become one:
//
//	h_i = p0 + Σ_c h_c T_ic + w_t
//	P(acquired) = (1 − exp(−h_i)) · logistic(U0 + U_i at price P(1−d) + bProm promise_t)
//
// Being won means buying once, at a uniform moment of the round. Adverse
// selection is emergent: a discount raises U most for the price sensitive.
func (w *World) acquire(r *round) {
	if w.plain {
		w.later(r, acquireAll)
		return
	}
	w.prepareAim(r)
	w.later(r, swiftAcquire)
}

// acquireAll gives that chance to those from lo up to hi.
func acquireAll(w *World, r *round, t *tally, lo, hi int) {
	m := &w.market.Acquisition
	join := r.keys[drawJoin]
	var c contacts
	for id := lo; id < hi; id++ {
		p := w.person(id)
		if p.state == active {
			continue
		}
		if w.contacted(r, p, &c); c.hazard <= 0 {
			continue
		}
		price := r.offerTo(p)
		o := w.offer(p, price.ln, price.ln)
		odds := m.Intercept + o.utility + float64(m.Promise*r.promise)
		contacted, accepts := -exact.Expm1(-c.hazard), exact.Logistic(odds)
		joins := draw.Uniform(join.At(uint64(id), 0)) < contacted*accepts
		if !p.listed {
			w.bookJoin(r, &t.why[p.segment], &c, o, contacted, accepts, joins)
		}
		if joins {
			credit := c.hazard * draw.Uniform(r.keys[drawSource].At(uint64(id), 0))
			w.join(r, t, id, c.creditFor(credit))
		}
	}
}

// price is an amount and its logarithm.
type price struct{ currency, ln float64 }

// offerTo is the price person p would join at: the discount is for those the
// firm does not take for customers.
func (r *round) offerTo(p person) price {
	if p.listed {
		return price{r.price, r.lnPrice}
	}
	return price{r.offer, r.lnOffer}
}

// contacts are the hazards of a person's being contacted, by source: the
// channels in the market's order, word of mouth, and by themselves.
type contacts struct {
	sources [MaxChannels + 3]float64
	n       int     // of sources
	hazard  float64 // their sum
}

// contacted fills in what reaches person p this round.
func (w *World) contacted(r *round, p person, c *contacts) {
	c.n, c.hazard = w.sources(), 0
	reach := w.market.Segments[p.segment].Reach
	for i, h := range r.contact {
		if h > 0 {
			h *= w.aim(p, &w.market.Channels[i])
		}
		if reach != nil {
			h *= reach[i]
		}
		c.sources[i] = h
	}
	n := len(r.contact)
	c.sources[n] = w.heard(r, p)
	c.sources[n+1] = w.market.Acquisition.BaseHazard
	if c.n > n+2 {
		c.sources[n+2] = 0
		if p.joined != never && !p.listed {
			c.sources[n+2] = r.winBack
		}
	}
	for _, h := range c.sources[:c.n] {
		c.hazard += h
	}
}

// sources is how many ways there are to win a customer: the channels, word of
// mouth, by themselves, and win-back where it is open.
func (w *World) sources() int {
	n := len(w.market.Channels) + 2
	if w.market.Programmes[WinBack] {
		n++
	}
	return n
}

// SourceName is what source i of customers is called, where channels are the
// market's: they come first, in their order.
func SourceName(channels []Channel, i int) string {
	switch i - len(channels) {
	case 0:
		return "word of mouth"
	case 1:
		return "by themselves"
	case 2:
		return "win-back"
	}
	return channels[i].Name
}

// creditFor names the source whose share of the hazard holds the point credit.
func (c *contacts) creditFor(credit float64) int {
	for i, h := range c.sources[:c.n-1] {
		if credit -= h; credit < 0 {
			return i
		}
	}
	return c.n - 1
}

// join makes a customer of person id at a keyed moment of the round. They
// start with the offer price as their reference and no experience yet.
func (w *World) join(r *round, t *tally, id, source int) {
	p := w.person(id)
	at := draw.Uniform(r.keys[drawMoment].At(uint64(id), 0))
	if p.joined == never {
		p.source = uint8(source)
		p.firstAt = narrow(r.start() + at)
	} else if !p.listed {
		t.base.WonBack++
	}
	if !p.listed {
		t.base.Won[source]++
		p.won = true
	}
	p.state = active
	p.joined = int16(r.number)
	p.joinedAt = narrow(r.start() + at)
	p.satisfaction, p.fatigue, p.lnReference = 0, 0, narrow(r.offerTo(p).ln)
	p.promised = narrow(r.promise)
	w.firstPurchase(r, t, id)
}
