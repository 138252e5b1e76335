package lab

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"centricity/game"
	"centricity/scenarios"
	"centricity/sim/policy"

	"github.com/spf13/cobra"
)

func runCommand() *cobra.Command {
	var o struct {
		policy               string
		seed                 seed
		json, history, force bool
		log                  string
	}
	cmd := &cobra.Command{
		Use:   "run SCENARIO --policy NAME [--seed N]",
		Short: "Play a scenario with a built-in policy",
		Long: `Play a scenario from its first to its last round with a built-in policy, and
print what came of every round and what the firm is worth at the end. SCENARIO
is the name of one that ships, or a file. The policies are
` + strings.Join(policy.Names(), ", ") + `,
or a YAML file of decisions, one a round, of which the last is repeated:

  format: 1
  decisions:
    - {price: 36, spend: {acquisition: 12000, experience: 8000}}

The same scenario, policy and seed give the same figures on every machine. With
another policy and the same seed, the same customers meet the same luck.

In the table money is in whole units of the currency. Retention is the share of
a round's opening customers who stayed, NPS comes from a sample and stands with
its standard error, and CAC is what a customer cost to win. With --json, money
is in cents, the seed is a text (it can be larger than JSON's numbers hold
exactly), and every figure a player could see is there.`,
		Example: `  centricity-lab run music-shop --policy customer-centric --seed 7
  centricity-lab run my-scenario.yaml --policy price-centric --history
  centricity-lab run music-shop --policy my-decisions.yaml
  centricity-lab run music-shop --policy product-centric --json > result.json
  centricity-lab run music-shop --policy product-centric --log game.log`,
		Args: exactly("a scenario", 1),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.policy, "policy", "", "the policy that decides, or a file of decisions")
	o.seed = 1
	f.Var(&o.seed, "seed", "the seed of everyone's luck, 0 to 2^64-1")
	f.BoolVar(&o.json, "json", false, "print a JSON document with every figure")
	f.BoolVar(&o.history, "history", false, "also list the rounds before the first decision")
	f.StringVar(&o.log, "log", "", "write the game's log to this file, as the window does")
	f.BoolVar(&o.force, "force", false, "let --log replace a file")
	must(cmd.MarkFlagFilename("log", "log"))
	must(cmd.RegisterFlagCompletionFunc("policy", cobra.FixedCompletions(policy.Names(), cobra.ShellCompDirectiveNoFileComp)))
	cmd.ValidArgsFunction = completeScenario

	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case o.log == "-":
			return usagef("--log needs a file: the table goes to the output, the log cannot.")
		case o.log == "" && cmd.Flags().Changed("log"):
			return usagef("--log is given without a file.")
		}
		if _, err := policyNamed(o.policy); err != nil && !scripted(o.policy) {
			return err
		}
		s, err := scenarios.Find(args[0])
		if err != nil {
			return err
		}
		decide, err := policyFor(o.policy, s)
		if err != nil {
			return err
		}
		if scenarios.Source(args[0]) == nil && sameFile(args[0], o.log) {
			return usagef("the log would replace the scenario %s; give it another name.", o.log)
		}
		g, err := playInto(cmd.Context(), o.log, o.force, s, uint64(o.seed), decide)
		if err != nil {
			return err
		}
		if o.json {
			return writeJSON(cmd.OutOrStdout(), newDocument(g, o.policy))
		}
		return writeGame(cmd.OutOrStdout(), g, o.policy, o.history)
	}
	return cmd
}

// playInto plays a game and writes its log, if it has a name. A game that is
// stopped leaves nothing behind.
func playInto(ctx context.Context, log string, force bool, s scenarios.Scenario, seed uint64, decide policy.Policy) (*game.Session, error) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	out, err := openLog(log, force)
	if err != nil {
		return nil, err
	}
	defer out.discard()
	var g *game.Session
	played := make(chan error, 1)
	go func() {
		var err error
		g, err = play(s, seed, decide)
		played <- err
	}()
	select {
	case <-ctx.Done(): // the rest of the game ends with the program
		return nil, errors.New("the game was stopped; nothing is written")
	case err := <-played:
		if err != nil {
			return nil, err
		}
	}
	return g, out.write(g.Log())
}

// play lets a policy decide a game from its first to its last round.
func play(s scenarios.Scenario, seed uint64, decide policy.Policy) (*game.Session, error) {
	g, err := game.Start(s, seed, &game.Memory{})
	if err != nil {
		return nil, err
	}
	for !g.Over() {
		g.SetDraft(decide(policy.View{Brief: g.Brief(), Reports: g.Reports(), Available: g.Available()}))
		if _, err := g.Commit(); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// policyNamed finds a policy, or says which there are.
func policyNamed(name string) (policy.Policy, error) {
	all := strings.Join(policy.Names(), ", ")
	if name == "" {
		return nil, usagef("--policy is missing: who decides? The policies are %s.", all)
	}
	if p, ok := policy.Named(name); ok {
		return p, nil
	}
	meant := ""
	if best, ok := suggest(name, policy.Names()); ok {
		meant = " Did you mean " + best + "?"
	}
	return nil, usagef("there is no policy %q.%s The policies are %s.", shorten(name), meant, all)
}

// scripted tells a policy that is a file of decisions.
func scripted(name string) bool {
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}

// policyFor is a built-in policy, or one that plays a file's decisions on a
// scenario.
func policyFor(name string, s scenarios.Scenario) (policy.Policy, error) {
	if !scripted(name) {
		return policyNamed(name)
	}
	decisions, err := scenarios.OpenSchedule(name, s.Market)
	if err != nil {
		return nil, err
	}
	return policy.Schedule(decisions), nil
}

// suggest finds the word that was probably meant, as the command line finds
// commands.
func suggest(wrong string, words []string) (best string, ok bool) {
	root := &cobra.Command{SuggestionsMinimumDistance: 4}
	for _, w := range words {
		root.AddCommand(&cobra.Command{Use: w, Run: func(*cobra.Command, []string) {}})
	}
	if found := root.SuggestionsFor(shorten(wrong)); len(found) > 0 {
		return found[0], true
	}
	return "", false
}

// completeScenario completes a scenario's name, or a file's.
func completeScenario(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return scenarios.Names(), cobra.ShellCompDirectiveDefault
}
