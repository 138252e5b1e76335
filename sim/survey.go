package sim

import (
	"math"

	"centricity/sim/internal/draw"
)

// A Survey is the answers of a sample of customers to "would you recommend us?"
type Survey struct {
	Asked      int
	Promoters  int // answered 9 or 10
	Detractors int // answered 0 to 6
}

// sampleSize is how many customers a round's survey asks on average [persons].
const sampleSize = 400

// likelihoodToRecommend is LTR = clip(round(7.6 + 2.6 S + 0.8 ε), 0, 10). The
// promoter cut S ≥ 0.54 is where its mean reaches 9.
func likelihoodToRecommend(satisfaction, noise float64) int {
	x := 7.6 + float64(2.6*satisfaction) + float64(0.8*noise)
	return int(math.Floor(min(max(x, 0), 10) + 0.5))
}

// survey asks a sample of the customers the round closes with.
func (w *World) survey(r *round) {
	customers := r.report.Base.Closing()
	if customers == 0 {
		return
	}
	share := sampleSize / float64(customers)
	asked, answer := r.keys[drawAsked], r.keys[drawAnswer]
	s := &r.report.Survey
	for id := range w.people {
		p := &w.people[id]
		if !p.listed || p.state != active || draw.Uniform(asked.At(uint64(id), 0)) >= share {
			continue
		}
		s.Asked++
		ltr := likelihoodToRecommend(p.satisfaction, draw.Normal(answer.At(uint64(id), 0)))
		switch {
		case ltr >= 9:
			s.Promoters++
		case ltr <= 6:
			s.Detractors++
		}
	}
}

// NPS is the net promoter score, −100 to 100; 0 if nobody was asked.
func (s Survey) NPS() float64 {
	if s.Asked == 0 {
		return 0
	}
	return 100 * float64(s.Promoters-s.Detractors) / float64(s.Asked)
}

// StandardError is the sampling error of NPS, by the variance of an answer
// scored +1, 0 or −1: 100 sqrt((p + d − (p−d)²)/n).
func (s Survey) StandardError() float64 {
	if s.Asked == 0 {
		return 0
	}
	n := float64(s.Asked)
	p, d := float64(s.Promoters)/n, float64(s.Detractors)/n
	return 100 * math.Sqrt((p+d-float64((p-d)*(p-d)))/n)
}
