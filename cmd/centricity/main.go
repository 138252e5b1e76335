// Centricity is a business game about customers. This is the game itself: a
// window on the desktop, a page in the browser.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"centricity/game"
	"centricity/game/window"
	"centricity/game/words"
	"centricity/scenarios"
)

func main() {
	os.Exit(start(os.Args[1:], os.Stdout, os.Stderr))
}

// start runs the program, tells what is wrong, and returns the exit code: 1 if
// the input is wrong, 2 if the command line is.
func start(args []string, out, errs io.Writer) int {
	err := run(args, out)
	if err == nil {
		return 0
	}
	fmt.Fprintln(errs, "centricity:", game.Printable(err.Error()))
	var usage usageError
	if errors.As(err, &usage) {
		fmt.Fprintln(errs, "See 'centricity --help'.")
		return 2
	}
	return 1
}

func run(args []string, out io.Writer) error {
	o, usage, err := parse(args)
	text := versionLine() + "\n"
	switch {
	case errors.Is(err, flag.ErrHelp):
		text = usage
	case err != nil:
		return err
	}
	if o.version || err != nil {
		if _, err := io.WriteString(out, text); err != nil {
			return errors.New("the output cannot be written; is the disk full?")
		}
		return nil
	}
	if o.screenshot != "" {
		words.Speak(o.language) // and no machine's own: the same picture everywhere
		return inWords(shoot(o))
	}
	words.Speak(cmp.Or(o.language, window.Language()))
	return inWords(open(o))
}

// inWords says in the language of the moment what is wrong with a scenario.
func inWords(err error) error {
	var wrong scenarios.Errors
	if errors.As(err, &wrong) {
		return errors.New(words.Say("the scenario cannot be played:\n%s", game.Told(wrong)))
	}
	return err
}
