package sim

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOneCustomersTreatmentIsTheirsAlone: where customers do not talk to each
// other and no money is divided among them, treating one of them otherwise
// changes no bit of anyone else, for rounds on end: nobody's draws depend on
// who else drew how often.
func TestOneCustomersTreatmentIsTheirsAlone(t *testing.T) {
	for clock := range Clock(NumClocks) {
		m := small(2000)
		m.Rounds, m.Churn.Clock, m.Acquisition.WordOfMouth = 6, clock, 0
		m.Levers = [NumLevers]bool{}
		m.Start.Incumbent = Decision{}
		a := must(t, m, 3)
		b := a.Clone()
		treated := -1
		for id := range b.size() {
			if p := b.person(id); p.state == active && p.trait(PurchaseRate) > 2 {
				treated = id
				p.satisfaction, p.fatigue, p.lnReference = 3, 0, p.lnReference+1
				break
			}
		}
		require.GreaterOrEqual(t, treated, 0)
		for !a.Over() {
			for _, w := range []*World{a, b} {
				_, err := w.Play(Decision{})
				require.NoError(t, err)
			}
		}
		assert.NotEqual(t, a.people.mind[treated], b.people.mind[treated])
		for id := range a.size() {
			if id != treated {
				assert.Equal(t, a.people.mind[id], b.people.mind[id])
				assert.Equal(t, a.people.account[id], b.people.account[id])
				assert.Equal(t, a.people.standing[id].state, b.people.standing[id].state)
			}
		}
	}
}
