package experiment

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"centricity/sim"
	"centricity/sim/policy"
)

// A Way is one way to play: a built-in policy, what it does differently, and
// where the market is different.
type Way struct {
	Policy  string
	Only    []sim.Lever // all money goes to these, evenly; none: as the policy divides it
	Without []sim.Lever // what these would have had stays as cash
	Focus   string      // "": the policy's own; EvenFocus; or an order's name: the same weights on customers in that order
	From    int         // round from which the above hold; before it the policy plays as it is
	Where   []Setting
}

// EvenFocus spreads retention and experience money over all customers alike.
const EvenFocus = "even"

// A Setting is the value of one of the market's parameters.
type Setting struct {
	Path  string // as in sim.MarketParameters
	Value float64
}

// String tells two ways apart.
func (p Way) String() string {
	var parts []string
	if len(p.Only) > 0 {
		parts = append(parts, "only "+levers(p.Only))
	}
	if len(p.Without) > 0 {
		parts = append(parts, "without "+levers(p.Without))
	}
	if p.Focus != "" {
		parts = append(parts, "focus by "+p.Focus)
	}
	if p.From > 1 {
		parts = append(parts, fmt.Sprintf("from round %d", p.From))
	}
	for _, s := range p.Where {
		parts = append(parts, s.Path+" "+strconv.FormatFloat(s.Value, 'g', -1, 64))
	}
	if len(parts) == 0 {
		return p.Policy
	}
	return p.Policy + " (" + strings.Join(parts, ", ") + ")"
}

func levers(list []sim.Lever) string {
	names := make([]string, len(list))
	for i, l := range list {
		names[i] = l.String()
	}
	return strings.Join(names, " and ")
}

// market is m as the way has it. Sorting by chance needs no research, so a
// way may do it anywhere.
func (p Way) market(m sim.Market) (sim.Market, error) {
	if p.Focus == sim.ByChance.String() {
		m.Orders[sim.ByChance] = true
	}
	for _, s := range p.Where {
		i := slices.IndexFunc(sim.MarketParameters, func(q sim.Parameter[sim.Market]) bool { return q.Path == s.Path })
		if i < 0 {
			return m, fmt.Errorf("a market has no parameter %q", s.Path)
		}
		sim.MarketParameters[i].Set(&m, s.Value)
	}
	return m, nil
}

// Arm is the treatment that the way makes of a market.
func (p Way) Arm(m sim.Market) (Arm, error) {
	base, ok := policy.Named(p.Policy)
	if !ok {
		return Arm{}, fmt.Errorf("there is no built-in policy %q", p.Policy)
	}
	order, known := sim.OrderNamed(p.Focus)
	if !known && p.Focus != "" && p.Focus != EvenFocus {
		return Arm{}, fmt.Errorf("customers cannot be sorted by %q", p.Focus)
	}
	m, err := p.market(m)
	if err != nil {
		return Arm{}, err
	}
	return Arm{Name: p.String(), Market: m, Policy: func(v policy.View) sim.Decision {
		d := base(v)
		if rounds := played(v); rounds+1 < p.From {
			return d
		}
		return p.vary(d, v.Available, order)
	}}, nil
}

// played is how many rounds have been played, history aside.
func played(v policy.View) int {
	n := 0
	for _, r := range v.Reports {
		if r.Round > 0 {
			n++
		}
	}
	return n
}

// vary is what the way does differently from its policy.
func (p Way) vary(d sim.Decision, available sim.Money, order sim.Order) sim.Decision {
	if n := len(p.Only); n > 0 {
		d.Spend = [sim.NumLevers]sim.Money{}
		for _, l := range p.Only {
			d.Spend[l] = available / sim.Money(n)
		}
	}
	for _, l := range p.Without {
		d.Spend[l] = 0
	}
	for l := range d.Focus {
		switch {
		case p.Focus == EvenFocus:
			d.Focus[l] = sim.Focus{}
		case p.Focus != "" && d.Focus[l] != (sim.Focus{}):
			d.Focus[l].By = order
		}
	}
	return d
}
