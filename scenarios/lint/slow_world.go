package lint

import "centricity/scenarios"

// muchWork is where a game begins to take about a minute [person-rounds]: one
// takes about a microsecond, however often people buy.
const muchWork = 50_000_000

var slowWorld = Rule{
	Name: "slow-world",
	Doc:  "A world of very many people takes its players' patience.",
	find: func(w world) scenarios.Errors {
		m := w.Market
		n := int64(m.People) * int64(m.Rounds+m.Start.History) // N (T + H)
		if n < muchWork {
			return nil
		}
		return scenarios.Errors{w.text.Warning("people", "slow-world",
			"a game of this world takes about %d million steps (people times rounds), a minute or more; fewer people or rounds make it quick", n/1_000_000)}
	},
}
