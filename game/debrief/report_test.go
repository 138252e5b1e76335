package debrief_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/debrief"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/game/words/wordstest"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"
)

// Text and page tell the same sections with the same amounts; what was left
// out is not there; no hostile name is obeyed.
func TestTextAndPage(t *testing.T) {
	s := worlds(t)[1]
	s.Title = "A shop\x1b[2J <script>"
	g := finished(t, s)
	d := whole(t, g, debrief.Options{Seeds: 5, Yard: 2})
	var text, page strings.Builder
	require.NoError(t, d.WriteText(&text))
	_, err := d.Page().WriteTo(&page)
	require.NoError(t, err)
	for _, said := range []string{"Result", "How the value came about", "Turning points", "What if", "Luck against skill", "Belief and truth", "Whom you lost", "Loops", "Bought and used"} {
		assert.Contains(t, text.String(), "\n"+said+"\n---")
		assert.Contains(t, page.String(), "<h2>"+said+"</h2>")
	}
	turning, ok := d.Turning()
	require.True(t, ok)
	require.NotEmpty(t, turning)
	assert.Contains(t, strings.ReplaceAll(page.String(), "\u00a0", " "), g.Turn(turning[0]))
	assert.Contains(t, strings.Join(strings.Fields(text.String()), " "), strings.Join(strings.Fields(g.Turn(turning[0])), " "))
	assert.NotContains(t, text.String()+page.String(), "\x1b")
	assert.NotContains(t, page.String(), "<script>")
	assert.Equal(t, 5, strings.Count(page.String(), "<figure>"), "players, bridge, luck, its fan, belief")
	for line := range strings.Lines(text.String()) {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), 121, line)
	}

	some := whole(t, g, debrief.Options{Parts: debrief.Rivals})
	text.Reset()
	require.NoError(t, some.WriteText(&text))
	assert.Contains(t, text.String(), "Customer-centric")
	assert.NotContains(t, text.String(), "Luck")
	assert.NotContains(t, text.String(), "Turning")
}

// A turning point is told from the side of what was done: money that was well
// spent is a gain, though without it there would have been less.
func TestTurningPointsTellWhatWasDone(t *testing.T) {
	g := &debrief.Game{Scenario: scenarios.Scenario{Currency: "$", Round: "quarter"}, Decisions: []sim.Decision{{}, {Spend: [sim.NumLevers]sim.Money{sim.Product: 8000_00}}}}
	outcome := func(kind debrief.Kind, round int, difference sim.Money) debrief.Outcome {
		a := debrief.Alternative{Kind: kind, Change: debrief.Change{Round: round}}
		if kind == debrief.Without {
			a.Lever, a.Saved = sim.Experience, 10_000_00
		}
		return debrief.Outcome{Alternative: a, Difference: difference}
	}
	for _, c := range []struct {
		o          debrief.Outcome
		done, turn string
	}{
		{outcome(debrief.Without, 2, -24_000_00), "What you spent on experience was worth", "You spent $ 10,000 on experience: the firm is worth $ 24.0 k more for it. Every $ 1 of it brought back $ 3.40."},
		{outcome(debrief.Without, 2, 4_000_00), "What you spent on experience was worth", "You spent $ 10,000 on experience: the firm is worth $ 4,000 less for it. That money was better kept."},
		{outcome(debrief.AsBefore, 1, -500_00), "Changing course was worth", "You decided otherwise than those before you: the firm is worth $ 500 more for it. It was right to choose otherwise."},
		{outcome(debrief.AsBefore, 2, 500_00), "Changing course was worth", "You decided otherwise than in quarter 1: the firm is worth $ 500 less for it. The plain choice would have been the better one."},
		{outcome(debrief.Evenly, 2, -500_00), "Dividing unevenly was worth", "You did not divide the $ 8,000 evenly among all levers: the firm is worth $ 500 more for it. It was right to choose otherwise."},
	} {
		assert.Equal(t, c.done, g.Done(c.o.Alternative))
		assert.Equal(t, c.turn, g.Turn(c.o))
		assert.Equal(t, -c.o.Difference, c.o.Worth())
	}
}

// Where the firm's books count otherwise than the truth, that is told with both.
func TestCountsThatDiffer(t *testing.T) {
	for _, s := range worlds(t)[:3] {
		g := finished(t, s)
		story, ok := whole(t, g, debrief.Options{Parts: debrief.Truth}).Story()
		require.True(t, ok)
		won, closing, truly := 0, 0, 0
		for _, r := range story.Rounds {
			won, closing = won+r.Report.Base.New(), r.Report.Base.Closing()
		}
		for _, x := range story.Segments {
			won, truly = won-x.Won, truly+x.Customers
		}
		if said := story.Counts(g); s.Market.Churn.Silent {
			assert.NotEqual(t, truly, closing)
			assert.Contains(t, said, "had "+widget.Count(int64(closing))+" customers in the end")
		} else {
			assert.Equal(t, truly, closing)
			assert.Equal(t, won != 0, said != "", "who came and left within a round is told of")
		}
	}
}

// Forecasts are set against what came, each in its own unit; without any there
// is nothing of them.
func TestForecasts(t *testing.T) {
	s := worlds(t)[0]
	g := finished(t, s)
	d := whole(t, g, debrief.Options{Parts: debrief.Truth})
	write := func() string {
		var text strings.Builder
		require.NoError(t, d.WriteText(&text))
		return text.String()
	}
	assert.NotContains(t, write(), "Forecasts")

	story, ok := d.Story()
	require.True(t, ok)
	came := func(kpi game.KPI, round int) int64 {
		v, ok := kpi.Of(s.Market.Brief(), story.Rounds[round-1].Report)
		require.True(t, ok)
		return v
	}
	kept, earned := came(game.Retention, 1), came(game.Profit, 3)
	g.Notes = []game.Note{
		{Forecast: &game.Forecast{Of: game.Retention, Low: kept, High: 10_000}}, {},
		{Forecast: &game.Forecast{Of: game.Profit, Low: earned + 1200_00, High: earned + 1300_00}},
	}
	said := strings.Join(strings.Fields(write()), " ")
	assert.Contains(t, said, "Forecasts --------- 2 forecasts, of which 1 held. Each was meant to hold 4 times in 5.")
	assert.Contains(t, said, " 1 Retention "+widget.BasisPoints(kept)+" to 100.0 % "+widget.BasisPoints(kept)+" held")
	assert.Contains(t, said, " 3 Profit "+widget.Money(earned+1200_00)+" to "+widget.Money(earned+1300_00)+" "+widget.Money(earned)+" missed by $ 1,200")
	var page strings.Builder
	_, err := d.Page().WriteTo(&page)
	require.NoError(t, err)
	assert.Contains(t, page.String(), "<h2>Forecasts</h2>")
	assert.Contains(t, page.String(), "missed by $ 1,200")
}

// One forecast is told as one.
func TestForecastsInWords(t *testing.T) {
	for said, c := range map[string]game.Calibration{
		"": {},
		"1 forecast, and it did not hold. It was meant to hold 4 times in 5.": {Made: 1},
		"1 forecast, and it held. It was meant to hold 4 times in 5.":         {Made: 1, Hit: 1},
		"3 forecasts, and none held. Each was meant to hold 4 times in 5.":    {Made: 3},
		"3 forecasts, of which 1 held. Each was meant to hold 4 times in 5.":  {Made: 3, Hit: 1},
		"3 forecasts, and all held. Each was meant to hold 4 times in 5.":     {Made: 3, Hit: 3},
	} {
		assert.Equal(t, said, debrief.Calibrated(c))
	}
}

// A debrief says nothing but what the catalogue has, and in Spanish keeps amounts
// together whose sign stands behind.
func TestInAnotherLanguage(t *testing.T) {
	t.Cleanup(func() { words.Speak("en") })
	var ds []*debrief.Debrief
	for _, s := range worlds(t) {
		g := finished(t, s)
		for round := range g.Notes {
			g.Notes[round].Forecast = &game.Forecast{Of: game.KPIs()[round+len(ds)%3], Low: 1, High: 2}
		}
		ds = append(ds, whole(t, g, debrief.Options{Seeds: debrief.FewestSeeds, Yard: 2}))
	}
	write := func(d *debrief.Debrief) string {
		var text strings.Builder
		require.NoError(t, d.WriteText(&text))
		return text.String()
	}
	for _, d := range ds {
		words.Interpret(wordstest.Mute)
		assert.Empty(t, wordstest.Unsaid(strings.ReplaceAll(write(d), " bn", "")))
		words.Speak("es")
		text := write(d)
		assert.Contains(t, text, "\nCómo se formó el valor\n---")
		for line := range strings.Lines(text) {
			assert.NotRegexp(t, `^\s*(\$|mil\b|M\b|%)`, line, "an amount is parted")
			assert.LessOrEqual(t, utf8.RuneCountInString(line), 135, line)
		}
		words.Speak("en")
	}
}

// Research counts as used when a later decision tells customers apart by it.
func TestBoughtAndUsed(t *testing.T) {
	s := worlds(t)[2] // it has insight, and channels that aim
	s.Market.Orders[sim.ByEstimatedValue] = true
	insight := sim.Decision{Spend: [sim.NumLevers]sim.Money{sim.Insight: 100_00}}
	aimed := sim.Decision{Spend: [sim.NumLevers]sim.Money{sim.Retention: 100_00}}
	aimed.Focus[sim.Retention] = sim.Focus{By: sim.ByEstimatedValue, Weight: [sim.NumTiers]int{2, 1, 0}}
	alike := aimed
	alike.Focus[sim.Retention].Weight = [sim.NumTiers]int{1, 1, 1}
	byBooks := aimed
	byBooks.Focus[sim.Retention].By = sim.ByPastSpend
	tried := aimed
	tried.Trial = sim.Trial{Lever: sim.Retention, Control: 5000}
	nothing := sim.Decision{}
	for name, c := range map[string]struct {
		decisions []sim.Decision
		want      []bool // used, by purchase
		when      string // the first was bought
	}{
		"used later":               {[]sim.Decision{insight, nothing, aimed, nothing}, []bool{true}, "1"},
		"used only before":         {[]sim.Decision{aimed, aimed, insight, nothing}, []bool{false}, "3"},
		"too late":                 {[]sim.Decision{nothing, aimed, aimed, insight}, []bool{false}, "4"},
		"everyone alike":           {[]sim.Decision{insight, alike, alike, alike}, []bool{false}, "1"},
		"the books told it":        {[]sim.Decision{insight, byBooks, byBooks, byBooks}, []bool{false}, "1"},
		"bought again":             {[]sim.Decision{insight, insight, insight, aimed}, []bool{true}, "1 to 3"},
		"nothing bought":           {[]sim.Decision{nothing, aimed, aimed, nothing}, nil, ""},
		"a test that was acted on": {[]sim.Decision{tried, nothing, nothing, nothing}, []bool{true}, "1"},
		"a test that was not":      {[]sim.Decision{tried, aimed, aimed, aimed}, []bool{false}, "1"},
	} {
		t.Run(name, func(t *testing.T) {
			played := policy.Schedule(c.decisions)
			g, err := debrief.Of(session(t, s, played, s.Market.Rounds))
			require.NoError(t, err)
			bought, ok := whole(t, g, debrief.Options{Parts: debrief.Truth}).Research()
			require.True(t, ok)
			var used []bool
			for _, x := range bought {
				used = append(used, x.Used)
				assert.NotEmpty(t, x.How)
			}
			assert.Equal(t, c.want, used)
			if len(bought) > 0 {
				assert.Equal(t, c.when, bought[0].When())
			}
		})
	}
}

// Loops are told from the ledger: a firm that does nothing has no fatigue, and
// every loop's rounds add up to what it did in all.
func TestLoops(t *testing.T) {
	for _, s := range worlds(t) {
		g := finished(t, s)
		loops, ok := whole(t, g, debrief.Options{Parts: debrief.Truth}).Loops()
		require.True(t, ok)
		for _, l := range loops {
			assert.NotEmpty(t, l.Says)
			assert.Len(t, l.Rounds, g.Rounds())
			if l.Name == "Saturation" {
				continue
			}
			sum := 0.0
			for _, n := range l.Rounds {
				sum += n
			}
			assert.InDelta(t, l.Customers, sum, 1e-6)
			if l.Name == "Fatigue" {
				assert.Negative(t, l.Customers)
				assert.Equal(t, "balancing", l.Sort())
			}
		}
	}
}

// Whatever market a scenario's author writes, its games have a debrief.
func TestUnusualMarkets(t *testing.T) {
	for name, change := range map[string]func(*sim.Market){
		"a new firm":      func(m *sim.Market) { m.Start.History, m.Start.Customers = 0, 0 },
		"no levers":       func(m *sim.Market) { m.Levers, m.Start.Incumbent = [sim.NumLevers]bool{}, sim.Decision{} },
		"nobody":          func(m *sim.Market) { m.People = 1 },
		"one round":       func(m *sim.Market) { m.Rounds = 1 },
		"no differences":  func(m *sim.Market) { m.Heterogeneity = 0 },
		"silent, no past": func(m *sim.Market) { m.Churn.Silent, m.Start.History = true, 0 },
	} {
		t.Run(name, func(t *testing.T) {
			m := sim.DefaultMarket()
			m.People, m.Rounds = 200, 3
			change(&m)
			require.NoError(t, m.Validate())
			g := finished(t, scenarios.Scenario{Name: "own", Title: "Own", Round: "round", Currency: "$", Market: m})
			d := whole(t, g, debrief.Options{Seeds: 2, Yard: 2})
			var text, page strings.Builder
			require.NoError(t, d.WriteText(&text))
			_, err := d.Page().WriteTo(&page)
			require.NoError(t, err)
			assert.NotContains(t, text.String()+page.String(), "NaN")
			assert.Contains(t, text.String(), "In the end")
		})
	}
}
