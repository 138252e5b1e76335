package sim

import (
	"math"
	"slices"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
	"centricity/sim/internal/rng"
)

// A World is a market in motion: its people, the firm and the rival. It is not
// safe for concurrent use; Clone gives each user their own.
type World struct {
	market Market
	seed   uint64
	round  int // the last one played; 0 when history is over
	people []person
	born0  digest // of everyone's traits and of the market

	// Computed once from the market.
	segments      []segment
	scoreVariance []float64 // by segment
	studies       bool      // some research method is open beside the platform
	logMean       vector    // ln of each trait's mean over all segments

	// The firm and its rival.
	price      Money   // list price in force
	prices     []Money // list price of every round, history included
	quality    float64 // Q
	pipeline   float64 // D [currency]
	volume     Money   // sold so far, at the reference price
	capability float64 // I
	adstock    []float64
	cash       Money
	bankrupt   bool
	rival      rival

	loyaltyAge int                     // rounds the loyalty programme has been running
	community  float64                 // [currency per person]
	defects    [NumTouchpoints]float64 // 1 is ordinary
	skill      float64                 // [currency per person]
	studied    [numMethods]float64     // capability by research method
	pending    [numMethods]float64     // bought, not yet arrived
	rewards    float64                 // data for reward [currency per person]

	position    float64   // a, where the product stands [taste units]
	drifted     []float64 // by segment, how far needs have walked [taste units]
	shocks      []int     // rounds left of each shock under way
	privacy     float64   // highest reliability allowed now
	consistency float64   // C, 0 to 1
	mix         [NumLevers]float64
	mixed       bool // mix holds a round's shares

	observe func(Sale) // nil: nobody is told of sales
	reports []Report   // history included
	why     []Ledger   // of the last round, by segment; made anew every round
}

// state is where a person stands with the firm.
type state uint8

const (
	prospect state = iota // never a customer
	active
	lapsed // a customer once
)

// never is the joining round of someone who never joined.
const never = math.MinInt16

// person is one of the market's people. A person's id is their index for life.
type person struct {
	segment uint8
	state   state
	listed  bool  // on the firm's file as a customer
	control bool  // held out of trials
	won     bool  // this round, as the firm sees it
	source  uint8 // what won them first
	tiers   [NumOrders]uint8
	joined  int16 // round of the last joining, or never

	traits vector // latent, constant
	z      vector // normals behind the traits
	noise  vector // blur of what a firm can see of them

	satisfaction float64 // S
	fatigue      float64 // F [contacts]
	lnReference  float64 // ln r, the price they are used to
	covered      uint8   // research methods that can reach them
	known        float64 // part of what the firm learned that still holds
	promised     float64 // what they were promised and have not yet met [satisfaction]

	purchases int32 // n, first included
	spent     Money
	firstAt   float64 // when first won [rounds since the first played one began]
	joinedAt  float64 // when last won
	lastAt    float64 // last purchase

	roundRevenue, roundMargin Money // of the present round
	lastRevenue               Money // of the round before
}

// New makes the world of a market under a seed and lets the incumbent play its
// history. The error is Problems that name the market's fields.
func New(m Market, seed uint64) (*World, error) { return newWorld(m, seed, nil) }

func newWorld(m Market, seed uint64, observe func(Sale)) (*World, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	w := &World{
		observe: observe,
		market:  m.clone(),
		seed:    seed,
		round:   -m.Start.History,
		people:  make([]person, m.People),
		adstock: make([]float64, len(m.Channels)),
		price:   m.Price.Reference,

		position:    m.Utility.Position,
		drifted:     make([]float64, len(m.Segments)),
		shocks:      make([]int, len(m.Shocks)),
		privacy:     1,
		consistency: 1,
		defects:     [NumTouchpoints]float64{1, 1, 1, 1},
	}
	w.prepare()
	w.rival.charge(m.Rival.Price.Currency())
	w.populate()
	for range m.Start.History {
		w.play(m.Start.Incumbent)
	}
	w.openCash()
	return w, nil
}

// prepare computes what does not change with play.
func (w *World) prepare() {
	for p := Interviews; int(p) < NumProgrammes; p++ {
		w.studies = w.studies || w.market.Programmes[p]
	}
	var means vector
	for _, s := range w.market.Segments {
		g := newSegment(s, w.market.Heterogeneity)
		w.segments = append(w.segments, g)
		w.scoreVariance = append(w.scoreVariance, g.scoreVariance())
		for k := range means {
			means[k] += float64(s.Share * s.Traits[k].Expected())
		}
	}
	for k := range means {
		if Trait(k) != NeedPosition {
			w.logMean[k] = exact.Log(means[k])
		}
	}
}

// populate draws everyone, and who of them is a customer when history begins.
func (w *World) populate() {
	hash := w.market.Hash()
	for _, b := range hash {
		w.born0.word(uint64(b))
	}
	for id := range w.people {
		w.people[id] = w.born(id)
		for k := range w.people[id].z {
			w.born0.float(w.people[id].traits[k])
			w.born0.float(w.people[id].noise[k])
		}
	}
	source := w.key(drawInitial, birth).Stream(0)
	customers := int(float64(w.market.Start.Customers*float64(len(w.people))) + 0.5)
	began := float64(w.round)
	for _, id := range source.Perm(len(w.people))[:customers] {
		p := &w.people[id]
		p.state = active
		p.source = uint8(len(w.market.Channels) + 1)
		p.joined = int16(w.round)
		p.lnReference = exact.Log(w.market.Price.Reference.Currency())
		p.firstAt, p.joinedAt, p.lastAt = began, began, began
		if w.market.Churn.Silent { // they last bought at some time within the firm's patience
			ago := draw.Uniform(w.key(drawInitial, birth).At(uint64(id)+1, 0)) * w.market.Churn.InactiveAfter
			p.firstAt, p.lastAt = began-float64(ago), began-float64(ago)
		}
		p.listed = true
	}
}

// Market describes the world. The copy is the caller's.
func (w *World) Market() Market { return w.market.clone() }

// Brief is what the firm knew before the first round.
func (w *World) Brief() Brief { return w.market.Brief() }

// Seed is the seed the world was made with.
func (w *World) Seed() uint64 { return w.seed }

// Round is the last round played, 0 before the first.
func (w *World) Round() int { return w.round }

// Over tells whether every round has been played.
func (w *World) Over() bool { return w.round >= w.market.Rounds }

// Price is the list price in force.
func (w *World) Price() Money { return w.price }

// Reports are all rounds so far, history first. The slice is the world's:
// read it only.
func (w *World) Reports() []Report { return slices.Clip(w.reports) }

// Report is the last round's, history included; ok is false if none was played.
func (w *World) Report() (r Report, ok bool) {
	if len(w.reports) == 0 {
		return Report{}, false
	}
	return w.reports[len(w.reports)-1], true
}

// Clone copies the world: what happens in one does not touch the other.
func (w *World) Clone() *World {
	c := *w
	c.people = slices.Clone(w.people)
	c.adstock = slices.Clone(w.adstock)
	c.prices = slices.Clone(w.prices)
	c.drifted = slices.Clone(w.drifted)
	c.shocks = slices.Clone(w.shocks)
	c.reports = slices.Clip(w.reports)
	c.observe = nil
	return &c
}

// clone copies a market's slices, so that a caller's later changes stay theirs.
func (m Market) clone() Market {
	m.Segments = slices.Clone(m.Segments)
	for i := range m.Segments {
		s := &m.Segments[i]
		s.Correlations, s.Reach, s.Season = slices.Clone(s.Correlations), slices.Clone(s.Reach), slices.Clone(s.Season)
	}
	m.Channels = slices.Clone(m.Channels)
	m.Shocks = slices.Clone(m.Shocks)
	return m
}

// stream is a person's sequence of draws for one purpose in one round.
type stream = rng.Stream
