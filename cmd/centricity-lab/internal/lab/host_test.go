package lab

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLongLinesArePassedOver: what follows is answered.
func TestLongLinesArePassedOver(t *testing.T) {
	var out bytes.Buffer
	in := strings.Repeat("x", 3*longestLine) + "\n" + `{"do":"observe"}` + "\n" + strings.Repeat(" ", longestLine-1) + "\n" + `{"do":"close","id":[1]}`
	require.NoError(t, newHost(&out).serve(strings.NewReader(in)))
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, 3)
	assert.Contains(t, lines[0], "the line is longer than")
	assert.Contains(t, lines[1], "there is no game 0")
	assert.Contains(t, lines[2], `"id":[1]`)
}

// TestGamesAreBounded in number and size, and room is given back.
func TestGamesAreBounded(t *testing.T) {
	h := newHost(&bytes.Buffer{})
	reset := []byte(`{"do":"reset","scenario":"roastery","set":{"people":"100","rounds":"1"}}`)
	require.Empty(t, h.answer(reset).Error)
	h.people = mostPeople
	assert.Contains(t, h.answer(reset).Error, "close some first")
	assert.Contains(t, h.answer([]byte(`{"do":"clone","game":1}`)).Error, "close some first")
	require.Empty(t, h.answer([]byte(`{"do":"close","game":1}`)).Error)
	assert.Empty(t, h.answer(reset).Error)
}

// FuzzHost: whatever a program writes, it gets one line of JSON back, and no
// file is read but a scenario.
func FuzzHost(f *testing.F) {
	for _, line := range []string{
		`{"do":"step","game":1,"decision":{"spend":{"retention":-1},"focus":{"retention":{"by":"x"}}}}`,
		`{"do":"check","game":1,"decision":{"price":1e99}}`, `{"do":"observe","game":1}`, `{"do":"clone","game":1}`, `[]`, `null`, "\x00", `{"id":`,
	} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		if strings.Contains(line, "reset") || strings.ContainsAny(line, "\n") || strings.TrimSpace(line) == "" {
			return
		}
		h := newHost(&bytes.Buffer{})
		require.Empty(t, h.answer([]byte(`{"do":"reset","scenario":"roastery","set":{"people":"20","rounds":"2"}}`)).Error)
		var out bytes.Buffer
		h.out = json.NewEncoder(&out)
		require.NoError(t, h.serve(strings.NewReader(line+"\n")))
		require.Equal(t, 1, strings.Count(out.String(), "\n"))
		require.True(t, json.Valid(out.Bytes()))
	})
}
