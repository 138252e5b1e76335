package lab

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"

	"centricity/game"
	"centricity/game/class"
	"centricity/game/page"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func classCodeCommand() *cobra.Command {
	var n seed
	var address, handout string
	var force bool
	cmd := &cobra.Command{
		Use:   "code SCENARIO [--seed N]",
		Short: "Make the code with which a class meets the same customers",
		Long: fmt.Sprintf(`Make the code of a class: 12 letters and digits that stand for a scenario, its
version and a seed. SCENARIO is the name of one that ships, or a file. Everyone
who types the code on the start page meets the same customers and the same luck.
Without --seed a number is drawn; the largest is %d.

--page is where the page is to be found; its address then carries the code.
--handout writes a sheet to print and hand out, with the address as a QR code.`, class.MaxSeed),
		Example: `  centricity-lab class code roastery
  centricity-lab class code roastery --seed 2026
  centricity-lab class code mine.yaml --page https://example.edu/game/ --handout sheet.html`,
		Args: exactly("a scenario", 1),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.Var(&n, "seed", "the seed of everyone's luck")
	f.StringVar(&address, "page", "", "the address of the page that the class opens")
	f.StringVar(&handout, "handout", "", "write a sheet to print to this file")
	f.BoolVar(&force, "force", false, "let --handout replace a file")
	speak := speaks(cmd)
	cmd.ValidArgsFunction = completeScenario
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := speak(); err != nil {
			return err
		}
		if !cmd.Flags().Changed("seed") {
			n = seed(100_000 + rand.Uint64N(900_000)) // short enough to be called across a room
		}
		s, err := scenarios.Find(args[0])
		if err != nil {
			return err
		}
		s.Name = game.LogName(s.Name) // as its logs and the page have it
		code, err := class.NewCode(s, uint64(n))
		if err != nil {
			return usagef("%v.", err)
		}
		link, err := classLink(address, code)
		if err != nil {
			return err
		}
		out := cmd.OutOrStdout()
		fmt.Fprintln(out, words.Say("class code   %s\nscenario     %s (%s)\ngame number  %d", code, words.Say(s.Title), s.Name, code.Seed))
		if link != "" {
			fmt.Fprintln(out, words.Say("page         %s", link))
		}
		if handout == "" {
			return nil
		}
		file, err := openLog(handout, force)
		if err != nil {
			return err
		}
		defer file.discard()
		sheet, err := writeHandout(s, code, link)
		if err != nil {
			return err
		}
		if err := file.write(sheet); err != nil {
			return err
		}
		_, err = fmt.Fprintln(out, words.Say("handout      %s", handout))
		return err
	}
	return cmd
}

// classLink is the page's address with the code in it.
func classLink(address string, code class.Code) (string, error) {
	if address == "" {
		return "", nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", usagef("--page %q is not an address such as https://example.edu/game/.", shorten(address))
	}
	u.Fragment = code.String()
	return u.String(), nil
}

// writeHandout is a sheet with the code and what to do with it.
func writeHandout(s scenarios.Scenario, code class.Code, link string) ([]byte, error) {
	p := page.New(words.Say(s.Title))
	p.Section(words.Say("Class code %s", code))
	for _, part := range strings.Split(s.Briefing, "\n\n") {
		p.Text(strings.Join(strings.Fields(words.Say(part)), " "))
	}
	open := words.Say("Open Centricity, and type the class code if it is not there yet.")
	if link != "" {
		open = words.Say("Open Centricity at %s, and type the class code if it is not there yet.", link)
	}
	p.List(open,
		words.Say("Type your team's name, then play. “Practise first” lets you try with other customers and take rounds back; it does not count."),
		words.Say("Decide %s together. Before each, note what you expect, and between which two numbers you are %s sure that a figure you choose will be.",
			widget.Plural(s.Market.Rounds, words.Say(s.Round)), widget.Decimal(100*game.ForecastSure, 0)+" %"),
		words.Say("After the last one, hand in the log that the last page names. Play once: the log says if you began again."))
	if link != "" {
		q, err := newQR(link)
		if err != nil {
			return nil, err
		}
		p.Figure(words.Say("The page with the code in it"), q, 300)
	}
	p.Section(words.Say("How the score comes about"))
	p.Text(words.Say("In the end your firm is worth its cash and what its customers will truly still bring in. Everyone meets the same customers and the same luck, so a difference in the result is a difference in decisions."))
	var b bytes.Buffer
	_, err := p.WriteTo(&b)
	return b.Bytes(), err
}
