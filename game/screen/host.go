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

	// Workers is how many threads long work may have beside the screens; 0 where
	// there are none, and it is done between two frames.
	Workers int
	// Slice begins to work between two frames and returns what tells, asked often,
	// that it has been long enough; nil plays a round a frame.
	Slice func() (enough func() bool)

	// Place says where a saved log lies; nil where nobody can get at it.
	Place func(log string) string
	// Download hands a file to the player; nil where logs lie in a folder.
	Download func(name string, data []byte)
	// Copy puts a text on the clipboard and tells whether that went well, once it
	// is known; nil where there is no need for it.
	Copy func(text string) <-chan bool
	// Pick lets the player choose a scenario file, which comes to OpenFile; nil
	// where there is no dialog for it.
	Pick func()
	// Drops tells that files can be dropped on the window.
	Drops bool
	// Guide points the way for who plays for the first time.
	Guide bool
	// Still says that the player's system asks for as little motion as can be.
	Still bool
	// Dark says that the player's system shows programs dark.
	Dark bool
	// Language is the tag of the language that the player's system speaks, Asked
	// of one that goes before what the player chose.
	Language, Asked string
	// Notice is something the player should know from the start, in English: it
	// is said in the language of the moment.
	Notice string
}
