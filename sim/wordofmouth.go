package sim

// Satisfaction beyond which a customer speaks for the firm, and below which
// against it. Target incidence is about 3 : 1 (East, Hammond & Wright 2007).
const (
	speaksFor     = 0.15
	speaksAgainst = -0.3
)

// influenceUnit is the resolution of a sum of word-of-mouth influence: adding
// integers keeps the total independent of the order of addition.
const influenceUnit = 1 << 20

// talk turns what customers feel into a contact hazard for everyone else:
//
//	w_t = q_w [Σ_active ω_j (PWOM_j − NWOM_j)]+ / N
func (w *World) talk(r *round) {
	var net int64
	for id := range w.people {
		p := &w.people[id]
		if p.state != active {
			continue
		}
		influence := int64(min(p.traits[WOMInfluence], 1e6) * influenceUnit)
		switch {
		case p.satisfaction > speaksFor:
			net += influence
		case p.satisfaction < speaksAgainst:
			net -= influence
		}
	}
	if net > 0 {
		r.wordOfMouth = w.market.Acquisition.WordOfMouth * (float64(net) / influenceUnit) / float64(len(w.people))
	}
}
