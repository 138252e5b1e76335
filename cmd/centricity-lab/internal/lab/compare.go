package lab

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"centricity/cmd/centricity-lab/internal/batch"
	"centricity/cmd/centricity-lab/internal/compare"

	"github.com/spf13/cobra"
)

func compareCommand() *cobra.Command {
	var o struct {
		against, html, template string
		measures                []string
		json, force             bool
	}
	cmd := &cobra.Command{
		Use:   "compare DIR",
		Short: "Compare the arms of a batch",
		Long: `Compare the arms of a finished batch: means, differences paired by replication
with their 95 % intervals, and how much variance common random numbers saved.
With a single arm, the settings of its factors are compared. --html also draws
how the runs went, round by round, into one file that loads nothing.

--template writes a script in R or Python that reads the folder, as a start for
an analysis of your own; it needs no package.`,
		Example: `  centricity-lab compare results
  centricity-lab compare results --measure customers,revenue --html results.html
  centricity-lab compare --template r > analysis.R`,
		Args: atMostOne("a folder"),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.against, "against", "", "the arm that the others are compared with; without it, the first")
	f.StringSliceVar(&o.measures, "measure", compare.Measures[:4], "what is compared: columns of the table of runs")
	f.StringVar(&o.html, "html", "", "write a page with charts to this file")
	f.BoolVar(&o.force, "force", false, "let --html replace a file")
	f.BoolVar(&o.json, "json", false, "print a JSON document")
	f.StringVar(&o.template, "template", "", "print a script that reads the folder: r or python")
	must(cmd.RegisterFlagCompletionFunc("measure", cobra.FixedCompletions(compare.Measures, cobra.ShellCompDirectiveNoFileComp)))
	must(cmd.RegisterFlagCompletionFunc("template", cobra.FixedCompletions([]string{"r", "python"}, cobra.ShellCompDirectiveNoFileComp)))
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		out := cmd.OutOrStdout()
		switch {
		case o.template == "r" || o.template == "R":
			_, err := fmt.Fprint(out, compare.RTemplate)
			return err
		case o.template == "python":
			_, err := fmt.Fprint(out, compare.PythonTemplate)
			return err
		case o.template != "":
			return usagef("--template is r or python, not %q.", shorten(o.template))
		case len(args) == 0:
			return usagef("a folder is missing.")
		}
		for _, m := range o.measures {
			if !slices.Contains(compare.Measures, m) {
				return usagef("--measure does not take %q; the measures are %s.", shorten(m), strings.Join(compare.Measures, ", "))
			}
		}
		folder, err := openFinished(args[0])
		if err != nil {
			return err
		}
		if err := spareBatch(args[0], o.html); err != nil {
			return err
		}
		c, err := compare.Read(folder, o.measures, o.against)
		if err != nil {
			return err
		}
		if o.html != "" {
			if err := writePage(o.html, o.force, folder, c); err != nil {
				return err
			}
		}
		if o.json {
			return writeJSON(out, c)
		}
		return c.Text(out)
	}
	return cmd
}

// openFinished is the batch of a folder that is complete.
func openFinished(dir string) (batch.Folder, error) {
	folder, err := batch.Open(dir)
	if err != nil {
		return folder, err
	}
	if state, err := folder.State(); err != nil {
		return folder, err
	} else if state != batch.Complete {
		return folder, fmt.Errorf("the batch in %s is not finished: give the command that began it again, or 'centricity-lab batch merge %s'", dir, dir)
	}
	return folder, nil
}

// spareBatch refuses to write a page over a batch's own files.
func spareBatch(dir, page string) error {
	for _, ending := range []string{"csv", "parquet", "json", "yaml"} {
		names, _ := filepath.Glob(filepath.Join(dir, "*."+ending)) // a folder that Glob cannot read was not opened
		if slices.ContainsFunc(names, func(name string) bool { return page != "" && sameFile(name, page) }) {
			return usagef("%s belongs to the batch; give the page another name.", page)
		}
	}
	return nil
}

func writePage(name string, force bool, folder batch.Folder, c compare.Comparison) error {
	file, err := openLog(name, force)
	if err != nil {
		return err
	}
	defer file.discard()
	fans, err := compare.Fans(folder)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := c.Page(&b, folder, fans); err != nil {
		return err
	}
	return file.write(b.Bytes())
}
