package lab

import (
	"github.com/spf13/cobra"
)

func checkCommand() *cobra.Command {
	var asJSON, playIt bool
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "Check scenario files, and see what players could make of them",
		Long: `Check scenario files and tell every mistake as file:line:column: what is wrong,
with the line, what was expected and the name of the rule. A file that loads but
would teach badly gets warnings. FILE can be - for what is piped in, and a folder
for every .yaml in it.

With --play the built-in policies also play each good scenario over the same
twelve seeds, within seconds: what the firm is worth under each, how much luck
spreads it, who goes bankrupt, whether one policy beats another on every seed,
and whether the scenario's lesson holds. In a large world fewer people play, with
money in proportion.

It ends with 1 if any file is wrong or a claim of its lesson fails. Warnings and
claims that stay open leave it at 0.`,
		Example: `  centricity-lab check my-scenario.yaml
  centricity-lab check --play worlds/
  centricity-lab check --json my-scenario.yaml
  centricity-lab check --language es my-scenario.yaml
  cat my-scenario.yaml | centricity-lab check -`,
		Args: atLeastOne("a scenario file"),
	}
	speak := speaks(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if asJSON && playIt {
			return usagef("--json and --play do not go together; ask for one of them.")
		}
		if err := speak(); err != nil {
			return err
		}
		wrong := false
		tell := func(f finding) error {
			err := f.write(cmd.OutOrStdout(), cmd.ErrOrStderr())
			if err == nil && playIt && f.OK {
				var holds bool
				holds, err = writeContest(cmd.OutOrStdout(), cmd.ErrOrStderr(), f.scenario)
				wrong = wrong || !holds
			}
			return err
		}
		end := func() error { return nil }
		if asJSON {
			l := &list{out: cmd.OutOrStdout()}
			tell, end = func(f finding) error { return l.add(f) }, l.end
		}
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
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON list with every file, its mistakes and warnings")
	cmd.Flags().BoolVar(&playIt, "play", false, "also play each good scenario with the built-in policies, and judge its lesson")
	cmd.ValidArgsFunction = completeYAML
	return cmd
}

// completeYAML completes the names of scenario files.
func completeYAML(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}
