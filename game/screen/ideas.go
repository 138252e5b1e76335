package screen

import (
	"centricity/game/words"
	"centricity/sim"
)

// idea is a term that is neither a measure, nor a fact of a customer, nor a
// field of a decision: those explain themselves in tables of their own.
type idea struct {
	id   string
	of   chapter
	name string
	text string
	in   func(sim.Brief) bool
}

// ideas are all of them. What a tooltip says of one stands here alone.
var ideas = []idea{
	{"csat", ofFigures, words.Mark("CSAT"), words.Mark("Customer satisfaction: the mean answer from 1 (very dissatisfied) to 5 (very satisfied). From a sample, so with a margin of error."), anywhere},
	{"loyal", ofFigures, words.Mark("Loyal"), words.Mark("Loyal: the share of the customers asked who are content and would not be likelier to leave if the rival were a tenth cheaper. From a sample, so with a margin of error."), anywhere},
	{"churn", ofFigures, words.Mark("Churn"), words.Mark("Customers leaving. The churn rate is the share of them who left in a round; the retention rate is the share who stayed."), anywhere},
	{"margin", ofFigures, words.Mark("Margin"), words.Mark("What customers paid, less goods and service."), anywhere},
	{"payback", ofFigures, words.Mark("Payback"), words.Mark("The time until customers won together have brought in, as margin, what it cost to win them."), anywhere},
	{"gini", ofFigures, words.Mark("Gini index"), words.Mark("How unequal customers are in what they paid: 0 if all paid the same, near 1 if one paid almost everything."), anywhere},
	{"trial", ofDecisions, words.Mark("Test with a control group"), words.Mark("An A/B test: a part of your customers, drawn by lot, gets nothing of a lever, so that the others show what it does."), func(b sim.Brief) bool { return len(testable(b)) > 0 }},
	{"adstock", ofDecisions, words.Mark("Adstock"), words.Mark("Past advertising that people still have in mind: it works on after it was paid for, less with every round."), opens(sim.Acquisition)},
	{"fatigue", ofDecisions, words.Mark("Fatigue"), words.Mark("Customers who are contacted too often tire of it, and some leave."), opens(sim.Retention)},
	{"group", ofCustomers, words.Mark("Groups by value"), words.Mark("Customers sorted by what they spent before the round: the best part, the middle and the rest."), anywhere},
	{"tenth", ofCustomers, words.Mark("Tenth (decile)"), words.Mark("One of ten equal parts of your customers, sorted by what they spent. The best tenth spent most."), anywhere},
	{"cohort", ofCustomers, words.Mark("Cohort"), words.Mark("Customers who joined in the same round. Followed together, they show how many stay, and for how long."), anywhere},
	{"segment", ofCustomers, words.Mark("Segment"), words.Mark("Customers who are alike in what they need and how they buy."), anywhere},
	{"persona", ofCustomers, words.Mark("Persona"), words.Mark("A persona is an average with a face: it says what customers did, not why, and it can mislead."), anywhere},
}

// opens tells whether a scenario opens a lever.
func opens(l sim.Lever) func(sim.Brief) bool {
	return func(b sim.Brief) bool { return b.Levers[l] }
}

// anywhere is true of every scenario, analysed of those where customers leave
// without a word and analysts can be paid to look.
func anywhere(sim.Brief) bool   { return true }
func analysed(b sim.Brief) bool { return b.Silent && b.Levers[sim.Insight] }

// means is what an idea means.
func means(id string) string {
	for _, i := range ideas {
		if i.id == id {
			return words.Say(i.text)
		}
	}
	panic("there is no idea " + id)
}
