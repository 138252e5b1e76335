package class_test

import (
	"bytes"
	"testing"

	"centricity/game"
	"centricity/game/class"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRankCorrelation(t *testing.T) {
	for _, c := range []struct {
		x, y []float64
		want float64
	}{
		{[]float64{1, 2, 3, 4}, []float64{10, 20, 30, 1000}, 1},
		{[]float64{1, 2, 3, 4}, []float64{4, 3, 2, 1}, -1},
		{[]float64{1, 2, 3, 4, 5}, []float64{2, 1, 4, 3, 5}, 0.8}, // 1 − 6·4/(5·24)
		{[]float64{1, 1, 2, 2}, []float64{1, 1, 2, 2}, 1},         // ties share their rank
		{[]float64{1, 1, 1}, []float64{1, 2, 3}, 0},
		{[]float64{1}, []float64{1}, 0},
		{nil, nil, 0},
	} {
		assert.InDelta(t, c.want, class.Correlate(c.x, c.y), 1e-12, "%v %v", c.x, c.y)
	}
}

// Teams that decide alike are set apart by nothing; the built-in players stand
// at 50 and 100 on the scale of points, on the day and over other luck.
func TestLuckRanksNobodyWhoDecidesAlike(t *testing.T) {
	s := village(t)
	alike := handIn(t, s, game.Setup{Seed: classSeed, Team: "A"}, 1, s.Market.Rounds)
	b := handIn(t, s, game.Setup{Seed: classSeed, Team: "B"}, 1, s.Market.Rounds)
	room, err := class.Verify([]class.File{{Name: "a", Data: alike}, {Name: "b", Data: b}}, nil, finder(s), 0)
	require.NoError(t, err)
	require.Len(t, room.Teams, 2)
	assert.Equal(t, 1, room.Teams[1].Rank, "equal values share a rank")
	assert.Contains(t, room.Teams[1].Remarks[0], "every decision is the same as of A")
	l, err := room.Spread(5, 0)
	require.NoError(t, err)
	if skill, ok := l.Skill(); ok {
		assert.InDelta(t, 0, skill, 1e-9)
	}
	assert.Equal(t, l.Teams[0], l.Teams[1])
	assert.Equal(t, 1.0, l.First)
	assert.False(t, bytes.Equal(alike, b))
	for i, p := range room.Players {
		points := room.Points(class.Team{Value: p.Value})
		assert.GreaterOrEqual(t, points, 50.0, p.Name)
		assert.LessOrEqual(t, points, 100.0, p.Name)
		assert.Equal(t, 5, l.Players[i].N)
	}
}
