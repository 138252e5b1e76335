package debrief_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/debrief"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// worlds are what the tests play on, with few people: one where leaving is
// silent, one where everything can be bought from cash and firms can go
// bankrupt, one for beginners.
func worlds(t testing.TB) []scenarios.Scenario {
	t.Helper()
	var out []scenarios.Scenario
	for _, name := range []string{"roastery", "music-shop", "relationship"} {
		s, err := find(name)
		require.NoError(t, err)
		out = append(out, s)
	}
	ruin := out[0]
	ruin.Name, ruin.Market.Budget.FromCash, ruin.Market.Budget.Credit = "ruin", true, 0
	ruin.Market.Price.Fixed = ruin.Market.Budget.OpeningCash + 2500_00
	return append(out, ruin)
}

func find(name string) (scenarios.Scenario, error) {
	s, err := scenarios.Shipped(name)
	s.Market = experiment.Scaled(s.Market, 500)
	s.Market.Rounds = min(s.Market.Rounds, 4)
	return s, err
}

// session is a game in which a policy decides, up to a round.
func session(t testing.TB, s scenarios.Scenario, p policy.Policy, rounds int) *game.Session {
	t.Helper()
	g, err := game.Start(s, 41, &game.Memory{})
	require.NoError(t, err)
	for range rounds {
		g.SetDraft(p(policy.View{Brief: g.Brief(), Reports: g.Reports(), Available: g.Available()}))
		_, err := g.Commit()
		require.NoError(t, err)
	}
	return g
}

// team decides by chance, so that it does everything a team can do.
var team = policy.Random(5)

func finished(t testing.TB, s scenarios.Scenario) *debrief.Game {
	t.Helper()
	g, err := debrief.Of(session(t, s, team, s.Market.Rounds))
	require.NoError(t, err)
	return g
}

func whole(t testing.TB, g *debrief.Game, o debrief.Options) *debrief.Debrief {
	t.Helper()
	d := debrief.New(g, o)
	require.NoError(t, d.Run(context.Background(), 2, nil))
	require.True(t, d.Done())
	return d
}

// The truth would spoil a game that goes on: only a finished one is told.
func TestOnlyAfterTheLastRound(t *testing.T) {
	for _, s := range worlds(t)[:2] {
		for rounds := range s.Market.Rounds {
			g := session(t, s, team, rounds)
			log, err := game.Parse(g.Log())
			require.NoError(t, err)
			_, ofSession := debrief.Of(g)
			_, ofLog := debrief.Read(log, find)
			for _, err := range []error{ofSession, ofLog} {
				var unfinished *debrief.UnfinishedError
				require.ErrorAs(t, err, &unfinished)
				assert.Equal(t, rounds, unfinished.Played)
			}
		}
	}
	g := session(t, worlds(t)[0], team, 1)
	_, err := debrief.Of(g)
	assert.EqualError(t, err, "the debrief opens after the last quarter; 1 of 4 have been played")
}

// A session and its log give the same debrief; an edited log gives none.
func TestALogGivesWhatItsSessionGives(t *testing.T) {
	s := worlds(t)[1]
	g := session(t, s, team, s.Market.Rounds)
	log, err := game.Parse(g.Log())
	require.NoError(t, err)
	a, err := debrief.Of(g)
	require.NoError(t, err)
	b, err := debrief.Read(log, find)
	require.NoError(t, err)
	assert.Equal(t, a.Decisions, b.Decisions)
	assert.Equal(t, a.Value, b.Value)
	assert.Equal(t, a.Seed, b.Seed)

	edited, err := game.Parse(bytes.Replace(g.Log(), []byte(`"round":2,"decision":{`), []byte(`"round":2,"decision":{"discount":1,`), 1))
	if err == nil {
		_, err = debrief.Read(edited, find)
	}
	require.Error(t, err)
}

// A what-if with no change changes nothing, to the cent, in any round; a
// refused decision is refused with the market's own words.
func TestWhatIfNothingWereDifferent(t *testing.T) {
	for _, s := range worlds(t) {
		g := finished(t, s)
		for round := 1; round <= g.Rounds(); round++ {
			b, err := g.Branch(round)
			require.NoError(t, err)
			require.Error(t, b.Check(b.Decision()), "it is not there yet")
			require.NoError(t, b.Run(context.Background(), 1, nil))
			q, err := b.Try(b.Decision())
			require.NoError(t, err, s.Name)
			for !q.Done() {
				require.NoError(t, q.Step())
			}
			assert.Zero(t, q.Difference, "%s, round %d", s.Name, round)
			assert.Equal(t, g.Value, q.Value)

			d := b.Decision()
			d.Spend[sim.Acquisition] = b.Available() + 1
			_, err = b.Try(d)
			require.ErrorAs(t, err, new(sim.Problems))
		}
		_, err := g.Branch(0)
		assert.Error(t, err)
		_, err = g.Branch(g.Rounds() + 1)
		assert.Error(t, err)
	}
}

// Every standard answer is what the same question of one's own gives.
func TestStandardQuestions(t *testing.T) {
	for _, s := range worlds(t) {
		g := finished(t, s)
		d := whole(t, g, debrief.Options{Parts: debrief.Turns})
		most := sim.Money(0)
		for round := 1; round <= g.Rounds(); round++ {
			outcomes, ok := d.Outcomes(round)
			require.True(t, ok)
			b, err := g.Branch(round)
			require.NoError(t, err)
			require.NoError(t, b.Run(context.Background(), 1, nil))
			for _, o := range outcomes {
				assert.NotEqual(t, g.Decisions[round-1], o.Decision, "what was done is no question")
				q, err := b.Try(o.Decision)
				require.NoError(t, err)
				require.NoError(t, q.Run(context.Background(), 1, nil))
				assert.Equal(t, o.Value, q.Value)
				assert.Equal(t, o.Difference, o.Value.Company()-g.Value.Company())
				if o.Kind == debrief.Without {
					assert.Zero(t, o.Decision.Spend[o.Lever])
					assert.Positive(t, o.Saved)
				}
				most = max(most, o.Difference, -o.Difference)
			}
		}
		turning, ok := d.Turning()
		require.True(t, ok)
		if most == 0 { // a firm that fails at once
			assert.Empty(t, turning)
			continue
		}
		assert.LessOrEqual(t, len(turning), 3)
		assert.Equal(t, most, max(turning[0].Difference, -turning[0].Difference), "the first is the one that mattered most")
		seen := map[int]bool{}
		for _, o := range turning {
			assert.False(t, seen[o.Round], "three rounds, not one three times")
			seen[o.Round] = true
		}
	}
}

// The bridge from the opening to the final company value holds to the cent, in
// every round, for a firm that goes bankrupt too; customers are counted whole.
func TestTheBridgeHolds(t *testing.T) {
	ruined := 0
	for _, s := range worlds(t) {
		g := finished(t, s)
		story, ok := whole(t, g, debrief.Options{Parts: debrief.Truth}).Story()
		require.True(t, ok)
		require.Len(t, story.Rounds, g.Rounds())
		before := story.Opening.Company()
		for i, r := range story.Rounds {
			assert.Equal(t, r.Value.Company()-before, r.Bridge.Total(), "%s, round %d", s.Name, i+1)
			before = r.Value.Company()
			if r.Bridge.Ruin != 0 {
				ruined++
			}
		}
		assert.Equal(t, g.Value, story.Rounds[g.Rounds()-1].Value)
		assert.Equal(t, g.Value.Company()-story.Opening.Company(), story.Bridge().Total())

		var equity, believed, lost sim.Money
		for _, segment := range story.Segments {
			assert.Equal(t, segment.Customers, segment.Opening+segment.Won-segment.Lost, segment.Name)
			equity += segment.Equity
			believed += segment.Believed
			lost += segment.LostWorth
		}
		assert.Equal(t, story.Belief.Equity, believed)
		assert.Equal(t, story.Belief.True, equity)
		if story.Bridge().Ruin == 0 {
			assert.Equal(t, g.Value.Equity, equity)
			assert.Equal(t, story.Bridge().Lost, lost)
		}
		share := 0.0
		for _, f := range story.Belief.Fifths {
			share += f.Share
		}
		assert.LessOrEqual(t, story.Belief.Fifths[0].Share, story.Belief.Fifths[0].Best+1e-9, "nobody picks better than the truth")
		if story.Belief.Unlisted == 0 && story.Belief.True > 0 {
			assert.InDelta(t, 1, share, 1e-9)
		}
	}
	assert.Equal(t, 1, ruined, "one of the firms went bankrupt, once")
}

// A team that decides as a built-in player does has its result; and every lever
// that is never used is worth nothing.
func TestPlayersAndLevers(t *testing.T) {
	s := worlds(t)[1]
	g, err := debrief.Of(session(t, s, policy.CustomerCentric, s.Market.Rounds))
	require.NoError(t, err)
	d := whole(t, g, debrief.Options{Parts: debrief.Rivals | debrief.Levers})
	players, all := d.Players()
	require.True(t, all)
	require.Len(t, players, len(policy.Names()))
	for i, p := range players {
		assert.Equal(t, policy.Names()[i], p.Name)
		assert.Equal(t, i < 3, p.Centric)
		if p.Name == "customer-centric" {
			assert.Equal(t, g.Value, p.Value)
		} else {
			assert.NotEqual(t, g.Value, p.Value, p.Name)
		}
	}
	levers, all := d.Levers()
	require.True(t, all)
	for _, l := range levers {
		assert.Positive(t, l.Spent, l.Lever)
		assert.NotEqual(t, sim.Product, l.Lever, "nothing was spent on it")
	}
	require.Len(t, levers, 4)
}
