package debrief

import "centricity/sim"

// A Bridge leads from one company value to a later one, to the cent:
//
//	after = before + Margin − Σ Spend − Fixed − WriteOff      (cash)
//	               + Won − Lost + Stayed − Ruin               (customer equity)
//
// A customer's worth is the residual lifetime value. Won and Lost go by who is
// a customer before and after; who stayed can have become worth more, through
// satisfaction, quality and price, or less.
type Bridge struct {
	Margin   sim.Money // what customers paid, less goods and service
	Spend    [sim.NumLevers]sim.Money
	Fixed    sim.Money
	WriteOff sim.Money
	Won      sim.Money // worth, at the end of the round, of who became a customer in it
	Lost     sim.Money // worth, at its beginning, of who left in it
	Stayed   sim.Money // how much more who stayed is worth
	Ruin     sim.Money // customer equity that bankruptcy ended
}

// Total is the change in company value.
func (b Bridge) Total() sim.Money {
	return b.Margin - b.Costs() + b.Won - b.Lost + b.Stayed - b.Ruin
}

// Costs are all that is spent and written off.
func (b Bridge) Costs() sim.Money {
	costs := b.Fixed + b.WriteOff
	for _, s := range b.Spend {
		costs += s
	}
	return costs
}

// add appends the bridge of a later round.
func (b *Bridge) add(o Bridge) {
	b.Margin += o.Margin
	b.Fixed += o.Fixed
	b.WriteOff += o.WriteOff
	b.Won += o.Won
	b.Lost += o.Lost
	b.Stayed += o.Stayed
	b.Ruin += o.Ruin
	for lever := range b.Spend {
		b.Spend[lever] += o.Spend[lever]
	}
}

// Bridge is the whole game's.
func (s *Story) Bridge() (sum Bridge) {
	for _, r := range s.Rounds {
		sum.add(r.Bridge)
	}
	return sum
}

// sight is everybody's truth at one moment.
type sight struct {
	people []seen
	ruined bool // a bankrupt firm's customers are worth nothing to it
}

type seen struct {
	active  bool
	segment uint8
	worth   sim.Money // residual lifetime value
}

func look(w *sim.World) (s sight) {
	if r, ok := w.Report(); ok {
		s.ruined = r.Bankrupt
	}
	for c := range w.Customers() {
		s.people = append(s.people, seen{c.Active, uint8(c.Segment), c.Residual})
	}
	return s
}

// equity is customer equity as sim.Value counts it.
func (s sight) equity() (sum sim.Money) {
	for _, p := range s.people {
		sum += p.worth
	}
	return sum
}

// bridge leads over one round.
func bridge(books sim.Books, before, after sight) Bridge {
	b := Bridge{Margin: books.Margin(), Spend: books.Spend, Fixed: books.Fixed, WriteOff: books.WriteOff}
	if before.ruined {
		return b
	}
	for id, now := range after.people {
		was := before.people[id]
		switch {
		case was.active && now.active:
			b.Stayed += now.worth - was.worth
		case now.active:
			b.Won += now.worth
		case was.active:
			b.Lost += was.worth
		}
	}
	if after.ruined {
		b.Ruin = after.equity()
	}
	return b
}
