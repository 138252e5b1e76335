package debrief

// A Part is a part of a debrief that can be left out.
type Part uint8

// The parts.
const (
	Truth    Part = 1 << iota // Story: one game
	Rivals                    // Players: one game each
	Levers                    // what each lever brought: one game each
	Turns                     // Outcomes and turning points: about four games a round
	Fortune                   // Luck: a game for each seed
	AllParts = Truth | Rivals | Levers | Turns | Fortune
)

// Options say what a debrief does. The zero Options are a whole one.
type Options struct {
	Parts Part // 0 is AllParts
	Seeds int  // games with other luck, the own one among them; 0 is DefaultSeeds
	Yard  int  // of those, how many the three centric players play too, to tell luck from skill; 0 is a tenth of Seeds, −1 none
}

// DefaultSeeds is how many games with other luck a debrief plays.
const DefaultSeeds = 300

// FewestSeeds is how many it takes to say anything about luck in words.
const FewestSeeds = 20

func (o Options) complete() Options {
	if o.Parts == 0 {
		o.Parts = AllParts
	}
	if o.Seeds <= 0 {
		o.Seeds = DefaultSeeds
	}
	switch {
	case o.Yard == 0:
		o.Yard = max(o.Seeds/10, 2)
	case o.Yard < 0:
		o.Yard = 0
	}
	o.Yard = min(o.Yard, o.Seeds)
	return o
}
