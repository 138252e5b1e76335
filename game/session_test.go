package game

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"centricity/scenarios"
	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// village is a small scenario of these tests.
func village() scenarios.Scenario {
	m := sim.DefaultMarket()
	m.People, m.Rounds = 200, 4
	m.Budget.PerRound = 200_00
	m.Start.Incumbent.Spend = [sim.NumLevers]sim.Money{sim.Acquisition: 100_00}
	return scenarios.Scenario{Name: "village", Title: "Village", Market: m}
}

func find(name string) (scenarios.Scenario, error) {
	if name != "village" {
		return scenarios.Scenario{}, fmt.Errorf("there is no scenario %q", name)
	}
	return village(), nil
}

// decide prepares a decision that differs by round.
func decide(g *Session) {
	d := g.Draft()
	d.Spend = [sim.NumLevers]sim.Money{}
	d.Spend[sim.Acquisition] = 100_00 + sim.Money(g.Round())
	d.Spend[sim.Retention] = 50_00
	d.Focus[sim.Retention] = sim.Focus{By: sim.ByEstimatedValue, Weight: [sim.NumTiers]int{2, 1, 0}}
	d.Channels = sim.Weights{1, 3}
	g.SetDraft(d)
	g.SetNote(Note{Seconds: 90, By: "Ada\n", Hypothesis: "They stay.", Forecast: &Forecast{Low: 1, High: 1000}})
}

func finished(t *testing.T, shelf Shelf) *Session {
	g, err := Start(village(), 18446744073709551615, shelf)
	require.NoError(t, err)
	for !g.Over() {
		decide(g)
		_, err := g.Commit()
		require.NoError(t, err)
	}
	return g
}

func TestAGameIsItsLog(t *testing.T) {
	g := finished(t, &Memory{})
	log, err := Parse(g.Log())
	require.NoError(t, err)
	assert.Equal(t, 4, len(log.Entries))
	assert.Equal(t, uint64(18446744073709551615), log.Header.Seed)
	_, w, err := Replay(log, find)
	require.NoError(t, err)
	assert.Equal(t, g.world.Hash(), w.Hash())
	v, ok := g.Value()
	assert.True(t, ok)
	assert.Equal(t, w.Value(), v)
}

// TestAKilledGameGoesOn: whatever the log held when the process was killed,
// the game resumes after the last whole round and ends in the same bits.
func TestAKilledGameGoesOn(t *testing.T) {
	whole := finished(t, &Memory{})
	log := whole.Log()
	first := strings.IndexByte(string(log), '\n') + 1
	for end := first; end <= len(log); end += 7 {
		shelf := &Memory{}
		require.NoError(t, shelf.Append("village-1.log", log[:end]))
		name, ok := Unfinished(shelf, find)
		if rounds := strings.Count(string(log[:end]), "\n") - 1; rounds == 4 {
			assert.False(t, ok, "a finished game is not offered again")
			continue
		}
		require.True(t, ok)
		g, err := Resume(shelf, name, find)
		require.NoError(t, err)
		for !g.Over() {
			decide(g)
			_, err := g.Commit()
			require.NoError(t, err)
		}
		assert.Equal(t, whole.world.Hash(), g.world.Hash())
		assert.Equal(t, string(log), string(g.Log()))
		kept, err := shelf.Read("village-1.log")
		require.NoError(t, err)
		assert.Equal(t, string(log), string(kept))
	}
}

func TestAnUnsubmittedDecisionIsKept(t *testing.T) {
	shelf := &Memory{}
	g, err := Start(village(), 1, shelf)
	require.NoError(t, err)
	decide(g)
	want := g.Draft()
	require.NoError(t, g.KeepDraft())
	again, err := Resume(shelf, g.Name(), find)
	require.NoError(t, err)
	assert.Equal(t, want, again.Draft())

	_, err = g.Commit()
	require.NoError(t, err)
	again, err = Resume(shelf, g.Name(), find)
	require.NoError(t, err)
	assert.Equal(t, g.Draft(), again.Draft(), "the next round starts from the last decision")
	assert.Equal(t, 2, again.Round())
}

// A test is asked for each time: the next round starts without one, in the
// window that played it and in one opened later. What was tested is in the log
// and in the report; a round of practice taken back has its test again.
func TestATestDoesNotRepeatItself(t *testing.T) {
	shelf := &Memory{}
	g, err := Begin(village(), Setup{Seed: 1, Practice: true}, shelf)
	require.NoError(t, err)
	decide(g)
	tested := g.Draft()
	tested.Trial = sim.Trial{Lever: sim.Retention, Control: 2000}
	g.SetDraft(tested)
	r, err := g.Commit()
	require.NoError(t, err)
	require.NotNil(t, r.Trial)
	decided, err := g.Decisions()
	require.NoError(t, err)
	assert.Equal(t, []sim.Decision{tested}, decided)

	untested := tested
	untested.Trial = sim.Trial{}
	assert.Equal(t, untested, g.Draft())
	again, err := Resume(shelf, g.Name(), find)
	require.NoError(t, err)
	assert.Equal(t, untested, again.Draft())
	require.NoError(t, again.Undo())
	assert.Equal(t, tested, again.Draft())
}

// Practice meets other customers, can be taken back, and says so in its log.
func TestPracticeIsApart(t *testing.T) {
	shelf := &Memory{}
	g, err := Begin(village(), Setup{Seed: 7, Team: " Us \u202e", Practice: true}, shelf)
	require.NoError(t, err)
	require.NotEqual(t, uint64(7), g.Seed())
	require.False(t, g.CanUndo())
	require.Error(t, g.Undo())
	start := string(g.Log())
	decide(g)
	_, err = g.Commit()
	require.NoError(t, err)
	decide(g)
	once, first := g.world.Hash(), string(g.Log())
	_, err = g.Commit()
	require.NoError(t, err)
	twice := g.Draft()

	require.NoError(t, g.Undo())
	assert.Equal(t, once, g.world.Hash())
	assert.Equal(t, first, string(g.Log()))
	assert.Equal(t, twice, g.Draft(), "the decision is a draft again")
	g, err = Resume(shelf, g.Name(), find)
	require.NoError(t, err)
	assert.Equal(t, 1, g.Note().Undone, "the window was closed and opened")
	require.NoError(t, g.Undo())
	assert.Equal(t, start, string(g.Log()))
	for !g.Over() {
		decide(g)
		_, err := g.Commit()
		require.NoError(t, err)
	}
	log, err := Parse(g.Log())
	require.NoError(t, err)
	assert.True(t, log.Header.Practice)
	assert.Equal(t, "Us \ufffd", log.Header.Team)
	assert.Equal(t, 2, log.Entries[0].Note.Undone)
	assert.Zero(t, log.Entries[1].Note.Undone)
	_, _, err = Replay(log, find)
	require.NoError(t, err)
}

func TestNoRoundOfAGameIsTakenBack(t *testing.T) {
	g := finished(t, &Memory{})
	assert.False(t, g.CanUndo())
	assert.ErrorContains(t, g.Undo(), "only rounds of practice")
}

func TestPracticeNeverMeetsTheGamesCustomers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		assert.NotEqual(t, seed, PracticeSeed(seed))
		if seed < 1<<63 {
			assert.GreaterOrEqual(t, PracticeSeed(seed), uint64(1<<63))
		}
	})
}

// A log counts the games of the same customers that were begun here before.
func TestRestartsAreCounted(t *testing.T) {
	shelf := &Memory{}
	require.NoError(t, shelf.Append("village-1-x.log", []byte("no log")))
	for want := range 3 {
		g, err := Start(village(), 1, shelf)
		require.NoError(t, err)
		log, err := Parse(g.Log())
		require.NoError(t, err)
		assert.Equal(t, want, log.Header.Restarts)
		_, err = Start(village(), 11, shelf)
		require.NoError(t, err)
	}
}

func TestTwoGamesOfOneScenarioAndSeedDoNotMix(t *testing.T) {
	shelf := &Memory{}
	a, err := Start(village(), 1, shelf)
	require.NoError(t, err)
	b, err := Start(village(), 1, shelf)
	require.NoError(t, err)
	assert.NotEqual(t, a.Name(), b.Name())
}

// full is a shelf with no room left.
type full struct{ Memory }

func (*full) Append(string, []byte) error  { return errors.New("no space left") }
func (*full) Replace(string, []byte) error { return errors.New("no space left") }

func TestARoundThatCannotBeSavedHasNotHappened(t *testing.T) {
	shelf := &Memory{}
	g, err := Start(village(), 1, shelf)
	require.NoError(t, err)
	before := g.world.Hash()
	g.shelf = &full{}
	_, err = g.Commit()
	assert.ErrorContains(t, err, "no space left")
	assert.Equal(t, before, g.world.Hash())
	assert.Equal(t, 1, g.Round())
}

// Whatever becomes of the log during play, no round is lost and nobody's log
// is written over.
func TestALogThatVanishesOrChangesDuringPlay(t *testing.T) {
	whole := string(finished(t, &Memory{}).Log())
	shelf := &Memory{}
	g, err := Start(village(), 18446744073709551615, shelf)
	require.NoError(t, err)
	name := g.Name() + ".log"
	for !g.Over() {
		require.NoError(t, shelf.Remove(name))
		decide(g)
		_, err := g.Commit()
		require.NoError(t, err)
	}
	kept, err := shelf.Read(name)
	require.NoError(t, err)
	assert.Equal(t, whole, string(kept), "it is put back with every round")

	g, err = Start(village(), 1, shelf)
	require.NoError(t, err)
	name = g.Name() + ".log"
	other := bytes.Replace(g.Log(), []byte("village"), []byte("Village"), 1)
	for _, foreign := range [][]byte{other, nil, append(g.Log(), "{}\n"...)} {
		require.NoError(t, shelf.Replace(name, foreign))
		_, err = g.Commit()
		require.ErrorIs(t, err, ErrElsewhere)
		assert.Equal(t, 1, g.Round())
		kept, err = shelf.Read(name)
		require.NoError(t, err)
		assert.Equal(t, string(foreign), string(kept))
	}
}

// shared is a shelf that another program also starts games on, always a moment
// earlier.
type shared struct{ Memory }

func (s *shared) Create(name string, data []byte) error {
	if name == "village-1.log" {
		_ = s.Append(name, []byte("another's"))
		return ErrTaken
	}
	return s.Append(name, data)
}

func TestTwoStartsAtOneMomentDoNotMix(t *testing.T) {
	shelf := &shared{}
	g, err := Start(village(), 1, shelf)
	require.NoError(t, err)
	assert.Equal(t, "village-1-2", g.Name())
	kept, err := shelf.Read("village-1.log")
	require.NoError(t, err)
	assert.Equal(t, "another's", string(kept))
}

// However many games are kept, a scenario is looked up once.
func TestUnfinishedLooksEachScenarioUpOnce(t *testing.T) {
	shelf := &Memory{}
	log := finished(t, shelf).Log()
	for i := range 50 {
		require.NoError(t, shelf.Append(fmt.Sprintf("%d.log", i), log))
	}
	asked := 0
	_, ok := Unfinished(shelf, func(name string) (scenarios.Scenario, error) {
		asked++
		return find(name)
	})
	assert.False(t, ok)
	assert.Equal(t, 1, asked)
}

func TestTheTruthIsToldWhenTheGameIsOver(t *testing.T) {
	g, err := Start(village(), 1, &Memory{})
	require.NoError(t, err)
	_, ok := g.Value()
	assert.False(t, ok)
}

func TestRefusalsNameTheirControl(t *testing.T) {
	g, err := Start(village(), 1, &Memory{})
	require.NoError(t, err)
	assert.Empty(t, g.Refusals())
	d := g.Draft()
	d.Spend[sim.Product] = g.Available() + 1
	d.Price = 1
	g.SetDraft(d)
	paths := []string{}
	for _, p := range g.Refusals() {
		paths = append(paths, p.Path)
	}
	assert.Equal(t, []string{"price", "budget"}, paths)
	_, err = g.Commit()
	assert.Error(t, err)
	assert.Equal(t, 1, g.Round())
}

func TestTheContestPlaysEveryPolicyToTheEnd(t *testing.T) {
	g := finished(t, &Memory{})
	c := NewContest()
	steps := 0
	for ; !c.Done(); steps++ {
		require.NoError(t, c.Step(g))
	}
	assert.Equal(t, 12, steps, "three policies, four rounds")
	assert.Equal(t, "price-centric", c.Results[0].Name)
	assert.NotEqual(t, c.Results[0].Value, c.Results[2].Value)
}
