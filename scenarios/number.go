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
		if i, ok := r.choose(at, n, yesNo); ok {
			p.Set(f.owner, float64(i))
		}
		return
	}
	x, converted, ok := f.rate(r, at, n)
	if !ok {
		return
	}
	if x < p.Low || x > p.High {
		if n.LineComment == scaled {
			r.fail(n, at, outOfBounds, "%s would come to %s; it must lie between %s and %s %s. %s", at, quoteNumber(n), plain(p.Low), plain(p.High), unitIn(p.Unit), say(p.Doc))
			return
		}
		end := meantPercent(unitOf(p), x, p.Low, p.High)
		if end.silent() {
			end = Verbatim(".")
		}
		r.fail(n, at, outOfBounds, "%s is %s; it must lie between %s and %s %s%s %s", at, asWritten(n, x, converted), plain(p.Low), plain(p.High), unitIn(unitOf(p)), end, say(p.Doc))
		return
	}
	before := p.Get(f.owner)
	p.Set(f.owner, x)
	if p.Get(f.owner) != x && !converted {
		p.Set(f.owner, before)
		r.fail(n, at, tooFine, "%s is %s; it must be %s %s. %s", at, quoteNumber(n), granularity[p.Kind()], unitIn(unitOf(p)), say(p.Doc))
	}
}

var yesNo = []string{"false", "true"}

// granularity tells how fine a parameter can be written.
var granularity = map[sim.Kind]Phrase{
	sim.Whole:  say("a whole number"),
	sim.Amount: say("in whole cents"),
	sim.Share:  say("a share in steps of 0.0001 (0.01 %)"),
}

func (f number[T]) describe() shape {
	p, x := f.param, f.param.Get(f.owner)
	switch p.Kind() {
	case sim.Choice:
		s := oneOf(p.Words(), p.Words()[int(x)])
		s.unit = unitOf(p)
		return s
	case sim.YesNo:
		return shape{takes: say("true or false"), value: yesNo[int(x)], example: "true", schema: schema{"type": "boolean"}}
	case sim.Whole:
		s := quantity(unitOf(p), p.Low, p.High, plain(x), plain(p.Default))
		s.takes, s.schema["type"] = say("whole number"), "integer"
		return s
	}
	s := quantity(unitOf(p), p.Low, p.High, plain(x), exampleOf(unitOf(p), p.Default, p.Low, p.High))
	if hasPeriod(p) {
		s.takes = say("%s or {is, per}", s.takes)
		s.schema = anyOf(append(choices(s.schema), schema{
			"type": "object", "additionalProperties": false, "required": []string{"is", "per"},
			"properties": map[string]schema{"is": s.schema, "per": {"enum": periodNames}},
		})...)
	}
	return s
}

func choices(s schema) []schema {
	if any, ok := s["anyOf"].([]schema); ok {
		return any
	}
	return []schema{s}
}

// exampleOf writes a value that says something, in the way people write it.
func exampleOf(unit string, value, low, high float64) string {
	if value == 0 {
		value = min(1, high)
		if isShare(unit) {
			value = min(.05, high)
		}
	}
	switch {
	case isShare(unit):
		return strconv.FormatFloat(value*100, 'f', -1, 64) + "%"
	case isMoney(unit) && value != math.Trunc(value) && value >= .01:
		return strconv.FormatFloat(value, 'f', 2, 64)
	}
	return plain(value)
}

// scale multiplies the parameter.
func (f number[T]) scale(by float64) bool {
	if k := f.param.Kind(); k == sim.Choice || k == sim.YesNo {
		return false
	}
	f.param.Set(f.owner, product(f.param.Get(f.owner), by))
	return true
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
	if isMoney(unit) {
		digits = strings.TrimPrefix(digits, r.currency)
	}
	if meant := thousands(digits, unit); meant != "" {
		r.fail(n, at, notANumber, "%s is %s; thousands stand without a mark between them, and decimals behind a point: did you mean %s?", at, quote(s), meant)
		return 0, false
	}
	if of, ok := strings.CutSuffix(digits, "%"); ok && !isShare(unit) {
		if x, err := strconv.ParseFloat(strings.TrimSpace(of)+"e-2", 64); err == nil {
			r.fail(n, at, notANumber, "%s is %s; only shares and chances are told in percent, and this is a number %s: did you mean %s?", at, quote(s), unitIn(unit), plain(x))
			return 0, false
		}
	}
	if !decimal.MatchString(digits) || !strings.ContainsAny(digits, "0123456789") {
		r.fail(n, at, notANumber, "%s is %s; write a number like %s %s", at, quote(s), example(unit), unitIn(unit))
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

var (
	marked       = regexp.MustCompile(`^[1-9][0-9]{0,2}(,[0-9]{3})+$|^[1-9][0-9]{0,2}([.'][0-9]{3})+$`)
	decimalComma = regexp.MustCompile(`^[0-9]+,[0-9]{1,2}$`)
)

// thousands is what a number with marks in it was probably meant to be; empty
// where nothing speaks for it. A point before three digits parts thousands where
// people write money and count heads, and decimals elsewhere.
func thousands(digits, unit string) string {
	counts := isMoney(unit) || unit == "persons" || unit == "rounds"
	switch {
	case marked.MatchString(digits) && (strings.Count(digits, ".") != 1 || counts && strings.HasSuffix(digits, "0")):
		return strings.NewReplacer(",", "", ".", "", "'", "").Replace(digits)
	case decimalComma.MatchString(digits):
		return strings.Replace(digits, ",", ".", 1)
	}
	return ""
}

// bounded reads a number between two bounds that is whole when counted in
// parts of one: cents for money. It returns the count.
func (r *reader) bounded(at string, n *yaml.Node, unit string, low, high float64, parts int64) (int64, bool) {
	x, ok := r.number(at, n, unit)
	if !ok {
		return 0, false
	}
	if x < low || x > high {
		r.fail(n, at, outOfBounds, "%s is %s; it must lie between %s and %s %s%s", at, quoteNumber(n), plain(low), plain(high), unitIn(unit), meantPercent(unit, x, low, high))
		return 0, false
	}
	count := int64(math.Round(x * float64(parts)))
	if float64(count)/float64(parts) != x {
		r.fail(n, at, tooFine, "%s is %s; it must be a multiple of %s %s", at, quoteNumber(n), plain(1/float64(parts)), unitIn(unit))
		return 0, false
	}
	return count, true
}

// isShare tells units that may be written in percent.
func isShare(unit string) bool {
	return strings.HasPrefix(unit, "share") || strings.HasPrefix(unit, "chance")
}

// meantPercent asks after a percentage that lacks its sign.
func meantPercent(unit string, x, low, high float64) Phrase {
	if !isShare(unit) || x <= 1 || x/100 < low || x/100 > high {
		return Phrase{}
	}
	return say("; did you mean %s%%?", plain(x))
}

func example(unit string) Phrase {
	switch {
	case isShare(unit):
		return say("%s or %s", "0.06", "6%")
	case isMoney(unit):
		return say("%s or %s", "1200", "4.50")
	}
	return say("%s or %s", "12", "0.35")
}

// plain writes a number in digits, never with an exponent.
func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// quoteNumber shows a number as the file has it.
func quoteNumber(n *yaml.Node) string { return strings.Trim(quote(n.Value), `"`) }

func asWritten(n *yaml.Node, x float64, converted bool) any {
	if converted {
		return say("%s a round", plain(x))
	}
	return quoteNumber(n)
}
