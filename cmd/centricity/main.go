// Centricity is a business game about customers. This is the game itself: a
// window on the desktop, a page in the browser.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		var usage usageError
		switch {
		case errors.Is(err, flag.ErrHelp):
			return
		case errors.As(err, &usage):
			fmt.Fprintln(os.Stderr, "centricity:", err)
			os.Exit(2)
		}
		fmt.Fprintln(os.Stderr, "centricity:", err)
		os.Exit(1)
	}
}

func run(args []string, out, errs io.Writer) error {
	o, err := parse(args, errs)
	if err != nil {
		return err
	}
	if o.version {
		fmt.Fprintln(out, versionLine())
		return nil
	}
	if o.screenshot != "" {
		return shoot(o)
	}
	return open(o)
}
