// Package lint warns of worlds that load but teach badly. Every rule is in a
// file of its own.
package lint

import "centricity/scenarios"

// A Rule is one thing to warn of.
type Rule struct {
	Name scenarios.Rule
	Doc  string // one sentence
	find func(w world) scenarios.Errors
}

// Rules are all there are.
func Rules() []Rule {
	return []Rule{emptyExtension, leftAtDefault, unreachableUnlock, lateShock, unprofitableSegment, idleLever, slowWorld}
}

// A world is a scenario that loads, with its text.
type world struct {
	scenarios.Scenario
	text *scenarios.Document
}

// Warn tells what every rule finds in a scenario that loads.
func Warn(d *scenarios.Document) scenarios.Errors {
	s, err := d.Scenario()
	if err != nil {
		return nil
	}
	var all scenarios.Errors
	for _, r := range Rules() {
		all = append(all, r.find(world{s, d})...)
	}
	return d.Sorted(all)
}
