package experiment

import (
	"fmt"
	"strconv"
)

// A Claim is something a market is said to teach, in a form that can be
// measured: a statistic of one or two ways to play, and its bound.
type Claim struct {
	Kind  ClaimKind
	Of    Measure
	A, B  Way     // AtLeast and AtMost concern A alone
	Bound float64 // a share for Higher and Alike, a multiple for Wider, in the measure's unit otherwise
}

// A ClaimKind says what is claimed.
type ClaimKind int

// The kinds of claims.
const (
	Higher   ClaimKind = iota // the mean under A is above the mean under B by a share of it, or more
	Alike                     // the mean under A differs from the mean under B by a share of it, at most
	Wider                     // the spread over luck under A is a multiple of that under B, or more
	AtLeast                   // the mean under A
	AtMost                    // the mean under A
	NumKinds int       = 5
)

var kindNames = [NumKinds]string{"higher by", "alike within", "wider by", "at least", "at most"}

// String is the kind's name as scenario files spell it.
func (k ClaimKind) String() string {
	if k < 0 || int(k) >= NumKinds {
		return "unknown kind of claim"
	}
	return kindNames[k]
}

// Pair tells whether the kind compares two plays.
func (k ClaimKind) Pair() bool { return k == Higher || k == Alike || k == Wider }

// String writes the claim on one line.
func (c Claim) String() string {
	bound := strconv.FormatFloat(c.Bound, 'g', 4, 64)
	switch c.Kind {
	case Higher, Alike:
		bound = fmt.Sprintf("%.3g %%", 100*c.Bound)
	}
	if c.Kind.Pair() {
		return fmt.Sprintf("%s: %s against %s %s %s", c.Of, c.A, c.B, c.Kind, bound)
	}
	return fmt.Sprintf("%s: %s %s %s", c.Of, c.A, c.Kind, bound)
}
