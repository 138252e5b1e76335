// Package sim is a market of customers who differ, in motion. It simulates
// every one of them answering to a firm's price, product and care, round by
// round, and tells the firm what a firm could know.
//
// # The model in one page
//
// People differ in seven latent traits, drawn at birth (traits.go). One utility
// index (utility.go) compares the firm with its rival on price, quality and fit
// and feeds three decisions: a prospect joins (acquire.go), a customer buys
// (purchase.go), a customer leaves (churn.go). Experience moves satisfaction
// (experience.go), satisfaction moves buying, leaving and word of mouth
// (wordofmouth.go). The firm sees estimates only (insight.go), sorts customers
// into value tiers by what it sees and divides its money over them (focus.go).
// Its product is a lottery (product.go), its rival answers (rival.go), and cash
// plus customer equity (value.go) is the score. MODEL.md has the whole of it.
//
// # Tasks
//
//	make a market          DefaultMarket, Market, Market.Validate
//	start a world          New
//	decide a round         Decision, World.Check, World.Play
//	read what happened     Report, World.Records
//	hear of every sale     NewObserved
//	ask what if            World.Clone
//	know the truth         World.Value, World.Customers (never during play)
//	compare two runs       Report.Hash, World.Hash, Market.Hash
//	follow a round         schedule in round.go
//	use several cores      NewOn, World.Workers
//	leave room to draw     NewSliced, World.Slices
//	describe a parameter   MarketParameters, SegmentParameters, ChannelParameters
//
// # Determinism
//
// The same market, seed and decisions give the same bits on every machine.
// Every draw is a function of (seed, purpose, round, person), never the next of
// a shared sequence, so two policies meet the same customers with the same
// luck. Floating point uses + − × ÷ √ and package exact only, with every
// product that is added written float64(a*b), which forbids fusing; totals are
// integers. When the bits change, ModelVersion changes.
//
// # Speed
//
// People lie in columns (people.go), phases sweep over ranges of them on a
// number of workers (sweep.go) and add up in tallies of integers (tally.go), so
// the number of workers cannot be seen in a result. The two longest phases run
// in a second form, in batches of people (batch.go), that equals the readable
// one to the bit (swift.go).
package sim
