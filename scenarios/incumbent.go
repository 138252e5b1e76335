package scenarios

import (
	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// incumbent is the form of the decision the incumbent repeats in every round
// of history.
type incumbent struct{ market *sim.Market }

func (f incumbent) read(r *reader, at string, n *yaml.Node) {
	d := &f.market.Start.Incumbent
	*d = sim.Decision{}
	decisionKeys(f.market, d).read(r, at, n)
}

// defaultIncumbent fits the incumbent of a file that names none to the levers
// and channels of its market.
func defaultIncumbent(m *sim.Market) {
	d := &m.Start.Incumbent
	for i, open := range m.Levers {
		if !open {
			d.Spend[i] = 0
		}
	}
	if len(m.Channels) == 0 {
		d.Channels = sim.Weights{}
	}
}

func (f incumbent) describe() shape {
	return decisionKeys(f.market, &f.market.Start.Incumbent).describe()
}
