package lint

import (
	"fmt"

	"centricity/scenarios"
)

var lateShock = Rule{
	Name: "late-shock",
	Doc:  "A shock that begins after the last round never comes.",
	find: func(w world) (found scenarios.Errors) {
		for i, s := range w.Market.Shocks {
			if s.Round > w.Market.Rounds {
				found = append(found, w.text.Warning(fmt.Sprintf("shocks.%d.round", i+1), "late-shock",
					"the %s begins in round %d, but the game ends after round %d; let it begin sooner, or take it away", s.Kind, s.Round, w.Market.Rounds))
			}
		}
		return found
	},
}
