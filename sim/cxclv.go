package sim

import "iter"

// A Standing is one surveyed customer's experience beside their estimated value:
// only together do they tell whether care goes where it is worth most.
type Standing struct {
	ID    int
	CSAT  int     // 1 to 5
	Value float64 // v̂, relative to others
}

// CXAgainstCLV joins a round's survey with the firm's file, by customer. Who
// answered and is no longer on file is left out.
func CXAgainstCLV(s Survey, records iter.Seq[Record]) []Standing {
	answers := make(map[int]int, len(s.Answers)) // looked up only, never ranged over
	for _, a := range s.Answers {
		answers[a.ID] = a.CSAT
	}
	var out []Standing
	for r := range records {
		if csat, asked := answers[r.ID]; asked && r.Active {
			out = append(out, Standing{r.ID, csat, r.EstimatedValue})
		}
	}
	return out
}
