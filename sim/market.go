package sim

// A Market is the complete description of a world before its first round:
// who lives in it, how they respond, what the firm starts with and may do.
// Two markets with the same Hash behave the same. Every rate is per round.
//
// Each group of parameters is declared beside the equations that use it; the
// table in parameters.go gives units, bounds, defaults and sources.
type Market struct {
	People        int     // N, everyone who can be a customer [persons]
	Rounds        int     // rounds the player decides
	RoundWeeks    float64 // length of a round [weeks]
	Heterogeneity float64 // h, scales how much customers differ and keeps every mean

	Segments []Segment
	Channels []Channel
	Shocks   []Shock
	Levers   [NumLevers]bool // which levers the firm may use
	Orders   [NumOrders]bool // which orders of customers are open beside past spend

	Programmes [NumProgrammes]bool // which programmes are open beside what each lever always does

	Price       PriceParams
	Utility     UtilityParams
	Acquisition AcquisitionParams
	Purchase    PurchaseParams
	Experience  ExperienceParams
	Churn       ChurnParams
	Retention   RetentionParams
	Insight     InsightParams
	Product     ProductParams
	Needs       NeedsParams
	Culture     CultureParams
	Rival       RivalParams
	Start       StartParams
	Budget      BudgetParams
	Value       ValueParams
}

// Brief is what a firm knows of its market before the first round. It holds
// nothing of the customers' truth: people and policies decide on a Brief and
// on Reports alone.
type Brief struct {
	People     int     // everyone who can be a customer [persons]
	Rounds     int     // rounds to decide
	RoundWeeks float64 // length of a round [weeks]

	Levers     [NumLevers]bool     // which levers are open
	OrderOpen  [NumOrders]bool     // which orders of customers are open beside past spend
	Programmes [NumProgrammes]bool // which programmes are open beside each lever's first
	Channels   []Channel           // where acquisition money can go, by name and kind only

	Breadth bool // whether product development leaves a choice of breadth
	Silent  bool // whether customers leave without a word

	Price       PriceParams
	Budget      BudgetParams
	Incumbent   Decision // what the firm did until now
	RivalPrice  Money    // the rival's list price
	TopShare    float64  // share of customers in the top tier
	MiddleShare float64  // share of customers in the middle tier
	Discount    float64  // rate at which future money is discounted, per round
}

// Brief tells what the firm knows of the market before the first round.
func (m Market) Brief() Brief {
	channels := make([]Channel, len(m.Channels))
	for i, c := range m.Channels {
		channels[i] = Channel{Name: c.Name, Targeted: c.Targeted}
	}
	return Brief{
		People: m.People, Rounds: m.Rounds, RoundWeeks: m.RoundWeeks,
		Levers: m.Levers, OrderOpen: m.Orders, Programmes: m.Programmes, Channels: channels,
		Price: m.Price, Budget: m.Budget, Incumbent: m.Start.Incumbent,
		RivalPrice: m.Rival.Price,
		Breadth:    m.Product.BreadthSpread > 0, Silent: m.Churn.Silent,
		TopShare: m.Insight.TopShare, MiddleShare: m.Insight.MiddleShare,
		Discount: m.Value.DiscountRate,
	}
}

// Orders lists what the firm can sort its customers by: past spend always,
// an estimate only where the scenario opens it and insight can be bought.
func (b Brief) Orders() []Order {
	list := []Order{ByPastSpend}
	for o := ByPastSpend + 1; int(o) < NumOrders; o++ {
		if b.OrderOpen[o] && (b.Levers[Insight] || o == ByChance) {
			list = append(list, o)
		}
	}
	return list
}
