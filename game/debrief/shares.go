package debrief

// Shares say where differences between results come from, when several players
// each play the same seeds. The total sum of squares around the grand mean is
// split as in a two-way analysis of variance without replication:
//
//	Σ (x_ps − x̄)² = S Σ (x̄_p − x̄)² + P Σ (x̄_s − x̄)² + Σ (x_ps − x̄_p − x̄_s + x̄)²
//
// over players p = 1 … P and seeds s = 1 … S. The first term is skill: what a
// player's decisions bring whatever the luck. The others are luck: seeds that
// were kind to everybody, and seeds that suited some.
type Shares struct {
	Skill  float64 // of the total, 0 to 1
	Common float64 // luck that met everybody
	Own    float64 // luck that met some decisions more than others
}

// Luck is the share of all luck together.
func (s Shares) Luck() float64 { return s.Common + s.Own }

// Split splits values[player][seed]; every player has the same seeds. ok is
// false where there is nothing to split: fewer than two players or seeds, or
// no difference at all.
func Split(values [][]float64) (s Shares, ok bool) {
	players := len(values)
	if players < 2 || len(values[0]) < 2 {
		return s, false
	}
	seeds := len(values[0])
	byPlayer, bySeed, grand := make([]float64, players), make([]float64, seeds), 0.0
	for p, row := range values {
		for k, x := range row {
			byPlayer[p] += x / float64(seeds)
			bySeed[k] += x / float64(players)
			grand += x / float64(players*seeds)
		}
	}
	var skill, common, own float64
	for p, row := range values {
		skill += float64(seeds) * square(byPlayer[p]-grand)
		for k, x := range row {
			own += square(x - byPlayer[p] - bySeed[k] + grand)
		}
	}
	for k := range bySeed {
		common += float64(players) * square(bySeed[k]-grand)
	}
	total := skill + common + own
	if !(total > 0) {
		return s, false
	}
	return Shares{skill / total, common / total, own / total}, true
}

func square(x float64) float64 { return x * x }
