package widget

import (
	"math"
	"strings"

	"centricity/game/words"
)

// Shorts are the values of one axis in one form, so that they compare at a
// glance: in the unit Short has for the largest, with as many decimals as they
// need: 0, 50 k, 100 k.
func Shorts(values []float64) []string {
	largest := 0.0
	for _, v := range values {
		if a := math.Abs(v); a <= math.MaxFloat64 {
			largest = max(largest, a)
		}
	}
	unit, name := 1.0, ""
	for _, step := range shortUnits {
		if largest >= step.from {
			unit, name = step.unit, " "+words.Spoken().Short[step.name]
			break
		}
	}
	out := make([]string, len(values))
	scaled := make([]float64, len(values))
	for i, v := range values {
		scaled[i] = v / unit
	}
	decimals := Decimals(scaled, 3)
	for i, v := range values {
		switch {
		case largest/unit >= 1e6 || math.IsNaN(v):
			out[i] = Short(v)
		case v == 0:
			out[i] = Decimal(0, 0)
		default:
			out[i] = Decimal(scaled[i], decimals) + name
		}
	}
	return out
}

// MoneyShorts are amounts [cents] on one axis in one form: $ 0, $ 50 k, $ 100 k.
func MoneyShorts(cents []float64) []string {
	whole := make([]float64, len(cents))
	for i, v := range cents {
		whole[i] = v / 100
	}
	out := Shorts(whole)
	for i := range out {
		out[i] = Amount("$", out[i])
	}
	return out
}

// Percents are shares on one axis in one form: 0 %, 50 %, 100 %.
func Percents(shares []float64) []string {
	out, hundredths := make([]string, len(shares)), make([]float64, len(shares))
	for i, v := range shares {
		hundredths[i] = 100 * v
	}
	decimals := Decimals(hundredths, 1)
	for i, v := range hundredths {
		out[i] = Decimal(v, decimals) + " %"
	}
	return out
}

// Decimals is how many decimals, at most, the values need to be told.
func Decimals(values []float64, most int) int {
	for n := range most {
		scale, whole := math.Pow(10, float64(n)), true
		for _, v := range values {
			v *= scale
			whole = whole && !(math.Abs(v-math.Round(v)) > 1e-6+1e-12*math.Abs(v))
		}
		if whole {
			return n
		}
	}
	return most
}

// Trimmed is a written number without decimals that are zero: 1 ×, not 1.0 ×.
func Trimmed(s string) string {
	at := strings.Index(s, words.Spoken().Decimal)
	if at < 0 {
		return s
	}
	end := at + len(words.Spoken().Decimal)
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	kept := strings.TrimRight(s[:end], "0")
	return strings.TrimSuffix(kept, words.Spoken().Decimal) + s[end:]
}
