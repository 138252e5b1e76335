// Package class is a class that plays without a server: the code that brings
// everyone to the same customers and the same luck, and what a room's logs say
// together.
package class

import (
	"errors"
	"hash/fnv"
	"strings"

	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// A Code names a scenario, its version and a seed in 12 characters:
//
//	10 bits of the scenario's name | 4 of the model version | 17 of the market's hash | 24 of the seed | 5 of a check
//
// The letters are Crockford's base 32, which has no I, L, O and U; whoever
// types them for 1 and 0 is understood.
type Code struct {
	name, model, market uint64
	Seed                uint64 // at most MaxSeed
}

// MaxSeed is the largest seed a code carries.
const MaxSeed = 1<<24 - 1

const (
	letters    = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	codeLength = 12
)

// NewCode is the code of a scenario and a seed.
func NewCode(s scenarios.Scenario, seed uint64) (Code, error) {
	if seed > MaxSeed {
		return Code{}, errors.New(words.Say("a class code carries seeds up to %d; %d is larger", MaxSeed, seed))
	}
	hash := s.Market.Hash().String()
	return Code{name: short(s.Name, 10), model: sim.ModelVersion % 16, market: short(hash, 17), Seed: seed}, nil
}

// short is so many bits that tell texts apart.
func short(text string, bits int) uint64 {
	h := fnv.New64a()
	h.Write([]byte(text))
	v := h.Sum64()
	return (v ^ v>>32) & (1<<bits - 1)
}

// String writes the code in three groups of four.
func (c Code) String() string {
	v := ((c.name<<4|c.model)<<17|c.market)<<24 | c.Seed
	var d [codeLength]byte
	for i := codeLength - 2; i >= 0; i-- {
		d[i] = byte(v & 31)
		v >>= 5
	}
	d[codeLength-1] = check(d[:codeLength-1])
	var b strings.Builder
	for i, x := range d {
		if i > 0 && i%4 == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(letters[x])
	}
	return b.String()
}

// check is the digit that makes Σ αⁱ dᵢ zero in GF(32), α a root of x⁵ + x² + 1:
// one wrong letter is always found, and so are any two letters exchanged (a
// Reed–Solomon code with one check symbol).
func check(d []byte) byte {
	var sum byte
	for i := range d { // Horner: sum = Σ α^(n−i) dᵢ
		sum = double(sum) ^ d[i]
	}
	return double(sum)
}

// double multiplies by α.
func double(x byte) byte {
	x <<= 1
	if x&32 != 0 {
		x ^= 0b100101
	}
	return x
}

// What is wrong with a code.
var (
	errLength error = words.Error(words.Mark("a class code has 12 letters and digits, such as 7K2M-0X4T-9QRA"))
	errTyped  error = words.Error(words.Mark("this is not a class code: a letter is wrong or two are exchanged; compare it with your teacher's"))
)

// LooksLikeCode tells a code, or the beginning of one, from a game number.
func LooksLikeCode(text string) bool {
	if strings.Trim(plain(text), "0123456789") != "" {
		return true
	}
	_, err := ParseCode(text) // of digits alone: a number, unless it passes the check
	return err == nil
}

// plain drops what groups the letters and reads what was mistaken.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '-', ' ', '\u2010', '\u2011', '\u2012', '\u2013', '\u00a0', '_', '.':
			return -1
		case 'o', 'O':
			return '0'
		case 'i', 'I', 'l', 'L':
			return '1'
		}
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		return r
	}, text)
}

// ParseCode reads a code as people type it: in any case, with or without
// hyphens.
func ParseCode(text string) (Code, error) {
	const longest = 100 // what is longer is not looked at
	if len(text) > longest {
		return Code{}, errLength
	}
	typed := plain(text)
	if len(typed) != codeLength {
		return Code{}, errLength
	}
	var d [codeLength]byte
	var v uint64
	for i := range d {
		at := strings.IndexByte(letters, typed[i])
		if at < 0 {
			return Code{}, errTyped
		}
		d[i] = byte(at)
		if i < codeLength-1 {
			v = v<<5 | uint64(at)
		}
	}
	if check(d[:codeLength-1]) != d[codeLength-1] {
		return Code{}, errTyped
	}
	return Code{name: v >> 45, model: v >> 41 & 15, market: v >> 24 & (1<<17 - 1), Seed: v & MaxSeed}, nil
}

// Of tells whether a code is for a scenario. If the scenario has the code's
// name but is another version of it, the error says so.
func (c Code) Of(s scenarios.Scenario) (bool, error) {
	own, _ := NewCode(s, c.Seed)
	switch {
	case own.name != c.name:
		return false, nil
	case own.model != c.model:
		return false, errors.New(words.Say("this class code is for another version of Centricity (model %d; here it is %d); use the same program as your teacher", c.model, own.model))
	case own.market != c.market:
		return false, errors.New(words.Say("this class code is for another version of “%s”; ask your teacher for the page or file that belongs to it", words.Say(s.Title)))
	}
	return true, nil
}

// Find is the scenario of a code among those that are here.
func (c Code) Find(among []scenarios.Scenario) (scenarios.Scenario, error) {
	var other error
	for _, s := range among {
		ok, err := c.Of(s)
		if ok {
			return s, nil
		}
		if err != nil && other == nil {
			other = err
		}
	}
	if other == nil {
		other = errors.New(words.Say("this class code is for a scenario that is not here; ask your teacher for the page or file that belongs to it"))
	}
	return scenarios.Scenario{}, other
}

// Market tells whether a log's market hash is the code's.
func (c Code) Market(hash string) bool { return short(hash, 17) == c.market }
