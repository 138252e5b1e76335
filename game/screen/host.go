package screen

import (
	"centricity/game"
	"centricity/scenarios"
)

// A Host is what the program around the screens gives them.
type Host struct {
	Shelf     game.Shelf           // where games are kept
	Scenarios []scenarios.Scenario // to choose from, in order
	Find      game.Find            // finds the scenario of a saved game
	NewSeed   func() uint64        // a fresh game number

	// Place says where a saved log lies; nil where nobody can get at it.
	Place func(log string) string
	// Download hands a file to the player; nil where logs lie in a folder.
	Download func(name string, data []byte)
	// Still says that the player's system asks for as little motion as can be.
	Still bool
	// Notice is something the player should know from the start.
	Notice string
}
