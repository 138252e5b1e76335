package class_test

import (
	"strings"
	"testing"

	"centricity/game/class"
	"centricity/scenarios"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func shipped(t testing.TB) (all []scenarios.Scenario) {
	t.Helper()
	for _, name := range scenarios.Names() {
		s, err := scenarios.Shipped(name)
		require.NoError(t, err)
		all = append(all, s)
	}
	return all
}

// Whatever the scenario and seed, everyone who types the code gets to them, in
// any case and grouping, and with O and l for 0 and 1.
func TestCodesLeadBack(t *testing.T) {
	all := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(all).Draw(t, "scenario")
		seed := rapid.Uint64Range(0, class.MaxSeed).Draw(t, "seed")
		code, err := class.NewCode(s, seed)
		require.NoError(t, err)
		text := code.String()
		require.Len(t, text, 14)
		require.NotRegexp(t, "[ILOU]", text)
		for _, typed := range []string{
			text, strings.ToLower(text), strings.ReplaceAll(text, "-", ""), " " + strings.ReplaceAll(text, "-", "  "),
			strings.ReplaceAll(text, "0", "o"), strings.ReplaceAll(text, "1", "l"),
		} {
			require.True(t, class.LooksLikeCode(typed))
			got, err := class.ParseCode(typed)
			require.NoError(t, err, typed)
			require.Equal(t, code, got)
			found, err := got.Find(all)
			require.NoError(t, err)
			require.Equal(t, s.Name, found.Name)
			require.True(t, got.Market(s.Market.Hash().String()))
		}
	})
}

// Every code with one wrong letter, or with any two exchanged, is refused.
func TestSlipsAreFound(t *testing.T) {
	const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	code, err := class.NewCode(shipped(t)[0], 482913)
	require.NoError(t, err)
	good := strings.ReplaceAll(code.String(), "-", "")
	for i := range good {
		for _, other := range alphabet {
			wrong := good[:i] + string(other) + good[i+1:]
			if _, err := class.ParseCode(wrong); wrong != good {
				require.ErrorContains(t, err, "a letter is wrong or two are exchanged")
			}
		}
		for j := range i {
			b := []byte(good)
			b[i], b[j] = b[j], b[i]
			if _, err := class.ParseCode(string(b)); string(b) != good {
				require.Error(t, err)
			}
		}
	}
}

func TestForeignCodesAreAnswered(t *testing.T) {
	all := shipped(t)
	s := all[0]
	s.Market.People++
	changed, err := class.NewCode(s, 1)
	require.NoError(t, err)
	_, err = changed.Find(all)
	assert.ErrorContains(t, err, "another version of “"+s.Title+"”")
	s.Name = "my-own"
	own, err := class.NewCode(s, 1)
	require.NoError(t, err)
	_, err = own.Find(all)
	assert.ErrorContains(t, err, "for a scenario that is not here")
	_, err = own.Find(append(all, s))
	assert.NoError(t, err)
	_, err = class.NewCode(s, class.MaxSeed+1)
	assert.ErrorContains(t, err, "seeds up to 16777215")
	for _, text := range []string{"", "482913", "7K2M", strings.Repeat("A", 1000)} {
		_, err := class.ParseCode(text)
		assert.ErrorContains(t, err, "12 letters and digits")
	}
	assert.False(t, class.LooksLikeCode("482913"))
	assert.True(t, class.LooksLikeCode("7K2M"))
}

// No two of the scenarios that ship can be taken for each other.
func TestShippedScenariosHaveNamesOfTheirOwn(t *testing.T) {
	all := shipped(t)
	for i, s := range all {
		code, err := class.NewCode(s, 5)
		require.NoError(t, err)
		for j, other := range all {
			ok, err := code.Of(other)
			require.NoError(t, err)
			require.Equal(t, i == j, ok)
		}
	}
}

// What is accepted is written back as the same code.
func FuzzParseCode(f *testing.F) {
	f.Add("7K2M-0X4T-9QRA")
	f.Add("ooooiiiillll")
	f.Fuzz(func(t *testing.T, text string) {
		code, err := class.ParseCode(text)
		if err != nil {
			return
		}
		again, err := class.ParseCode(code.String())
		require.NoError(t, err)
		require.Equal(t, code, again)
	})
}
