package lab

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"centricity/game/class"
	"centricity/game/words"

	"github.com/spf13/cobra"
)

// classOptions are what the command line says.
type classOptions struct {
	code, scenario, csv, gradebook, roster, html string
	seeds                                        int
	names, force                                 bool
}

func classCommand() *cobra.Command {
	var o classOptions
	cmd := &cobra.Command{
		Use:   "class LOG...",
		Short: "Verify and rank what a class handed in",
		Long: `Replay the logs of a class on all cores, rank the games that are right by
company value, and name what is not ranked with the reason: another scenario or
seed, practice, cut off, edited, unfinished, a copy, another version, too large,
not a log. LOG is a log, a folder of logs or a zip of either; - is what is piped
in. In folders and zips, pages, tables and scenario files are passed over.

The class is the one that most logs are of; --code names another. Points put a
result between three built-in players with the same customers and luck: 50 is the
weakest of them, 100 the best.

--csv writes a gradebook: for Canvas, for Moodle, or with every figure. With
--roster, a platform's own export with a column Team added, it has a row for each
student. --html writes a page for the projector; no team can be told from it
unless --names is said. For both, every team's decisions are played on --seeds
other seeds, which tells luck from skill.

It ends with 1 if anything that was handed in is not ranked.`,
		Example: `  centricity-lab class handed-in/
  centricity-lab class submissions.zip --html class.html --csv grades.csv
  centricity-lab class logs/ --roster canvas-export.csv --csv grades.csv
  centricity-lab class logs/ --scenario mine.yaml --gradebook full --csv all.csv`,
		Args: atLeastOne("a log, a folder of logs or a zip"),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.code, "code", "", "the class code: rank only the games of this class")
	f.StringVar(&o.scenario, "scenario", "", "the scenario file that the class played")
	f.StringVar(&o.csv, "csv", "", "write a gradebook to this file")
	f.StringVar(&o.gradebook, "gradebook", "", "its form: "+strings.Join(class.Gradebooks(), ", ")+" (default: the roster's, or "+string(class.Canvas)+")")
	f.StringVar(&o.roster, "roster", "", "who is in which team: a CSV file with a column Team")
	f.StringVar(&o.html, "html", "", "write a page for the projector to this file")
	f.BoolVar(&o.names, "names", false, "name the teams on the page")
	f.IntVar(&o.seeds, "seeds", -1, "other seeds to tell luck from skill; 0 leaves it out (default: 4 to 50, the fewer the larger the class)")
	f.BoolVar(&o.force, "force", false, "let --csv and --html replace files")
	speak := speaks(cmd)
	must(cmd.MarkFlagFilename("scenario", "yaml", "yml"))
	must(cmd.RegisterFlagCompletionFunc("gradebook", cobra.FixedCompletions(class.Gradebooks(), cobra.ShellCompDirectiveNoFileComp)))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := o.check(cmd); err != nil {
			return err
		}
		if err := speak(); err != nil {
			return err
		}
		return runClass(cmd.Context(), o, args, cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr())
	}
	cmd.AddCommand(classCodeCommand())
	return cmd
}

func (o classOptions) check(cmd *cobra.Command) error {
	for _, name := range []string{"code", "scenario", "csv", "roster", "html", "gradebook"} {
		if f := cmd.Flags().Lookup(name); f.Changed && f.Value.String() == "" {
			return usagef("--%s is given without a value.", name)
		}
	}
	const mostSeeds = 10_000
	switch {
	case o.gradebook != "" && !slices.Contains(class.Gradebooks(), o.gradebook):
		return usagef("there is no gradebook %q; there are %s.", shorten(o.gradebook), strings.Join(class.Gradebooks(), ", "))
	case o.csv == "" && (o.gradebook != "" || o.roster != ""):
		return usagef("--gradebook and --roster belong to --csv.")
	case o.html == "" && o.names:
		return usagef("--names belongs to --html.")
	case o.seeds < -1 || o.seeds > mostSeeds:
		return usagef("--seeds is a number from 0 to %d.", mostSeeds)
	case o.csv != "" && o.csv == o.html:
		return usagef("--csv and --html need two files.")
	}
	return nil
}

func runClass(ctx context.Context, o classOptions, args []string, in io.Reader, out, errs io.Writer) error {
	var code *class.Code
	if o.code != "" {
		c, err := class.ParseCode(o.code)
		if err != nil {
			return usagef("--code %q: %v.", shorten(o.code), err)
		}
		code = &c
	}
	roster, err := openRoster(o.roster)
	if err != nil {
		return err
	}
	grades, err := openLog(o.csv, o.force) // before the work, so that a wrong name costs no waiting
	if err != nil {
		return err
	}
	defer grades.discard()
	wall, err := openLog(o.html, o.force)
	if err != nil {
		return err
	}
	defer wall.discard()
	files, err := collect(args, in)
	if err != nil {
		return err
	}
	if err := o.spare(args, files); err != nil {
		return err
	}
	if len(files) == 0 {
		return errors.New(words.Say("there is no log in %s", strings.Join(args, ", ")))
	}
	room, err := class.Verify(files, code, finder(o.scenario), 0)
	if err != nil {
		return err
	}
	if err := writeRoom(out, room); err != nil {
		return err
	}
	if err := writeClassFiles(ctx, o, room, roster, grades, wall, out); err != nil {
		return err
	}
	if roster != nil {
		for _, t := range roster.Missing(room) {
			fmt.Fprintln(errs, words.Say("the roster's team %s is not ranked: no log of that name was handed in, or it is one of those below", t))
		}
	}
	for _, f := range room.Flags {
		fmt.Fprintf(errs, "%s: %s: %s\n", f.File, f.Kind.Say(), f.Reason)
	}
	if len(room.Flags) > 0 {
		return errTold
	}
	return nil
}

// spare refuses to write over what was handed in or given.
func (o classOptions) spare(args []string, files []class.File) error {
	given := append([]string{o.roster, o.scenario}, args...)
	for _, f := range files {
		given = append(given, f.Name)
		if i := strings.LastIndex(strings.ToLower(f.Name), ".zip/"); i >= 0 {
			given = append(given, f.Name[:i+len(".zip")])
		}
	}
	for _, to := range []string{o.csv, o.html} {
		if slices.ContainsFunc(given, func(name string) bool { return to != "" && sameFile(name, to) }) {
			return usagef("%s would be replaced, and was given to read; name another file.", to)
		}
	}
	return nil
}

func openRoster(name string) (*class.Roster, error) {
	if name == "" {
		return nil, nil
	}
	// Looked at before it is opened, which would wait for a pipe's other end.
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, errors.New(words.Say("%s: is not an ordinary file; name a CSV file", name))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, errors.New(words.Say("%s: there is no such file, or it may not be read", name))
	}
	defer f.Close()
	r, err := class.ReadRoster(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}
