package lab

import (
	"bytes"
	"fmt"
	"path/filepath"

	"centricity/game"
	"centricity/game/page"
	"centricity/game/words"
	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func previewCommand() *cobra.Command {
	var to string
	var force bool
	cmd := &cobra.Command{
		Use:   "preview SCENARIO",
		Short: "Draw a scenario as a page: its customers, and how it goes under the policies",
		Long: `Write a page of HTML about a scenario, with all its pictures in it: how the traits
are spread over the people of each segment, what the firm is worth round by round
under the built-in policies, with the middle 80 % of luck, and how unequally value
is spread over customers. It takes seconds; in a large world fewer people play.

The page is for you: it shows what players are not told.`,
		Example: `  centricity-lab preview kiosk.yaml
  centricity-lab preview music-shop --to music-shop.html
  centricity-lab preview kiosk.yaml --language es`,
		Args: exactly("a scenario", 1),
	}
	speak := speaks(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := speak(); err != nil {
			return err
		}
		d, err := scenarios.Read(args[0])
		if err != nil {
			return listed(err)
		}
		s, err := d.Scenario()
		if err != nil {
			return listed(err)
		}
		if to == "" {
			to = game.LogName(s.Name) + ".html"
		}
		if sameFile(args[0], to) {
			return usagef("%s is the scenario itself; give the page another name.", to)
		}
		file, err := openLog(to, force)
		if err != nil {
			return err
		}
		defer file.discard()
		p := page.New(words.Say("%s: a preview", words.Say(s.Title)))
		if err := draw(p, s, cmd.ErrOrStderr()); err != nil {
			return err
		}
		var b bytes.Buffer
		_, _ = p.WriteTo(&b) // a buffer takes everything
		if err := file.write(b.Bytes()); err != nil {
			return err
		}
		_, err = fmt.Fprintln(cmd.OutOrStdout(), words.Say("%s is written; open it in a browser.", filepath.Clean(to)))
		return err
	}
	cmd.ValidArgsFunction = completeScenario
	cmd.Flags().StringVar(&to, "to", "", "the page's file; the scenario's name with .html if nothing is said")
	cmd.Flags().BoolVar(&force, "force", false, "replace the file if it is there")
	return cmd
}
