package validation

import (
	"sync"

	"centricity/sim/experiment"
)

// A Size says how many people and replications a measurement takes.
type Size struct {
	Crowd int // customers of a benchmark world with a closed form
	Town  int // people of a world that is played again and again
	Seeds int // replications of such a world
}

// Full is the size of the table in MODEL.md, Quick that of the test suite.
var (
	Full  = Size{Crowd: 1_000_000, Town: 4000, Seeds: 240}
	Quick = Size{Crowd: 20_000, Town: 2000, Seeds: 24}
)

// A Section is the properties of one kind.
type Section struct {
	Title string
	Rows  []Row
}

// A check measures some properties.
type check struct {
	section string
	measure func(Size) []Row
}

// checks lists all there is to measure, in the table's order.
var checks = []check{
	{nesting, shopRepeats},
	{nesting, contractSurvival},
	{nesting, spendPerPurchase},
	{nesting, shrinkingRounds},
	{nesting, manyRounds},
	{heterogeneity, tenure},
	{heterogeneity, regression},
	{heterogeneity, traitMeans},
	{notRigged, retentionLift},
	{notRigged, channelLift},
	{notRigged, calibration},
	{notRigged, retentionOrders},
	{sizes, concentration},
	{sizes, promotion},
	{sizes, price},
	{sizes, advertising},
	{sizes, referral},
	{sizes, mood},
	{signs, comparativeStatics},
	{scaling, doubling},
	{scaling, currency},
	{scaling, calendar},
	{method, optimum},
	{method, commonLuck},
	{sight, firmsView},
}

// The sections, named as the model's specification names its properties.
const (
	nesting       = "Nesting"
	heterogeneity = "Heterogeneity"
	notRigged     = "Not rigged"
	sizes         = "Emergent sizes"
	signs         = "Comparative statics"
	scaling       = "Scaling"
	method        = "Method"
	sight         = "The firm does not see the truth"
)

// Measure measures every property with a number of workers (0: one for each
// core). The result does not depend on it. done, if not nil, is told after
// every check how many have been finished.
func Measure(size Size, workers int, done func(finished, all int)) []Section {
	rows := make([][]Row, len(checks))
	finished := 0
	var mu sync.Mutex
	experiment.Each(len(checks), workers, func(i int) {
		rows[i] = checks[i].measure(size)
		if done != nil {
			mu.Lock()
			defer mu.Unlock()
			finished++
			done(finished, len(checks))
		}
	})
	var sections []Section
	for i, c := range checks {
		if n := len(sections); n == 0 || sections[n-1].Title != c.section {
			sections = append(sections, Section{Title: c.section})
		}
		last := &sections[len(sections)-1]
		last.Rows = append(last.Rows, rows[i]...)
	}
	return sections
}
