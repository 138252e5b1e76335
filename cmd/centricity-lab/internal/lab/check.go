package lab

import (
	"errors"
	"fmt"
	"io"

	"centricity/game"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/policy"

	"github.com/spf13/cobra"
)

func checkCommand() *cobra.Command {
	var asJSON, playIt bool
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "Check scenario files",
		Long: `Check scenario files and tell every mistake as file:line:column: what is wrong.
FILE can be - for what is piped in, and a folder for every .yaml in it.

With --play the built-in policies also play each good scenario once, so that its
author sees whether decisions matter. It ends with 1 if any file is wrong.`,
		Example: `  centricity-lab check my-scenario.yaml
  centricity-lab check --play worlds/
  centricity-lab check --json my-scenario.yaml
  cat my-scenario.yaml | centricity-lab check -`,
		Args: atLeastOne("a scenario file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if asJSON && playIt {
				return usagef("--json and --play do not go together; ask for one of them.")
			}
			tell := func(f finding) error { return writeFinding(cmd.OutOrStdout(), cmd.ErrOrStderr(), f, playIt) }
			end := func() error { return nil }
			if asJSON {
				l := &list{out: cmd.OutOrStdout()}
				tell, end = func(f finding) error { return l.add(f) }, l.end
			}
			wrong := false
			err := inspect(args, cmd.InOrStdin(), func(f finding) error {
				wrong = wrong || !f.OK
				return tell(f)
			})
			if eerr := end(); err == nil {
				err = eerr
			}
			if err == nil && wrong {
				err = errTold
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON list with every file and its mistakes")
	cmd.Flags().BoolVar(&playIt, "play", false, "also play each good scenario with the built-in policies")
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
	}
	return cmd
}

// A finding is what checking one file gave.
type finding struct {
	File     string    `json:"file"`
	OK       bool      `json:"ok"`
	Title    string    `json:"title,omitempty"`
	Market   string    `json:"market,omitempty"`
	Mistakes []mistake `json:"mistakes"`

	scenario scenarios.Scenario
	err      error
}

// A mistake is at a line and column from 1; both are 0 where it concerns the
// whole file.
type mistake struct {
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Path    string `json:"path"`
	Message string `json:"message"`
}

func newFinding(file string, s scenarios.Scenario, err error) finding {
	f := finding{File: file, OK: err == nil, Mistakes: []mistake{}, scenario: s, err: err}
	if err == nil {
		f.Title, f.Market = s.Title, s.Market.Hash().String()
		return f
	}
	var all scenarios.Errors
	if !errors.As(err, &all) {
		all = scenarios.Errors{{File: file, Message: err.Error()}}
	}
	for i, e := range all {
		all[i].File = game.OneLine(e.File) // a file's name begins no line of its own
		f.Mistakes = append(f.Mistakes, mistake{e.Line, e.Column, e.Path, e.Message})
	}
	f.err = all
	return f
}

// writeFinding writes a good file to out and mistakes to errs: the first twenty
// and how many more there are.
func writeFinding(out, errs io.Writer, f finding, playIt bool) error {
	if !f.OK {
		fmt.Fprintln(errs, game.Printable(f.err.Error()))
		return nil
	}
	if _, err := fmt.Fprintf(out, "%s: ok: %s\n", game.OneLine(f.File), summary(f.scenario)); err != nil {
		return err
	}
	if warning := slow(f.scenario); warning != "" {
		fmt.Fprintf(errs, "%s: warning: %s\n", game.OneLine(f.File), warning)
	}
	if playIt {
		return writeContest(out, f.scenario)
	}
	return nil
}

// summary is a scenario in a line.
func summary(s scenarios.Scenario) string {
	levers := 0
	for _, open := range s.Market.Levers {
		if open {
			levers++
		}
	}
	return fmt.Sprintf("%s; %s, %s people, %s, %s",
		s.Title, length(s), grouped(int64(s.Market.People)), counted(levers, "lever"), counted(len(s.Market.Channels), "channel"))
}

// writeContest tells what the built-in policies make of a scenario.
func writeContest(out io.Writer, s scenarios.Scenario) error {
	const seed = 1
	rows := [][]string{{"policy", "cash", "customer equity", "company value"}}
	for _, name := range policy.Names() {
		w, err := sim.New(s.Market, seed)
		if err != nil {
			return err
		}
		decide, _ := policy.Named(name)
		if err := policy.Play(w, decide); err != nil {
			return fmt.Errorf("%s, played by the %s policy: %w", s.Name, name, err)
		}
		v := w.Value()
		rows = append(rows, []string{name, exact(v.Cash), exact(v.Equity), exact(v.Company())})
	}
	return table(out, rows)
}
