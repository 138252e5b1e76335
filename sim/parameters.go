package sim

import "math"

// A Kind says how a parameter is written down.
type Kind int

// The kinds of parameters.
const (
	Number Kind = iota // a float
	Whole              // an integer
	Amount             // money, written in currency, kept in cents
	Share              // basis points, written as a share of 1
	Choice             // one of a list of words
	YesNo              // true or false
)

// A Parameter describes one number of a Market, a Segment or a Channel: the
// only description there is. Validate, the scenario loader and the reference
// pages all read these tables.
type Parameter[T any] struct {
	Path    string  // where scenario files have it, from the owner down
	Unit    string  // what one of it is
	Low     float64 // lowest value allowed
	High    float64 // highest value allowed
	Default float64
	Doc     string // one sentence
	Source  string // where the default comes from; "design" where the authors chose it

	at func(*T) any
}

// Kind tells how the parameter is written.
func (p Parameter[T]) Kind() Kind {
	switch p.at(new(T)).(type) {
	case *int:
		return Whole
	case *Money:
		return Amount
	case *BasisPoints:
		return Share
	case *Clock:
		return Choice
	case *bool:
		return YesNo
	}
	return Number
}

// Words are the choices of a parameter of kind Choice, in order of value.
func (p Parameter[T]) Words() []string {
	if p.Kind() == Choice {
		return clockNames[:]
	}
	return nil
}

// Get reads the parameter: money in currency, shares of 1, choices and yes/no
// by number.
func (p Parameter[T]) Get(owner *T) float64 {
	switch v := p.at(owner).(type) {
	case *int:
		return float64(*v)
	case *Money:
		return v.Currency()
	case *BasisPoints:
		return v.Share()
	case *Clock:
		return float64(*v)
	case *bool:
		if *v {
			return 1
		}
		return 0
	case *float64:
		return *v
	}
	return math.NaN()
}

// Set writes the parameter in the form Get reads. A value outside the bounds
// is kept as near as the kind allows: Validate is what refuses it.
func (p Parameter[T]) Set(owner *T, x float64) {
	whole := math.Floor(min(max(x, -1e9), 1e9) + 0.5)
	if math.IsNaN(x) {
		whole = -1e9
	}
	switch v := p.at(owner).(type) {
	case *int:
		*v = int(whole)
	case *Money:
		*v = cents(x)
	case *BasisPoints:
		*v = BasisPoints(math.Floor(min(max(float64(x*10_000), -1e9), 1e9) + 0.5))
	case *Clock:
		*v = Clock(whole)
	case *bool:
		*v = x != 0
	case *float64:
		*v = x
	}
}

const design = "design"

// MarketParameters are all numbers of a Market outside its segments, channels
// and decisions.
var MarketParameters = []Parameter[Market]{
	{"people", "persons", 1, 1e6, 20_000, "Everyone who can be a customer, now or later.", design, func(m *Market) any { return &m.People }},
	{"rounds", "rounds", 1, 200, 8, "Rounds the player decides.", design, func(m *Market) any { return &m.Rounds }},
	{"weeks_per_round", "weeks", 0.1, 520, 13, "Length of a round; every rate is per round.", design, func(m *Market) any { return &m.RoundWeeks }},
	{"heterogeneity", "multiple of every spread", 0, 3, 1, "How much customers differ; 0 makes them all alike and keeps every mean.", design, func(m *Market) any { return &m.Heterogeneity }},

	{"price.reference", "currency", 0.01, 1e6, 36, "Price at which mean_spend is stated.", design, func(m *Market) any { return &m.Price.Reference }},
	{"price.low", "currency", 0.01, 1e6, 25.20, "Lowest list price allowed.", "0.7 of the reference price", func(m *Market) any { return &m.Price.Low }},
	{"price.high", "currency", 0.01, 1e6, 50.40, "Highest list price allowed.", "1.4 of the reference price", func(m *Market) any { return &m.Price.High }},
	{"price.max_discount", "share of the list price", 0, 0.9, 0.5, "Deepest discount on a first purchase.", design, func(m *Market) any { return &m.Price.MaxDiscount }},
	{"price.unit_cost", "currency", 0, 1e6, 20, "Cost of what is sold for one reference price.", design, func(m *Market) any { return &m.Price.UnitCost }},
	{"price.learning", "exponent", 0, 1, 0, "How fast unit cost falls with everything sold so far (learn); 0.32 is a fifth less for every doubling.", "experience curve, Boston Consulting Group 1968", func(m *Market) any { return &m.Price.Learning }},
	{"price.service_cost", "currency per purchase", 0, 1e6, 1.5, "Cost of serving one purchase.", design, func(m *Market) any { return &m.Price.Service }},
	{"price.fixed_cost", "currency per round", 0, 1e9, 0, "Cost of a round whoever buys.", design, func(m *Market) any { return &m.Price.Fixed }},

	{"utility.quality", "utility per unit of quality", 0, 10, 0.8, "Weight of the firm's quality against the rival's (bQ).", design, func(m *Market) any { return &m.Utility.Quality }},
	{"utility.need", "utility per squared taste unit", 0, 10, 0.25, "Weight of the distance between a need and a product (w).", design, func(m *Market) any { return &m.Utility.Need }},
	{"utility.loss_aversion", "multiple", 0, 10, 2, "Extra weight of a price above the one a customer is used to (lossW).", "loss aversion, Tversky & Kahneman 1991", func(m *Market) any { return &m.Utility.LossAversion }},
	{"utility.memory", "share per round", 0, 1, 0.25, "How fast customers get used to a price (eta_r).", design, func(m *Market) any { return &m.Utility.Memory }},
	{"utility.position", "taste units", -10, 10, 0, "Where the firm's product stands (a).", design, func(m *Market) any { return &m.Utility.Position }},

	{"acquisition.base_hazard", "per round", 0, 5, 0.01, "Contact hazard of a prospect without any effort (p0).", design, func(m *Market) any { return &m.Acquisition.BaseHazard }},
	{"acquisition.intercept", "log odds", -10, 10, -2.2, "Log odds of joining on contact when firm and rival are equal (U0).", design, func(m *Market) any { return &m.Acquisition.Intercept }},
	{"acquisition.word_of_mouth", "per round", 0, 10, 1.2, "Contact hazard if everyone spoke for the firm (q_w).", "diffusion by imitation, Bass 1969", func(m *Market) any { return &m.Acquisition.WordOfMouth }},
	{"acquisition.targeting", "multiple", 0, 5, 1, "Sharpness of targeted channels on the estimated score (τ).", design, func(m *Market) any { return &m.Acquisition.Targeting }},
	{"acquisition.targeting_cap", "multiple", 1, 100, 6, "Highest multiple of the mean contact hazard one person can get.", design, func(m *Market) any { return &m.Acquisition.TargetingCap }},
	{"acquisition.inflation", "share per round", 0, 1, 0, "By how much contacts get dearer every round (cpm_inflation).", design, func(m *Market) any { return &m.Acquisition.Inflation }},
	{"acquisition.promise", "log odds per unit of promise", 0, 10, 1, "How much a promise wins people (bProm).", design, func(m *Market) any { return &m.Acquisition.Promise }},
	{"acquisition.homophily", "share", 0, 1, 0, "Part of word of mouth that stays among people who are alike in segment and need.", "homophily, McPherson, Smith-Lovin & Cook 2001", func(m *Market) any { return &m.Acquisition.Homophily }},
	{"acquisition.scale", "currency per prospect", 1e-6, 1e6, 2.5, "Advertising stock at which contact reaches 63 % of its ceiling (cA).", design, func(m *Market) any { return &m.Acquisition.Scale }},

	{"purchase.satisfaction", "log rate per unit of satisfaction", 0, 10, 0.25, "Satisfied customers buy more often (dS).", design, func(m *Market) any { return &m.Purchase.Satisfaction }},
	{"purchase.utility", "log rate per unit of utility", 0, 10, 0.38, "A better offer is bought more often (dU).", design, func(m *Market) any { return &m.Purchase.Utility }},
	{"purchase.shape", "gamma shape", 0.1, 1000, 6.25, "How alike one customer's purchases are in money (p).", "gamma-gamma on CDNOW, Fader & Hardie 2013", func(m *Market) any { return &m.Purchase.Shape }},

	{"experience.base", "satisfaction", -10, 10, 0.62, "What a customer gets when nothing is better or worse than the rival's (s0).", design, func(m *Market) any { return &m.Experience.Base }},
	{"experience.quality", "satisfaction per unit of quality", 0, 10, 0.6, "What quality above the rival's adds (chiQ).", design, func(m *Market) any { return &m.Experience.Quality }},
	{"experience.fit", "satisfaction per utility of distance", 0, 10, 0.5, "What a product far from the need takes away (chiF).", design, func(m *Market) any { return &m.Experience.Fit }},
	{"experience.care", "satisfaction", 0, 10, 1, "Most that spending on a customer's experience adds (chiC).", design, func(m *Market) any { return &m.Experience.Care }},
	{"experience.saturation", "currency per customer-round", 1e-6, 1e6, 5, "Spending that reaches half of it (kC).", design, func(m *Market) any { return &m.Experience.Saturation }},
	{"experience.failure_rate", "per round with a purchase", 0, 1, 0.08, "How often service fails without support (f0).", design, func(m *Market) any { return &m.Experience.FailureRate }},
	{"experience.failure_loss", "satisfaction", 0, 10, 1.5, "What a service failure takes away (failLoss).", design, func(m *Market) any { return &m.Experience.FailureLoss }},
	{"experience.noise", "satisfaction", 0, 10, 0.7, "Spread of one experience around its mean (sigma_y).", design, func(m *Market) any { return &m.Experience.Noise }},
	{"experience.learning", "share per round", 0, 0.5, 0.3, "How far one experience moves satisfaction; bad ones move it twice as far (eta).", "asymmetric disconfirmation, Anderson & Sullivan 1993", func(m *Market) any { return &m.Experience.Learning }},

	{"experience.defect_growth", "defects per round", 0, 1, 0, "How fast touchpoints decay by themselves; 1 is an ordinary journey.", design, func(m *Market) any { return &m.Experience.DefectGrowth }},
	{"experience.fix", "log defects per currency and person", 0, 100, 1, "What journey money removes at the worst touchpoint.", design, func(m *Market) any { return &m.Experience.Fix }},
	{"experience.skill_decay", "share per round", 0, 1, 0.1, "How fast trained skill is lost.", design, func(m *Market) any { return &m.Experience.SkillDecay }},
	{"experience.skill_scale", "currency per person", 1e-6, 1e6, 1, "Trained skill that prevents half of all failures.", design, func(m *Market) any { return &m.Experience.SkillScale }},
	{"experience.personal_max", "share", 0, 1, 0.8, "How far personalisation closes the distance to a need (persMax).", design, func(m *Market) any { return &m.Experience.PersonalMax }},
	{"experience.reactance", "satisfaction", 0, 10, 0, "What personalisation beyond comfort takes away.", design, func(m *Market) any { return &m.Experience.Reactance }},

	{"churn.clock", "when customers can leave", 0, float64(NumClocks - 1), 0, "per_round: once, at a round's end; continuous: at any moment.", "Jerath, Fader & Hardie 2011", func(m *Market) any { return &m.Churn.Clock }},
	{"churn.silent", "", 0, 1, 0, "Whether customers leave without a word, so that the firm sees only that they buy no more.", design, func(m *Market) any { return &m.Churn.Silent }},
	{"churn.inactive_after", "rounds without a purchase", 0.1, 100, 2, "Where they do, when the firm gives a customer up.", design, func(m *Market) any { return &m.Churn.InactiveAfter }},
	{"churn.satisfaction", "log hazard per unit of satisfaction", 0, 10, 0.6, "Satisfied customers stay (gS).", design, func(m *Market) any { return &m.Churn.Satisfaction }},
	{"churn.utility", "log hazard per unit of utility", 0, 10, 0.6, "A better offer keeps customers (gU).", design, func(m *Market) any { return &m.Churn.Utility }},
	{"churn.retention", "log hazard", 0, 10, 0.9, "Most that retention spending takes off the hazard (gR).", design, func(m *Market) any { return &m.Churn.Retention }},
	{"churn.saturation", "currency per customer-round", 1e-6, 1e6, 6, "Spending that reaches half of it (kR).", design, func(m *Market) any { return &m.Churn.Saturation }},
	{"churn.fatigue", "log hazard per contact", 0, 10, 1, "Contacts beyond the threshold drive customers away (gF).", design, func(m *Market) any { return &m.Churn.Fatigue }},
	{"churn.fatigue_memory", "share per round", 0, 1, 0.5, "How much of fatigue is left a round later (rhoF).", design, func(m *Market) any { return &m.Churn.FatigueMemory }},
	{"churn.fatigue_threshold", "contacts", 0, 10, 1.2, "Contacts that do not yet annoy (F*).", design, func(m *Market) any { return &m.Churn.FatigueThreshold }},

	{"churn.loyalty_decline", "share per round", 0, 1, 0, "By how much everyone's hazard rises every round.", design, func(m *Market) any { return &m.Churn.Decline }},

	{"retention.loyalty", "log hazard", 0, 10, 0.6, "Most that the loyalty programme takes off the hazard (gL).", design, func(m *Market) any { return &m.Retention.Loyalty }},
	{"retention.habituation", "per round", 0, 10, 0.15, "How fast members get used to it.", design, func(m *Market) any { return &m.Retention.Habituation }},
	{"retention.save_max", "chance", 0, 1, 0.4, "Highest chance that a save offer keeps who is leaving.", design, func(m *Market) any { return &m.Retention.SaveMax }},
	{"retention.win_back", "per round", 0, 10, 0.5, "Ceiling of the contact hazard with those who left.", design, func(m *Market) any { return &m.Retention.WinBack }},
	{"retention.community", "multiple", 0, 10, 1, "How much further word of mouth carries with a full community.", design, func(m *Market) any { return &m.Retention.Community }},
	{"retention.community_scale", "currency per person", 1e-6, 1e6, 1, "Spending that brings the community to half of its effect.", design, func(m *Market) any { return &m.Retention.Scale }},
	{"retention.community_memory", "share per round", 0, 1, 0.7, "How much of the community is left a round later.", design, func(m *Market) any { return &m.Retention.Memory }},
	{"retention.develop", "share of the purchase rate", 0, 10, 0.3, "Most that cross- and up-selling adds, to a customer known perfectly.", design, func(m *Market) any { return &m.Retention.Develop }},

	{"insight.decay", "share per round", 0, 1, 0.15, "How fast knowledge ages (dI).", design, func(m *Market) any { return &m.Insight.Decay }},
	{"insight.scale", "currency per person", 1e-6, 1e6, 1, "Research per person that adds one unit of capability (cI).", design, func(m *Market) any { return &m.Insight.Scale }},
	{"insight.base", "precision per unit of capability", 0, 100, 0.35, "What capability tells about anyone (tau0).", design, func(m *Market) any { return &m.Insight.Base }},
	{"insight.per_purchase", "precision per purchase", 0, 100, 0.25, "What each purchase observed adds to it (tauN).", design, func(m *Market) any { return &m.Insight.PerPurchase }},
	{"insight.consent", "share of people", 0, 1, 0.5, "Who gives data for a reward.", design, func(m *Market) any { return &m.Insight.Consent }},
	{"insight.top_share", "share of customers", 0, 1, 0.2, "Size of the top tier.", design, func(m *Market) any { return &m.Insight.TopShare }},
	{"insight.middle_share", "share of customers", 0, 1, 0.3, "Size of the middle tier.", design, func(m *Market) any { return &m.Insight.MiddleShare }},

	{"product.launch_max", "chance per round", 0, 1, 0.6, "Highest chance of a launch in a round (pmax).", design, func(m *Market) any { return &m.Product.LaunchMax }},
	{"product.launch_rate", "per currency and person", 0, 1e6, 0.67, "How fast the pipeline approaches that chance (kD).", design, func(m *Market) any { return &m.Product.LaunchRate }},
	{"product.success", "chance", 0, 1, 0.6, "Chance that a launch succeeds.", "40 % of launches fail, Castellion & Markham 2013", func(m *Market) any { return &m.Product.Success }},
	{"product.jump", "quality", 0, 10, 0.14, "Mean gain in quality of a success.", design, func(m *Market) any { return &m.Product.Jump }},
	{"product.jump_spread", "log gain", 0, 3, 0.8, "How unequal successes are (sJ).", design, func(m *Market) any { return &m.Product.JumpSpread }},
	{"product.failure_drop", "share of the mean jump", 0, 10, 0.15, "Quality lost in a failure.", design, func(m *Market) any { return &m.Product.FailureDrop }},
	{"product.write_off", "share of the pipeline", 0, 1, 0.5, "Cash lost in a failure: recall, unsold stock.", design, func(m *Market) any { return &m.Product.WriteOff }},
	{"product.decay", "share per round", 0, 1, 0.02, "How fast quality above 0 ages.", design, func(m *Market) any { return &m.Product.Decay }},

	{"product.reposition", "share per round", 0, 1, 0, "How far full research and knowledge move the product towards customers' needs.", design, func(m *Market) any { return &m.Product.Reposition }},
	{"product.reposition_scale", "currency per person and round", 1e-6, 1e6, 1, "Research that moves the product half as fast.", design, func(m *Market) any { return &m.Product.Scale }},
	{"product.breadth_mean", "share of the mean jump", 0, 1, 0, "What breadth of development costs in the mean of a success.", design, func(m *Market) any { return &m.Product.BreadthMean }},
	{"product.breadth_spread", "multiple", 0, 2, 0, "What breadth adds to the spread of successes; 0 closes the choice.", design, func(m *Market) any { return &m.Product.BreadthSpread }},

	{"needs.drift", "taste units per round", 0, 2, 0, "How far a segment's needs walk.", design, func(m *Market) any { return &m.Needs.Drift }},
	{"needs.redraw", "chance per round", 0, 1, 0, "How often a person comes to need something else.", design, func(m *Market) any { return &m.Needs.Redraw }},
	{"culture.consistency", "share", 0, 1, 0, "How much of customers' response a swing in the mix of spending can cost.", design, func(m *Market) any { return &m.Culture.Consistency }},

	{"rival.price", "currency", 0.01, 1e6, 36, "The rival's list price.", design, func(m *Market) any { return &m.Rival.Price }},
	{"rival.floor", "currency", 0.01, 1e6, 27, "Lowest price the rival answers with.", design, func(m *Market) any { return &m.Rival.Floor }},
	{"rival.speed", "share per round", 0, 1, 0.3, "How fast the rival answers a price cut.", design, func(m *Market) any { return &m.Rival.Speed }},
	{"rival.progress", "quality per round", 0, 1, 0.02, "Quality the rival gains.", design, func(m *Market) any { return &m.Rival.Progress }},
	{"rival.position", "taste units", -10, 10, 0, "Where the rival's product stands (ac).", design, func(m *Market) any { return &m.Rival.Position }},

	{"start.history", "rounds", 0, 40, 4, "Rounds the incumbent played before the game; not counted in the score.", design, func(m *Market) any { return &m.Start.History }},
	{"start.customers", "share of people", 0, 1, 0.08, "Who is a customer when history begins.", design, func(m *Market) any { return &m.Start.Customers }},

	{"budget.per_round", "currency per round", 0, 1e9, 20_000, "Most that can be spent on levers in a round.", design, func(m *Market) any { return &m.Budget.PerRound }},
	{"budget.from_cash", "", 0, 1, 0, "Whether spending is limited by cash and credit instead.", design, func(m *Market) any { return &m.Budget.FromCash }},
	{"budget.opening_cash", "currency", -1e9, 1e9, 0, "Cash when the game opens.", design, func(m *Market) any { return &m.Budget.OpeningCash }},
	{"budget.credit", "currency", 0, 1e9, 0, "How far cash may fall below zero where spending is paid from it.", design, func(m *Market) any { return &m.Budget.Credit }},

	{"value.discount_rate", "per round", 0.0001, 1, 0.025, "Rate at which future money is discounted.", "10 % a year", func(m *Market) any { return &m.Value.DiscountRate }},
}

// SegmentParameters are the numbers of a Segment outside its correlations.
var SegmentParameters = []Parameter[Segment]{
	{"share", "share of people", 0, 1, 1, "Part of the market's people in this segment.", design, func(s *Segment) any { return &s.Share }},
	mean(PurchaseRate, "purchases per round", 0, 1000, 0.9, "How often an active customer buys (λ).", design),
	spread(PurchaseRate, 1, "var log λ = 1.34, Abe 2009 on CDNOW"),
	mean(ChurnHazard, "per round", 0, 100, 0.12, "Hazard of leaving (H).", design),
	spread(ChurnHazard, 1, "conservative against sd 1.7 of log hazard, Fader & Hardie 2007"),
	mean(MeanSpend, "currency per purchase", 0, 1e6, 36, "Money a customer spends on a purchase at the reference price (m).", "35.17 on CDNOW, Fader & Hardie 2013"),
	spread(MeanSpend, 0.67, "CV² = 1/(q−2), gamma-gamma on CDNOW"),
	mean(PriceSensitivity, "utility per log price", 0, 50, 3.3, "How much price weighs (b).", "mean elasticity −2.62, Bijmolt, van Heerde & Pieters 2005"),
	spread(PriceSensitivity, 0.8, design),
	mean(NeedPosition, "taste units", -10, 10, 0, "Ideal point (ν).", design),
	spread(NeedPosition, 1, design),
	mean(Responsiveness, "multiple", 0, 100, 1, "How strongly someone responds to experience and retention spending (κ).", design),
	spread(Responsiveness, 0.6, "sensitivity differs from risk, Ascarza 2018"),
	mean(WOMInfluence, "multiple", 0, 100, 1, "Weight of what someone says (ω).", design),
	spread(WOMInfluence, 1, "heavy-tailed influence"),
}

func mean(t Trait, unit string, low, high, value float64, doc, source string) Parameter[Segment] {
	return Parameter[Segment]{t.String() + ".mean", unit, low, high, value, doc, source,
		func(s *Segment) any { return &s.Traits[t].Mean }}
}

func spread(t Trait, value float64, source string) Parameter[Segment] {
	return Parameter[Segment]{t.String() + ".spread", "standard deviation of the log (of itself for the need position)", 0, 3, value,
		"How much persons of the segment differ in it; 0 makes it a constant.", source,
		func(s *Segment) any { return &s.Traits[t].Spread }}
}

// ChannelParameters are the numbers of a Channel.
var ChannelParameters = []Parameter[Channel]{
	{"efficiency", "per round", 0, 10, 1.4, "Ceiling of the contact hazard (k_c).", design, func(c *Channel) any { return &c.Efficiency }},
	{"carryover", "share per round", 0, 0.99, 0.5, "Share of the advertising stock left a round later (rho_c).", "adstock, Broadbent 1979", func(c *Channel) any { return &c.Carryover }},
	{"targeted", "", 0, 1, 0, "Whether it can aim at persons by what the firm knows of them.", design, func(c *Channel) any { return &c.Targeted }},
	{"precision", "multiple", 0, 5, 1, "Sharpness of a targeted channel's aim against the market's.", design, func(c *Channel) any { return &c.Precision }},
	{"wear", "log effect per exposure", 0, 10, 0, "How fast spending loses effect when people have seen it too often (phi_w).", design, func(c *Channel) any { return &c.Wear }},
	{"wear_threshold", "exposures", 0, 100, 1, "Exposures a person takes without wear (f*).", design, func(c *Channel) any { return &c.WearThreshold }},
	{"promise", "satisfaction", 0, 10, 0, "What the channel promises when everyone sees it; it wins more people, who expect it kept.", design, func(c *Channel) any { return &c.Promise }},
}

// defaults fills every parameter of owner with its default.
func defaults[T any](owner *T, table []Parameter[T]) {
	for _, p := range table {
		p.Set(owner, p.Default)
	}
}

// DefaultCorrelations tie traits where nothing else is said: the price
// sensitive leave sooner and spend less (model section 3).
var DefaultCorrelations = []Correlation{
	{PriceSensitivity, ChurnHazard, 0.6},
	{PriceSensitivity, MeanSpend, -0.5},
	{PurchaseRate, ChurnHazard, 0.07},
	{PurchaseRate, MeanSpend, 0.10},
}

// DefaultSegment is a segment with every default.
func DefaultSegment(name string) Segment {
	s := Segment{Name: name, Correlations: append([]Correlation(nil), DefaultCorrelations...)}
	defaults(&s, SegmentParameters)
	return s
}

// DefaultChannel is a channel with every default.
func DefaultChannel(name string) Channel {
	c := Channel{Name: name}
	defaults(&c, ChannelParameters)
	return c
}

// DefaultMarket is a market with every default: one segment, one mass and one
// targeted channel, all levers open, and an incumbent in a sales rut that
// favours its product.
func DefaultMarket() Market {
	targeted := DefaultChannel("targeted")
	targeted.Targeted = true
	m := Market{
		Segments: []Segment{DefaultSegment("everyone")},
		Channels: []Channel{DefaultChannel("mass"), targeted},
		Levers:   [NumLevers]bool{true, true, true, true, true},
		Orders:   [NumOrders]bool{ByEstimatedValue: true},
	}
	defaults(&m, MarketParameters)
	m.Start.Incumbent = Decision{
		Channels: Weights{1},
		Spend:    [NumLevers]Money{Acquisition: 12_000_00, Product: 5_000_00},
	}
	return m
}
