package screen

import (
	"slices"
	"strings"

	"centricity/sim"
)

// extras are the parts of the screens that stay shut until somebody wants
// them, and what they remember.
type extras struct {
	programmes [sim.NumLevers]bool // opened
	reach      [sim.NumLevers]int  // largest weight of the programmes' sliders
	trial      bool                // opened
	tested     sim.Lever           // what a trial would test
	numbers    bool                // the why-ledger as a table, opened
}

// extraControl tells whether one of these parts has a control for this part of
// a decision, so that a reason against it stands there.
func extraControl(b sim.Brief, path string) bool {
	if name, ok := strings.CutPrefix(path, "programmes."); ok {
		for lever, open := range b.Levers {
			list := b.ProgrammesOf(sim.Lever(lever))
			if open && len(list) > 1 && slices.ContainsFunc(list, func(p sim.Programme) bool { return p.String() == name }) {
				return true
			}
		}
	}
	return path == "trial" && len(testable(b)) > 0 || path == "breadth" && b.Breadth && b.Levers[sim.Product]
}
