package lab

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"centricity/game"
	"centricity/game/debrief"
	"centricity/game/words"

	"github.com/spf13/cobra"
)

// mostSeeds bounds how many games a debrief plays with other luck.
const mostSeeds = 100_000

func debriefCommand() *cobra.Command {
	var o struct {
		scenario, html string
		seeds          int
		force          bool
	}
	cmd := &cobra.Command{
		Use:   "debrief LOG",
		Short: "Tell what made a finished game's result",
		Long: `Play a finished game again from its log and tell what made its result: how the
company value came about, what the built-in players made of the same game, which
rounds mattered most, what another decision would have led to with the same
luck, what the same decisions bring with other luck, what the customers truly
were, and which research was used. LOG can be - for what is piped in.

It plays a few games for each round and one for each of --seeds. With 0 seeds
it leaves luck out and takes seconds. With --html the same is written as one
page with charts, which loads nothing and can be sent around.

A log is verified before anything is told, as replay does it, and the game must
be over: before that the truth would spoil it.`,
		Example: `  centricity-lab debrief team-3.log
  centricity-lab debrief team-3.log --html team-3.html
  centricity-lab debrief team-3.log --seeds 0
  centricity-lab debrief team-3.log --language es --html equipo-3.html
  centricity-lab debrief --scenario my-scenario.yaml team-3.log`,
		Args: exactly("a log", 1),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.html, "html", "", "write a page with charts to this file instead")
	f.IntVar(&o.seeds, "seeds", debrief.DefaultSeeds, "games with other luck, the own one among them; 0 is none")
	f.StringVar(&o.scenario, "scenario", "", "the scenario file the game was played on")
	f.BoolVar(&o.force, "force", false, "let --html replace a file")
	speak := speaks(cmd)
	must(cmd.MarkFlagFilename("html", "html"))
	must(cmd.MarkFlagFilename("scenario", "yaml", "yml"))

	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		options := debrief.Options{Seeds: o.seeds}
		switch {
		case cmd.Flags().Changed("scenario") && o.scenario == "":
			return usagef("--scenario is given without a file.")
		case cmd.Flags().Changed("html") && o.html == "":
			return usagef("--html is given without a file.")
		case o.html == "-":
			return usagef("--html needs a file.")
		case o.seeds != 0 && o.seeds < debrief.FewestSeeds || o.seeds > mostSeeds:
			return usagef("--seeds is 0, or %d to %s; %d is not.", debrief.FewestSeeds, grouped(mostSeeds), o.seeds)
		case sameFile(args[0], o.html), sameFile(o.scenario, o.html):
			return usagef("%s would be replaced by the page; give it another name.", o.html)
		case o.seeds == 0:
			options.Parts = debrief.AllParts &^ debrief.Fortune
		}
		if err := speak(); err != nil {
			return err
		}
		return runDebrief(cmd, args[0], o.scenario, o.html, o.force, options)
	}
	return cmd
}

func runDebrief(cmd *cobra.Command, path, scenario, html string, force bool, options debrief.Options) error {
	log, err := readLog(path, cmd.InOrStdin())
	var g *debrief.Game
	if err == nil {
		g, err = debrief.Read(log, finder(scenario))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", game.OneLine(path), err)
	}
	out, err := openLog(html, force)
	if err != nil {
		return err
	}
	defer out.discard()
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	d := debrief.New(g, options)
	if err := compute(ctx, cmd, d); err != nil {
		return err
	}
	if html == "" {
		return d.WriteText(cmd.OutOrStdout())
	}
	var page strings.Builder
	if _, err := d.Page().WriteTo(&page); err != nil {
		return err
	}
	if err := out.write([]byte(page.String())); err != nil {
		return err
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), words.Say("the debrief is in %s", html))
	return err
}

// compute plays what a debrief needs, with a bar where somebody watches.
func compute(ctx context.Context, cmd *cobra.Command, d *debrief.Debrief) error {
	bar := newProgress(cmd.ErrOrStderr(), words.Say("playing again"))
	defer bar.end()
	err := d.Run(ctx, 0, bar.tell)
	if errors.Is(err, debrief.ErrStopped) {
		return errors.New(words.Say("the debrief was stopped; nothing is written"))
	}
	return err
}
