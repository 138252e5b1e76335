package debrief

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"centricity/scenarios"
	"centricity/sim"
)

// A test is used where money moves the way it spoke for; where it showed an
// effect and money moves against it, that is said.
func TestATestIsUsedAsItSpoke(t *testing.T) {
	group := func(n, kept int) sim.Group { return sim.Group{Customers: n, Kept: kept} }
	kept := sim.Readout{Treated: group(8000, 7200), Control: group(2000, 1600)}
	drove := sim.Readout{Treated: group(8000, 6400), Control: group(2000, 1800)}
	unclear := sim.Readout{Treated: group(80, 72), Control: group(20, 18)}
	for name, c := range map[string]struct {
		readout sim.Readout
		next    sim.Money
		used    bool
		how     string
	}{
		"more of what works":        {kept, 3000_00, true, "it kept 8 % to 12 % more; spending rose from $ 2,000 to $ 3,000"},
		"less of what works":        {kept, 1000_00, false, "it kept 8 % to 12 % more; spending fell from $ 2,000 to $ 1,000 all the same"},
		"as much of what works":     {kept, 2000_00, false, "it kept 8 % to 12 % more; spending stayed at $ 2,000"},
		"less of what harms":        {drove, 1000_00, true, "it kept 8 % to 12 % fewer; spending fell from $ 2,000 to $ 1,000"},
		"more of what harms":        {drove, 3000_00, false, "it kept 8 % to 12 % fewer; spending rose from $ 2,000 to $ 3,000 all the same"},
		"less of what shows little": {unclear, 1000_00, true, "it could not tell the effect on retention from none; spending fell from $ 2,000 to $ 1,000"},
		"too late":                  {kept, -1, false, "it kept 8 % to 12 % more; it came too late to act on"},
	} {
		t.Run(name, func(t *testing.T) {
			spend := func(m sim.Money) (d sim.Decision) { d.Spend[sim.Retention] = m; return d }
			g := &Game{Scenario: scenarios.Scenario{Currency: "$", Round: "quarter"}, Decisions: []sim.Decision{spend(2000_00)}}
			if c.next >= 0 {
				g.Decisions = append(g.Decisions, spend(c.next))
			}
			c.readout.Trial.Lever = sim.Retention
			x := g.tested(1, c.readout)
			assert.Equal(t, c.used, x.Used)
			assert.Equal(t, c.how, x.How)
		})
	}
}
