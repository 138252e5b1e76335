// Package lab is the command line of centricity-lab. Every command is in a file
// of its own, reads and writes through the command it hangs on, and returns an
// error instead of ending the program.
package lab

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"centricity/game"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Exit codes.
const (
	Fine  = 0
	Wrong = 1 // the input is wrong, or differs from what it should be
	Usage = 2 // the command line is wrong
)

// Main runs a command line without its first word and returns the exit code.
func Main(version string, args []string, in io.Reader, out, errs io.Writer) int {
	root := newRoot(version)
	root.SetArgs(args)
	root.SetIn(in)
	written := &output{Writer: out}
	root.SetOut(written)
	root.SetErr(errs)
	ran := false // whether a command began: an error before that is the command line's
	var watch func(*cobra.Command)
	watch = func(c *cobra.Command) {
		if run := c.RunE; run != nil {
			c.RunE = func(cmd *cobra.Command, args []string) error {
				ran = true
				return run(cmd, args)
			}
		}
		for _, below := range c.Commands() {
			watch(below)
		}
	}
	watch(root)

	cmd, err := root.ExecuteC()
	var usage usageError
	switch {
	case written.failed:
		fmt.Fprintln(errs, "the output cannot be written; is the disk full?")
		return Wrong
	case err == nil:
		return Fine
	case errors.Is(err, errTold):
		return Wrong
	case !ran || errors.As(err, &usage):
		fmt.Fprintln(errs, plain(err))
		fmt.Fprintf(errs, "See '%s --help'.\n", cmd.CommandPath())
		return Usage
	}
	fmt.Fprintln(errs, plain(err))
	return Wrong
}

func newRoot(version string) *cobra.Command {
	root := &cobra.Command{
		Use:   "centricity-lab",
		Short: "Play, check and verify Centricity's worlds without a window",
		Long: `Centricity-lab plays Centricity's scenarios with built-in policies, checks
scenario files, verifies the logs of games, ranks a class, plays batches and
serves the browser build. It fits customer lifetime value models to the
transaction log of any business, and makes a scenario of it.

It ends with 0 if all is well, 1 if the input is wrong or differs from what it
should be, and 2 if the command line is wrong. What is wrong stands on stderr.`,
		Example: `  centricity-lab scenarios
  centricity-lab run music-shop --policy customer-centric --seed 7
  centricity-lab check my-scenario.yaml
  centricity-lab replay team-3.log
  centricity-lab fit purchases.csv
  centricity-lab calibrate purchases.csv > my-shop.yaml
  centricity-lab debrief team-3.log`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetHelpCommand(helpCommand())
	root.AddCommand(
		runCommand(), checkCommand(), replayCommand(), debriefCommand(),
		newCommand(), explainCommand(), diffCommand(), previewCommand(), schemaCommand(),
		fitCommand(), calibrateCommand(),
		batchCommand(), compareCommand(), verifyCommand(), envCommand(), optimizeCommand(),
		classCommand(), scenariosCommand(), webCommand(), serveCommand(), versionCommand(version),
	)
	return root
}

// output remembers that something could not be written, whoever wrote it.
type output struct {
	io.Writer
	failed bool
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	o.failed = o.failed || err != nil
	return n, err
}

// errTold ends a command that has already written what is wrong.
var errTold = errors.New("already told")

// usageError is a mistake in the command line that only the command itself can
// see.
type usageError string

func (e usageError) Error() string { return string(e) }

func usagef(format string, args ...any) error { return usageError(fmt.Sprintf(format, args...)) }

// plain is what an error says to a person: for a flag's value, what the flag
// takes; control characters never reach the terminal.
func plain(err error) string {
	text := game.Told(err)
	var value *pflag.InvalidValueError
	if errors.As(err, &value) {
		switch f := value.GetFlag(); f.Value.Type() {
		case seedType:
			text = value.Unwrap().Error()
		case "bool":
			text = fmt.Sprintf("--%s is either there or not; it does not take %q.", f.Name, shorten(value.GetValue()))
		default:
			text = fmt.Sprintf("--%s does not take %q.", f.Name, shorten(value.GetValue()))
		}
	}
	return game.Printable(strings.TrimSpace(text))
}
