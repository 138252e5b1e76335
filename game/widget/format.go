package widget

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"centricity/game/words"
)

// Minus is the sign of negative numbers, as wide as a plus.
const Minus = "−"

// none stands for a number that does not exist.
const none = "–"

// Count is a whole number in groups of three as the language has them: 12,345,
// or 12.345.
func Count(n int64) string {
	if n < 0 {
		return Minus + group(strconv.FormatUint(uint64(-(n+1))+1, 10))
	}
	return group(strconv.FormatInt(n, 10))
}

func group(digits string) string {
	l := words.Spoken()
	if len(digits) < l.Grouped {
		return digits
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(l.Group)
		}
		b.WriteRune(d)
	}
	return b.String()
}

// Decimal is v with the given number of decimals: 1,234.5. A value that is not
// a number is "–".
func Decimal(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return none
	}
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, frac, dot := strings.Cut(s, ".")
	s = group(whole)
	if dot {
		s += words.Spoken().Decimal + frac
	}
	if v < 0 && strings.Trim(s, "0.,") != "" {
		return Minus + s
	}
	return s
}

// Money is an amount [cents] in whole dollars: $ 1,234, or 1234 $.
func Money(cents int64) string { return Amount("$", Decimal(math.Round(float64(cents)/100), 0)) }

// Price is an amount [cents] with its cents: $ 12.50.
func Price(cents int64) string { return Amount("$", Decimal(float64(cents)/100, 2)) }

// MoneyShort is an amount [cents] to three figures: $ 980, $ 12.4 k, $ 1.20 m.
func MoneyShort(cents int64) string { return Amount("$", Short(float64(cents)/100)) }

// Amount puts a currency to a number where the language has it: −$ 12, or −12 $.
func Amount(currency, number string) string {
	if words.Spoken().SignLast {
		return number + " " + currency
	}
	if rest, ok := strings.CutPrefix(number, Minus); ok {
		return Minus + currency + " " + rest
	}
	return currency + " " + number
}

// shortUnits are the units of Short, each from where on it is used and the place
// of its name.
var shortUnits = [...]struct {
	from, unit float64
	name       int
}{{999.5e9, 1e12, 3}, {999.5e6, 1e9, 2}, {999.5e3, 1e6, 1}, {9999.5, 1e3, 0}}

// Short is v to three figures with k, m or bn: 9,870, 98.7 k, 1.20 m.
func Short(v float64) string {
	a := math.Abs(v)
	for _, step := range shortUnits {
		if a >= step.from {
			q := v / step.unit
			decimals := 2
			if math.Abs(q) >= 99.95 {
				decimals = 0
			} else if math.Abs(q) >= 9.995 {
				decimals = 1
			}
			if math.Abs(q) >= 1e6 {
				return fmt.Sprintf("%.1e", v)
			}
			return Decimal(q, decimals) + " " + words.Spoken().Short[step.name]
		}
	}
	return Decimal(v, 0)
}

// Percent is a share (1 is everything) with one decimal: 12.3 %.
func Percent(share float64) string {
	if s := Decimal(share*100, 1); s != none {
		return s + " %"
	}
	return none
}

// BasisPoints is a share [1/100 %] as a percentage: 12.3 %.
func BasisPoints(bp int64) string { return Percent(float64(bp) / 1e4) }

// Signed puts a plus before a text that has neither a minus nor only zeros:
// Signed(Money(120000)) is +$ 1,200.
func Signed(s string) string {
	if s == none || strings.HasPrefix(s, Minus) || !strings.ContainsAny(s, "123456789") {
		return s
	}
	return "+" + s
}

// Number is how a whole number is shown in a control and read from it.
type Number struct {
	Text  func(int64) string // as shown: $ 1,234
	Edit  func(int64) string // as typed: 1234
	Scale float64            // units in a typed 1: 100 for dollars kept in cents
	Like  func() string      // an example for the message: 1,200 or 1.2 m
}

// The numbers of the game: whole counts; dollars, and prices, kept in cents;
// percentages kept in basis points.
var (
	Counts  = Number{Count, plain(1, 0), 1, func() string { return Decimal(1200, 0) }}
	Dollars = Number{Money, plain(100, 0), 100, func() string {
		return words.Say("%s or %s", Decimal(1200, 0), Decimal(1.2, 1)+" "+words.Spoken().Short[1])
	}}
	Prices      = Number{Price, plain(100, 2), 100, func() string { return Decimal(12.5, 2) }}
	Percentages = Number{BasisPoints, plain(100, 1), 100, func() string { return Decimal(12.5, 1) }}
)

func plain(scale float64, decimals int) func(int64) string {
	return func(v int64) string {
		return strings.Replace(strconv.FormatFloat(float64(v)/scale, 'f', decimals, 64), ".", words.Spoken().Decimal, 1)
	}
}

// Parse reads what a person typed: a currency or percent sign, spaces and what
// parts thousands in their language do not matter; the short names of thousands,
// millions and more stand for them.
func (n Number) Parse(s string) (int64, error) {
	l := words.Spoken()
	t := strings.NewReplacer("$", "", "%", "", " ", "", "\u00a0", "", Minus, "-").Replace(strings.ToLower(s))
	if l.Group == "." && !thousands.MatchString(t) {
		t = strings.ReplaceAll(t, ",", ".") // 1.5 is no thousand, however a keypad writes it
	} else {
		t = strings.ReplaceAll(strings.ReplaceAll(t, l.Group, ""), l.Decimal, ".")
	}
	t, factor := unit(t)
	v, err := strconv.ParseFloat(t, 64)
	if err != nil || math.IsNaN(v) || strings.ContainsAny(t, "xpin_") {
		return 0, errors.New(words.Say("“%s” is not a number; type one like %s", strings.TrimSpace(s), n.Like()))
	}
	return int64(math.Round(min(max(v*factor*n.Scale, -1<<53), 1<<53))), nil
}

// unit cuts the short name of a unit off a number, in this language or in
// English. The longest come first: mil M ends as M does.
func unit(t string) (number string, factor float64) {
	for i := len(words.English.Short) - 1; i >= 0; i-- {
		for _, l := range []words.Language{words.English, words.Spoken()} {
			name := strings.ReplaceAll(strings.ToLower(l.Short[i]), " ", "")
			if rest, ok := strings.CutSuffix(t, name); ok {
				return rest, math.Pow(1000, float64(i+1))
			}
		}
	}
	return t, 1
}

// thousands are numbers whose dots part thousands: 1.234 or 1.234.567,8.
var thousands = regexp.MustCompile(`^-?\d{1,3}(\.\d{3})+(,\d*)?[a-z]*$`)
