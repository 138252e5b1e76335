package lab

import (
	"strings"

	"centricity/game/words"

	"github.com/spf13/cobra"
)

// speaks gives a command the flag --language, and what it does. Without the
// flag it is English: what is written depends on no machine.
func speaks(cmd *cobra.Command) func() error {
	var tags, names []string
	for _, l := range words.Languages() {
		tags, names = append(tags, l.Tag), append(names, l.Tag+" ("+l.Name+")")
	}
	tag := cmd.Flags().String("language", words.English.Tag, "the language to write in: "+strings.Join(names, ", "))
	must(cmd.RegisterFlagCompletionFunc("language", cobra.FixedCompletions(tags, cobra.ShellCompDirectiveNoFileComp)))
	return func() error {
		for _, l := range words.Languages() {
			if l.Tag == *tag {
				words.Speak(l.Tag)
				return nil
			}
		}
		return usagef("there is no language %q; there are %s.", shorten(*tag), strings.Join(names, ", "))
	}
}
