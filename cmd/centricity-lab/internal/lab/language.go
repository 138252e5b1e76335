package lab

import (
	"slices"
	"strings"

	"centricity/game/words"

	"github.com/spf13/cobra"
)

// speaks gives a command the flag --language, and what it does. Without the
// flag it is English: what is written depends on no machine.
func speaks(cmd *cobra.Command) func() error {
	var names []string
	for _, l := range words.Languages() {
		names = append(names, l.Tag+" ("+l.Name+")")
	}
	tag := cmd.Flags().String("language", words.English.Tag, "the language to write in: "+strings.Join(names, ", "))
	must(cmd.RegisterFlagCompletionFunc("language", cobra.FixedCompletions(words.Tags(), cobra.ShellCompDirectiveNoFileComp)))
	return func() error {
		if !slices.Contains(words.Tags(), *tag) {
			return usagef("there is no language %q; there are %s.", shorten(*tag), strings.Join(names, ", "))
		}
		words.Speak(*tag)
		return nil
	}
}
