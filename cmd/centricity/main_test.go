package main

import (
	"bytes"
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game/screen"
	"centricity/scenarios"
)

// Every screen can be drawn without a display, the same each time.
func TestScreenshots(t *testing.T) {
	s, err := scenarios.Shipped(scenarios.Names()[0])
	require.NoError(t, err)
	for _, name := range screen.Names() {
		t.Run(name, func(t *testing.T) {
			shot := func(file string) []byte {
				path := filepath.Join(t.TempDir(), file)
				args := []string{"--screenshot", path, "--screen", name, "--size", "1024x640"}
				if name == "customers/research" {
					args = append(args, "--scenario", "music-shop")
				}
				switch name, _, _ := strings.Cut(name, "/"); name {
				case "customers", "results":
					args = append(args, "--rounds", "2")
				case "score", "debrief":
					args = append(args, "--rounds", strconv.Itoa(s.Market.Rounds))
				}
				require.NoError(t, run(args, &bytes.Buffer{}))
				data, err := os.ReadFile(path)
				require.NoError(t, err)
				return data
			}
			first := shot("a.png")
			picture, err := png.Decode(bytes.NewReader(first))
			require.NoError(t, err)
			require.Equal(t, 1024, picture.Bounds().Dx())
			require.Equal(t, 640, picture.Bounds().Dy())
			colours := map[[4]uint32]bool{}
			for y := range 640 {
				for x := range 1024 {
					r, g, b, a := picture.At(x, y).RGBA()
					colours[[4]uint32{r, g, b, a}] = true
				}
			}
			require.Greater(t, len(colours), 50, "something is drawn")
			require.Equal(t, first, shot("b.png"))
		})
	}
}

func TestWhatTheCommandLineSays(t *testing.T) {
	for _, c := range []struct {
		args  []string
		wrong bool // usage
		text  string
	}{
		{[]string{"--seed", "x"}, true, `--seed "x" is not a whole number`},
		{[]string{"--nonsense"}, true, "nonsense"},
		{[]string{"file.yaml"}, true, "options begin with --"},
		{[]string{"--screenshot", "a.png", "--size", "big"}, true, "1280x800"},
		{[]string{"--screenshot", "a.png", "--rounds", "-1"}, true, `"-1" is not a whole number from 0 to 100`},
		{[]string{"--screenshot", "a.png", "--rounds", "0x2"}, true, `"0x2" is not a whole number`},
		{[]string{"--screenshot", "a.png", "--text", "1e2"}, true, `"1e2" is not a whole number`},
		{[]string{"--screenshot", "a.png", "--language", "xx\x01%s"}, true, `there is no language "xx\x01%s"; there are en, es`},
		{[]string{"--screenshot", "a.png", "--size", "0x1p10x800"}, true, "1280x800"},
		{[]string{"--screenshot", "a.png", "--size", "1280x800x2"}, true, "1280x800"},
		{[]string{"--seed", "18446744073709551616"}, true, "is too large; the largest is 18446744073709551615"},
		{[]string{"--seed", ""}, true, "--seed is given without a value"},
		{[]string{"--class", "7K2M-0X4T-9QRA", "--seed", "1"}, true, "leave --seed out"},
		{[]string{"--scenario", ""}, true, "--scenario is given without a value"},
		{[]string{"--screenshot", "a.png", "--scale", "9"}, true, "outside 0.5 to 4"},
		{[]string{"--screen", "decide"}, true, "--screen belongs to --screenshot"},
		{[]string{"--text", "200"}, true, "--text belongs to --screenshot"},
		{[]string{"--screenshot", filepath.Join(t.TempDir(), "none", "a.png")}, false, "cannot be written"},
		{[]string{"--screenshot", filepath.Join(t.TempDir(), "a.png"), "--screen", "moon"}, false, `there is no screen "moon"`},
		{[]string{"--screenshot", filepath.Join(t.TempDir(), "a.png"), "--screen", "score"}, false, "only after the last round"},
		{[]string{"--screenshot", filepath.Join(t.TempDir(), "a.png"), "--scenario", "no-such.yaml"}, false, "no-such.yaml"},
	} {
		err := run(c.args, &bytes.Buffer{})
		require.Error(t, err, "%q", c.args)
		var usage usageError
		assert.Equal(t, c.wrong, errors.As(err, &usage), "%q", c.args)
		assert.Contains(t, err.Error(), c.text)
	}
}

// What is wrong is one line, on stderr, that a terminal shows and does not obey.
func TestWrongCommandLinesAreToldOnce(t *testing.T) {
	for _, args := range [][]string{
		{"--nonsense"}, {"--dark=maybe"}, {"--scale", "wide"}, {"--\x1b[2J"}, {"\x1b[2J"},
	} {
		var out, errs bytes.Buffer
		assert.Equal(t, 2, start(args, &out, &errs))
		assert.Empty(t, out.String())
		assert.Regexp(t, `^centricity: [^\n\x1b]+\nSee 'centricity --help'.\n$`, errs.String())
		assert.NotContains(t, errs.String(), "strconv")
	}
	var out, errs bytes.Buffer
	assert.Equal(t, 1, start([]string{"--scenario", "a\x1b[2J\u202e.yaml"}, &out, &errs))
	assert.Regexp(t, `^centricity: [^\x1b\x{202e}]+$`, errs.String())

	errs.Reset()
	assert.Zero(t, start([]string{"--help"}, &out, &errs))
	assert.Contains(t, out.String(), "-screenshot FILE")
	assert.Empty(t, errs.String())
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestOutputThatCannotBeWritten(t *testing.T) {
	for _, arg := range []string{"--version", "--help"} {
		var errs bytes.Buffer
		assert.Equal(t, 1, start([]string{arg}, full{}, &errs))
		assert.Equal(t, "centricity: the output cannot be written; is the disk full?\n", errs.String())
	}
}

func TestVersion(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, run([]string{"--version"}, &out))
	require.Contains(t, out.String(), "model version")
}
