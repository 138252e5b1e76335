package game

import (
	"math"
	"slices"

	"centricity/game/words"
	"centricity/sim"
)

// A KPI is a key figure that a team can forecast, by its name in logs.
type KPI string

// The KPIs.
const (
	Customers    KPI = "customers" // at the end of the round [persons]
	Retention    KPI = "retention" // share of the opening customers who stayed [basis points, by tens]
	Revenue      KPI = "revenue"   // [cents, by whole units of money]
	Profit       KPI = "profit"    // [cents, by whole units of money]
	NPS          KPI = "nps"       // of those asked [points]
	CompanyValue KPI = "value"     // by the books: cash and estimated customer equity [cents, by whole units of money]
)

// A kpi is how a KPI is read off a report. What comes is rounded to its grain,
// as screens tell it, so that nobody misses by what nobody can read.
type kpi struct {
	kpi         KPI
	name        string
	grain       float64
	least, most int64 // that can be forecast
	of          func(sim.Brief, sim.Report) float64
	size        func(sim.Brief, sim.Report) float64 // what an interval is wide or narrow against
}

const mostMoney = 1e15 // [cents]

var kpis = []kpi{
	{Customers, words.Mark("Customers"), 1, 0, 1e9, closing, base},
	{Retention, words.Mark("Retention"), 10, 0, 1e4, retention, always(1e4)},
	{Revenue, words.Mark("Revenue"), 100, 0, mostMoney, revenue, turnover},
	{Profit, words.Mark("Profit"), 100, -mostMoney, mostMoney, profit, turnover},
	{NPS, words.Mark("NPS"), 1, -100, 100, nps, always(200)},
	{CompanyValue, words.Mark("Estimated company value"), 100, -mostMoney, mostMoney, value, gross},
}

func closing(_ sim.Brief, r sim.Report) float64 { return float64(r.Base.Closing()) }
func revenue(_ sim.Brief, r sim.Report) float64 { return float64(r.Books.Revenue) }
func profit(_ sim.Brief, r sim.Report) float64  { return float64(r.Books.Profit()) }

// base is how many customers the round began or ended with, whichever is more.
func base(_ sim.Brief, r sim.Report) float64 {
	return float64(max(r.Base.Opening, r.Base.Closing()))
}

// turnover is what came in or went out, whichever is more: a firm that sells
// nothing has costs.
func turnover(_ sim.Brief, r sim.Report) float64 {
	return float64(max(r.Books.Revenue, r.Books.Revenue-r.Books.Profit()))
}

func retention(_ sim.Brief, r sim.Report) float64 {
	if r.Base.Opening == 0 {
		return math.NaN()
	}
	return 1e4 * r.Base.Retention()
}

func nps(_ sim.Brief, r sim.Report) float64 {
	if r.Survey.Asked == 0 {
		return math.NaN()
	}
	return r.Survey.NPS()
}

// Cash is what the firm has after a round. What the incumbent made before the
// game is not the player's: the game opens with what the scenario gives.
func Cash(b sim.Brief, r sim.Report) sim.Money {
	if r.Round < 1 {
		return b.Budget.OpeningCash
	}
	return r.Books.Closing
}

// parts are what company value is made of.
func parts(b sim.Brief, r sim.Report) (cash, equity float64) {
	return float64(Cash(b, r)), float64(r.EstimatedEquity(b.Discount))
}

func value(b sim.Brief, r sim.Report) float64 {
	cash, equity := parts(b, r)
	return cash + equity
}

// gross is how large the parts of company value are, whatever their signs.
func gross(b sim.Brief, r sim.Report) float64 {
	cash, equity := parts(b, r)
	return math.Abs(cash) + math.Abs(equity)
}

func always(size float64) func(sim.Brief, sim.Report) float64 {
	return func(sim.Brief, sim.Report) float64 { return size }
}

// KPIs lists them, in the order in which to choose from them.
func KPIs() (list []KPI) {
	for _, k := range kpis {
		list = append(list, k.kpi)
	}
	return list
}

// row is the KPI's; ok is false if there is none of that name.
func (k KPI) row() (row kpi, ok bool) {
	i := slices.IndexFunc(kpis, func(row kpi) bool { return row.kpi == k })
	if i < 0 {
		return row, false
	}
	return kpis[i], true
}

// Name is what a sentence calls it.
func (k KPI) Name() string {
	row, _ := k.row()
	return words.Say(row.name)
}

// Bounds are the least and the most that can be forecast.
func (k KPI) Bounds() (least, most int64) {
	row, _ := k.row()
	return row.least, row.most
}

// Round rounds a value to what screens tell.
func (k KPI) Round(v int64) int64 {
	row, _ := k.row()
	return row.round(float64(v))
}

func (row kpi) round(v float64) int64 {
	return int64(math.RoundToEven(v/row.grain) * row.grain)
}

// Of is the KPI's value in a round; ok is false where it has
// none: nobody was there to stay, or to be asked.
func (k KPI) Of(b sim.Brief, r sim.Report) (v int64, ok bool) {
	row, ok := k.row()
	if !ok {
		return 0, false
	}
	x := row.of(b, r)
	if math.IsNaN(x) {
		return 0, false
	}
	return row.round(x), true
}
