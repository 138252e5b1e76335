// Package clv fits the models of customer-base analysis to what a firm can
// observe, forecasts with them, and says how sure it is.
//
// # Models
//
//	             buys                     ends                           file
//	NBD          Poisson, gamma           never                          nbd.go
//	BGNBD        Poisson, gamma           after a repeat purchase, beta  bgnbd.go
//	MBGNBD       Poisson, gamma           after any purchase, beta       mbgnbd.go
//	ParetoNBD    Poisson, gamma           at any time, gamma             paretonbd.go
//	BGBB         once a period, beta      before a period, beta          bgbb.go
//	SBG          by contract              at a renewal, beta             sbg.go
//	BdW          by contract              the same, with a trend         bdw.go
//	GammaGamma   how much: gamma, whose rate is gamma                    gammagamma.go
//
// # Tasks
//
//	describe customers            Summary, Base, Compress; Spend; Tenure, Survivors
//	fit                           FitNBD, FitBGNBD, … → Fit: estimates with intervals, Status
//	forecast one customer         Alive, Expected, ConditionalExpected, DERT of a model
//	any quantity with interval    Fit.Derive, Fit.Draws
//	value what remains            ResidualCLV, Equity
//	forecast a cohort             Tracking, Histogram, Holdout
//	see who brings the money      Concentrate
//	make customers                Simulate of a model
//
// # Units
//
// Time is in any unit, [period], as long as it is one throughout: rates, means
// and discount are per that unit. The published numbers use weeks. A discount
// is continuous in the models of continuous time (a weekly rate δ takes e^-δt
// off what comes in t weeks) and per period in the others (1/(1+d)^t); both
// are 0 or more. Money is in any one currency, [money].
//
// # Recency
//
// These models know the time from a customer's first purchase to the last,
// [Summary.Last]. The recency of RFM runs the other way, from the last
// purchase to now: it is T − Last, [Summary.Silence].
//
// # Likelihoods compare
//
// NBD, BG/NBD, MBG/NBD and Pareto/NBD state the density of the same thing, the
// times of a customer's repeat purchases, so their log-likelihoods compare.
// BG/BB, sBG, BdW and gamma-gamma speak of other data.
package clv
