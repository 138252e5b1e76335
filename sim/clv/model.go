package clv

// A Purchasing model says when customers buy again and when they end, unseen.
// NBD, BG/NBD, MBG/NBD and Pareto/NBD in continuous time and BG/BB in periods
// (whose times must be whole) all answer the same questions.
type Purchasing interface {
	// Name is how the field calls the model.
	Name() string
	// LogLikelihood of one customer with this summary (N is not looked at).
	LogLikelihood(s Summary) float64
	// PMF is the probability of x repeat purchases in the first t periods.
	PMF(x int, t float64) float64
	// Expected is the mean number of repeat purchases of a new customer in the
	// first t periods.
	Expected(t float64) float64
	// ConditionalExpected is the mean number of purchases in the next t
	// periods of a customer with this past.
	ConditionalExpected(t float64, s Summary) float64
	// Alive is the probability that a customer with this past still is one.
	Alive(s Summary) float64
	// DERT is the discounted expected residual transactions: the mean number
	// of all purchases to come of a customer with this past, each worth less
	// the later it comes, by discount. Without discount it may be +Inf.
	DERT(discount float64, s Summary) float64
}
