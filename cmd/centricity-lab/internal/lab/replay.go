package lab

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"

	"centricity/game"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"

	"github.com/spf13/cobra"
)

func replayCommand() *cobra.Command {
	var file string
	var unfinished bool
	cmd := &cobra.Command{
		Use:   "replay LOG",
		Short: "Verify the log of a game",
		Long: `Play a game again from its log and compare every round with what the log says:
customers, customers won and lost, revenue, spending, cash and the hash of the
complete state. LOG can be - for what is piped in.

It ends with 0 if every round of a whole game agrees; with 1 and the first
figure that differs if one does not, or if the log is cut off, edited, of
another model version or of another version of its scenario. A log that ends
before the game does may have been cut off between two rounds; --unfinished
accepts it.

A log names its scenario. One that does not ship with the program is given
with --scenario.`,
		Example: `  centricity-lab replay team-3.log
  centricity-lab replay --scenario my-scenario.yaml team-3.log
  for log in *.log; do centricity-lab replay "$log" || echo "$log"; done`,
		Args: exactly("a log", 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("scenario") && file == "" {
				return usagef("--scenario is given without a file.")
			}
			name := game.OneLine(args[0])
			log, err := readLog(args[0], cmd.InOrStdin())
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			s, w, err := game.Replay(log, finder(file))
			if w != nil {
				if werr := writeReplay(cmd.OutOrStdout(), log, s, w); werr != nil {
					return werr
				}
			}
			if err == nil && log.Torn {
				err = &game.LogError{Line: len(log.Entries) + 2, Message: "the last line has no end: it was cut off while it was written or copied"}
			}
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			if !w.Over() && !unfinished {
				return fmt.Errorf("%s: %w", name, &game.LogError{Line: len(log.Entries) + 2, Message: fmt.Sprintf(
					"the log ends after %d of %s; if the game is not over yet, say --unfinished", w.Round(), length(s))})
			}
			return writeOutcome(cmd.OutOrStdout(), s, w)
		},
	}
	cmd.Flags().StringVar(&file, "scenario", "", "the scenario file the game was played on")
	cmd.Flags().BoolVar(&unfinished, "unfinished", false, "accept a game that is not over")
	must(cmd.MarkFlagFilename("scenario", "yaml", "yml"))
	return cmd
}

// finder looks up a log's scenario. Only the person at the keyboard can name a
// file: a log's name is looked for among those that ship.
func finder(file string) game.Find {
	if file == "" {
		return func(name string) (scenarios.Scenario, error) {
			s, err := scenarios.Shipped(name)
			if err != nil {
				err = errors.New(words.Say("the log was played on scenario %q, which does not ship with the program; give its file with --scenario", shorten(name)))
			}
			return s, err
		}
	}
	return func(string) (scenarios.Scenario, error) { return scenarios.Open(file) }
}

func readLog(path string, in io.Reader) (game.Log, error) {
	if path == "-" {
		return game.Read(in)
	}
	info, err := os.Stat(path) // before opening, which would wait for a pipe's other end
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return game.Log{}, errors.New(words.Say("there is no such file"))
	case err == nil && info.IsDir():
		return game.Log{}, errors.New(words.Say("is a folder; name a log in it"))
	case err == nil && !info.Mode().IsRegular():
		return game.Log{}, errors.New(words.Say("is not an ordinary file; pipe it in and name it -"))
	}
	f, err := os.Open(path)
	if err != nil {
		return game.Log{}, errors.New(words.Say("the file may not be read; look at its permissions"))
	}
	defer f.Close()
	return game.Read(f)
}

// writeReplay tells the rounds that agree.
func writeReplay(out io.Writer, log game.Log, s scenarios.Scenario, w *sim.World) error {
	if _, err := fmt.Fprintf(out, "%s, seed %d, model version %d\n", s.Title, log.Header.Seed, log.Header.Model); err != nil {
		return err
	}
	rows := [][]string{{s.Round, "customers", "revenue", "cash", "state hash", ""}}
	for _, r := range w.Reports() {
		if r.Round > 0 {
			rows = append(rows, []string{
				strconv.Itoa(r.Round), grouped(int64(r.Base.Closing())), whole(r.Books.Revenue), whole(r.Books.Closing), r.Hash.String(), "agrees",
			})
		}
	}
	if len(rows) == 1 {
		return nil
	}
	return table(out, rows)
}

// writeOutcome tells what a game whose rounds all agree came to.
func writeOutcome(out io.Writer, s scenarios.Scenario, w *sim.World) error {
	var err error
	if w.Over() {
		v := w.Value()
		_, err = fmt.Fprintf(out, "all %s agree; company value %s %s\n", length(s), exact(v.Company()), s.Currency)
	} else {
		_, err = fmt.Fprintf(out, "%d of %s played, all agree; the game is not over\n", w.Round(), length(s))
	}
	return err
}
