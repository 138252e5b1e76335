package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/game/words"
)

const broken = "format: 1\nextends: roastery\ntitel: The kiosk\nrounds: six\n"

// What a window shows, in words.
func shown(app *screen.App, in widget.Input) string {
	var b strings.Builder
	for n := range app.Frame(canvas.NewImage(1024, 640, 1), in).All {
		b.WriteString(n.Name + "\n")
	}
	return b.String()
}

// A scenario file with mistakes opens the window on them, in the language asked
// for; mended, it is played.
func TestABrokenScenarioOpensOnItsMistakes(t *testing.T) {
	defer words.Speak("en")
	path := filepath.Join(t.TempDir(), "kiosk.yaml")
	require.NoError(t, os.WriteFile(path, []byte(broken), 0o644))
	o := options{scenario: path, language: "es"}
	h, err := host(o, &game.Memory{})
	require.Error(t, err)
	h.Asked = o.language
	app := begun(o, h)
	text := shown(app, widget.Input{})
	assert.Contains(t, text, "Este escenario aún no se puede jugar")
	assert.Contains(t, text, `¿querías decir "title"?`)
	assert.Contains(t, text, `rounds es "six"`)

	mended := strings.NewReplacer("titel", "title", "six", "4").Replace(broken)
	require.NoError(t, os.WriteFile(path, []byte(mended), 0o644))
	shown(app, widget.Input{Keys: []widget.KeyPress{{Key: widget.KeyF5}}})
	text = shown(app, widget.Input{})
	assert.Contains(t, text, "The kiosk")
	assert.Contains(t, text, "Empezar la partida")
}

// Without a window its mistakes are told in the terminal, in the same language.
func TestABrokenScenarioInTheTerminal(t *testing.T) {
	defer words.Speak("en")
	path := filepath.Join(t.TempDir(), "kiosk.yaml")
	require.NoError(t, os.WriteFile(path, []byte(broken), 0o644))
	for language, want := range map[string]string{
		"en": `(?s)^centricity: the scenario cannot be played:\n.*kiosk.yaml:3:1: unknown key "titel"; did you mean "title"\?\n.*:4:9: `,
		"es": `(?s)^centricity: no se puede jugar este escenario:\n.*kiosk.yaml:3:1: clave desconocida: "titel"; ¿querías decir "title"\?\n.*:4:9: `,
	} {
		var errs bytes.Buffer
		assert.Equal(t, 1, start([]string{"--scenario", path, "--language", language, "--screenshot", filepath.Join(t.TempDir(), "a.png")}, &bytes.Buffer{}, &errs))
		assert.Regexp(t, want, errs.String())
	}
}
