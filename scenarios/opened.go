package scenarios

import (
	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// orders is the form of the list of orders that are open beside past spend,
// which always is.
type orders struct{ to *[sim.NumOrders]bool }

func (f orders) read(r *reader, at string, n *yaml.Node) {
	open(f.to[:], words[sim.Order](sim.NumOrders)).read(r, at, n)
	f.to[sim.ByPastSpend] = false
}

// programmes is the form of the list of programmes that are open beside what
// each lever always does.
type programmes struct{ to *[sim.NumProgrammes]bool }

func (f programmes) read(r *reader, at string, n *yaml.Node) {
	open(f.to[:], words[sim.Programme](sim.NumProgrammes)).read(r, at, n)
	for i := range f.to {
		f.to[i] = f.to[i] && !sim.Programme(i).Base()
	}
}

func (f orders) describe() shape {
	return open(f.to[:], words[sim.Order](sim.NumOrders)).describe()
}

func (f programmes) describe() shape {
	return open(f.to[:], words[sim.Programme](sim.NumProgrammes)).describe()
}
