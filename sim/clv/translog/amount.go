package translog

import (
	"bytes"
	"errors"
	"math"
)

var (
	errAmount = errors.New("is not an amount")
	errLarge  = errors.New("is an amount too large to be one purchase")
)

// parseAmount reads an amount [1/100 of the currency], rounded to the nearest.
// It may have a currency sign or code, a sign before or after it or brackets
// around it when negative, and marks between thousands.
func parseAmount(b []byte, decimal byte) (int64, error) {
	v, err := parseNumber(b, decimal)
	if err != nil {
		return 0, err
	}
	if math.Abs(v) > mostCents/100 {
		return 0, errLarge
	}
	return int64(math.Floor(math.Abs(v)*100+0.5)) * int64(1-2*b2i(v < 0)), nil
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// parseNumber reads a number whose decimal sign is '.' or ','.
func parseNumber(b []byte, decimal byte) (float64, error) {
	digitsAt, negative, ok := bare(b)
	if !ok {
		return 0, errAmount
	}
	comma, dot := bytes.LastIndexByte(digitsAt, ','), bytes.LastIndexByte(digitsAt, '.')
	switch {
	case comma >= 0 && dot >= 0: // the last of the two is the decimal sign
		decimal = '.'
		if comma > dot {
			decimal = ','
		}
	case bytes.Count(digitsAt, []byte{','}) > 1:
		decimal = '.'
	case bytes.Count(digitsAt, []byte{'.'}) > 1:
		decimal = ','
	}
	// Digits are gathered as an integer and a power of ten, so that no sum of
	// roundings moves a cent.
	v, scale, after, group := 0.0, 1.0, false, 0
	any := false
	for i, c := range digitsAt {
		switch {
		case isDigit(c):
			any = true
			if v < 1e17 {
				v = v*10 + float64(c-'0')
				if after {
					scale *= 10
				}
			} else if !after {
				return 0, errLarge
			}
			group++
		case c == decimal:
			if after {
				return 0, errAmount
			}
			after, group = true, 0
		default: // between thousands: groups of three, in India two
			if after || i > 0 && i < len(digitsAt)-1 && !isDigit(digitsAt[i+1]) || group > 3 || group == 0 {
				return 0, errAmount
			}
			if c == ',' || c == '.' {
				tail := digitsAt[i+1:]
				if n := bytes.IndexAny(tail, ",.' "); n < 0 && len(tail) != 3 || n >= 0 && (n < 2 || n > 3) {
					return 0, errAmount
				}
			}
			group = 0
		}
	}
	if !any {
		return 0, errAmount
	}
	v /= scale
	if negative {
		v = -v
	}
	return v, nil
}

// signs are currency signs, and spaces that are no ASCII, written in UTF-8.
var signs = [][]byte{[]byte("$"), []byte("€"), []byte("£"), []byte("¥"), []byte("₹"), []byte("₽"), []byte("₩"), []byte("₺"), []byte("₪"), []byte("฿"), []byte("₫"), []byte("zł"), []byte("Kč"), []byte("\u00a0"), []byte("\u202f"), []byte("\u2009")}

// bare is the digits and marks of a number without what stands around them.
func bare(b []byte) (number []byte, negative, ok bool) {
	if len(b) > 60 {
		return nil, false, false
	}
	plain := true
	for _, c := range b {
		plain = plain && (isDigit(c) || c == '.')
	}
	if plain {
		return b, false, len(b) > 0
	}
	var buf [60]byte
	out := buf[:0]
	for i := 0; i < len(b); {
		c := b[i]
		switch {
		case isDigit(c) || c == '.' || c == ',':
			out = append(out, c)
		case c == '-' || c == '(':
			negative = true
		case c == '+' || c == ')' || c == ' ' || c == '\'' || c == '"':
		case isLetter(c): // a code such as USD or kr, before or after, never inside
			from := i
			for i < len(b) && isLetter(b[i]) {
				i++
			}
			if i-from > 4 || len(out) > 0 && len(bytes.TrimRight(b[i:], " .-)")) > 0 {
				return nil, false, false
			}
			if len(out) == 0 && i < len(b) && b[i] == '.' { // of an abbreviation
				i++
			}
			continue
		case bytes.HasPrefix(b[i:], []byte(minus)):
			negative = true
			i += len(minus)
			continue
		default:
			n := 0
			for _, s := range signs {
				if bytes.HasPrefix(b[i:], s) {
					n = len(s)
				}
			}
			if n == 0 {
				return nil, false, false
			}
			i += n
			continue
		}
		i++
	}
	out = bytes.TrimRight(out, ".,") // "kr." and the like
	return out, negative, len(out) > 0
}

const minus = "−"
