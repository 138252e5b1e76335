package sim

// A Lever is something a firm can spend money on.
type Lever int

// The five levers, in the order in which every table lists them.
const (
	Acquisition Lever = iota // winning customers: paid channels
	Retention                // keeping customers: contact and goodwill per head
	Experience               // serving customers: support per head
	Product                  // research and development
	Insight                  // knowing customers
	NumLevers   int   = 5
)

var leverNames = [NumLevers]string{"acquisition", "retention", "experience", "product", "insight"}

// String is the lever's name as scenario files spell it.
func (l Lever) String() string {
	if l < 0 || int(l) >= NumLevers {
		return "unknown lever"
	}
	return leverNames[l]
}

// NumTiers is the number of value tiers a firm sorts its customers into.
const NumTiers = 3

// The tiers, best first.
const (
	Top = iota
	Middle
	Low
)

// TierNames are the tiers' names, best first.
var TierNames = [NumTiers]string{"top", "middle", "low"}

// An Order is what a firm sorts its customers by to form tiers.
type Order int

// The orders. Past spend stands in the firm's own books and is always open;
// an estimate is only as good as the insight behind it.
const (
	ByPastSpend       Order = iota
	ByEstimatedValue        // v̂: who is worth most
	ByEstimatedRisk         // Ĥ: who is likeliest to leave
	ByEstimatedUplift       // v̂ (1 − e^−Ĥ) κ̂: where effort keeps most value
	ByChance                // the control
	NumOrders         int   = 5
)

var orderNames = [NumOrders]string{"past spend", "estimated value", "estimated risk", "estimated uplift", "chance"}

// String is the order's name as scenario files spell it.
func (o Order) String() string {
	if o < 0 || int(o) >= NumOrders {
		return "unknown order"
	}
	return orderNames[o]
}

// MaxChannels bounds how many acquisition channels a market can have.
const MaxChannels = 8

// Weights divide one lever's money over channels. All zero means evenly.
type Weights [MaxChannels]int

// Focus says which customers a lever's money reaches: money per head follows
// the weights of the tiers. The zero Focus spreads it evenly over everyone.
type Focus struct {
	By     Order
	Weight [NumTiers]int
}

// A Decision is everything a firm chooses for one round. It holds integers
// only, so that a log reproduces it exactly. The zero Decision is legal: it
// spends nothing and keeps the list price.
type Decision struct {
	Price    Money            // list price [cents]; 0 keeps the present one
	Discount BasisPoints      // off the list price of the first purchase
	Breadth  BasisPoints      // of product development: 0 one sure idea, 10,000 many bold ones
	Spend    [NumLevers]Money // by lever [cents a round]
	Channels Weights          // how acquisition spending divides over the market's channels

	// How the other levers divide over their programmes, by weight. All zero:
	// what the lever always does.
	Programmes [NumProgrammes]int

	Focus [NumLevers]Focus // whom retention and experience spending reaches
	Trial Trial            // an A/B test
}

// Total is what the decision spends on all levers together [cents].
func (d Decision) Total() Money {
	var sum Money
	for _, s := range d.Spend {
		sum += s
	}
	return sum
}

// MaxWeight bounds one weight of a Focus or of Weights.
const MaxWeight = 1000
