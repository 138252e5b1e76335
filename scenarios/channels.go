package scenarios

import (
	"centricity/sim"

	"gopkg.in/yaml.v3"
)

// channels is the form of the market's acquisition channels by name.
type channels struct{ to *[]sim.Channel }

func (f channels) read(r *reader, at string, n *yaml.Node) {
	*f.to = nil
	named{sim.MaxChannels, f.one}.read(r, at, n)
}

func (f channels) one(r *reader, name, at string, n *yaml.Node) {
	c := sim.DefaultChannel(name)
	parameters(&c, sim.ChannelParameters).read(r, at, n)
	*f.to = append(*f.to, c)
}

func (f channels) describe() shape {
	example := sim.DefaultChannel("")
	s := namedShape(sim.MaxChannels, parameters(&example, sim.ChannelParameters), "CHANNEL")
	for i := range *f.to {
		c := &(*f.to)[i]
		s.entries = append(s.entries, key{name: c.Name, form: parameters(c, sim.ChannelParameters)})
	}
	return s
}
