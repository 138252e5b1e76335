package validation

import (
	"math"
	"reflect"

	"centricity/sim"
)

// firmsView looks for the customers' truth in what a player can get.
func firmsView(s Size) []Row {
	m := town(s.Town)
	m.Start.Incumbent.Spend[sim.Insight] = 0
	w := begin(m, 1)
	d := m.Start.Incumbent
	for w.Round() < m.Rounds-1 {
		step(w, d)
	}
	before := onFile(w)
	step(w, d)
	after := onFile(w)

	values, surest, unexplained := map[float64]bool{}, 0.0, 0.0
	for _, r := range after {
		values[r.EstimatedValue] = true
		surest = max(surest, r.Reliability)
		if r.Stage != stageOf(r) {
			unexplained++
		}
	}
	return []Row{
		{"fields of Report, Brief and Record that lead to a customer's truth", exactly(0), float64(len(leaks())), 0, ""},
		{"different estimated values on file, no insight bought, h = 1", exactly(1), float64(len(values)), 0, ""},
		{"highest reliability on file, no insight bought", exactly(0), surest, 0, ""},
		{"customers whose stage does not follow from the books", exactly(0), unexplained, 0, ""},
		{"customers whose tier does not follow from past spend", exactly(0), misplaced(before, after), 0, ""},
		{"customers on file against the dates of their last purchases, silent churn", exactly(0), seenThrough(s), 0, ""},
		{"largest correlation of a customer's number with a trait [se]", between(0, 4), numbered(w), 0, ""},
	}
}

func onFile(w *sim.World) map[int]sim.Record {
	file := map[int]sim.Record{}
	for r := range w.Records() {
		file[r.ID] = r
	}
	return file
}

// stageOf repeats what a stage is from the rest of a record.
func stageOf(r sim.Record) sim.Stage {
	switch {
	case !r.Active:
		return sim.Acquire
	case r.Purchases < 3:
		return sim.Retain
	case r.Tier == sim.Top:
		return sim.Cherish
	}
	return sim.IncreaseValue
}

// misplaced counts customers of a tier who had spent less, when the round
// began, than someone in a lower tier.
func misplaced(before, after map[int]sim.Record) (n float64) {
	most := [sim.NumTiers + 1]sim.Money{}
	for id, r := range after {
		if r.Tier < sim.NumTiers {
			most[r.Tier] = max(most[r.Tier], before[id].Spent)
		}
	}
	for id, r := range after {
		for lower := r.Tier + 1; lower < sim.NumTiers; lower++ {
			if before[id].Spent < most[lower] {
				n++
				break
			}
		}
	}
	return n
}

// seenThrough counts people on whom the firm's file, where leaving is silent,
// says something else than when they last bought.
func seenThrough(s Size) (n float64) {
	m := town(s.Town)
	m.Churn.Silent = true
	w := begin(m, 1)
	finish(w, m.Start.Incumbent)
	now := float64(w.Round())
	for r := range w.Records() {
		if r.Active != (now-r.Last <= m.Churn.InactiveAfter) {
			n++
		}
	}
	return n
}

// numbered is the largest correlation, in standard errors, of ids with traits:
// nobody's number tells anything about them.
func numbered(w *sim.World) (worst float64) {
	for t := range sim.NumTraits {
		var n, x, y, xx, yy, xy float64
		for c := range w.Customers() {
			a, b := float64(c.ID), c.Traits[t]
			n, x, y = n+1, x+a, y+b
			xx, yy, xy = xx+float64(a*a), yy+float64(b*b), xy+float64(a*b)
		}
		cov := xy - float64(x*y/n)
		scale := math.Sqrt((xx - float64(x*x/n)) * (yy - float64(y*y/n)))
		worst = max(worst, math.Abs(cov/scale)*math.Sqrt(n))
	}
	return worst
}

// truth are the types that hold what only the model knows.
var truth = map[reflect.Type]bool{
	reflect.TypeFor[sim.Customer]():                true,
	reflect.TypeFor[sim.Value]():                   true,
	reflect.TypeFor[sim.Segment]():                 true,
	reflect.TypeFor[sim.Marginal]():                true,
	reflect.TypeFor[sim.Trait]():                   true,
	reflect.TypeFor[[sim.NumTraits]float64]():      true,
	reflect.TypeFor[sim.Market]():                  true,
	reflect.TypeFor[sim.World]():                   true,
	reflect.TypeFor[sim.ChurnParams]():             true,
	reflect.TypeFor[sim.PurchaseParams]():          true,
	reflect.TypeFor[sim.ExperienceParams]():        true,
	reflect.TypeFor[sim.UtilityParams]():           true,
	reflect.TypeFor[sim.InsightParams]():           true,
	reflect.TypeFor[sim.AcquisitionParams]():       true,
	reflect.TypeFor[[sim.NumTraits]sim.Marginal](): true,
}

// leaks are the paths from what a player can get to the truth.
func leaks() (paths []string) {
	for _, t := range []reflect.Type{reflect.TypeFor[sim.Report](), reflect.TypeFor[sim.Brief](), reflect.TypeFor[sim.Record]()} {
		follow(t, t.Name(), map[reflect.Type]bool{}, &paths)
	}
	return paths
}

func follow(t reflect.Type, path string, seen map[reflect.Type]bool, found *[]string) {
	if truth[t] || t.Kind() == reflect.Array && t.Len() == sim.NumTraits && t.Elem().Kind() == reflect.Float64 {
		*found = append(*found, path)
		return
	}
	if seen[t] {
		return
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Struct:
		for i := range t.NumField() {
			follow(t.Field(i).Type, path+"."+t.Field(i).Name, seen, found)
		}
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map, reflect.Chan:
		follow(t.Elem(), path+"[]", seen, found)
	case reflect.Interface, reflect.Func:
		*found = append(*found, path) // could hold anything
	}
}
