// Package policy holds automatic decision makers: opponents of a player,
// subjects of an experiment. A policy sees what a player sees and nothing of
// the customers' truth.
package policy

import "centricity/sim"

// A View is what a decision can rest on.
type View struct {
	Brief     sim.Brief
	Reports   []sim.Report // history included, oldest first
	Available sim.Money    // what can be spent this round
}

// A Policy decides one round.
type Policy func(View) sim.Decision

// named lists the policies in the order in which tables show them.
var named = []struct {
	name   string
	policy Policy
}{
	{"price-centric", PriceCentric},
	{"product-centric", ProductCentric},
	{"customer-centric", CustomerCentric},
	{"one-size-fits-all", Uniform},
	{"balanced", Balanced},
	{"acquisition-first", AcquisitionFirst},
	{"random", Random(1)},
}

// Centric names the three strategies that every game is compared with.
func Centric() []string { return Names()[:3] }

// Names lists the policies that Named knows.
func Names() []string {
	names := make([]string, len(named))
	for i, n := range named {
		names[i] = n.name
	}
	return names
}

// Named finds a policy by its name.
func Named(name string) (Policy, bool) {
	for _, n := range named {
		if n.name == name {
			return n.policy, true
		}
	}
	return nil, false
}

// Look is what the world's firm can see now.
func Look(w *sim.World) View {
	return View{w.Brief(), w.Reports(), w.Available()}
}

// Play lets a policy play the world to its last round.
func Play(w *sim.World, p Policy) error {
	for !w.Over() {
		if _, err := w.Play(p(Look(w))); err != nil {
			return err
		}
	}
	return nil
}
