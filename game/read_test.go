package game

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLogsFromOutsideAreRefusedWithTheirLine: each edit of a good log, and
// what is said of it.
func TestLogsFromOutsideAreRefusedWithTheirLine(t *testing.T) {
	good := string(finished(t, &Memory{}).Log())
	lines := strings.SplitAfter(good, "\n")
	edit := func(line int, old, new string) string {
		changed := append([]string(nil), lines...)
		require.Contains(t, changed[line-1], old)
		changed[line-1] = strings.Replace(changed[line-1], old, new, 1)
		return strings.Join(changed, "")
	}
	hash := strings.SplitN(strings.SplitN(lines[1], `"hash":"`, 2)[1], `"`, 2)[0]
	edited := func(line int) string {
		return fmt.Sprintf("line %d: the line is not as Centricity writes it; it was edited", line)
	}
	for _, c := range []struct{ name, log, message string }{
		{"empty", "", "line 1: the log is empty"},
		{"not a log", "hello\n", "line 1: this is not the first line of a Centricity log"},
		{"one line without end", "{", "line 1: this is not a Centricity log, or its first line was cut off"},
		{"another format", edit(1, `_log":2`, `_log":1`), "line 1: the log has format 1; this program reads format 2"},
		{"another model", edit(1, fmt.Sprintf(`"model":%d`, sim.ModelVersion), `"model":99`), "line 1: the log was written by model version 99"},
		{"a seed of 2^64", edit(1, `18446744073709551615`, `18446744073709551616`), "line 1: "},
		{"another scenario", edit(1, `"village"`, `"city"`), `line 1: there is no scenario "city"`},
		{"another market", strings.Replace(good, village().Market.Hash().String(), strings.Repeat("0", 32), 1), "line 1: the log was played on another version"},
		{"a market that is none", edit(1, `"market":"`, `"market":"0`), "line 1: the market is not 32 hexadecimal digits"},
		{"a market that forges a line", edit(1, `"market":"`, `"market":"\n7 agrees`), "line 1: the market is not 32 hexadecimal digits"},
		{"a scenario that forges a line", edit(1, `"village"`, `"village\nall 4 quarters agree"`), "line 1: the scenario's name is not"},
		{"a scenario that turns the writing", edit(1, `"village"`, `"\u202evillage"`), "line 1: the scenario's name is not"},
		{"a scenario of a long name", edit(1, `"village"`, `"`+strings.Repeat("v", 101)+`"`), "line 1: the scenario's name is not"},
		{"a key twice", edit(2, `"round":1`, `"round":7,"round":1`), edited(2)},
		{"a key in capitals", edit(2, `"round":1`, `"ROUND":1`), edited(2)},
		{"a key of the header twice", edit(1, `"model":`, `"seed":"7","model":`), edited(1)},
		{"a blank behind the line", edit(3, "\n", " \n"), edited(3)},
		{"a carriage return too many", edit(3, "\n", "\r\r\n"), edited(3)},
		{"a blank in the line", edit(3, `"round":`, `"round": `), edited(3)},
		{"zeros before the seed", edit(1, `"seed":"`, `"seed":"0`), edited(1)},
		{"a zero that is left out", edit(2, `"spend":{`, `"spend":{"product":0,`), edited(2)},
		{"an escaped letter", edit(2, `"retention"`, `"\u0072etention"`), edited(2)},
		{"a decision changed", edit(3, `"retention":5000`, `"retention":5001`), "line 3: round 2 differs from its replay: the log has"},
		{"a figure changed", edit(4, `"revenue":`, `"revenue":1`), "line 4: round 3 differs from its replay: the log has revenue"},
		{"a hash changed", edit(2, hash, strings.Repeat("0", 32)), "line 2: round 1 differs from its replay: the log has state hash"},
		{"a seal that is none", edit(2, `"seal":"`, `"seal":"0`), "line 2: the seal is not 16 hexadecimal digits"},
		{"a team named afterwards", edit(1, `"seed":"18446744073709551615"`, `"seed":"18446744073709551615","team":"Us"`), "line 2: its figures are right, but its notes or the first line were edited"},
		{"a team on two lines", edit(1, `"seed":"18446744073709551615"`, `"seed":"18446744073709551615","team":"a\nb"`), "line 1: the team's name is not up to 40 printable characters"},
		{"a time changed", edit(3, `"seconds":90`, `"seconds":91`), "line 3: its figures are right, but its notes"},
		{"a time before time", edit(3, `"seconds":90`, `"seconds":-1`), "line 3: the seconds are not a time"},
		{"a forecast made afterwards", edit(4, `"low":1`, `"low":2`), "line 4: its figures are right, but its notes"},
		{"a forecast upside down", edit(4, `"low":1`, `"low":2000`), `line 4: the forecast of "customers" is not a lower and an upper value`},
		{"a forecast of something else afterwards", edit(4, `"low":1`, `"of":"revenue","low":1`), "line 4: its figures are right, but its notes"},
		{"a forecast of customers, spelt out", edit(4, `"low":1`, `"of":"customers","low":1`), edited(4)},
		{"a forecast of luck", edit(4, `"low":1`, `"of":"luck\u001b[2J","low":1`), `line 4: there is no figure "luck\x1b[2J" to forecast`},
		{"a forecast of a number", edit(4, `"low":1`, `"of":7,"low":1`), "line 4: note.forecast.of cannot be a number"},
		{"more would recommend than are asked", edit(4, `"low":1,"high":1000`, `"of":"nps","low":1,"high":101`), `line 4: the forecast of "nps" is not a lower and an upper value that it can have`},
		{"more stay than there are", edit(4, `"low":1,"high":1000`, `"of":"retention","low":1,"high":10001`), `line 4: the forecast of "retention" is not`},
		{"all the money there is", edit(4, `"low":1`, `"of":"profit","low":-9223372036854775808`), `line 4: the forecast of "profit" is not`},
		{"more than that", edit(4, `"high":1000`, `"high":9223372036854775808`), "line 4: note.forecast.high cannot be a number 9223372036854775808"},
		{"half a customer", edit(4, `"low":1`, `"low":1.5`), "line 4: note.forecast.low cannot be a number 1.5"},
		{"a hypothesis of a book", edit(4, `"hypothesis":"`, `"hypothesis":"`+strings.Repeat("a", 200)), "line 4: the hypothesis is not up to 200"},
		{"a round taken back in the game", edit(3, `"seconds":90`, `"seconds":90,"undone":1`), "line 3: a round was taken back, which only practice allows"},
		{"a hash that is none", edit(2, `"hash":"`, `"hash":"0`), "line 2: the state hash is not 32 hexadecimal digits"},
		{"a figure that cannot be", edit(2, `"cash":`, `"cash":1e400,"cash":`), "line 2: "},
		{"a figure of another kind", edit(2, `"customers":`, `"customers":"many","customers":`), "line 2: figures.customers cannot be a string"},
		{"an unknown field", edit(2, `"round":1`, `"round":1,"luck":7`), `line 2: it has a field "luck" that logs do not have`},
		{"an unknown lever", edit(2, `"retention":5000`, `"bribes":5000`), `line 2: spend has no lever "bribes"`},
		{"too much spent", edit(2, `"retention":5000`, `"retention":5000000`), "line 2: the decision of round 1 is refused: budget"},
		{"a round missing", lines[0] + lines[1] + lines[3], "line 3: round 3 stands where round 2 should be"},
		{"a round twice", lines[0] + lines[1] + lines[1], "line 3: round 1 stands where round 2 should be"},
		{"a round too many", good + strings.Replace(lines[4], `"round":4`, `"round":5`, 1), "line 6: the decision of round 5 is refused: round"},
		{"two objects on a line", edit(2, "\n", " {}\n"), "line 2: there is something behind the end"},
		{"cut inside a line", lines[0] + lines[1][:20] + "\n", "line 2: the line is not one whole JSON object"},
		{"not UTF-8", edit(2, `"round"`, "\"\xff\""), "line 2: the line is not UTF-8 text"},
		{"a long line", lines[0] + strings.Repeat("a", maxLine+1) + "\n", "line 2: the line is too long"},
		{"an empty line", lines[0] + "\n", "line 2: the line is not one whole JSON object"},
		{"far too large", strings.Repeat("a", MaxLog+1), "this is larger than a log can be"},
	} {
		t.Run(c.name, func(t *testing.T) {
			log, err := Read(strings.NewReader(c.log))
			if err == nil {
				_, _, err = Replay(log, find)
			}
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.message)
			assert.NotContains(t, err.Error(), "game.", "no name of the program's own types")
			assert.NotContains(t, err.Error(), "Go ")
		})
	}
}

// Line ends and a mark that editors and mail put in are no edit.
func TestALogFromAnotherSystemIsTheSameLog(t *testing.T) {
	good := finished(t, &Memory{}).Log()
	want, err := Parse(good)
	require.NoError(t, err)
	got, err := Parse(append([]byte("\ufeff"), bytes.ReplaceAll(good, []byte("\n"), []byte("\r\n"))...))
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

func FuzzLog(f *testing.F) {
	f.Add([]byte(fmt.Sprintf(`{"centricity_log":2,"model":%d,"scenario":"village","market":"%s","seed":"1"}`, sim.ModelVersion, village().Market.Hash()) + "\n" +
		`{"round":1,"decision":{"spend":{"acquisition":10001}},"figures":{"customers":1,"won":0,"churned":0,"revenue":0,"spending":0,"cash":0},"hash":"00000000000000000000000000000000","note":{"seconds":9,"by":"A","forecast":{"low":1,"high":2}},"seal":"0123456789abcdef"}` + "\n"))
	f.Add([]byte(fmt.Sprintf(`{"centricity_log":2,"model":%d,"scenario":"village","market":"%s","seed":"1"}`, sim.ModelVersion, village().Market.Hash()) + "\n" +
		`{"round":1,"decision":{},"figures":{"customers":1,"won":0,"churned":0,"revenue":0,"spending":0,"cash":0},"hash":"00000000000000000000000000000000","note":{"forecast":{"of":"nps","low":-9,"high":2}},"seal":"0123456789abcdef"}` + "\n"))
	f.Add([]byte("{}\n{}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		log, err := Parse(data)
		if err != nil {
			assert.NotContains(t, err.Error(), "game.")
			return
		}
		_, _, _ = Replay(log, find)
	})
}
