package screen

import (
	"fmt"
	"slices"
	"strings"

	"centricity/game/words"
	"centricity/sim"
)

// against is a reason of the market's against a decision, in the player's
// language and as the screens call things.
func (t terms) against(p sim.Problem) string {
	if p.Format == "" {
		return p.Message
	}
	args := make([]any, len(p.Args))
	for i, arg := range p.Args {
		args[i] = t.called(arg)
	}
	return words.Say(p.Format, args...)
}

// called is what stands in a reason as a player reads it.
func (t terms) called(arg any) any {
	switch x := arg.(type) {
	case sim.Money:
		return t.price(x)
	case sim.Lever:
		return lower(words.Say(leverNames[x]))
	case sim.Programme:
		return lower(words.Say(programmeNames[x]))
	case sim.Order:
		return words.Say(orderNouns[x])
	case fmt.Stringer: // a percentage
		return strings.Replace(x.String(), ".", words.Spoken().Decimal, 1)
	case string:
		if tier := slices.Index(sim.TierNames[:], x); tier >= 0 {
			return lower(words.Say(tierNames[tier]))
		}
	}
	return arg
}

// orderNouns are the orders of customers within a sentence.
var orderNouns = [sim.NumOrders]string{
	words.Mark("past spend"), words.Mark("estimated value"), words.Mark("estimated risk"), words.Mark("estimated uplift"), words.Mark("chance"),
}
