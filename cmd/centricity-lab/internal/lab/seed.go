package lab

import (
	"errors"
	"strconv"
)

// seed is a flag that takes every seed a world can have: 0 to 2^64−1.
type seed uint64

const seedType = "N"

// String implements pflag.Value.
func (s *seed) String() string { return strconv.FormatUint(uint64(*s), 10) }

// Type implements pflag.Value.
func (s *seed) Type() string { return seedType }

// Set implements pflag.Value.
func (s *seed) Set(text string) error {
	n, err := strconv.ParseUint(text, 10, 64)
	if errors.Is(err, strconv.ErrRange) {
		return errors.New("a seed is at most 18446744073709551615; " + strconv.Quote(shorten(text)) + " is too large")
	}
	if err != nil {
		return errors.New("a seed is a whole number from 0 to 18446744073709551615; " + strconv.Quote(shorten(text)) + " is not")
	}
	*s = seed(n)
	return nil
}

// shorten cuts what is quoted in a message.
func shorten(text string) string {
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}
