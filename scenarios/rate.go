package scenarios

import (
	"math"
	"strings"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// Lengths of time that a rate can be told for [weeks]. A round has
// weeks_per_round of them.
var periods = map[string]float64{"week": 1, "month": 52. / 12, "quarter": 13, "year": 52}

var periodNames = []string{"round", "week", "month", "quarter", "year"}

// isRate tells units that are told for a length of time and grow with it.
// Shares and chances do not: 20 % a quarter is not 80 % a year.
func isRate(unit string) bool {
	return strings.HasSuffix(unit, "per round") && !isShare(unit)
}

// hasPeriod tells parameters that can be told for a length of time.
func hasPeriod[T any](p sim.Parameter[T]) bool {
	return isRate(p.Unit) || p.Path == discountRate
}

// discountRate is the one share that is told for a length of time: it
// compounds.
const discountRate = "value.discount_rate"

// unitOf is a parameter's unit as it is written.
func unitOf[T any](p sim.Parameter[T]) string {
	if p.Path == discountRate {
		return "share per round"
	}
	return p.Unit
}

// rate reads a number. One that is told for a length of time may be a map,
// {is: 3, per: year}, and is converted to a round.
func (f number[T]) rate(r *reader, at string, n *yaml.Node) (x float64, converted, ok bool) {
	unit := unitOf(f.param)
	if n.Kind != yaml.MappingNode || !hasPeriod(f.param) {
		if x, ok = r.number(at, n, unit); ok && isRate(unit) && r.per != "" {
			return x * r.rounds(r.per), true, true
		}
		return x, false, ok
	}
	x, per := math.NaN(), ""
	group{
		{name: "is", required: true, doc: "how much.", form: size{&x, unit}},
		{name: "per", required: true, doc: "for how long: one of %s.", of: periodNames, form: period{&per}},
	}.read(r, at, n)
	if math.IsNaN(x) || per == "" {
		return 0, false, false
	}
	if f.param.Path == discountRate {
		// Machines may differ in the last bits of a power; a billionth hides them.
		const fine = 1e9
		return math.Round((math.Pow(1+x, r.rounds(per))-1)*fine) / fine, true, true
	}
	return x * r.rounds(per), true, true
}

// rounds is how many of a period a round is.
func (r *reader) rounds(per string) float64 {
	if weeks, ok := periods[per]; ok && r.weeks != nil {
		return *r.weeks / weeks
	}
	return 1
}

// period is the form of a length of time.
type period struct{ to *string }

func (f period) read(r *reader, at string, n *yaml.Node) {
	if i, ok := r.choose(at, n, periodNames); ok {
		*f.to = periodNames[i]
	}
}

func (f period) describe() shape {
	s := oneOf(periodNames, "")
	s.example = "year"
	return s
}
