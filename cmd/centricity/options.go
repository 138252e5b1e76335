package main

import (
	"flag"
	"fmt"
	"io"
	"runtime/debug"
	"strconv"
	"strings"

	"centricity/game/screen"
	"centricity/sim"
)

// options are what the command line says.
type options struct {
	scenario, data string
	seed           uint64
	seeded         bool
	version        bool

	screenshot, screen string
	rounds             int
	width, height      float64
	scale              float64
	text               int
	dark               bool
}

// usageError is a wrong command line.
type usageError struct{ error }

func parse(args []string, errs io.Writer) (o options, err error) {
	f := flag.NewFlagSet("centricity", flag.ContinueOnError)
	f.SetOutput(errs)
	var seed, size string
	f.StringVar(&o.scenario, "scenario", "", "open this scenario at once: the `NAME` of one that ships, or a file")
	f.StringVar(&seed, "seed", "", "game `NUMBER`; the same number brings the same customers and luck")
	f.StringVar(&o.data, "data", "", "keep games in this `FOLDER` instead of the usual place")
	f.BoolVar(&o.version, "version", false, "print the version and stop")
	f.StringVar(&o.screenshot, "screenshot", "", "draw one screen into a PNG `FILE`, without a display, and stop")
	f.StringVar(&o.screen, "screen", "", "the screen to draw: "+strings.Join(screen.Names(), ", "))
	f.IntVar(&o.rounds, "rounds", 0, "rounds to play before it is drawn")
	f.StringVar(&size, "size", "1280x800", "size of the drawing in logical pixels, `WxH`")
	f.Float64Var(&o.scale, "scale", 1, "device pixels in a logical one")
	f.IntVar(&o.text, "text", 100, "text size of the drawing in percent")
	f.BoolVar(&o.dark, "dark", false, "draw in dark colours")
	f.Usage = func() {
		fmt.Fprintln(f.Output(), "centricity opens the game in a window.\n\n  centricity [--scenario NAME|FILE] [--seed NUMBER] [--data FOLDER]\n  centricity --screenshot FILE.png [--screen NAME] [--rounds N]\n ")
		f.PrintDefaults()
	}
	if err := f.Parse(args); err != nil {
		if err == flag.ErrHelp {
			return o, err
		}
		return o, usageError{err}
	}
	if f.NArg() > 0 {
		return o, usageError{fmt.Errorf("%q is not understood; options begin with --", f.Arg(0))}
	}
	if seed != "" {
		if o.seed, err = strconv.ParseUint(seed, 10, 64); err != nil {
			return o, usageError{fmt.Errorf("--seed %q is not a whole number", seed)}
		}
		o.seeded = true
	}
	if _, err := fmt.Sscanf(size, "%fx%f", &o.width, &o.height); err != nil || !(o.width >= 320 && o.width <= 8192 && o.height >= 240 && o.height <= 8192) {
		return o, usageError{fmt.Errorf("--size %q is not a size such as 1280x800", size)}
	}
	switch {
	case o.rounds < 0 || o.rounds > 100:
		return o, usageError{fmt.Errorf("--rounds %d is outside 0 to 100", o.rounds)}
	case !(o.scale >= 0.5 && o.scale <= 4):
		return o, usageError{fmt.Errorf("--scale %g is outside 0.5 to 4", o.scale)}
	case o.text < 100 || o.text > 200:
		return o, usageError{fmt.Errorf("--text %d is outside 100 to 200", o.text)}
	case o.screenshot == "" && (o.screen != "" || o.rounds != 0):
		return o, usageError{fmt.Errorf("--screen and --rounds belong to --screenshot")}
	}
	return o, nil
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
