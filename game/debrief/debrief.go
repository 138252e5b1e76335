package debrief

import (
	"centricity/sim"
	"centricity/sim/policy"
)

// A Debrief is everything that is told of a finished game, in the making.
type Debrief struct {
	Job
	Game    *Game
	options Options

	story    *Story
	players  []*Player
	levers   []*LeverWorth
	outcomes [][]Outcome // by round; nil until they are played
	lots     []played    // by seed
	yard     [][]played  // by centric player and seed
}

// New prepares the debrief of a game; its Job computes it.
func New(g *Game, o Options) *Debrief {
	d := &Debrief{Game: g, options: o.complete()}
	has := func(p Part) bool { return d.options.Parts&p != 0 }
	if has(Truth) {
		d.add(d.retell())
	}
	if has(Rivals) {
		for i, name := range policy.Names() {
			d.players = append(d.players, nil)
			d.add(d.challenge(i, name))
		}
	}
	if has(Levers) {
		for lever, open := range g.Scenario.Market.Levers {
			if open && g.spends(sim.Lever(lever)) {
				d.levers = append(d.levers, nil)
				d.add(d.forgo(len(d.levers)-1, sim.Lever(lever)))
			}
		}
	}
	if has(Turns) {
		d.outcomes = make([][]Outcome, g.Rounds())
		for round := range g.Rounds() {
			d.add(d.ask(round + 1))
		}
	}
	if has(Fortune) {
		d.addLuck()
	}
	return d
}

// addLuck puts the yardstick's games beside the own ones, so that both are
// there early.
func (d *Debrief) addLuck() {
	d.lots = make([]played, d.options.Seeds)
	for range policy.Centric() {
		d.yard = append(d.yard, make([]played, d.options.Yard))
	}
	for i, seed := range d.seeds() {
		d.add(d.gamble(i, seed))
		for p := range d.yard {
			if i < d.options.Yard {
				d.add(d.measure(p, i, seed))
			}
		}
	}
}

func (g *Game) spends(lever sim.Lever) bool {
	for _, d := range g.Decisions {
		if d.Spend[lever] != 0 {
			return true
		}
	}
	return false
}

// Story is the own game once more, with the truth; ok is false until it is
// played, or where it was left out.
func (d *Debrief) Story() (s *Story, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.story, d.story != nil
}

// Players are the built-in players as far as they have finished, in the order
// of policy.Names; all tells whether that is everyone.
func (d *Debrief) Players() (list []Player, all bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, p := range d.players {
		if p != nil {
			list = append(list, *p)
		}
	}
	return list, len(list) == len(d.players)
}

// Levers are what each lever brought over the whole game, as far as it is
// known; all tells whether that is every lever that money was spent on.
func (d *Debrief) Levers() (list []LeverWorth, all bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, l := range d.levers {
		if l != nil {
			list = append(list, *l)
		}
	}
	return list, len(list) == len(d.levers)
}

// Outcomes are the answers to the standard questions about a round, from 1; ok
// is false until they are known.
func (d *Debrief) Outcomes(round int) (list []Outcome, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if round < 1 || round > len(d.outcomes) {
		return nil, false
	}
	list = d.outcomes[round-1]
	return list, list != nil
}

// Luck is the team's decisions with other luck, as far as they are played; all
// tells whether that is all of them. Until the own game is among them there is
// nothing.
func (d *Debrief) Luck() (l Luck, all bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.lots) == 0 || !d.lots[0].done {
		return Luck{}, false
	}
	for _, p := range d.lots {
		if p.done {
			l.Values, l.Customers = append(l.Values, p.value), append(l.Customers, p.customers)
		}
	}
	l.Shares = d.shares()
	return l, len(l.Values) == len(d.lots)
}

// shares split the results of the team and of the players it is measured by,
// once all of those are there.
func (d *Debrief) shares() *Shares {
	values := make([][]float64, 1+len(d.yard))
	for p, row := range append([][]played{d.lots[:d.options.Yard]}, d.yard...) {
		for _, x := range row {
			if !x.done {
				return nil
			}
			values[p] = append(values[p], x.value.Currency())
		}
	}
	s, ok := Split(values)
	if !ok {
		return nil
	}
	return &s
}
