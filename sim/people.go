package sim

import "math"

// people are everyone in the market, in columns: what a phase of the round
// reads of everyone lies together. A person's id is their place in each column
// for life. Numbers are stored in single precision and computed with in double.
type people struct {
	nature   []nature   // constant in play, so clones share it
	standing []standing //
	mind     []mind     //
	account  []account  //
}

// person is one of the market's people: their place in every column.
type person struct {
	*nature
	*standing
	*mind
	*account
}

// nature is what a person is born with [64 bytes].
type nature struct {
	traits [NumTraits]float32  // latent; the need is that at birth
	z      [numSignals]float32 // normals behind the traits the firm can learn of
	noise  [numSignals - 1]float32
}

// standing is where a person stands with the firm [16 bytes].
type standing struct {
	segment uint8
	state   state
	listed  bool  // on the firm's file as a customer
	control bool  // held out of trials
	won     bool  // this round, as the firm sees it
	source  uint8 // what won them first
	covered uint8 // research methods that can reach them
	bought  uint8 // purchases, as far as it can count them
	tiers   [NumOrders]uint8
	joined  int16 // round of the last joining, or never
}

// mind is what a person feels and wants [24 bytes].
type mind struct {
	need         float32 // ν, ideal point as it is now [taste units]
	known        float32 // part of what the firm learned that still holds
	satisfaction float32 // S
	fatigue      float32 // F [contacts]
	lnReference  float32 // ln r, the price they are used to
	promised     float32 // what they were promised and have not yet met [satisfaction]
}

// account is what the firm's books hold of a person [48 bytes].
type account struct {
	purchases                 int32   // n, first included
	firstAt                   float32 // when first won [rounds since the first played one began]
	joinedAt                  float32 // when last won
	lastAt                    float32 // last purchase
	spent                     Money
	roundRevenue, roundMargin Money // of the present round
	lastRevenue               Money // of the round before
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

func newPeople(n int) people {
	return people{make([]nature, n), make([]standing, n), make([]mind, n), make([]account, n)}
}

// person is who has an id.
func (w *World) person(id int) person {
	p := &w.people
	return person{&p.nature[id], &p.standing[id], &p.mind[id], &p.account[id]}
}

// size is N, everyone who can be a customer [persons].
func (w *World) size() int { return w.market.People }

// trait is a latent property but the need, which moves.
func (n *nature) trait(k Trait) float64 { return float64(n.traits[k]) }

// allTraits are a person's traits as they are now.
func (p person) allTraits() (t [NumTraits]float64) {
	for k := range t {
		t[k] = p.trait(Trait(k))
	}
	t[NeedPosition] = p.wants()
	return t
}

// wants is ν, where a person's ideal point is now [taste units].
func (m *mind) wants() float64 { return float64(m.need) }

// narrow rounds to what is stored; what is beyond it becomes the largest number.
func narrow(x float64) float32 {
	if !(math.Abs(x) <= math.MaxFloat32) {
		x = math.Copysign(math.MaxFloat32, x)
	}
	return float32(x)
}

// The traits a firm can learn of, in the order of their signals. Influence has
// no noise of its own: it only biases the others (insight.go).
const numSignals = 5

var signalOf = [NumTraits]uint8{PurchaseRate: 0, ChurnHazard: 1, MeanSpend: 2, Responsiveness: 3, WOMInfluence: 4}

var signalTraits = [numSignals]Trait{PurchaseRate, ChurnHazard, MeanSpend, Responsiveness, WOMInfluence}
