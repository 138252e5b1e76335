package lab

import "github.com/spf13/cobra"

// exactly asks for a number of arguments, and says in words what they are.
func exactly(what string, n int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) < n:
			return usagef("%s is missing.", what)
		case len(args) > n:
			return usagef("%q is one too many: this command takes %s.", shorten(args[n]), what)
		}
		return nil
	}
}

// atMostOne takes one argument or none.
func atMostOne(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 1 {
			return usagef("%q is one too many: this command takes %s.", shorten(args[1]), what)
		}
		return nil
	}
}

// none takes no argument.
func none(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%q is one too many: this command takes nothing.", shorten(args[0]))
	}
	return nil
}

// atLeastOne asks for one argument or more.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usagef("%s is missing.", what)
		}
		return nil
	}
}

// must is for calls that fail only if a command is put together wrongly.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
