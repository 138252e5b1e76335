package sim

import (
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
	people people
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

	loyaltyAge int                      // rounds the loyalty programme has been running
	community  float64                  // [currency per person]
	defects    [NumTouchpoints]float64  // 1 is ordinary
	skill      float64                  // [currency per person]
	studied    [numMethods]float64      // capability by research method
	learned    [1 << numMethods]learned // it and the platform's together, by the methods that reach a person
	pending    [numMethods]float64      // bought, not yet arrived
	telling    uint8                    // the methods, and rewards, that tell more of whom they reach
	familiar   [2 << numMethods][often]familiar
	rewards    float64 // data for reward [currency per person]

	position    float64   // a, where the product stands [taste units]
	drifted     []float64 // by segment, how far needs have walked [taste units]
	shocks      []int     // rounds left of each shock under way
	privacy     float64   // highest reliability allowed now
	consistency float64   // C, 0 to 1
	mix         [NumLevers]float64
	mixed       bool // mix holds a round's shares

	observe func(Sale)  // nil: nobody is told of sales
	pause   func() bool // nil: no pauses; see slices.go
	reports []Report    // history included
	why     []Ledger    // of the last round, by segment; made anew every round

	// What the rounds are worked out in. It holds nothing from one to the next.
	plain   bool // play by the plain phases, for comparison
	workers int
	due     []pass // put off until the next sweep
	present round
	tallies tallies
	slabs   slabs
	ranked  []ranking // of the order being divided
	spent   []Money
	digests []digest // by chunk of people
}

// New makes the world of a market under a seed and lets the incumbent play its
// history. The error is Problems that name the market's fields.
func New(m Market, seed uint64) (*World, error) { return NewOn(m, seed, 1) }

// NewOn is New on a number of workers, which the world keeps. The world is the
// same for any number.
func NewOn(m Market, seed uint64, workers int) (*World, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	return found(m, seed, workers, false, nil), nil
}

// found makes the world of a market that is valid.
func found(m Market, seed uint64, workers int, plain bool, observe func(Sale)) *World {
	w := unborn(m, seed, workers, plain, observe)
	w.open()
	return w
}

// unborn is a world without people.
func unborn(m Market, seed uint64, workers int, plain bool, observe func(Sale)) *World {
	w := &World{
		observe: observe,
		market:  m.clone(),
		seed:    seed,
		round:   -m.Start.History,
		people:  newPeople(m.People),
		adstock: make([]float64, len(m.Channels)),
		price:   m.Price.Reference,

		position:    m.Utility.Position,
		drifted:     make([]float64, len(m.Segments)),
		shocks:      make([]int, len(m.Shocks)),
		privacy:     1,
		consistency: 1,
		plain:       plain,
		workers:     max(workers, 1),
		reports:     make([]Report, 0, m.Start.History+m.Rounds),
		defects:     [NumTouchpoints]float64{1, 1, 1, 1},
	}
	w.prepare()
	w.rival.charge(m.Rival.Price.Currency())
	return w
}

// open draws the people and lets the incumbent play its history.
func (w *World) open() {
	w.populate()
	for range w.market.Start.History {
		w.play(w.market.Start.Incumbent)
	}
	w.openCash()
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
	w.needDigests()
	w.sweep(nil, bearAll)
	for _, d := range w.digests {
		w.born0.word(d.a)
		w.born0.word(d.b)
	}
	source := w.key(drawInitial, birth).Stream(0)
	customers := int(float64(w.market.Start.Customers*float64(w.size())) + 0.5)
	began, lnReference := float32(w.round), narrow(exact.Log(w.market.Price.Reference.Currency()))
	for _, id := range source.Perm(w.size())[:customers] {
		p := w.person(id)
		p.state = active
		p.source = uint8(len(w.market.Channels) + 1)
		p.joined = int16(w.round)
		p.lnReference = lnReference
		p.firstAt, p.joinedAt, p.lastAt = began, began, began
		if w.market.Churn.Silent { // they last bought at some time within the firm's patience
			ago := draw.Uniform(w.key(drawInitial, birth).At(uint64(id)+1, 0)) * w.market.Churn.InactiveAfter
			p.firstAt, p.lastAt = narrow(float64(began)-float64(ago)), narrow(float64(began)-float64(ago))
		}
		p.listed = true
	}
}

// bearAll bears everyone from lo up to hi, and digests what they are born with.
func bearAll(w *World, _ *round, _ *tally, lo, hi int) {
	for ; lo < hi; lo += hashChunk {
		l := lanes{uint64(lo), 1, 2, 3}
		for id := lo; id < min(lo+hashChunk, hi); id++ {
			w.born(id)
			l.nature(&w.people.nature[id])
		}
		w.digests[lo/hashChunk] = l.digest()
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
	c.people.standing = slices.Clone(w.people.standing)
	c.people.mind = slices.Clone(w.people.mind)
	c.people.account = slices.Clone(w.people.account)
	c.adstock = slices.Clone(w.adstock)
	c.prices = slices.Clone(w.prices)
	c.drifted = slices.Clone(w.drifted)
	c.shocks = slices.Clone(w.shocks)
	c.reports = append(make([]Report, 0, w.market.Start.History+w.market.Rounds), w.reports...)
	c.present, c.tallies, c.slabs, c.ranked, c.spent, c.digests, c.due = round{}, tallies{}, slabs{}, nil, nil, nil, nil
	c.observe, c.pause = nil, nil
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
