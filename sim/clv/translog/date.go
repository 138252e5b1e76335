package translog

import (
	"errors"
	"fmt"
)

// A Day is a calendar day, counted from 1 January 1970.
type Day int32

// The days that are read: 1 January 1900 to 31 December 2199.
var firstDay, lastDay = civil(1900, 1, 1), civil(2199, 12, 31)

// civil is the day of a date of the Gregorian calendar. Source: Howard
// Hinnant, chrono-compatible low-level date algorithms (2013).
func civil(y, m, d int) Day {
	if m <= 2 {
		y--
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Day(era*146097 + doe - 719468)
}

// NewDay is the day of a date of the Gregorian calendar.
func NewDay(year, month, day int) Day { return civil(year, month, day) }

// Date is the day's year, month and day of the month.
func (d Day) Date() (year, month, day int) {
	z := int(d) + 719468
	era := z / 146097
	if z < 0 {
		era = (z - 146096) / 146097
	}
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = (mp+2)%12 + 1
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// String is the day as 2024-01-31.
func (d Day) String() string {
	y, m, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// ParseDay reads a day as 2024-01-31 or 20240131.
func ParseDay(s string) (Day, error) {
	at, err := parseDate([]byte(s))
	if err != nil || at.numeric {
		return 0, fmt.Errorf("%q is not a day; write one like 2024-01-31", s)
	}
	return at.day, nil
}

// A date is a day as read. One written in numbers with the year last is read
// month first where it can be, and swapped is the day of the other reading.
type date struct {
	day     Day
	numeric bool // the order of day and month is not written in it
	swapped Day
	only    Order // the order in which alone it exists
}

var (
	errDate = errors.New("is not a date")
	errDay  = errors.New("is a date that the calendar does not have")
	errFar  = errors.New("is a date outside of the years 1900 to 2199")
)

var months = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
	"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}

// parseDate reads a date with or without a time of day and a zone, which are
// left out: the day counts as the log has it.
func parseDate(b []byte) (date, error) {
	t, n, rest := dateTokens(b)
	switch {
	case n >= 1 && t[0].kind == digits && t[0].len == 8:
		return whole(t[0].value/10_000, t[0].value/100%100, t[0].value%100, after(b, t[0]))
	case n >= 1 && t[0].kind == digits && t[0].len == 14:
		v := t[0].value / 1_000_000
		return whole(v/10_000, v/100%100, v%100, after(b, t[0]))
	case n == 1 && t[0].kind == digits && (t[0].len == 10 || t[0].len == 13): // Unix time, in UTC
		seconds := t[0].value
		if t[0].len == 13 {
			seconds /= 1000
		}
		return bounded(Day(seconds / 86_400))
	}
	if n == 4 && t[0].kind == letters { // Mon, 5 Jan 2024
		t[0], t[1], t[2], n = t[1], t[2], t[3], 3
	} else if n == 4 {
		rest = b[t[2].end:]
		n = 3
	}
	if n < 3 {
		return date{}, errDate
	}
	kinds := [3]int{t[0].kind, t[1].kind, t[2].kind}
	small := func(i int) bool { return t[i].len <= 2 }
	switch {
	case kinds == [3]int{digits, digits, digits} && t[0].len == 4 && small(1) && small(2):
		return whole(t[0].value, t[1].value, t[2].value, rest)
	case kinds == [3]int{digits, digits, digits} && small(0) && small(1) && (small(2) || t[2].len == 4):
		return numeric(t[0].value, t[1].value, year(t[2]), t[1].before == '.', rest)
	case kinds == [3]int{digits, letters, digits} && t[0].len == 4 && small(2):
		return whole(t[0].value, t[1].value, t[2].value, rest)
	case kinds == [3]int{digits, letters, digits} && small(0) && (small(2) || t[2].len == 4):
		return whole(year(t[2]), t[1].value, t[0].value, rest)
	case kinds == [3]int{letters, digits, digits} && small(1) && (small(2) || t[2].len == 4):
		return whole(year(t[2]), t[0].value, t[1].value, rest)
	}
	return date{}, errDate
}

// year is a year as written; of two digits, 69 to 99 are of the last century,
// as in POSIX.
func year(t token) int {
	switch {
	case t.len == 4:
		return t.value
	case t.value >= 69:
		return 1900 + t.value
	}
	return 2000 + t.value
}

func whole(y, m, d int, rest []byte) (date, error) {
	if !timeOfDay(rest) {
		return date{}, errDate
	}
	if !exists(y, m, d) {
		return date{}, errDay
	}
	return bounded(civil(y, m, d))
}

// numeric is a date of two numbers and a year. Dots are written by those who
// put the day first.
func numeric(a, b, y int, dots bool, rest []byte) (date, error) {
	if dots {
		return whole(y, b, a, rest)
	}
	if !timeOfDay(rest) {
		return date{}, errDate
	}
	monthFirst, dayFirst := exists(y, a, b), exists(y, b, a)
	if !monthFirst && !dayFirst {
		return date{}, errDay
	}
	at := date{numeric: true}
	if monthFirst {
		at.day, at.swapped = civil(y, a, b), civil(y, a, b)
	}
	if dayFirst {
		at.swapped = civil(y, b, a)
	}
	switch {
	case !dayFirst:
		at.only = MonthFirst
	case !monthFirst:
		at.only, at.day = DayFirst, at.swapped
	}
	if at.day < firstDay || at.day > lastDay {
		return date{}, errFar
	}
	return at, nil
}

func bounded(d Day) (date, error) {
	if d < firstDay || d > lastDay {
		return date{}, errFar
	}
	return date{day: d, swapped: d}, nil
}

func exists(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 || d > 31 || y < 0 || y > 9999 {
		return false
	}
	yy, mm, dd := civil(y, m, d).Date()
	return yy == y && mm == m && dd == d
}

// swap is the day with month and day of the month exchanged; the day must be
// one of which both readings exist.
func (d Day) swap() Day {
	y, m, day := d.Date()
	return civil(y, day, m)
}
