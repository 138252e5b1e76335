package game

import (
	"centricity/game/words"
	"centricity/sim"
)

// What a sentence calls the things of the simulation, as it is said.

// LeverName is a lever's name.
func LeverName(l sim.Lever) string { return words.Say(levers[l]) }

// ProgrammeName is a programme's name.
func ProgrammeName(p sim.Programme) string { return words.Say(programmes[p]) }

// CauseName is what made customers leave.
func CauseName(c sim.Cause) string {
	return [sim.NumCauses]string{
		words.As("cause", "baseline"), words.As("cause", "price"), words.As("cause", "quality"), words.As("cause", "fit"), words.As("cause", "too little satisfaction"),
		words.As("cause", "retention spending"), words.As("cause", "fatigue"), words.As("cause", "promise"), words.As("cause", "the times"), words.As("cause", "luck"),
	}[c]
}

// PlayerName is a built-in player's name; another's is what it is.
func PlayerName(policy string) string { return words.Say(policy) }

var levers = [sim.NumLevers]string{
	words.Mark("acquisition"), words.Mark("retention"), words.Mark("experience"), words.Mark("product"), words.Mark("insight"),
}

var programmes = [sim.NumProgrammes]string{
	words.Mark("check-ins"), words.Mark("loyalty rewards"), words.Mark("save offers"), words.Mark("win-back"), words.Mark("community"), words.Mark("cross- and up-sell"),
	words.Mark("support"), words.Mark("journey repair"), words.Mark("staff training"), words.Mark("personalisation"),
	words.Mark("own data"), words.Mark("interviews"), words.Mark("surveys"), words.Mark("social listening"), words.Mark("front line"), words.Mark("data for reward"),
}

// The built-in players, by the names of package policy.
var _ = [...]string{
	words.Mark("price-centric"), words.Mark("product-centric"), words.Mark("customer-centric"), words.Mark("one-size-fits-all"),
	words.Mark("balanced"), words.Mark("acquisition-first"), words.Mark("random"),
}
