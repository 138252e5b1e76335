package batch

import "centricity/scenarios"

// A Level is how closely a batch is written down: a table, and what fills it.
type Level struct {
	Table
	round           func(g *game, to *rows) // after every round that is decided
	end             func(g *game, to *rows) // when the game is over
	sales, accounts bool                    // what it needs to be kept
}

// Names of the levels, coarse to fine.
const (
	Runs         = "runs"
	Rounds       = "rounds"
	Channels     = "channels"
	Cohorts      = "cohorts"
	Panel        = "panel"
	Transactions = "transactions"
	Truth        = "truth"
)

// levels are all there are, in order.
func levels(d scenarios.Design) []Level {
	return []Level{
		runLevel(d), roundLevel(), channelLevel(), cohortLevel(),
		panelLevel(), transactionLevel(), truthLevel(),
	}
}

// keyed are the columns that begin every table but that of the runs.
func keyed[T any](game func(*T) *game) []field[T] {
	return []field[T]{
		{Column{"run", "Run", "", Integer, "Number of the run, in the design's order; see the table of runs.", ""}, func(to *rows, x *T) { to.int(game(x).Number) }},
		{Column{"arm", "Arm", "", Text, "Name of the arm in the design.", ""}, func(to *rows, x *T) { to.word(game(x).cell.Arm) }},
		{Column{"replication", "Replication", "", Integer, "Runs of one replication share people and luck, whatever their arm.", ""}, func(to *rows, x *T) { to.int(game(x).Replication) }},
	}
}
