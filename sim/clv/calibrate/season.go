package calibrate

import (
	"math"

	"centricity/sim/clv"
	"centricity/sim/clv/study"
)

// A Season is what one part of the year multiplies buying by.
type Season struct{ Factor, SE float64 }

const (
	weeksInYear = 365.25 / 7
	twoYears    = 2 * weeksInYear
)

// seasons compares the repeat purchases in each part of the year with what the
// BG/NBD, which knows no season, expects of the customers there were. They need
// two years of log; where no part is two standard errors from 1, chance alone
// would do, and there are none. The first part begins on 1 January.
func (t *Traits) seasons(d study.Data) []Season {
	parts := int(math.Round(weeksInYear / t.Weeks))
	total := d.End + d.Holdout
	if parts < 2 || parts > 53 || total < twoYears-1 {
		if parts >= 2 {
			t.say("The log is shorter than two years, so it says nothing of seasons.")
		}
		return nil
	}
	f, err := clv.FitBGNBD(d.Base())
	if err != nil {
		return nil
	}
	days := len(d.ByDay)
	ends := make([]float64, days)
	for i := range ends {
		ends[i] = min(float64(i+1)/7, total)
	}
	actual, expected := make([]float64, parts), make([]float64, parts)
	before := 0.0
	for i, sum := range clv.Tracking(f.Model, d.Starts, ends) {
		part := min(int((d.FirstOfYear+float64(i))/365.25*float64(parts))%parts, parts-1)
		actual[part] += d.ByDay[i]
		expected[part] += sum - before
		before = sum
	}
	var out []Season
	mean, sum, told := 0.0, 0.0, false
	for i := range actual {
		if actual[i] < 5 || expected[i] <= 0 {
			t.say("Some part of the year has hardly any purchases, so seasons are left out.")
			return nil
		}
		mean += actual[i]
		sum += expected[i]
	}
	for i := range actual {
		s := Season{Factor: actual[i] / expected[i] * sum / mean}
		s.SE = s.Factor / math.Sqrt(actual[i])
		told = told || math.Abs(s.Factor-1) > 2*s.SE && math.Abs(s.Factor-1) > 0.02
		out = append(out, s)
	}
	if !told {
		t.say("No season stands out from chance.")
		return nil
	}
	return out
}
