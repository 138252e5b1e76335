package scenarios

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// number is the form of one parameter of the tables in package sim.
type number[T any] struct {
	owner *T
	param sim.Parameter[T]
}

func (f number[T]) read(r *reader, at string, n *yaml.Node) {
	p := f.param
	switch p.Kind() {
	case sim.Choice:
		if i, ok := r.choose(at, n, p.Words()); ok {
			p.Set(f.owner, float64(i))
		}
		return
	case sim.YesNo:
		if i, ok := r.choose(at, n, []string{"false", "true"}); ok {
			p.Set(f.owner, float64(i))
		}
		return
	}
	x, ok := r.number(at, n, p.Unit)
	if !ok {
		return
	}
	if x < p.Low || x > p.High {
		r.fail(n, at, outOfBounds, "%s is %s; it must lie between %s and %s [%s]. %s", at, quoteNumber(n), plain(p.Low), plain(p.High), p.Unit, p.Doc)
		return
	}
	before := p.Get(f.owner)
	p.Set(f.owner, x)
	if p.Get(f.owner) != x {
		p.Set(f.owner, before)
		r.fail(n, at, tooFine, "%s is %s; it must be %s [%s]. %s", at, quoteNumber(n), granularity[p.Kind()], p.Unit, p.Doc)
	}
}

// granularity tells how fine a parameter can be written.
var granularity = map[sim.Kind]string{
	sim.Whole:  "a whole number",
	sim.Amount: "in whole cents",
	sim.Share:  "a share in steps of 0.0001 (0.01 %)",
}

var decimal = regexp.MustCompile(`^[-+]?(0|[1-9][0-9]*)?(\.[0-9]*)?([eE][-+]?[0-9]{1,4})?$`)

// number reads a plain decimal. Shares and chances may be written in percent,
// money with the scenario's currency sign. The number is finite.
func (r *reader) number(at string, n *yaml.Node, unit string) (float64, bool) {
	s, ok := r.word(at, n)
	if !ok {
		return 0, false
	}
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		r.fail(n, at, notANumber, "%s is the text %s; write a number, without quotes", at, quote(s))
		return 0, false
	}
	digits, percent := s, false
	if isShare(unit) {
		digits, percent = strings.CutSuffix(digits, "%")
		digits = strings.TrimRight(digits, " ")
	}
	if strings.HasPrefix(unit, "currency") {
		digits = strings.TrimPrefix(digits, r.currency)
	}
	if !decimal.MatchString(digits) || !strings.ContainsAny(digits, "0123456789") {
		r.fail(n, at, notANumber, "%s is %s; write a number like %s [%s]", at, quote(s), example(unit), unit)
		return 0, false
	}
	if percent {
		digits += "e-2"
		if strings.ContainsAny(s, "eE") {
			r.fail(n, at, notANumber, "%s is %s; write a percentage like 6%%", at, quote(s))
			return 0, false
		}
	}
	x, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		r.fail(n, at, notANumber, "%s is %s; that is too large a number", at, quote(s))
		return 0, false
	}
	return x, true
}

// bounded reads a number between two bounds that is whole when counted in
// parts of one: cents for money. It returns the count.
func (r *reader) bounded(at string, n *yaml.Node, unit string, low, high float64, parts int64) (int64, bool) {
	x, ok := r.number(at, n, unit)
	if !ok {
		return 0, false
	}
	if x < low || x > high {
		r.fail(n, at, outOfBounds, "%s is %s; it must lie between %s and %s [%s]", at, quoteNumber(n), plain(low), plain(high), unit)
		return 0, false
	}
	count := int64(math.Round(x * float64(parts)))
	if float64(count)/float64(parts) != x {
		r.fail(n, at, tooFine, "%s is %s; it must be a multiple of %s [%s]", at, quoteNumber(n), plain(1/float64(parts)), unit)
		return 0, false
	}
	return count, true
}

// isShare tells units that may be written in percent.
func isShare(unit string) bool {
	return strings.HasPrefix(unit, "share") || strings.HasPrefix(unit, "chance")
}

func example(unit string) string {
	switch {
	case isShare(unit):
		return "0.06 or 6%"
	case strings.HasPrefix(unit, "currency"):
		return "1200 or 4.50"
	}
	return "12 or 0.35"
}

// plain writes a number in digits, never with an exponent.
func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// quoteNumber shows a number as the file has it.
func quoteNumber(n *yaml.Node) string { return strings.Trim(quote(n.Value), `"`) }
