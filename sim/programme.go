package sim

// A Programme is one way to spend a lever's money. The first of a lever is
// what it always does; a scenario opens the others.
type Programme int

// The programmes, by lever.
const (
	CheckIns    Programme = iota // retention: contact and goodwill per head
	Loyalty                      // rewards for staying, to which members get used
	SaveOffers                   // a better offer to who is about to leave
	WinBack                      // contact with those who left
	Community                    // customers who talk to each other
	Development                  // cross- and up-selling, as far as customers are known

	Support         // experience: help per head
	Journey         // repairing touchpoints
	Training        // people who can and may help
	Personalisation // fitting the offer to the person, as far as they are known

	Platform      // insight: the firm's own data about everyone
	Interviews    // deep, few, slow
	Surveys       // broad, slow
	Listening     // fast, and deafened by the loud
	FrontLine     // what sales and support hear
	DataForReward // customers tell more, for money, if they consent

	NumProgrammes int = 16
)

var programmes = [NumProgrammes]struct {
	lever Lever
	name  string
}{
	{Retention, "check-ins"},
	{Retention, "loyalty"},
	{Retention, "save offers"},
	{Retention, "win-back"},
	{Retention, "community"},
	{Retention, "development"},
	{Experience, "support"},
	{Experience, "journey"},
	{Experience, "training"},
	{Experience, "personalisation"},
	{Insight, "platform"},
	{Insight, "interviews"},
	{Insight, "surveys"},
	{Insight, "listening"},
	{Insight, "front line"},
	{Insight, "data for reward"},
}

// String is the programme's name as scenario files spell it.
func (p Programme) String() string {
	if p < 0 || int(p) >= NumProgrammes {
		return "unknown programme"
	}
	return programmes[p].name
}

// Lever is whose money the programme spends.
func (p Programme) Lever() Lever { return programmes[p].lever }

// Base tells whether the programme is what its lever always does.
func (p Programme) Base() bool { return p == CheckIns || p == Support || p == Platform }

// together is the part of a lever's money that goes to programmes which do not
// work customer by customer.
func (r *round) together(lever Lever) (share float64) {
	for _, p := range [...]Programme{WinBack, Community, Journey, Training} {
		if p.Lever() == lever {
			share += r.share[p]
		}
	}
	return share
}

// ProgrammesOf lists the programmes of a lever that the firm may use, what the
// lever always does first.
func (b Brief) ProgrammesOf(lever Lever) (list []Programme) {
	for i := range Programme(NumProgrammes) {
		if i.Lever() == lever && (i.Base() || b.Programmes[i]) {
			list = append(list, i)
		}
	}
	return list
}

// apportion divides each lever over its programmes by the decision's weights;
// all zero puts everything on what the lever always does.
func (w *World) apportion(r *round) {
	var sum [NumLevers]int
	for i, weight := range r.decision.Programmes {
		sum[programmes[i].lever] += weight
	}
	for i := range Programme(NumProgrammes) {
		switch total := sum[i.Lever()]; {
		case total > 0:
			r.share[i] = float64(r.decision.Programmes[i]) / float64(total)
		case i.Base():
			r.share[i] = 1
		}
	}
}

// money is what a programme has to spend in the round [currency].
func (r *round) money(p Programme) float64 {
	return r.decision.Spend[p.Lever()].Currency() * r.share[p]
}

// each is the part of a programme's money that reaches customer p [currency].
func (r *round) each(p person, programme Programme) float64 {
	return r.reach(p, programme.Lever()) * r.share[programme]
}
