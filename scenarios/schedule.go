package scenarios

import (
	"fmt"
	"strconv"

	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// Schedule reads a scripted way to play a market: decisions, one a round, for
// policy.Schedule. name is the file's, for messages. A decision the market
// would refuse is a mistake, but for its total: what exceeds the budget is cut
// when it is played. The error is Errors.
//
//	format: 1
//	decisions:
//	  - {price: 36, spend: {acquisition: 12000}, channels: {everyone: 1}}
func Schedule(name string, data []byte, m sim.Market) ([]sim.Decision, error) {
	d := &Document{main: &source{name: name, data: data}}
	d.sources = []*source{d.main}
	root, errs := read(d.main)
	if errs != nil {
		return nil, d.told(errs)
	}
	d.root = root
	probe, err := fresh(m)
	if err != nil {
		return nil, whole(name, unsoundMarket, "the market it is for is not sound: %v", err)
	}
	var decisions []sim.Decision
	r := newReader(d)
	group{
		{name: "format", required: true, doc: "write format: 1 as the first line.", form: version{}},
		{name: "decisions", required: true, doc: "the decisions, one a round.", form: script{&m, probe, &decisions}},
	}.read(r, "", root)
	if len(r.errs) > 0 {
		return nil, d.told(r.known())
	}
	return decisions, nil
}

// OpenSchedule reads the scripted way to play at a path. The error is Errors.
func OpenSchedule(path string, m sim.Market) ([]sim.Decision, error) {
	data, errs := readFile(path)
	if errs != nil {
		return nil, errs
	}
	return Schedule(path, data, m)
}

// fresh is a world of the market with nobody to speak of in it: enough to ask
// what it would refuse.
func fresh(m sim.Market) (*sim.World, error) {
	m.People, m.Start.History, m.Start.Customers = 1, 0, 0
	return sim.New(m, 0)
}

const longestScript = 100 // decisions

// script is the form of the list of decisions.
type script struct {
	market *sim.Market
	probe  *sim.World
	to     *[]sim.Decision
}

func (f script) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.items(at, n)
	if !ok {
		return
	}
	if len(list) == 0 || len(list) > longestScript {
		r.fail(n, at, wrongCount, "%s has %d entries; it needs 1 to %d, and the last is repeated", at, len(list), longestScript)
		return
	}
	for i, item := range list {
		path, before := fmt.Sprintf("%s.%s", at, strconv.Itoa(i+1)), len(r.errs)
		var d sim.Decision
		r.places[path] = item
		decisionKeys(f.market, &d).read(r, path, item)
		if len(r.errs) == before {
			f.refused(r, path, d)
		}
		*f.to = append(*f.to, d)
	}
}

// refused tells why the market would refuse a decision.
func (f script) refused(r *reader, at string, d sim.Decision) {
	problems, _ := f.probe.Check(d).(sim.Problems)
	for _, p := range problems {
		if p.Path != "budget" {
			path := join(at, p.Path)
			r.fail(r.nearest(path), path, badDecision, "%s: %s", path, of(p))
		}
	}
}

func (f script) describe() shape {
	return listOf("decisions", "", "", 1, longestScript, schemaOf(decisionKeys(f.market, &sim.Decision{})))
}
