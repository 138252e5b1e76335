package batch

import (
	"fmt"

	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// A Plan is a design with everything about its runs settled before any is
// played: which there are, in which order, and under which luck.
type Plan struct {
	Design scenarios.Design
	Levels []Level // what is written, in the order of Levels
}

// NewPlan settles a design.
func NewPlan(d scenarios.Design) Plan {
	p := Plan{Design: d}
	for _, l := range levels(d) {
		if d.Writes(l.Name) {
			p.Levels = append(p.Levels, l)
		}
	}
	return p
}

// Runs is how many there are.
func (p Plan) Runs() int { return len(p.Design.Cells) * p.Design.Replications }

// A Run is one game of a batch.
type Run struct {
	Number      int // from 1, in the design's order
	Replication int // from 1
	Cell        int // from 1
	Seed        uint64
}

// Run is the k-th, from 1. Every replication goes through all cells before the
// next begins, and all its cells share one seed.
func (p Plan) Run(k int) Run {
	cells := len(p.Design.Cells)
	r := Run{Number: k, Replication: 1 + (k-1)/cells, Cell: 1 + (k-1)%cells}
	r.Seed = experiment.Luck(p.Design.Seed, r.Replication)
	return r
}

// A game is a run in play.
type game struct {
	Run
	cell   *scenarios.Cell
	market sim.Market
	world  *sim.World
	sales  []sim.Sale // of the rounds not yet written
	before []account  // of every customer, as the last round left it; nil: nobody asks
}

// play plays a run and returns its rows, one set for each level of the plan, in
// the space of a run before.
func (p Plan) play(k int, written []rows) ([]rows, error) {
	g := &game{Run: p.Run(k)}
	g.cell = &p.Design.Cells[g.Cell-1]
	g.market = g.cell.Market
	var observe func(sim.Sale)
	for _, l := range p.Levels {
		if l.sales {
			observe = func(s sim.Sale) { g.sales = append(g.sales, s) }
		}
		if l.accounts {
			g.before = make([]account, g.market.People)
		}
	}
	world, err := sim.NewObserved(g.market, g.Seed, observe)
	if err != nil {
		return nil, fmt.Errorf("run %d, arm %s: the market is not sound: %w", k, g.cell.Arm, err)
	}
	g.world = world
	g.keepAccounts()
	if written == nil {
		written = make([]rows, len(p.Levels))
	}
	for i := range written {
		written[i] = rows{text: written[i].text[:0]}
	}
	for !world.Over() {
		if _, err := world.Play(g.cell.Decide(policy.Look(world))); err != nil {
			return nil, fmt.Errorf("run %d, arm %s: the market refuses what is decided in round %d: %w", k, g.cell.Arm, world.Round()+1, err)
		}
		for i, l := range p.Levels {
			if l.round != nil {
				l.round(g, &written[i])
			}
		}
		g.sales = g.sales[:0]
		g.keepAccounts()
	}
	for i, l := range p.Levels {
		if l.end != nil {
			l.end(g, &written[i])
		}
	}
	return written, nil
}
