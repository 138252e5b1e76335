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

// CauseName is what made customers come or leave.
func CauseName(c sim.Cause) string { return words.Say(causes[c]) }

// PlayerName is a built-in player's name; another's is what it is.
func PlayerName(policy string) string { return words.Say(policy) }

var levers = [sim.NumLevers]string{
	words.Mark("acquisition"), words.Mark("retention"), words.Mark("experience"), words.Mark("product"), words.Mark("insight"),
}

var programmes = [sim.NumProgrammes]string{
	words.Mark("check-ins"), words.Mark("loyalty"), words.Mark("save offers"), words.Mark("win-back"), words.Mark("community"), words.Mark("development"),
	words.Mark("support"), words.Mark("journey"), words.Mark("training"), words.Mark("personalisation"),
	words.Mark("platform"), words.Mark("interviews"), words.Mark("surveys"), words.Mark("listening"), words.Mark("front line"), words.Mark("data for reward"),
}

var causes = [sim.NumCauses]string{
	words.Mark("baseline"), words.Mark("price"), words.Mark("quality"), words.Mark("fit"), words.Mark("satisfaction"),
	words.Mark("retention spending"), words.Mark("fatigue"), words.Mark("promise"), words.Mark("the times"), words.Mark("luck"),
}

// The built-in players, by the names of package policy.
var _ = [...]string{
	words.Mark("price-centric"), words.Mark("product-centric"), words.Mark("customer-centric"), words.Mark("one-size-fits-all"),
	words.Mark("balanced"), words.Mark("acquisition-first"), words.Mark("random"),
}
