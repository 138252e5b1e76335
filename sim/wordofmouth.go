package sim

import (
	"math"

	"centricity/sim/internal/exact"
)

// Satisfaction beyond which a customer speaks for the firm, and below which
// against it. Target incidence is about 3 : 1 (East, Hammond & Wright 2007).
const (
	speaksFor     = 0.15
	speaksAgainst = -0.3
)

// influenceUnit is the resolution of a sum of word-of-mouth influence: adding
// integers keeps the total independent of the order of addition.
const influenceUnit = 1 << 20

// voice is what is said of the firm within a segment.
type voice struct {
	net     int64 // Σ ω (PWOM − NWOM)
	weight  int64 // Σ ω over those who speak for the firm
	needs   int64 // Σ ω ν over them
	people  int
	typical float64 // mean need position of those who speak for the firm
}

// talk adds up what customers feel, by segment.
func (w *World) talk(r *round) {
	w.sweep(r, listen)
	r.voices = refill(r.voices, len(w.segments))
	for i := range w.tallies.of {
		for g := range w.tallies.of[i].voices {
			r.voices[g].add(&w.tallies.of[i].voices[g])
		}
	}
	var net int64
	for g := range r.voices {
		v := &r.voices[g]
		net += v.net
		if v.weight > 0 {
			v.typical = float64(v.needs) / 1024 / (float64(v.weight) / influenceUnit)
		}
	}
	r.wordOfMouth = w.spoken(r, net, w.size())
}

func (v *voice) add(o *voice) {
	v.net += o.net
	v.weight += o.weight
	v.needs += o.needs
	v.people += o.people
}

// listen adds up what those from lo up to hi say.
func listen(w *World, _ *round, t *tally, lo, hi int) {
	counts := w.market.Acquisition.Homophily != 0 // to be known
	for id := lo; id < hi; id++ {
		s := &w.people.standing[id]
		v := &t.voices[s.segment]
		if counts {
			v.people++
		}
		if s.state != active {
			continue
		}
		p := w.person(id)
		switch satisfaction := float64(p.satisfaction); {
		case satisfaction > speaksFor:
			influence := p.influence()
			v.net += influence
			v.weight += influence
			need := min(max(p.wants(), -100), 100)
			v.needs += int64(math.Floor(float64(need*min(p.trait(WOMInfluence), 1e6)*1024) + 0.5))
		case satisfaction < speaksAgainst:
			v.net -= p.influence()
		}
	}
}

// influence is ω as an integer.
func (n *nature) influence() int64 {
	return int64(min(n.trait(WOMInfluence), 1e6) * influenceUnit)
}

// spoken turns net influence among a number of people into a contact hazard:
//
//	w_t = q_w [Σ_active ω_j (PWOM_j − NWOM_j)]+ / N
func (w *World) spoken(r *round, net int64, people int) float64 {
	if net <= 0 || people == 0 {
		return 0
	}
	return w.market.Acquisition.WordOfMouth * r.climate.talk * (float64(net) / influenceUnit) / float64(people)
}

// heard is the contact hazard that word of mouth is for person p. A part φ of
// it stays in the speakers' segment and near their needs:
//
//	(1−φ) w_t + φ w_g exp(−(ν−ν_g)²/2) sqrt(1+s²)
//
// with w_g the segment's own hazard, ν_g what its promoters need and s the
// spread of needs; the last two factors have mean 1 where ν_g is the segment's
// mean.
func (w *World) heard(r *round, p person) float64 {
	homophily := w.market.Acquisition.Homophily
	if homophily == 0 {
		return r.wordOfMouth
	}
	v := &r.voices[p.segment]
	distance := p.wants() - v.typical
	s := w.segments[p.segment].spread[NeedPosition]
	near := exact.Exp(-distance*distance/2) * math.Sqrt(1+float64(s*s))
	return float64((1-homophily)*r.wordOfMouth) + float64(homophily*w.spoken(r, v.net, v.people)*near)
}
