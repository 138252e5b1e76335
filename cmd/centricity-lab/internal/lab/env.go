package lab

import (
	_ "embed"
	"fmt"

	"github.com/spf13/cobra"
)

// pythonClient speaks the protocol of env.
//
//go:embed centricity.py
var pythonClient string

func envCommand() *cobra.Command {
	var client bool
	cmd := &cobra.Command{
		Use:   "env",
		Short: "Let a program play, by JSON lines on stdin and stdout",
		Long: `Let a program in any language play: a learner, an optimiser, a solver. It writes
one JSON object a line and gets one line back for each. It sees what a player
sees: the brief, the reports of every round, and the firm's value when the game
is over.

  {"do": "reset", "scenario": "roastery", "seed": 7}
      a new game; "scenario" is the name of one that ships or a file, "set"
      can hold fields of it by path, as in {"rounds": "12"}
      gives {"game": 1, "observation": {...}, "scenario": {...}, "reports": [...]}
  {"do": "observe", "game": 1}
      gives {"game": 1, "observation": {...}, "reports": [...]}
  {"do": "check", "game": 1, "decision": {...}}
      gives {"game": 1, "refused": [{"path": ..., "message": ...}]}, empty if legal
  {"do": "step", "game": 1, "decision": {...}}
      plays a round; gives {"game": 1, "observation": {...}, "report": {...}}
  {"do": "clone", "game": 1}
      gives {"game": 2, "observation": {...}}: the same game from here on
  {"do": "close", "game": 1}
      gives {"game": 1}

A decision is written as in a game's log: {"price": 3600, "discount": 500,
"spend": {"acquisition": 120000}, "focus": {"retention": {"by": "past spend",
"weights": [2, 1, 0]}}, "channels": [1, 0], "programmes": {"loyalty": 1},
"trial": {"lever": "retention", "control": 1000}}. Money is in cents, discounts
are in basis points; what is left out is zero, and price 0 keeps the price.

The observation says "over": true after the last round, and then has the firm's
"value". A request can carry an "id", which comes back with its answer. What is
wrong comes back as {"error": "..."}, and the game is as it was.

--client writes a client in Python that needs no package.`,
		Example: `  centricity-lab env
  centricity-lab env --client > centricity.py`,
		Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if client {
				_, err := fmt.Fprint(cmd.OutOrStdout(), pythonClient)
				return err
			}
			return newHost(cmd.OutOrStdout()).serve(cmd.InOrStdin())
		},
	}
	cmd.Flags().BoolVar(&client, "client", false, "write the Python client instead")
	return cmd
}
