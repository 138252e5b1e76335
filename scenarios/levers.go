package scenarios

import (
	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// levers is the form of the list of levers a firm may use.
type levers struct{ to *[sim.NumLevers]bool }

func leverNames() []string {
	names := make([]string, sim.NumLevers)
	for i := range names {
		names[i] = sim.Lever(i).String()
	}
	return names
}

func (f levers) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.items(at, n)
	if !ok {
		return
	}
	*f.to = [sim.NumLevers]bool{}
	for _, item := range list {
		i, ok := r.choose(at, item, leverNames())
		if ok && f.to[i] {
			r.fail(item, at, "%s is listed twice", quote(item.Value))
		}
		if ok {
			f.to[i] = true
		}
	}
}
