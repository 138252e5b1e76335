package translog

import "bytes"

// A token is a run of digits, or of letters that name a month or weekday.
type token struct {
	kind   int
	value  int // of digits; of letters the month, 0 if it is none
	len    int
	end    int
	before byte // what stands before it
}

const (
	digits = iota + 1
	letters
)

// dateTokens cuts the beginning of a field into the up to four tokens a date
// can have; rest is what follows the last.
func dateTokens(b []byte) (t [4]token, n int, rest []byte) {
	i := 0
	for n < len(t) && i < len(b) {
		before := byte(0)
		for i < len(b) && isBetween(b[i]) {
			before = b[i]
			i++
		}
		from := i
		switch {
		case i < len(b) && isDigit(b[i]):
			v := 0
			for ; i < len(b) && isDigit(b[i]) && i-from < 15; i++ {
				v = v*10 + int(b[i]-'0')
			}
			t[n] = token{digits, v, i - from, i, before}
		case i < len(b) && isLetter(b[i]):
			for i < len(b) && isLetter(b[i]) {
				i++
			}
			if n >= 1 && t[0].kind == digits && i-from == 1 { // the T of 2024-01-31T10:00
				return t, n, b[from:]
			}
			t[n] = token{letters, month(b[from:i]), i - from, i, before}
		default:
			return t, n, b[i:]
		}
		n++
		if n == 3 && t[0].kind == digits {
			return t, n, b[i:]
		}
		if n == 3 && t[0].kind == letters && t[0].value > 0 && t[1].kind == digits {
			return t, n, b[i:]
		}
	}
	return t, n, b[i:]
}

// month is the number of a month by the first three letters of its name.
func month(name []byte) int {
	if len(name) < 3 || len(name) > 9 {
		return 0
	}
	return months[string(bytes.ToLower(name[:3]))]
}

func after(b []byte, t token) []byte { return b[t.end:] }

// timeOfDay tells whether what follows a date is nothing or a time of day with
// or without a zone.
func timeOfDay(b []byte) bool {
	b = bytes.TrimSpace(b)
	if len(b) == 0 {
		return true
	}
	if len(b) > 40 {
		return false
	}
	b = bytes.TrimLeft(b, "Tt ,")
	n, colon := 0, false
	for n < len(b) && (isDigit(b[n]) || b[n] == ':') {
		colon = colon || b[n] == ':'
		n++
	}
	if !colon && n != 6 && n != 4 {
		return false
	}
	limit, v, has := 24, 0, false
	for _, c := range b[:n] {
		if !colon {
			break
		}
		if c == ':' {
			if !has || v > limit {
				return false
			}
			limit, v, has = 60, 0, false
			continue
		}
		v, has = v*10+int(c-'0'), true
		if v > 99 {
			return false
		}
	}
	return v <= limit
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isBetween(c byte) bool {
	return c == ' ' || c == '-' || c == '/' || c == '.' || c == ','
}
