package validation

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNothingSpeaksAgainstThePage: with fewer people and seeds than the table
// of MODEL.md took, no property that holds there is contradicted here.
func TestNothingSpeaksAgainstThePage(t *testing.T) {
	page, err := os.ReadFile("../MODEL.md")
	require.NoError(t, err)
	verdicts := map[string]string{}
	for line := range strings.Lines(string(page)) {
		if cells := strings.Split(line, " | "); len(cells) == 5 {
			verdicts[strings.TrimPrefix(cells[0], "| ")] = cells[4]
		}
	}
	for _, s := range Measure(Quick, 0, nil) {
		for _, r := range s.Rows {
			verdict, listed := verdicts[r.Property]
			if assert.True(t, listed, "MODEL.md has no row %q; run: make validate", r.Property) && strings.HasPrefix(verdict, "holds") {
				assert.False(t, r.Contradicted(), "%s: %s: expected %s, measured %s ± %s", s.Title, r.Property, r.Want.Text, number(r.Got), spread(r.SE))
			}
		}
	}
}

// TestTheTableDoesNotDependOnWorkers, down to the last digit shown.
func TestTheTableDoesNotDependOnWorkers(t *testing.T) {
	tiny := Size{Crowd: 2000, Town: 400, Seeds: 8}
	assert.Equal(t, Table(Measure(tiny, 1, nil)), Table(Measure(tiny, 5, nil)))
}

func TestRowsAreJudged(t *testing.T) {
	for _, c := range []struct {
		want         Want
		got, se      float64
		holds, wrong bool
	}{
		{is(1, 3), 1.29, 0.1, true, false},
		{is(1, 3), 1.31, 0.1, false, false},
		{is(1, 3), 1.41, 0.1, false, true},
		{exactly(0), 0, 0, true, false},
		{exactly(0), 1, 0, false, true},
		{between(2, 3), 3, 0.1, true, false},
		{between(2, 3), 3.01, 0.1, false, false},
		{above(0), 0.31, 0.1, true, false},
		{above(0), 0.29, 0.1, false, false},
		{above(0), -0.41, 0.1, false, true},
		{below(1), 0.5, 0.1, true, false},
		{below(1), 0.8, 0.1, false, false},
		{atLeast(0), -0.29, 0.1, true, false},
		{atLeast(0), -0.31, 0.1, false, false},
	} {
		r := Row{"x", c.want, c.got, c.se, "because"}
		assert.Equal(t, c.holds, r.Holds(), "%s: %v ± %v", c.want.Text, c.got, c.se)
		assert.Equal(t, c.wrong, r.Contradicted(), "%s: %v ± %v", c.want.Text, c.got, c.se)
		assert.Equal(t, map[bool]string{true: "holds", false: "misses: because"}[c.holds], r.Verdict())
	}
}

func TestInsertReplacesWhatStandsBetweenTheMarks(t *testing.T) {
	page := "a\n" + from + "old\n" + to + "\nb\n"
	now, err := Insert(page, "new\n")
	require.NoError(t, err)
	assert.Equal(t, "a\n"+from+"new\n"+to+"\nb\n", now)
	for _, broken := range []string{"", from, to + from} {
		_, err := Insert(broken, "new\n")
		assert.ErrorContains(t, err, "the page has no line <!-- ")
	}
}

// TestClosedFormsMeetWhatWasPublished: the formula behind the expected ratios
// of periodic to continuous death opportunities gives the published ones.
func TestClosedFormsMeetWhatWasPublished(t *testing.T) {
	for rounds, ratio := range map[int]float64{3: 1.192, 6: 1.090, 12: 1.043, 39: 1.013, 156: 1.003} {
		assert.InDelta(t, ratio, periodic(rounds)/paretoRepeats, 5e-4, "%d rounds", rounds)
	}
}
