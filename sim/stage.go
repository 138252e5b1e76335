package sim

// A Stage is where a customer stands, as the firm sees it:
// acquire → retain → increase value → cherish.
type Stage int

// The stages.
const (
	Acquire       Stage = iota // not, or no longer, a customer
	Retain                     // bought once or twice: will they stay?
	IncreaseValue              // stays
	Cherish                    // stays, and is among the best
	NumStages     int   = 4
)

// StageNames are the stages in plain words.
var StageNames = [NumStages]string{"acquire", "retain", "increase value", "cherish"}

// stageOf sorts a person by the firm's own records.
func (p person) stageOf() Stage {
	switch {
	case !p.listed:
		return Acquire
	case p.purchases < 3:
		return Retain
	case p.tiers[ByPastSpend] == Top:
		return Cherish
	}
	return IncreaseValue
}
