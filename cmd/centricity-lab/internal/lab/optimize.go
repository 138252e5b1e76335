package lab

import (
	"fmt"

	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func optimizeCommand() *cobra.Command {
	var o struct {
		seed                                      seed
		replications, candidates, rounds, workers int
		out                                       string
		force, json                               bool
	}
	cmd := &cobra.Command{
		Use:     "optimize SCENARIO",
		Aliases: []string{"optimise"},
		Short:   "Search for the best steady decision in a scenario",
		Long: `Search for the decision that is worth most when it is taken every round, by the
cross-entropy method: draw decisions, keep the best, draw around them. All are
judged by mean company value over the same replications. What is found is then
played on other replications, beside the built-in policies: a search flatters
itself on its own.

The learning curve shows the best mean so far, generation by generation. --out
writes the decision as a file of decisions that 'run --policy FILE' plays: a
"best known" line for a class.`,
		Example: `  centricity-lab optimize roastery
  centricity-lab optimize my-scenario.yaml --generations 40 --out best.yaml`,
		Args: exactly("a scenario", 1),
	}
	f := cmd.Flags()
	f.SortFlags = false
	o.seed = 1
	f.Var(&o.seed, "seed", "from which the replications' seeds are derived")
	f.IntVar(&o.replications, "replications", 4, "games in which a decision is judged")
	f.IntVar(&o.candidates, "candidates", 60, "decisions drawn in a generation; a sixth are kept")
	f.IntVar(&o.rounds, "generations", 20, "how long it searches")
	f.IntVar(&o.workers, "workers", 0, "games played at once; 0 for one a core")
	f.StringVar(&o.out, "out", "", "write the decision to this file")
	f.BoolVar(&o.force, "force", false, "let --out replace a file")
	f.BoolVar(&o.json, "json", false, "print a JSON document")
	cmd.ValidArgsFunction = completeScenario
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		for _, b := range []struct {
			name           string
			n, least, most int
		}{
			{"replications", o.replications, 1, 1000}, {"candidates", o.candidates, 12, 10_000},
			{"generations", o.rounds, 1, 1000}, {"workers", o.workers, 0, 1024},
		} {
			if b.n < b.least || b.n > b.most {
				return usagef("--%s takes %d to %d.", b.name, b.least, b.most)
			}
		}
		s, err := scenarios.Find(args[0])
		if err != nil {
			return err
		}
		file, err := openLog(o.out, o.force)
		if err != nil {
			return err
		}
		defer file.discard()
		result, err := optimize(s, uint64(o.seed), o.replications, o.candidates, o.rounds, o.workers, func(generation int, best float64) {
			fmt.Fprintf(cmd.ErrOrStderr(), "generation %d of %d: %s\n", generation, o.rounds, grouped(int64(best)))
		})
		if err != nil {
			return err
		}
		if err := file.write([]byte(result.schedule())); err != nil {
			return err
		}
		if o.json {
			return writeJSON(cmd.OutOrStdout(), result)
		}
		return result.text(cmd.OutOrStdout())
	}
	return cmd
}
