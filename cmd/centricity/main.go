// Centricity is a business game about customers. This is the game itself: a
// window on the desktop, a page in the browser.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"centricity/game"
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
		return shoot(o)
	}
	return open(o)
}
