package lab

import "centricity/sim"

// report is a sim.Report for programs, with the measures that are computed from
// it. A measure that a round does not have is null.
type report struct {
	Round         int                `json:"round"`
	Price         sim.Money          `json:"price"`
	Discount      sim.BasisPoints    `json:"discount"`
	RivalPrice    sim.Money          `json:"rival_price"`
	Quality       float64            `json:"quality"`
	RivalQuality  float64            `json:"rival_quality"`
	Knowledge     float64            `json:"knowledge"`
	Launch        string             `json:"launch"`
	Bankrupt      bool               `json:"bankrupt"`
	Books         books              `json:"books"`
	Base          base               `json:"base"`
	Retention     *float64           `json:"retention"`
	CAC           *sim.Money         `json:"cac"`
	NPS           *float64           `json:"nps"`
	NPSError      *float64           `json:"nps_standard_error"`
	CSAT          *float64           `json:"csat"`
	CSATError     *float64           `json:"csat_standard_error"`
	Survey        survey             `json:"survey"`
	Tiers         [sim.NumTiers]tier `json:"tiers"`
	Cohorts       []cohort           `json:"cohorts"`
	Concentration concentration      `json:"concentration"`
	Deciles       []decile           `json:"deciles"`
	Stages        map[string]int     `json:"stages"`
	Shocks        []string           `json:"shocks"`
	Trial         *readout           `json:"trial"`
	Why           why                `json:"why"`
	Hash          string             `json:"hash"`
}

type books struct {
	Opening      sim.Money            `json:"opening"`
	Revenue      sim.Money            `json:"revenue"`
	CostOfGoods  sim.Money            `json:"cost_of_goods"`
	Service      sim.Money            `json:"service"`
	Spend        map[string]sim.Money `json:"spend"`
	Spending     sim.Money            `json:"spending"`
	Fixed        sim.Money            `json:"fixed"`
	WriteOff     sim.Money            `json:"write_off"`
	Closing      sim.Money            `json:"closing"`
	Channels     []spent              `json:"channels"`
	Purchases    int                  `json:"purchases"`
	FirstRevenue sim.Money            `json:"first_revenue"`
	Discounts    sim.Money            `json:"discounts"`
}

type base struct {
	Opening    int   `json:"opening"`
	Won        []won `json:"won"`
	WonBack    int   `json:"won_back"`
	Returned   int   `json:"returned"`
	Churned    int   `json:"churned"`
	ChurnedNew int   `json:"churned_new"`
	Closing    int   `json:"closing"`
	Prospects  int   `json:"prospects"`
	Lapsed     int   `json:"lapsed"`
}

// won is how many customers a source won: a list, because a scenario's author
// names the channels.
type won struct {
	Source    string `json:"source"`
	Customers int    `json:"customers"`
}

type survey struct {
	Asked      int      `json:"asked"`
	Promoters  int      `json:"promoters"`
	Detractors int      `json:"detractors"`
	Loyal      int      `json:"loyal"`
	Answers    []answer `json:"answers"`
}

type answer struct {
	Customer       int `json:"customer"`
	WouldRecommend int `json:"would_recommend"`
	Satisfied      int `json:"satisfied"`
}

// spent is what a channel cost.
type spent struct {
	Channel string    `json:"channel"`
	Spend   sim.Money `json:"spend"`
}

type decile struct {
	Customers int       `json:"customers"`
	Before    sim.Money `json:"revenue_before"`
	Now       sim.Money `json:"revenue_now"`
}

type tier struct {
	Tier      string    `json:"tier"`
	Customers int       `json:"customers"`
	Churned   int       `json:"churned"`
	Revenue   sim.Money `json:"revenue"`
	Margin    sim.Money `json:"margin"`
	Reached   sim.Money `json:"reached"`
}

type cohort struct {
	Round   int       `json:"round"`
	Active  int       `json:"active"`
	Revenue sim.Money `json:"revenue"`
}

type concentration struct {
	Lorenz   []float64 `json:"lorenz"`
	Gini     float64   `json:"gini"`
	TopShare float64   `json:"top_20_percent_share"`
}

var launches = map[sim.Launch]string{
	sim.NoLaunch: "none", sim.LaunchSucceeded: "succeeded", sim.LaunchFailed: "failed",
}

func newReport(r sim.Report, m sim.Market) report {
	out := report{
		Round: r.Round, Price: r.Price, Discount: r.Discount, RivalPrice: r.RivalPrice,
		Quality: r.Quality, RivalQuality: r.RivalBest, Knowledge: r.Knowledge,
		Launch: launches[r.Launch], Bankrupt: r.Bankrupt,
		Books: newBooks(r.Books, m), Base: newBase(r.Base, m),
		Survey:        newSurvey(r.Survey),
		Cohorts:       []cohort{},
		Concentration: concentration{r.Concentration.Lorenz[:], r.Concentration.Gini, r.Concentration.TopShare},
		Deciles:       []decile{},
		Stages:        map[string]int{},
		Shocks:        []string{},
		Trial:         newReadout(r.Trial),
		Why:           newWhy(r.Why, m),
		Hash:          r.Hash.String(),
	}
	for _, d := range r.Deciles {
		out.Deciles = append(out.Deciles, decile(d))
	}
	for i, n := range r.Stages {
		out.Stages[sim.StageNames[i]] = n
	}
	for _, s := range r.Shocks {
		out.Shocks = append(out.Shocks, s.String())
	}
	if r.Base.Opening > 0 {
		out.Retention = new(r.Base.Retention())
	}
	if cost, ok := r.CAC(); ok {
		out.CAC = &cost
	}
	if r.Survey.Asked > 0 {
		out.NPS, out.NPSError = new(r.Survey.NPS()), new(r.Survey.StandardError())
		mean, se := r.Survey.CSAT()
		out.CSAT, out.CSATError = &mean, &se
	}
	for i, t := range r.Tiers {
		out.Tiers[i] = tier{sim.TierNames[i], t.Customers, t.Churned, t.Revenue, t.Margin, t.Reached}
	}
	for _, c := range r.Cohorts {
		out.Cohorts = append(out.Cohorts, cohort(c))
	}
	return out
}

func newBooks(b sim.Books, m sim.Market) books {
	out := books{
		Opening: b.Opening, Revenue: b.Revenue, CostOfGoods: b.CostOfGoods, Service: b.Service,
		Channels: []spent{}, Spend: map[string]sim.Money{}, Spending: b.Spending(), Fixed: b.Fixed, WriteOff: b.WriteOff, Closing: b.Closing,
		Purchases: b.Purchases, FirstRevenue: b.FirstRevenue, Discounts: b.Discounts,
	}
	for i, money := range b.Channels {
		out.Channels = append(out.Channels, spent{sim.SourceName(m.Channels, i), money})
	}
	for i, money := range b.Spend {
		out.Spend[sim.Lever(i).String()] = money
	}
	return out
}

func newBase(b sim.Base, m sim.Market) base {
	out := base{
		Opening: b.Opening, Won: []won{}, WonBack: b.WonBack, Returned: b.Returned, Churned: b.Churned, ChurnedNew: b.ChurnedNew,
		Closing: b.Closing(), Prospects: b.Prospects, Lapsed: b.Lapsed,
	}
	for i, n := range b.Won {
		out.Won = append(out.Won, won{sim.SourceName(m.Channels, i), n})
	}
	return out
}

func newSurvey(s sim.Survey) survey {
	out := survey{Asked: s.Asked, Promoters: s.Promoters, Detractors: s.Detractors, Loyal: s.Loyal, Answers: []answer{}}
	for _, a := range s.Answers {
		out.Answers = append(out.Answers, answer{a.ID, a.LTR, a.CSAT})
	}
	return out
}
