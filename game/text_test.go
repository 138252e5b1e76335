package game

import (
	"strings"
	"testing"

	"centricity/scenarios"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTextFromOutsideIsShownNotObeyed(t *testing.T) {
	for _, c := range []struct{ text, printable, line string }{
		{"a\tb\nc", "a\tb\nc", "a�b�c"},
		{"\x1b[2J\x07\u009b", "�[2J��", "�[2J��"},
		{"a\u202eb\u2028c", "a�b�c", "a�b�c"},
		{"\xff", "�", "�"},
		{"naïve – 世界", "naïve – 世界", "naïve – 世界"},
	} {
		assert.Equal(t, c.printable, Printable(c.text))
		assert.Equal(t, c.line, OneLine(c.text))
	}
}

// A scenario whose file has a strange or very long name can be played, saved,
// and gone on with.
func TestAnyScenarioNameCanBeSaved(t *testing.T) {
	for _, name := range []string{strings.Repeat("x", 250), strings.Repeat("世", 83), "a\nb", "\xff\u2028<&>"} {
		s := village()
		s.Name = name
		shelf := &Memory{}
		g, err := Start(s, 18446744073709551615, shelf)
		require.NoError(t, err)
		_, err = g.Commit()
		require.NoError(t, err)
		assert.LessOrEqual(t, len(g.Name()+"-99.draft.part"), 255)
		found := func(logged string) (scenarios.Scenario, error) {
			assert.Equal(t, LogName(name), logged)
			return s, nil
		}
		again, err := Resume(shelf, g.Name(), found)
		require.NoError(t, err)
		assert.Equal(t, 2, again.Round())
	}
}
