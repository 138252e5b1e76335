package sim

// A Report is what a firm learns of a round. It holds what the firm's books,
// its own customer records and the research it bought can tell; the customers'
// truth is not in it.
type Report struct {
	Round      int // 1 is the first the player decides; history is 0 and below
	Price      Money
	Discount   BasisPoints
	RivalPrice Money // what the rival charged
	Quality    float64
	RivalBest  float64 // the rival's quality
	Knowledge  float64 // mean reliability K of what is known about a customer, 0 to 1

	Books         Books
	Base          Base
	Tiers         [NumTiers]Tier // by past spend when the round began
	Cohorts       []Cohort       // by round of joining, oldest first
	Survey        Survey
	Concentration Concentration
	Launch        Launch
	Deciles       [10]Decile // by last round's spending, best first
	Stages        [NumStages]int
	Trial         *Readout    // of the A/B test, if one was run
	Shocks        []ShockKind // that the round was under
	Why           Ledger
	Bankrupt      bool

	Hash Hash // of the complete state after the round
}

// Base is how the number of customers moved.
//
//	Closing = Opening + new + Returned − ChurnedNew − Churned ,  new = Σ Won, won back among them
//
// Where leaving is silent these are the firm's counts, by who bought lately.
type Base struct {
	Opening    int   // customers when the round began
	Won        []int // by source: the channels, word of mouth, by themselves, win-back where it is open
	WonBack    int   // of them, customers who had left before
	Returned   int   // given up as lost, bought again unasked
	Churned    int   // customers of the opening who left
	ChurnedNew int   // customers of this round who left again in it
	Prospects  int   // at closing, never customers
	Lapsed     int   // at closing, customers once
}

// New is how many were won in the round, from all sources.
func (b Base) New() int {
	sum := 0
	for _, n := range b.Won {
		sum += n
	}
	return sum
}

// Closing is how many customers the round ended with.
func (b Base) Closing() int { return b.Opening + b.New() + b.Returned - b.Churned - b.ChurnedNew }

// Retention is the share of the opening customers who stayed; 0 without any.
func (b Base) Retention() float64 {
	if b.Opening == 0 {
		return 0
	}
	return 1 - float64(b.Churned)/float64(b.Opening)
}

// A Tier is a part of the opening customers, sorted by past spend.
type Tier struct {
	Customers int
	Churned   int
	Revenue   Money
	Margin    Money
	Reached   Money // retention and experience money that reached it
}

// A Cohort is everyone last won in the same round; the customers the firm
// started with are the oldest cohort.
type Cohort struct {
	Round   int
	Active  int // still customers at closing
	Revenue Money
}

// Launch tells what came of the product pipeline.
type Launch int

// What can come of it.
const (
	NoLaunch Launch = iota
	LaunchSucceeded
	LaunchFailed
)

// CAC is what a customer cost to win in the round: acquisition spending and
// first-purchase discounts over customers won [cents]; ok is false if none was.
func (r Report) CAC() (cost Money, ok bool) {
	n := r.Base.New()
	if n == 0 {
		return 0, false
	}
	return (r.Books.Spend[Acquisition] + r.Books.Discounts) / Money(n), true
}

// ChannelCAC is what a customer won through a channel cost in the round, its
// spending and discounts in proportion; ok is false if it won none.
func (r Report) ChannelCAC(channel int) (cost Money, ok bool) {
	won, all := r.Base.Won[channel], r.Base.New()
	if won == 0 {
		return 0, false
	}
	return r.Books.Channels[channel]/Money(won) + r.Books.Discounts/Money(all), true
}

// EstimatedEquity is customer equity as an outsider would estimate it from the
// round's aggregates (Gupta, Lehmann & Stuart 2004):
//
//	customers · margin per customer and round · r/(1 + d − r)
//
// with r the share of opening customers retained. Customers differ, so the
// aggregate misleads: the truth can be far from it.
func (r Report) EstimatedEquity(discount float64) Money {
	if r.Base.Opening == 0 {
		return 0
	}
	var margin Money
	for _, t := range r.Tiers {
		margin += t.Margin
	}
	each := margin.Currency() / float64(r.Base.Opening)
	kept := r.Base.Retention()
	return cents(float64(r.Base.Closing()) * each * kept / (1 + discount - kept))
}
