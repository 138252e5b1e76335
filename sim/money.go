package sim

import (
	"math"
	"strconv"
)

// Money is an amount in whole cents, so that every sum is exact and does not
// depend on the order of addition. The largest sum a market can reach stays
// far inside int64.
type Money int64

// Currency is the amount in units of the currency [currency].
func (m Money) Currency() float64 { return float64(m) / 100 }

// String writes the amount as "1234.50".
func (m Money) String() string {
	sign, u := "", uint64(m)
	if m < 0 {
		sign, u = "-", -u
	}
	c := strconv.FormatUint(u%100, 10)
	if len(c) < 2 {
		c = "0" + c
	}
	return sign + strconv.FormatUint(u/100, 10) + "." + c
}

// maxMoney bounds one amount: ten trillion in currency. It keeps a float that
// went astray from becoming an integer whose value differs by machine.
const maxMoney = 1e15

// cents rounds an amount in currency to whole cents, halves away from zero.
func cents(currency float64) Money {
	c := float64(currency * 100)
	switch {
	case !(c > -maxMoney): // also NaN
		return -maxMoney
	case c > maxMoney:
		return maxMoney
	case c < 0:
		return Money(math.Ceil(c - 0.5))
	}
	return Money(math.Floor(c + 0.5))
}

// BasisPoints are hundredths of a percent: 10,000 are the whole.
type BasisPoints int

// Share is the part of the whole, 0.25 for 2,500.
func (b BasisPoints) Share() float64 { return float64(b) / 10_000 }

// divide splits an amount by integer weights into whole cents that sum to it.
// All weights zero divide it evenly.
func divide(parts []Money, total Money, weights []int) []Money {
	var sum int64
	for _, w := range weights {
		sum += int64(w)
	}
	var done Money
	var seen int64
	for i, w := range weights {
		if sum == 0 {
			seen = int64(i + 1)
			parts[i] = total*Money(seen)/Money(len(weights)) - done
		} else {
			seen += int64(w)
			parts[i] = total*Money(seen)/Money(sum) - done
		}
		done += parts[i]
	}
	return parts
}
