package validation

import (
	"fmt"
	"math"
)

// A Row is one property: what it should be, and what it is.
type Row struct {
	Property string
	Want     Want
	Got      float64
	SE       float64 // standard error of Got; 0 where nothing is drawn or nothing differs
	Why      string  // the reason where it misses
}

// A Want is the range a property should lie in.
type Want struct {
	Text      string // as the table shows it
	Low, High float64
	Slack     float64 // standard errors by which a value may lie outside; below 0, by which it must lie inside
}

// is wants a value known from theory, within some standard errors.
func is(value, slack float64) Want {
	return Want{fmt.Sprintf("%s, within %g se", number(value), slack), value, value, slack}
}

// exactly wants a value without error.
func exactly(value float64) Want { return Want{number(value), value, value, 0} }

// between wants a published range.
func between(low, high float64) Want {
	return Want{number(low) + " … " + number(high), low, high, 0}
}

// about wants a value that is only roughly known.
func about(value, low, high float64) Want {
	return Want{fmt.Sprintf("about %s (%s … %s)", number(value), number(low), number(high)), low, high, 0}
}

// above wants a value surely above a bound, below one surely below it.
func above(bound float64) Want {
	return Want{"> " + number(bound) + ", by 3 se", bound, math.Inf(1), -3}
}

func below(bound float64) Want {
	return Want{"< " + number(bound) + ", by 3 se", math.Inf(-1), bound, -3}
}

// atLeast wants a value not below a bound as far as can be told.
func atLeast(bound float64) Want {
	return Want{"≥ " + number(bound) + ", within 3 se", bound, math.Inf(1), 3}
}

// Holds tells whether the property holds.
func (r Row) Holds() bool { return r.within(r.Want.Slack) }

// Contradicted tells whether a run too small to be sure speaks against the
// property all the same: by more than 4 standard errors.
func (r Row) Contradicted() bool { return !r.within(max(r.Want.Slack, 4)) }

func (r Row) within(slack float64) bool {
	room := float64(slack * r.SE)
	return r.Got >= r.Want.Low-room && r.Got <= r.Want.High+room
}

// Verdict is "holds", or "misses" with the reason.
func (r Row) Verdict() string {
	switch {
	case r.Holds():
		return "holds"
	case r.Why == "":
		return "misses"
	}
	return "misses: " + r.Why
}

// number writes four significant digits.
func number(x float64) string {
	if math.Abs(x) >= 1e4 {
		return fmt.Sprintf("%.0f", x)
	}
	return fmt.Sprintf("%.4g", x)
}
