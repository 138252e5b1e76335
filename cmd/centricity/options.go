package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"centricity/game/screen"
	"centricity/game/words"
	"centricity/sim"
)

// options are what the command line says.
type options struct {
	scenario, data string
	class          string
	seed           uint64
	seeded         bool
	version        bool

	screenshot, screen string
	rounds             int
	width, height      float64
	scale              float64
	text               int
	dark               bool
	language           string
	policy             string
}

// pictured are the options of a drawing; in a window the player chooses.
var pictured = []string{"screen", "rounds", "policy", "size", "scale", "text", "dark"}

// usageError is a wrong command line.
type usageError struct{ error }

// parse reads the command line. What is wrong comes back as a usageError, a wish
// for help as flag.ErrHelp with the help.
func parse(args []string) (o options, help string, err error) {
	f := flag.NewFlagSet("centricity", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.Usage = func() {}
	var seed, size, rounds, text string
	f.StringVar(&o.scenario, "scenario", "", "open this scenario at once: the `NAME` of one that ships, or a file")
	f.StringVar(&seed, "seed", "", "game `NUMBER`; the same number brings the same customers and luck")
	f.StringVar(&o.class, "class", "", "open the start page with this class `CODE`")
	f.StringVar(&o.data, "data", "", "keep games in this `FOLDER` instead of the usual place")
	f.BoolVar(&o.version, "version", false, "print the version and stop")
	f.StringVar(&o.screenshot, "screenshot", "", "draw one screen into a PNG `FILE`, without a display, and stop")
	f.StringVar(&o.screen, "screen", "", "the screen to draw: "+strings.Join(screen.Names(), ", "))
	f.StringVar(&rounds, "rounds", "0", "`NUMBER` of rounds to play before it is drawn")
	f.StringVar(&size, "size", "1280x800", "size of the drawing in logical pixels, `WxH`")
	f.Float64Var(&o.scale, "scale", 1, "device pixels in a logical one")
	f.StringVar(&text, "text", "100", "text size of the drawing in `PERCENT`")
	f.BoolVar(&o.dark, "dark", false, "draw in dark colours")
	f.StringVar(&o.language, "language", "", "speak the language with this `TAG`: "+strings.Join(words.Tags(), ", "))
	f.StringVar(&o.policy, "policy", "", "who plays the rounds: a built-in `NAME`; without one, whoever keeps what is prepared")
	if err := f.Parse(args); errors.Is(err, flag.ErrHelp) {
		var b strings.Builder
		f.SetOutput(&b)
		fmt.Fprintln(&b, "centricity opens the game in a window.\n\n  centricity [--scenario NAME|FILE] [--seed NUMBER | --class CODE] [--data FOLDER] [--language TAG]\n  centricity --screenshot FILE.png [--screen NAME] [--rounds N]\n ")
		f.PrintDefaults()
		return o, b.String(), flag.ErrHelp
	} else if err != nil {
		return o, "", usageError{err}
	}
	if f.NArg() > 0 {
		return o, "", usagef("%q is not understood; options begin with --", f.Arg(0))
	}
	f.Visit(func(given *flag.Flag) {
		if given.Value.String() == "" && err == nil {
			err = usagef("--%s is given without a value", given.Name)
		}
		o.seeded = o.seeded || given.Name == "seed"
		if o.screenshot == "" && slices.Contains(pictured, given.Name) && err == nil {
			err = usagef("--%s belongs to --screenshot", given.Name)
		}
	})
	if err != nil {
		return o, "", err
	}
	if o.seeded {
		if o.seed, err = strconv.ParseUint(seed, 10, 64); errors.Is(err, strconv.ErrRange) {
			return o, "", usagef("--seed %q is too large; the largest is %d", seed, uint64(math.MaxUint64))
		} else if err != nil {
			return o, "", usagef("--seed %q is not a whole number", seed)
		}
	}
	w, h, _ := strings.Cut(size, "x")
	width, okW := decimal(w, 320, 8192)
	height, okH := decimal(h, 240, 8192)
	o.width, o.height = float64(width), float64(height)
	var okRounds, okText bool
	o.rounds, okRounds = decimal(rounds, 0, 100)
	o.text, okText = decimal(text, 100, 200)
	switch {
	case !okW || !okH:
		return o, "", usagef("--size %q is not a size such as 1280x800, from 320x240 to 8192x8192", size)
	case !okRounds:
		return o, "", usagef("--rounds %q is not a whole number from 0 to 100", rounds)
	case !okText:
		return o, "", usagef("--text %q is not a whole number from 100 to 200", text)
	case !(o.scale >= 0.5 && o.scale <= 4):
		return o, "", usagef("--scale %g is outside 0.5 to 4", o.scale)
	case o.class != "" && o.seeded:
		return o, "", usagef("--class brings its own number; leave --seed out")
	case o.language != "" && !slices.Contains(words.Tags(), o.language):
		return o, "", usagef("there is no language %q; there are %s", o.language, strings.Join(words.Tags(), ", "))
	}
	return o, "", nil
}

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// decimal reads a number that is written in digits alone.
func decimal(text string, low, high int) (n int, ok bool) {
	u, err := strconv.ParseUint(text, 10, 16)
	return int(u), err == nil && int(u) >= low && int(u) <= high
}

// versionLine names the program, its revision and the model's version.
func versionLine() string {
	version := "(devel)"
	if b, ok := debug.ReadBuildInfo(); ok {
		version = b.Main.Version
		for _, s := range b.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				version += " " + s.Value[:12]
			}
		}
	}
	return fmt.Sprintf("centricity %s, model version %d", version, sim.ModelVersion)
}
