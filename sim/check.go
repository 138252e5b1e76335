package sim

import "fmt"

// Check tells why Play would refuse a decision; it changes nothing. The error
// is Problems, each naming the part of the decision it concerns.
func (w *World) Check(d Decision) error {
	var p Problems
	if w.Over() {
		p.add("round", "all %d rounds have been played; the game is over", w.market.Rounds)
		return p.err()
	}
	w.market.checkBounds(&p, d, "")
	for i, spend := range d.Spend {
		if spend != 0 && !w.market.Levers[i] {
			p.add("spend."+Lever(i).String(), "this firm has no %s budget in this scenario", Lever(i))
		}
	}
	if total, left := d.Total(), w.Available(); total > left {
		switch {
		case w.bankrupt:
			p.add("budget", "%s is planned, the firm is bankrupt and can spend %s: take %s away", total, left, total-left)
		case w.market.Budget.FromCash:
			p.add("budget", "%s is planned, cash and credit allow %s: take %s away", total, left, total-left)
		default:
			p.add("budget", "%s is planned, the budget is %s: take %s away", total, left, total-left)
		}
	}
	return p.err()
}

// checkBounds checks what does not depend on the state of play.
func (m Market) checkBounds(p *Problems, d Decision, at string) {
	if d.Price != 0 && (d.Price < m.Price.Low || d.Price > m.Price.High) {
		p.add(at+"price", "%s is outside %s to %s", d.Price, m.Price.Low, m.Price.High)
	}
	if d.Discount < 0 || d.Discount > m.Price.MaxDiscount {
		p.add(at+"discount", "%s is outside 0 to %s", percent(d.Discount), percent(m.Price.MaxDiscount))
	}
	switch {
	case d.Breadth < 0 || d.Breadth > 10_000:
		p.add(at+"breadth", "%s is outside 0 to 100 %%", percent(d.Breadth))
	case d.Breadth != 0 && m.Product.BreadthSpread == 0:
		p.add(at+"breadth", "this scenario leaves no choice of breadth")
	}
	for i, spend := range d.Spend {
		if spend < 0 || spend > maxSpend {
			p.add(at+"spend."+Lever(i).String(), "%s cannot be spent", spend)
		}
	}
	for i, weight := range d.Channels {
		switch {
		case weight < 0 || weight > MaxWeight:
			p.add(at+"channels", "weight %d is outside 0 to %d", weight, MaxWeight)
		case weight != 0 && i >= len(m.Channels):
			p.add(at+"channels", "there is no channel %d; this market has %d", i+1, len(m.Channels))
		}
	}
	m.checkTrial(p, at, d.Trial)
	for i, weight := range d.Programmes {
		programme := Programme(i)
		switch {
		case weight < 0 || weight > MaxWeight:
			p.add(at+"programmes."+programme.String(), "weight %d is outside 0 to %d", weight, MaxWeight)
		case weight != 0 && !programme.Base() && !m.Programmes[i]:
			p.add(at+"programmes."+programme.String(), "this firm has no %s programme in this scenario", programme)
		}
	}
	for i, focus := range d.Focus {
		m.checkFocus(p, at, Lever(i), focus)
	}
}

// maxSpend bounds one lever's money: sums of it stay exact.
const maxSpend = maxMoney / 10

func (m Market) checkFocus(p *Problems, at string, lever Lever, f Focus) {
	if f == (Focus{}) {
		return
	}
	path := func() string { return at + "focus." + lever.String() }
	if lever != Retention && lever != Experience {
		p.add(path(), "%s spending does not go to customers by tier", lever)
	}
	if f.By < 0 || int(f.By) >= NumOrders {
		p.add(path(), "unknown order of customers")
	} else if !m.sortable(f.By) {
		p.add(path(), "customers cannot be sorted by %s in this scenario; sort by %s", f.By, ByPastSpend)
	}
	for tier, weight := range f.Weight {
		if weight < 0 || weight > MaxWeight {
			p.add(path(), "weight %d of the %s tier is outside 0 to %d", weight, TierNames[tier], MaxWeight)
		}
	}
}

// sortable tells whether the firm can sort its customers by an order: past
// spend always, an estimate only where the scenario opens it and insight can be
// bought.
func (m *Market) sortable(o Order) bool {
	return o == ByPastSpend || m.Orders[o] && (m.Levers[Insight] || o == ByChance)
}

// percent is a share as a message has it: "12.5 %".
type percent BasisPoints

func (p percent) String() string { return fmt.Sprintf("%g %%", float64(p)/100) }
