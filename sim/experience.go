package sim

import (
	"centricity/sim/internal/draw"
)

// ExperienceParams say how a purchase round feels.
type ExperienceParams struct {
	Base        float64 // s0, what a customer gets when nothing is better or worse than the rival's
	Quality     float64 // chiQ, per unit of quality above the rival
	Fit         float64 // chiF, per w · squared distance from the customer's need
	Care        float64 // chiC, ceiling of what spending on a customer adds
	Saturation  float64 // kC, spending at half of that ceiling [currency per customer-round]
	FailureRate float64 // f0, service failures a purchase round without support
	FailureLoss float64 // failLoss, what a failure takes away
	Noise       float64 // sigma_y
	Learning    float64 // eta, share of the way satisfaction moves on one experience

	DefectGrowth float64 // by how much every touchpoint decays by itself [defects per round]
	Fix          float64 // log defects a unit of journey money a person removes [per currency]
	SkillDecay   float64 // share of trained skill lost a round
	SkillScale   float64 // trained skill that prevents half of all failures [currency per person]
	PersonalMax  float64 // persMax, how far personalisation closes the distance to a need
	Reactance    float64 // what personalisation beyond comfort takes away [satisfaction]
}

// comfort is how far an offer can be fitted to a person before it feels watched.
const comfort = 0.5

// saturate is x/(x+k): half of the ceiling at x = k.
func saturate(x, k float64) float64 {
	if x <= 0 {
		return 0
	}
	return x / (x + k)
}

// experience updates satisfaction after a round with a purchase:
//
//	y = s0 + chiQ (Q−Qc) − chiF w (ν−a)² + chiC κ sat(CX; kC) − failLoss·fail + sigma_y ε
//	fail ~ Bernoulli(f0 · defects · (1 − skill) · (1 − sat(CX; kC)))
//	e = y − S − (promise − (y − s0))+ ;  S ← S + eta (e if e ≥ 0 else 2e)
//
// The promise that won a customer counts in the first experience only.
// Losses count double: asymmetric disconfirmation (Anderson & Sullivan 1993).
func (w *World) experience(r *round, id int, care, personal float64) {
	m, p := &w.market.Experience, w.person(id)
	supported := saturate(care, m.Saturation)
	p.relearn()
	distance := p.wants() - w.position

	y := m.Base + float64(m.Quality*(w.quality-w.rival.quality))
	y -= float64(m.Fit * float64(w.market.Utility.Need*float64(distance*distance*(1-personal))))
	y += float64(m.Care * w.consistency * p.trait(Responsiveness) * supported)
	if draw.Uniform(r.keys[drawFailure].At(uint64(id), 0)) < r.failures*(1-supported) {
		y -= m.FailureLoss
	}
	if creepy := personal - comfort; creepy > 0 {
		y -= float64(m.Reactance * creepy)
	}
	y += float64(m.Noise * draw.Normal(r.keys[drawMood].At(uint64(id), 0)))

	e := y - float64(p.satisfaction)
	if p.promised > 0 {
		e -= max(float64(p.promised)-(y-m.Base), 0) // message against reality, once
		p.promised = 0
	}
	if e < 0 {
		e *= 2
	}
	p.satisfaction = narrow(float64(p.satisfaction) + float64(m.Learning*e))
}
