// Package research is the report a team can have made of its own records: the
// models of customer-base analysis, fitted to what the firm has observed. It
// knows no more than the firm does, so it errs in three ways that it tells or
// that a debrief shows: by sampling, because analysts study as many customers
// as they are paid for; by misspecification, because the world is not the
// model (rates are lognormal and move with price, quality and care, the model's
// are gamma and stand still); and by what the firm's records leave out.
//
// Nothing of it enters the world, its reports or a built-in policy's decision.
package research

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"

	"centricity/game/words"
	"centricity/sim"
	"centricity/sim/clv"
	"centricity/sim/clv/study"
)

// A Finding is what analysts made of the records.
type Finding struct {
	Asked     int // customers on file
	Studied   int // of them, those whose records were studied
	Study     *study.Study
	Purchases clv.Estimate // of all customers in the next year
	Alive     clv.Estimate // customers still there, of all on file
	Equity    clv.Estimate // customer equity [currency], at the last round's margin
	Deciles   [10]Decile   // of all on file, best first
	Sure      bool         // whether the model fits what was studied
	Best      []Customer   // those on file who are worth most, best first

	buys  clv.Purchasing
	spend clv.GammaGamma
	worth float64 // of a purchase's amount that is left after its cost
	year  float64 // rounds
	per   float64 // discount a round, continuous
	now   float64
}

// A Decile is a tenth of the customers on file, by expected residual value.
type Decile struct {
	Customers int
	Alive     float64 // mean chance of still being a customer
	Expected  float64 // purchases in the next year, each
	Worth     float64 // residual value, each [currency]
	From      float64 // the least residual value in it [currency]
}

// A View is what the model says of one customer.
type View struct {
	Alive    float64 // chance of still being a customer
	Expected float64 // purchases in the next year
	Worth    float64 // residual value [currency]
	Decile   int     // 1 is the best
}

// A Customer is one on file, as analysts see them.
type Customer struct {
	sim.Record
	View
}

// PerRecord is what it costs to have one customer's records studied: 2 where
// things cost 36, and in proportion elsewhere.
func PerRecord(b sim.Brief) sim.Money {
	return max(1, b.Price.Reference/18)
}

// Paid is how many customers' records a round's spending on insight pays for.
func Paid(b sim.Brief, last sim.Report) int {
	return int(last.Books.Spend[sim.Insight] / PerRecord(b))
}

const (
	fewest = 100  // customers are worth fitting a model to
	Most   = 1500 // are studied at most: more would tell little more
	valued = 3000 // on file are valued for the deciles; of more, every so many
	model  = "mbg/nbd"
)

// Fewest is how many customers must be studied for a finding.
const Fewest = fewest

// ErrFew says that too few records were studied.
var ErrFew error = words.Error(words.Mark("too few customers were studied to fit a model"))

// Of studies the records of up to most customers after the last round. The same
// records and number give the same finding.
func Of(b sim.Brief, records iter.Seq[sim.Record], last sim.Report, most int) (*Finding, error) {
	var all []study.Customer
	var files []sim.Record
	now := float64(max(last.Round, 0))
	for r := range records {
		if c, ok := past(r, now); ok {
			all, files = append(all, c), append(files, r)
		}
	}
	f := &Finding{Asked: len(all), Studied: min(most, Most, len(all)), now: now, year: 52.18 / b.RoundWeeks}
	if f.Studied < fewest {
		return nil, fmt.Errorf(words.Say("%w: %d of %d on file; %d are needed"), ErrFew, max(f.Studied, 0), f.Asked, fewest)
	}
	f.per = math.Log1p(b.Discount)
	f.worth = 1
	if revenue := last.Books.Revenue; revenue > 0 {
		f.worth = min(max(float64(last.Books.Margin())/float64(revenue), 0.01), 1)
	}
	d := study.Data{Unit: "round", YearIs: f.year, Amounts: true, Customers: every(all, f.Studied)}
	s, err := study.Run(d, study.Options{Model: model, Discount: math.Expm1(f.per * f.year), Margin: f.worth})
	if err != nil {
		return nil, err
	}
	if s.Spend == nil {
		return nil, errors.New(words.Say("what customers spend could not be fitted"))
	}
	f.Study, f.buys, f.spend = s, s.Used.Model, s.Spend.Model
	f.Sure = s.Histogram.Fits()
	n := min(len(all), valued)
	f.extend(every(all, n), every(files, n), float64(len(all))/float64(n))
	return f, nil
}

// steps are the parts of a round to which times are read: with a quarter's
// rounds, weeks. Customers with the same past are then computed once.
const steps = 13

// past is a record as the models read it. The amounts of all purchases count,
// the first included: the firm's file has their sum only.
func past(r sim.Record, now float64) (study.Customer, bool) {
	t := now - r.First
	if r.Purchases < 1 || !(t > 0) {
		return study.Customer{}, false
	}
	t = max(math.Round(t*steps), 1) / steps
	c := study.Customer{Summary: clv.Summary{X: r.Purchases - 1, T: t, N: 1}, Spent: r.Spent.Currency()}
	if c.Summary.X > 0 {
		if !(r.Last > r.First) {
			return c, false
		}
		c.Summary.Last = min(max(math.Round((r.Last-r.First)*steps), 1)/steps, t)
	}
	if c.Spent > 0 {
		c.Spend = clv.Spend{X: r.Purchases, Mean: c.Spent / float64(r.Purchases), N: 1}
	}
	return c, true
}

// every takes n of all, evenly by number: ids say nothing of customers, so this
// is a sample by chance.
func every[T any](all []T, n int) []T {
	out := make([]T, 0, n)
	for i := range n {
		out = append(out, all[i*len(all)/n])
	}
	return out
}

// extend applies what was learned from those studied to the file, of whose
// customers each of these stands for some.
func (f *Finding) extend(all []study.Customer, files []sim.Record, each float64) {
	const best = 8
	views := make([]Customer, len(all))
	var alive, expected, equity float64
	known := map[clv.Summary][3]float64{}
	for i, c := range all {
		views[i] = Customer{files[i], f.view(c, known)}
		alive, expected, equity = alive+views[i].Alive, expected+views[i].Expected, equity+views[i].Worth
	}
	f.Alive = to(f.Study.Estimate.Alive, alive*each)
	f.Purchases = to(f.Study.Estimate.NextYear, expected*each)
	f.Equity = to(f.Study.Estimate.Equity, equity*each)
	slices.SortStableFunc(views, func(a, b Customer) int { return cmp.Compare(b.Worth, a.Worth) })
	var seen [10]float64
	for rank := range views {
		v, i := &views[rank], rank*10/len(views)
		d := &f.Deciles[i]
		v.Decile = i + 1
		seen[i]++
		d.Alive += v.Alive
		d.Expected += v.Expected
		d.Worth += v.View.Worth
		d.From = v.View.Worth
	}
	for i, n := range seen {
		if d := &f.Deciles[i]; n > 0 {
			d.Customers = int(math.Round(n * each))
			d.Alive, d.Expected, d.Worth = d.Alive/n, d.Expected/n, d.Worth/n
		}
	}
	f.Best = slices.Clone(views[:min(best, len(views))])
}

// to is an estimate, with its interval in proportion, of another total.
func to(e clv.Estimate, value float64) clv.Estimate {
	if e.Value > 0 {
		k := value / e.Value
		e.Value, e.SE, e.Low, e.High = value, e.SE*k, e.Low*k, e.High*k
	}
	return e
}

func (f *Finding) view(c study.Customer, known map[clv.Summary][3]float64) View {
	at, ok := known[c.Summary]
	if !ok {
		at = [3]float64{f.buys.Alive(c.Summary), f.buys.ConditionalExpected(f.year, c.Summary), f.buys.DERT(f.per, c.Summary)}
		if known != nil {
			known[c.Summary] = at
		}
	}
	return View{Alive: at[0], Expected: at[1], Worth: at[2] * f.spend.ConditionalExpected(c.Spend) * f.worth}
}

// View is what the finding says of a customer on file; ok is false of one whose
// record tells nothing.
func (f *Finding) View(r sim.Record) (v View, ok bool) {
	c, ok := past(r, f.now)
	if !ok {
		return v, false
	}
	v = f.view(c, nil)
	v.Decile = 10
	for i, d := range f.Deciles {
		if v.Worth >= d.From {
			v.Decile = i + 1
			break
		}
	}
	return v, true
}
