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
	return stages[bit(p.listed)<<2|bit(p.bought >= 3)<<1|bit(p.tiers[ByPastSpend] == Top)]
}

// stages are the stage of whom is on file (4), has bought three times (2) and is
// in the top tier (1): a table, for no processor could foresee these branches.
var stages = [8]Stage{4: Retain, 5: Retain, 6: IncreaseValue, 7: Cherish}
