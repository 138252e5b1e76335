package lab

import (
	"fmt"

	"centricity/scenarios"
)

// muchWork is where a game begins to take about a minute [person-rounds]: one
// takes about a microsecond, however often people buy.
const muchWork = 50_000_000

// slow warns of a world that is good but takes its players' patience: a game
// computes N (T + H) person-rounds. It is empty if there is nothing to warn of.
func slow(s scenarios.Scenario) string {
	m := s.Market
	n := int64(m.People) * int64(m.Rounds+m.Start.History)
	if n < muchWork {
		return ""
	}
	return fmt.Sprintf("a game of this world takes about %s million steps (people times rounds), a minute or more; fewer people or rounds make it quick",
		grouped(n/1_000_000))
}
