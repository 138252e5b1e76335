package class_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"centricity/game"
	"centricity/game/class"
	"centricity/game/words"
	"centricity/game/words/wordstest"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const classSeed = 2026

// village is the first scenario that ships, with few people.
func village(t testing.TB) scenarios.Scenario {
	t.Helper()
	s := shipped(t)[0]
	s.Market = experiment.Scaled(s.Market, 300)
	return s
}

// finder knows one scenario.
func finder(s scenarios.Scenario) game.Find {
	return func(name string) (scenarios.Scenario, error) {
		if name != s.Name {
			return s, fmt.Errorf("there is no scenario %q", name)
		}
		return s, nil
	}
}

// handIn plays a game as a team that decides by lot, and is its log.
func handIn(t testing.TB, s scenarios.Scenario, with game.Setup, luck uint64, rounds int) []byte {
	t.Helper()
	g, err := game.Begin(s, with, &game.Memory{})
	require.NoError(t, err)
	rng := rand.New(rand.NewPCG(luck, 1))
	for range rounds {
		d := g.Draft()
		left := g.Available()
		for l := range d.Spend {
			d.Spend[l] = 0
			if s.Market.Levers[l] {
				d.Spend[l] = sim.Money(rng.Float64() * float64(left) / 2)
				left -= d.Spend[l]
			}
		}
		g.SetDraft(d)
		n := game.Note{Seconds: rng.IntN(300), By: "A", Hypothesis: strings.Repeat("They will stay. ", rng.IntN(5))}
		if rng.IntN(2) == 0 {
			n.Forecast = &game.Forecast{Of: game.KPIs()[rng.IntN(len(game.KPIs()))], Low: rng.Int64N(500), High: 500 + rng.Int64N(3000)}
		}
		g.SetNote(n)
		_, err := g.Commit()
		require.NoError(t, err)
	}
	return bytes.Clone(g.Log())
}

// classroom is n good logs of a scenario.
func classroom(t testing.TB, s scenarios.Scenario, n int) (files []class.File) {
	t.Helper()
	logs := make([][]byte, n)
	experiment.Each(n, 0, func(i int) {
		logs[i] = handIn(t, s, game.Setup{Seed: classSeed, Team: fmt.Sprintf("Team %03d", i)}, uint64(i), s.Market.Rounds)
	})
	for i, log := range logs {
		files = append(files, class.File{Name: fmt.Sprintf("team-%03d.log", i), Data: log})
	}
	return files
}

// edit replaces the first match of a pattern.
func edit(t testing.TB, log []byte, pattern, to string) []byte {
	t.Helper()
	at := regexp.MustCompile("(?s)" + pattern).FindSubmatchIndex(log)
	require.NotNil(t, at, pattern)
	p := regexp.MustCompile("(?s)" + pattern)
	out := append([]byte(nil), log[:at[0]]...)
	return append(p.Expand(out, []byte(to), log, at), log[at[1]:]...)
}

// bad is something that is handed in and must not be ranked.
type bad struct {
	file   class.File
	kind   class.Kind
	reason string
}

// hostile are twenty of them.
func hostile(t testing.TB, s scenarios.Scenario) []bad {
	rounds := s.Market.Rounds
	good := func(team string, luck uint64) []byte {
		return handIn(t, s, game.Setup{Seed: classSeed, Team: team}, luck, rounds)
	}
	log := good("Bad", 1000)
	lines := bytes.SplitAfter(log, []byte("\n"))
	larger := s
	larger.Market.People++
	elsewhere := shipped(t)[1]
	elsewhere.Market = experiment.Scaled(elsewhere.Market, 300)
	file := func(name string, data []byte) class.File { return class.File{Name: name, Data: data} }
	return []bad{
		{file("torn.log", log[:len(log)-40]), class.CutOff, fmt.Sprintf("cut off after %d of %d quarters", rounds-1, rounds)},
		{file("half.log", log[:len(log)/2]), class.CutOff, "cut off after"},
		{file("head.log", log[:30]), class.Edited, "its first line was cut off"},
		{file("short.log", bytes.Join(lines[:3], nil)), class.Incomplete, fmt.Sprintf("ends after 2 of %d quarters", rounds)},
		{file("fresh.log", lines[0]), class.Incomplete, "ends after 0 of"},
		{file("gap.log", bytes.Join(append(append([][]byte{}, lines[:2]...), lines[3:]...), nil)), class.Edited, "line 3: round 3 stands where round 2 should be"},
		{file("rich.log", edit(t, log, `("round":2,.*?"cash":)\d+`, "${1}999999999")), class.Edited, "line 3: round 2 differs from its replay: the log has cash"},
		{file("decision.log", edit(t, log, `("round":3,.*?"acquisition":)\d+`, "${1}7")), class.Edited, "line 4: round 3 differs"},
		{file("renamed.log", edit(t, log, `"team":"Bad"`, `"team":"Team 001"`)), class.Edited, "its seal does not fit"},
		{file("time.log", edit(t, log, `"seconds":\d+`, `"seconds":1`)), class.Edited, "its seal does not fit"},
		{file("format.log", edit(t, log, `"centricity_log":\d+`, `"centricity_log":1`)), class.OtherVersion, "format 1; this program reads format"},
		{file("future.log", edit(t, log, `"centricity_log":\d+`, `"centricity_log":99,"new":true`)), class.OtherVersion, "format 99"},
		{file("model.log", edit(t, log, `"model":\d+`, `"model":99`)), class.OtherVersion, "model version 99"},
		{file("seed.log", handIn(t, s, game.Setup{Seed: 7, Team: "Seed"}, 1, rounds)), class.OtherSeed, "game number 7; the class's is 2026"},
		{file("practice.log", handIn(t, s, game.Setup{Seed: classSeed, Practice: true}, 1, rounds)), class.IsPractice, "does not count"},
		{file("larger.log", handIn(t, larger, game.Setup{Seed: classSeed}, 1, rounds)), class.OtherScenario, "another version of scenario"},
		{file("elsewhere.log", handIn(t, elsewhere, game.Setup{Seed: classSeed}, 1, 2)), class.OtherScenario, `scenario "` + elsewhere.Name + `"; the class played`},
		{class.File{Name: "huge.log", Size: 100 << 20}, class.TooLarge, "100.0 MB"},
		{file("photo.log", []byte("\x89PNG\r\n\x1a\n\x00\x00")), class.NotALog, "not UTF-8 text"},
		{file("essay.txt", []byte("We lost on purpose.\n")), class.NotALog, "not the first line of a Centricity log"},
	}
}

// TestAHostileClass: of a class's logs twenty are wrong in twenty ways; each is
// named with its reason, the rest ranked, whatever the number of workers.
// BenchmarkClassOf500 does it at full size.
func TestAHostileClass(t *testing.T) {
	s := village(t)
	const good = 40
	files := classroom(t, s, good)
	wrong := hostile(t, s)
	for i, b := range wrong { // among the others
		at := (i*7 + 3) % len(files)
		files = append(files[:at:at], append([]class.File{b.file}, files[at:]...)...)
	}
	copied := class.File{Name: "copy.log", Data: append([]byte("\ufeff\n"), bytes.ReplaceAll(bytes.TrimSpace(files[len(files)-1].Data), []byte("\n"), []byte("\r\n"))...)}
	second := class.File{Name: "second.log", Data: handIn(t, s, game.Setup{Seed: classSeed, Team: "Team 001"}, 5000, s.Market.Rounds)}
	files = append(files, copied, second)

	room, err := class.Verify(files, nil, finder(s), 0)
	require.NoError(t, err)
	require.Len(t, room.Teams, good)
	flags := map[string]class.Flag{}
	for _, f := range room.Flags {
		flags[f.File] = f
	}
	require.Len(t, flags, len(wrong)+2)
	for _, b := range wrong {
		assert.Equal(t, b.kind, flags[b.file.Name].Kind, b.file.Name)
		assert.Contains(t, flags[b.file.Name].Reason, b.reason, b.file.Name)
		assert.NotContains(t, flags[b.file.Name].Reason, "game.")
	}
	assert.Equal(t, class.Duplicate, flags["copy.log"].Kind, "a mail program's line ends make no other log")
	assert.Equal(t, class.SecondLog, flags["second.log"].Kind)
	for i, team := range room.Teams[1:] {
		assert.LessOrEqual(t, team.Value.Company(), room.Teams[i].Value.Company())
		assert.Contains(t, team.Name, "Team ")
	}
	one, err := class.Verify(files, nil, finder(s), 1)
	require.NoError(t, err)
	assert.Equal(t, ranking(room), ranking(one))

	code, err := class.NewCode(s, 7)
	require.NoError(t, err)
	other, err := class.Verify(files, &code, finder(s), 0)
	require.NoError(t, err)
	require.Len(t, other.Teams, 1, "the code says which class is meant")
	assert.Equal(t, "Seed", other.Teams[0].Name)
	code.Seed = 8
	_, err = class.Verify(files, &code, finder(s), 0)
	assert.ErrorContains(t, err, "none of them is a log of the class with code "+code.String())
	_, err = class.Verify([]class.File{wrong[18].file}, nil, finder(s), 0)
	assert.ErrorContains(t, err, "none of them is the log of a game; the first, photo.log: the line is not UTF-8 text")
}

func ranking(r *class.Room) (names []string) {
	for _, t := range r.Teams {
		names = append(names, fmt.Sprint(t.Rank, t.Name, t.Value))
	}
	return names
}

// A text that was pasted lost the end of its last line and gained blanks: it is
// the same log.
func TestAPastedLogCounts(t *testing.T) {
	s := village(t)
	log := handIn(t, s, game.Setup{Seed: classSeed, Team: "Paste"}, 1, s.Market.Rounds)
	pasted := append([]byte("\r\n  "), bytes.TrimSpace(log)...)
	room, err := class.Verify([]class.File{{Name: "paste.txt", Data: pasted}}, nil, finder(s), 0)
	require.NoError(t, err)
	require.Empty(t, room.Flags)
	require.Equal(t, "Paste", room.Teams[0].Name)
}

// The longest log of nine rounds is at most 64 KB: every field full, in letters
// that take four bytes.
func TestTheLongestLogOfNineRounds(t *testing.T) {
	s := shipped(t)[0]
	s.Market = experiment.Scaled(s.Market, 300)
	s.Market.Rounds = 9
	for l := range s.Market.Levers {
		s.Market.Levers[l] = true
	}
	g, err := game.Begin(s, game.Setup{Seed: 1<<64 - 1, Team: strings.Repeat("𝄞", 100)}, &game.Memory{})
	require.NoError(t, err)
	for !g.Over() {
		d := g.Draft()
		for _, l := range []sim.Lever{sim.Retention, sim.Experience} {
			d.Focus[l] = sim.Focus{Weight: [sim.NumTiers]int{1000, 999, 998}}
		}
		g.SetDraft(d)
		g.SetNote(game.Note{Seconds: 9_999_999, By: strings.Repeat("𝄞", 100), Hypothesis: strings.Repeat("𝄞", 1000), Forecast: &game.Forecast{Low: 999_999_998, High: 999_999_999}})
		_, err := g.Commit()
		require.NoError(t, err)
	}
	assert.Less(t, len(g.Log()), 64<<10)
	t.Logf("%d bytes", len(g.Log()))
}

// A gradebook has a platform's own columns; names are no formulas; who is in
// which team comes from a roster.
func TestGradebooks(t *testing.T) {
	s := village(t)
	files := classroom(t, s, 3)
	files = append(files, class.File{Name: "x.log", Data: handIn(t, s, game.Setup{Seed: classSeed, Team: "=HYPERLINK(1)"}, 9, s.Market.Rounds)})
	room, err := class.Verify(files, nil, finder(s), 0)
	require.NoError(t, err)
	luck, err := room.Spread(3, 0)
	require.NoError(t, err)
	roster, err := class.ReadRoster(strings.NewReader("\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Midterm,Team\n" +
		"    Points Possible,,,,,100,\n\"A, B\",1,u1,l1,S,5,team 000\n\"C, D\",2,u2,l2,S,,Team 000 \n\"E, F\",3,u3,l3,S,,Nobody\n"))
	require.NoError(t, err)
	rows := func(form class.Gradebook, r *class.Roster) [][]string {
		var b bytes.Buffer
		require.NoError(t, room.WriteGrades(&b, form, luck, r))
		all, err := csv.NewReader(&b).ReadAll() // refuses rows of other lengths
		require.NoError(t, err)
		return all
	}
	canvas := rows(class.Canvas, roster)
	assert.Equal(t, []string{"Student", "ID", "SIS User ID", "SIS Login ID", "Section"}, canvas[0][:5])
	assert.Contains(t, canvas[1][0], "Points Possible")
	require.Len(t, canvas, 4)
	assert.Equal(t, []string{"A, B", "1", "u1", "l1", "S"}, canvas[2][:5])
	assert.Equal(t, canvas[2][5:], canvas[3][5:], "a team shares its grade")
	assert.Equal(t, []string{"Nobody"}, roster.Missing(room))

	moodle := rows(class.Moodle, nil)
	require.Len(t, moodle, 5)
	assert.Equal(t, "Feedback", moodle[0][len(moodle[0])-1])
	full := rows(class.Full, nil)
	require.Len(t, full, 5)
	for _, table := range [][][]string{moodle, full, rows(class.Canvas, nil)} {
		assert.NotContains(t, fmt.Sprint(table), " =HYPER")
		assert.Contains(t, fmt.Sprint(table), "'=HYPERLINK(1)")
	}

	for text, says := range map[string]string{
		"":                         "not a CSV file",
		"Student,ID\nA,1\n":        `no column "Team"`,
		"Student,Team\nA,T\n":      "no column that says who is who",
		"ID,Team\n\"1,T\n":         "line 2 of the roster is not CSV",
		strings.Repeat("a", 5<<20): "larger than 4 MB",
	} {
		_, err := class.ReadRoster(strings.NewReader(text))
		assert.ErrorContains(t, err, says)
	}
}

// The page tells what the class did, and, unless asked, not who.
func TestThePageIsAnonymous(t *testing.T) {
	s := village(t)
	room, err := class.Verify(classroom(t, s, 8), nil, finder(s), 0)
	require.NoError(t, err)
	luck, err := room.Spread(4, 0)
	require.NoError(t, err)
	again, err := room.Spread(4, 1)
	require.NoError(t, err)
	require.Equal(t, luck, again, "the number of workers makes no difference")
	truth, err := room.Truth(t.Context(), 0)
	require.NoError(t, err)
	write := func(r class.Report) string {
		var b strings.Builder
		_, err := r.WriteTo(&b)
		require.NoError(t, err)
		return b.String()
	}
	html := write(class.Report{Room: room, Luck: luck, Truth: truth})
	assert.NotContains(t, html, "Team 0")
	assert.NotContains(t, html, "NaN")
	for _, heading := range []string{"Results", "Luck against skill", "What the best and the most typical team did", "Decisions against outcomes", "Forecasts", "Three questions these data raise", "The truth"} {
		assert.Contains(t, html, "<h2>"+heading+"</h2>")
	}
	assert.Contains(t, write(class.Report{Room: room, Luck: luck, Truth: truth, Names: true}), "Team 000")
	assert.Len(t, room.Questions(luck), 3)

	alone, err := class.Verify(classroom(t, s, 1), nil, finder(s), 0)
	require.NoError(t, err)
	assert.Contains(t, write(class.Report{Room: alone}), "1 game verified", "a class of one, without luck and truth")
}

// A class is as sure as its forecasts were, whatever they were of.
func TestForecastsOfAnyFigure(t *testing.T) {
	s := village(t)
	g, err := game.Begin(s, game.Setup{Seed: classSeed, Team: "Seers"}, &game.Memory{})
	require.NoError(t, err)
	for i := 0; !g.Over(); i++ {
		kpi := game.KPIs()[i]
		f := &game.Forecast{Of: kpi}
		if f.Low, f.High = kpi.Bounds(); kpi == game.Revenue {
			f.Low = f.High // nobody sells for so much
		}
		g.SetNote(game.Note{Forecast: f})
		_, err := g.Commit()
		require.NoError(t, err)
	}
	room, err := class.Verify([]class.File{{Name: "a.log", Data: g.Log()}}, nil, finder(s), 0)
	require.NoError(t, err)
	require.Len(t, room.Teams, 1)
	made := len(game.KPIs())
	require.Equal(t, made, room.Teams[0].Process.Rounds, "one round for each")
	c := room.Teams[0].Process.Forecasts
	assert.Equal(t, [2]int{made, made - 1}, [2]int{c.Made, c.Hit})
	assert.Len(t, room.Teams[0].Process.Verdicts, made)

	var b strings.Builder
	_, err = class.Report{Room: room}.WriteTo(&b)
	require.NoError(t, err)
	page := regexp.MustCompile(`<[^>]*>\s*`).ReplaceAllString(b.String(), "|")
	page = regexp.MustCompile(`\|+`).ReplaceAllString(strings.ReplaceAll(page, "\u00a0", " "), "|")
	assert.Contains(t, page, "|6 forecasts, each meant to hold 80 % of the time: 83 % did.|")
	for _, row := range []string{"|Customers|1|1|100 %|", "|Revenue|1|0|0 %|", "|NPS|1|1|100 %|", "|Estimated company value|1|1|100 %|"} {
		assert.Contains(t, page, row)
	}
	var grades bytes.Buffer
	require.NoError(t, room.WriteGrades(&grades, class.Moodle, class.Luck{}, nil))
	assert.Contains(t, grades.String(), "5 of 6 forecasts held")
	assert.Contains(t, grades.String(), ",50.0,", "a forecast in every round and no hypothesis is half of what can be noted")
}

// The page says nothing but what the catalogue has, but for the teams' names.
func TestThePageInAnotherLanguage(t *testing.T) {
	t.Cleanup(func() { words.Speak("en") })
	s := village(t)
	room, err := class.Verify(classroom(t, s, 8), nil, finder(s), 0)
	require.NoError(t, err)
	luck, err := room.Spread(4, 0)
	require.NoError(t, err)
	truth, err := room.Truth(t.Context(), 0)
	require.NoError(t, err)
	write := func() string {
		var b strings.Builder
		_, err := class.Report{Room: room, Luck: luck, Truth: truth, Names: true}.WriteTo(&b)
		require.NoError(t, err)
		return b.String()
	}
	words.Interpret(wordstest.Mute)
	_, body, _ := strings.Cut(write(), "<main>")
	body = regexp.MustCompile(`<[^>]*>|&\w+;|Team \d+`).ReplaceAllString(body, " ")
	assert.Empty(t, wordstest.Unsaid(body))
	words.Speak("es")
	page := write()
	assert.Contains(t, page, `<html lang="es">`)
	assert.Contains(t, page, "<h2>Tres preguntas que plantean estos datos</h2>")
	var grades bytes.Buffer
	require.NoError(t, room.WriteGrades(&grades, class.Full, luck, nil))
	assert.Contains(t, grades.String(), "rank,team,file,status,", "a platform knows columns by their names")
	assert.Contains(t, grades.String(), ",verified,")
}

// Whatever is handed in, it is ranked or flagged, once each.
func FuzzVerify(f *testing.F) {
	s := village(f)
	log := handIn(f, s, game.Setup{Seed: classSeed, Team: "F"}, 1, s.Market.Rounds)
	f.Add(log, log[:200])
	f.Add([]byte("{}\n"), []byte{})
	f.Fuzz(func(t *testing.T, a, b []byte) {
		files := []class.File{{Name: "good", Data: log}, {Name: "a", Data: a}, {Name: "b", Data: b}}
		room, err := class.Verify(files, nil, finder(s), 1)
		if err != nil {
			return // three files can be of three classes
		}
		require.Equal(t, len(files), len(room.Teams)+len(room.Flags))
	})
}

// BenchmarkClassOf500 verifies and ranks 500 logs of a whole scenario, 20 of
// them wrong.
func BenchmarkClassOf500(b *testing.B) {
	s := shipped(b)[0]
	files := classroom(b, s, 480)
	for _, w := range hostile(b, s) {
		files = append(files, w.file)
	}
	for b.Loop() {
		room, err := class.Verify(files, nil, finder(s), 0)
		require.NoError(b, err)
		require.Len(b, room.Teams, 480)
		require.Len(b, room.Flags, 20)
	}
}
