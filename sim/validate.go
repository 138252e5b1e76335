package sim

import (
	"fmt"
	"strings"
)

// A Problem is one thing wrong with a market or a decision, and where.
type Problem struct {
	Path    string // the field, as scenario files spell it
	Message string // what is wrong and what would be right

	// Format and Args are what Message was made of by package fmt, for who says
	// it in another language.
	Format string
	Args   []any
}

// Problems are everything wrong at once. They are an error.
type Problems []Problem

// Error writes a line a problem.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.Path + ": " + problem.Message
	}
	return strings.Join(lines, "\n")
}

func (p *Problems) add(path, format string, args ...any) {
	*p = append(*p, Problem{path, fmt.Sprintf(format, args...), format, args})
}

// err is nil where there is no problem.
func (p Problems) err() error {
	if len(p) == 0 {
		return nil
	}
	return p
}

// Limits on lists.
const maxSegments = 32

// Validate finds every problem of the market. The error is Problems.
func (m Market) Validate() error {
	var p Problems
	inBounds(&p, "", &m, MarketParameters)
	m.validatePrices(&p)
	m.validateSegments(&p)
	m.validateChannels(&p)
	m.validateShocks(&p)
	if m.Programmes[SaveOffers] && m.Churn.Silent {
		p.add("programmes", "save offers need to see who is leaving; they cannot be open where churn is silent")
	}
	if m.Insight.TopShare+m.Insight.MiddleShare > 1 {
		p.add("insight.middle_share", "the top and middle tiers together cannot hold more than all customers; lower one of them")
	}
	if m.Budget.FromCash && m.Budget.OpeningCash < -m.Budget.Credit {
		p.add("budget.opening_cash", "is below what the credit line allows (−%s): the firm would open bankrupt", m.Budget.Credit)
	}
	if len(p) == 0 {
		m.checkBounds(&p, m.Start.Incumbent, "start.incumbent.")
	}
	return p.err()
}

// inBounds checks every parameter of a table. NaN is in no bounds.
func inBounds[T any](p *Problems, prefix string, owner *T, table []Parameter[T]) {
	for _, param := range table {
		if x := param.Get(owner); !(x >= param.Low && x <= param.High) {
			p.add(prefix+param.Path, "is %v; it must be between %v and %v", x, param.Low, param.High)
		}
	}
}

func (m Market) validatePrices(p *Problems) {
	if m.Price.Low > m.Price.High {
		p.add("price.low", "is above price.high")
	}
	if ref := m.Price.Reference; ref < m.Price.Low || ref > m.Price.High {
		p.add("price.reference", "is %s; it must lie between price.low and price.high (%s to %s)", ref, m.Price.Low, m.Price.High)
	}
	if m.Rival.Floor > m.Rival.Price {
		p.add("rival.floor", "is above rival.price; the rival never charges more than its list price")
	}
}

func (m Market) validateSegments(p *Problems) {
	if len(m.Segments) == 0 || len(m.Segments) > maxSegments {
		p.add("segments", "a market needs 1 to %d segments; this one has %d", maxSegments, len(m.Segments))
		return
	}
	var shares float64
	names := map[string]bool{}
	for i := range m.Segments {
		s := &m.Segments[i]
		at := "segments." + s.Name + "."
		inBounds(p, at, s, SegmentParameters)
		validateName(p, "segments", s.Name, names)
		validateFamilies(p, at, s)
		m.validateLists(p, at, s)
		validateCorrelations(p, at, s)
		shares += s.Share
	}
	if !(shares > 1-1e-6 && shares < 1+1e-6) {
		p.add("segments", "the shares add up to %.4g; they must add up to 1", shares)
	}
}

func validateName(p *Problems, path, name string, seen map[string]bool) {
	switch {
	case name == "":
		p.add(path, "every entry needs a name")
	case seen[name]:
		p.add(path, "the name %q is used twice", name)
	}
	seen[name] = true
}

// validateLists checks a segment's season and reach.
func (m Market) validateLists(p *Problems, at string, s *Segment) {
	if len(s.Season) > 1000 {
		p.add(at+"season", "has %d entries; 1000 are enough", len(s.Season))
	}
	for _, x := range s.Season {
		if !(x >= 0.01 && x <= 100) {
			p.add(at+"season", "has an entry %v; each multiplies the purchase rate by 0.01 to 100", x)
			break
		}
	}
	if s.Reach != nil && len(s.Reach) != len(m.Channels) {
		p.add(at+"reach", "has %d entries for %d channels", len(s.Reach), len(m.Channels))
	}
	for _, x := range s.Reach {
		if !(x >= 0 && x <= 100) {
			p.add(at+"reach", "has an entry %v; each multiplies a channel's contact by 0 to 100", x)
			break
		}
	}
}

// validateFamilies checks marginals other than the lognormal: which traits can
// have them, and that their parameters give a finite mean.
func validateFamilies(p *Problems, at string, s *Segment) {
	for k, m := range s.Traits {
		path := at + Trait(k).String()
		lowest := 0.0
		switch {
		case m.Family == Lognormal:
			continue
		case m.Family < 0 || int(m.Family) >= NumFamilies:
			p.add(path, "has an unknown marginal")
			continue
		case Trait(k) == NeedPosition:
			p.add(path, "is a position on a scale; it is normal or constant, not %s", m.Family)
		case m.Family == Beta && Trait(k) != ChurnHazard:
			p.add(path, "a beta marginal is a probability; only churn_hazard can have it")
		case m.Family == InverseGamma:
			lowest = 1
		}
		if !(m.A > lowest && m.A <= 1e6) || !(m.B > 0 && m.B <= 1e9) {
			p.add(path, "its %s marginal has parameters %v and %v; both must be above 0 (a shape of inverse_gamma above 1)", m.Family, m.A, m.B)
		}
	}
}

func validateCorrelations(p *Problems, at string, s *Segment) {
	sound := true
	for _, c := range s.Correlations {
		path := at + "correlations"
		if c.A < 0 || int(c.A) >= NumTraits || c.B < 0 || int(c.B) >= NumTraits || c.A == c.B {
			p.add(path, "a correlation ties two different traits")
			return
		}
		for _, k := range []Trait{c.A, c.B} {
			if s.Traits[k].Spread == 0 || s.Traits[k].Family != Lognormal {
				p.add(path, "%s is a constant or has a marginal of its own in this segment and cannot be correlated with anything", k)
				sound = false
			}
		}
		if !(c.R > -1 && c.R < 1) {
			p.add(path, "%s with %s is %v; a correlation lies between -1 and 1", c.A, c.B, c.R)
			sound = false
		}
	}
	if _, ok := cholesky(correlationMatrix(*s)); sound && !ok {
		p.add(at+"correlations", "no three things can be correlated like this (the matrix is not positive definite); bring some of them nearer to 0")
	}
}

func (m Market) validateChannels(p *Problems) {
	if len(m.Channels) > MaxChannels {
		p.add("channels", "a market has at most %d channels; this one has %d", MaxChannels, len(m.Channels))
		return
	}
	if len(m.Channels) == 0 && m.Levers[Acquisition] {
		p.add("channels", "acquisition is open but there is no channel to spend on; add one or close the lever")
	}
	names := map[string]bool{}
	for i := range m.Channels {
		c := &m.Channels[i]
		inBounds(p, "channels."+c.Name+".", c, ChannelParameters)
		validateName(p, "channels", c.Name, names)
	}
}
