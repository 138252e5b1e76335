package lab

import (
	"centricity/scenarios"

	"github.com/spf13/cobra"
)

func schemaCommand() *cobra.Command {
	var reference bool
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of scenario files, for editors",
		Long: `Print the JSON Schema of scenario files. An editor that knows YAML and JSON Schema
completes, explains and checks by it. Save it beside your files as schema.json,
and begin each of them with

  # yaml-language-server: $schema=schema.json

With --reference, print the page about every field instead.`,
		Example: `  centricity-lab schema > schema.json
  centricity-lab schema --reference > REFERENCE.md`,
		Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			text := scenarios.Schema()
			if reference {
				text = scenarios.Reference()
			}
			_, err := cmd.OutOrStdout().Write(text)
			return err
		},
	}
	cmd.Flags().BoolVar(&reference, "reference", false, "print the page about every field, as Markdown")
	return cmd
}
