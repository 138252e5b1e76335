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
	Loyal      int // content, and no likelier to leave if the rival were a tenth cheaper
	Answers    []Answer
}

// An Answer is one customer's.
type Answer struct {
	ID   int
	LTR  int // likelihood to recommend, 0 to 10
	CSAT int // satisfaction, 1 to 5
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
	w.sweep(r, surveyAll)
	s, n := &r.report.Survey, 0
	for i := range w.tallies.of {
		n += len(w.tallies.of[i].answers)
	}
	s.Answers = w.slabs.answers.take(n, w.left())[:0]
	for i := range w.tallies.of {
		t := &w.tallies.of[i]
		s.Asked += t.survey.Asked
		s.Promoters += t.survey.Promoters
		s.Detractors += t.survey.Detractors
		s.Loyal += t.survey.Loyal
		s.Answers = append(s.Answers, t.answers...)
	}
}

func surveyAll(w *World, r *round, t *tally, lo, hi int) {
	share := sampleSize / float64(r.report.Base.Closing())
	asked, answer := r.keys[drawAsked], r.keys[drawAnswer]
	s := &t.survey
	for id := lo; id < hi; id++ {
		p := w.person(id)
		if !p.listed || p.state != active || draw.Uniform(asked.At(uint64(id), 0)) >= share {
			continue
		}
		s.Asked++
		ltr := likelihoodToRecommend(float64(p.satisfaction), draw.Normal(answer.At(uint64(id), 0)))
		t.answers = append(t.answers, Answer{id, ltr, satisfactionScore(float64(p.satisfaction))})
		if w.loyal(r, p) {
			s.Loyal++
		}
		switch {
		case ltr >= 9:
			s.Promoters++
		case ltr <= 6:
			s.Detractors++
		}
	}
}

// satisfactionScore cuts S into 1 to 5.
func satisfactionScore(s float64) int {
	score := 1
	for _, cut := range [...]float64{-0.8, speaksAgainst, speaksFor, promoterCut} {
		if s >= cut {
			score++
		}
	}
	return score
}

// promoterCut is the satisfaction at which the mean answer is 9.
const promoterCut = 0.54

// loyal tells retained from loyal: a customer who is content, and whom a rival
// a tenth cheaper would not make likelier to leave than they are by nature:
//
//	S ≥ promoter cut  and  gS S + gU U(0.9 Pc) ≥ 0
func (w *World) loyal(r *round, p person) bool {
	if float64(p.satisfaction) < promoterCut {
		return false
	}
	m := &w.market.Churn
	o := w.offer(p, r.lnPrice, float64(p.lnReference))
	tempted := o.utility + float64(p.trait(PriceSensitivity)*ln09)
	return float64(m.Satisfaction*float64(p.satisfaction))+float64(m.Utility*tempted) >= 0
}

// ln09 is ln 0.9: by so much the rival's log price falls.
const ln09 = -0.10536051565782628

// CSAT is the mean satisfaction score, 1 to 5, and its standard error; 0 if
// nobody was asked.
func (s Survey) CSAT() (mean, se float64) {
	n := float64(len(s.Answers))
	if n == 0 {
		return 0, 0
	}
	sum, squares := 0, 0
	for _, a := range s.Answers {
		sum += a.CSAT
		squares += a.CSAT * a.CSAT
	}
	mean = float64(sum) / n
	return mean, math.Sqrt(max(float64(squares)/n-float64(mean*mean), 0) / n)
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
