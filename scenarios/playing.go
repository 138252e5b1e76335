package scenarios

import (
	"slices"

	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"

	"gopkg.in/yaml.v3"
)

// playing is the form of a way to play: the name of a built-in policy, or a
// map that says what it does differently.
type playing struct{ to *experiment.Way }

func (f playing) read(r *reader, at string, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		builtIn{&f.to.Policy}.read(r, at, n)
		return
	}
	f.keys().read(r, at, n)
}

func (f playing) describe() shape {
	return scalar(say("policy or map"), f.to.String(), "balanced", anyOf(schema{"enum": policy.Names()}, schemaOf(f.keys())))
}

func (f playing) keys() group {
	return group{
		{name: "policy", required: true, doc: "the name of a built-in policy.", form: builtIn{&f.to.Policy}},
		{name: "only", doc: "The levers all money goes to.", form: levers(&f.to.Only)},
		{name: "without", doc: "The levers that get nothing; their money stays as cash.", form: levers(&f.to.Without)},
		{name: "focus", doc: "What customers are sorted by instead, or even.", form: focused{&f.to.Focus}},
		{name: "from", doc: "The round from which this holds.", form: count{&f.to.From, 1, 1000, "round"}},
		{name: "where", doc: "What is different about the market, by path.", form: settings{&f.to.Where}},
	}
}

// builtIn is the form of the name of a policy.
type builtIn struct{ to *string }

func (f builtIn) read(r *reader, at string, n *yaml.Node) {
	if i, ok := r.choose(at, n, policy.Names()); ok {
		*f.to = policy.Names()[i]
	}
}

// focused is the form of a change of focus.
type focused struct{ to *string }

func (f focused) read(r *reader, at string, n *yaml.Node) {
	list := append([]string{experiment.EvenFocus}, words[sim.Order](sim.NumOrders)...)
	if i, ok := r.choose(at, n, list); ok {
		*f.to = list[i]
	}
}

// settings is the form of parameters that are different, as {rival.speed: 1}.
type settings struct{ to *[]experiment.Setting }

func (f settings) read(r *reader, at string, n *yaml.Node) {
	entries, ok := r.entries(at, n)
	if !ok {
		return
	}
	var m sim.Market
	paths := make([]string, len(sim.MarketParameters))
	for i, p := range sim.MarketParameters {
		paths[i] = p.Path
	}
	for _, e := range entries {
		path := join(at, e.key.Value)
		i := slices.Index(paths, e.key.Value)
		if i < 0 {
			r.fail(e.key, path, unknownKey, "a market has no parameter %s; %s", quote(e.key.Value), near(e.key.Value, paths))
			continue
		}
		if p := sim.MarketParameters[i]; r.given(e, path) {
			number[sim.Market]{&m, p}.read(r, path, e.value)
			*f.to = append(*f.to, experiment.Setting{Path: p.Path, Value: p.Get(&m)})
		}
	}
}

func (f builtIn) describe() shape { return oneOf(policy.Names(), *f.to) }

func (f focused) describe() shape {
	return oneOf(append([]string{experiment.EvenFocus}, words[sim.Order](sim.NumOrders)...), *f.to)
}

func (f settings) describe() shape {
	var m sim.Market
	properties := map[string]schema{}
	for _, p := range sim.MarketParameters {
		properties[p.Path] = number[sim.Market]{&m, p}.describe().schema
	}
	return scalar(say("map of paths"), "", "{rival.speed: 1}", schema{"type": "object", "additionalProperties": false, "properties": properties})
}
