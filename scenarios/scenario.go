// Package scenarios turns YAML files into markets, and holds the ones that
// ship. Instructors write these files; every mistake in one is told with file,
// line and column, all at once.
//
// A file is read in steps, each in a file of its own: bytes are bounded
// (limits.go), parsed into nodes that know their place (document.go), held to
// the plain part of YAML (plain.go), and walked against the tables of the
// format (format.go). What the walk finds is set in a sim.Market, whose own
// Validate has the last word; its problems are told at the line they concern.
package scenarios

import (
	"centricity/sim"
	"centricity/sim/experiment"
)

// A Scenario is a market with what a player reads about it.
type Scenario struct {
	Name     string // the file's name without .yaml
	Title    string
	Summary  string   // one line, for the list of scenarios
	Briefing string   // what the player reads first; paragraphs are parted by blank lines
	Notice   []string // things to notice
	Try      []string // things to try
	Round    string   // what a round is called: "quarter"
	Currency string   // its sign: "$"
	Market   sim.Market
	Lesson   Lesson
}

// A Lesson is what a scenario teaches.
type Lesson struct {
	Says  string             // one paragraph
	Holds []experiment.Claim // what must hold for it
}
