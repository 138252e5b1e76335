package sim

// StartParams say how the game opens: with history.
type StartParams struct {
	History   int      // rounds the incumbent played; not counted in the score
	Customers float64  // share of people who are customers when history begins
	Incumbent Decision // what it decided every round
}

// BudgetParams bound what a firm can spend.
type BudgetParams struct {
	PerRound    Money // most spent on levers a round, where budgets are fixed
	FromCash    bool  // spending is limited by cash and credit instead
	OpeningCash Money // when the game opens
	Credit      Money // how far cash may fall below zero
}

// Books are a round's money. They close to the cent:
//
//	Closing = Opening + Revenue − CostOfGoods − Service − ΣSpend − Fixed − WriteOff
type Books struct {
	Opening     Money            // cash
	Revenue     Money            // at the prices paid
	CostOfGoods Money            //
	Service     Money            // cost of serving purchases
	Spend       [NumLevers]Money // on levers
	Fixed       Money            //
	WriteOff    Money            // of a failed launch
	Closing     Money            // cash

	Channels     []Money // acquisition spending by channel
	Purchases    int     // first and repeat
	FirstRevenue Money   // part of Revenue from first purchases
	Discounts    Money   // given on first purchases; Revenue is net of them
}

// Margin is revenue less what it cost to sell and serve.
func (b Books) Margin() Money { return b.Revenue - b.CostOfGoods - b.Service }

// Spending is what all levers cost together.
func (b Books) Spending() Money { return Decision{Spend: b.Spend}.Total() }

// Profit is the change in cash.
func (b Books) Profit() Money { return b.Margin() - b.Spending() - b.Fixed - b.WriteOff }

// Available is what the next decision may spend on levers.
func (w *World) Available() Money {
	b := w.market.Budget
	switch {
	case w.bankrupt:
		return 0
	case b.FromCash:
		return max(0, w.cash+b.Credit-w.market.Price.Fixed)
	}
	return b.PerRound
}

// openCash puts the opening cash in the till when history is over. History's
// books are moved by the same amount, so that they lead up to it.
func (w *World) openCash() {
	shift := w.market.Budget.OpeningCash - w.cash
	for i := range w.reports {
		w.reports[i].Books.Opening += shift
		w.reports[i].Books.Closing += shift
	}
	w.cash += shift
}

// closeBooks settles the round's cash, and with it whether the firm lives on.
func (w *World) closeBooks(r *round) {
	b := &r.report.Books
	b.Opening = w.cash
	b.Fixed = w.market.Price.Fixed
	w.cash += b.Profit()
	b.Closing = w.cash
	if w.market.Budget.FromCash && r.number > 0 && w.cash < -w.market.Budget.Credit {
		w.bankrupt = true
	}
	r.report.Bankrupt = w.bankrupt
}
