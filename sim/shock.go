package sim

import (
	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
)

// A ShockKind is what a shock does while it lasts; size is its strength.
type ShockKind int

// The kinds of shocks.
const (
	Recession     ShockKind = iota // purchase rates fall by size, hazards rise by it
	RivalLaunch                    // the rival's quality jumps by size, once
	PriceWar                       // the rival's list price and floor fall by size
	PrivacyCap                     // nobody can be known better than 1 − size
	SupplyFailure                  // service fails more often, by size
	ViralMoment                    // word of mouth carries 1 + size times as far
	NumShocks     int       = 6
)

var shockNames = [NumShocks]string{
	"recession", "rival launch", "price war", "privacy cap", "supply failure", "viral moment",
}

// String is the kind's name as scenario files spell it.
func (k ShockKind) String() string {
	if k < 0 || int(k) >= NumShocks {
		return "unknown shock"
	}
	return shockNames[k]
}

// A Shock happens to the whole market: in a given round, or by chance.
type Shock struct {
	Kind   ShockKind
	Round  int     // in which it begins; 0: drawn
	Chance float64 // of beginning in a round, where it is drawn and not under way
	Length int     // rounds it lasts
	Size   float64
}

// climate is what shocks make of a round. The zero climate is an ordinary one,
// but for privacy and talk, which are 1.
type climate struct {
	recession float64 // share
	priceWar  float64 // share off the rival's prices
	failures  float64 // added to the rate of service failures
	privacy   float64 // highest reliability
	talk      float64 // multiple of word of mouth
}

// strike begins and ends shocks and sums up what they do this round. History
// has none.
func (w *World) strike(r *round) {
	r.climate = climate{privacy: 1, talk: 1}
	if r.number < 1 {
		return
	}
	for i, s := range w.market.Shocks {
		begins := s.Round == r.number
		if s.Round == 0 && w.shocks[i] == 0 {
			begins = draw.Uniform(r.keys[drawShock].At(uint64(i), 0)) < s.Chance
		}
		if begins {
			w.shocks[i] = s.Length
			if s.Kind == RivalLaunch {
				w.rival.quality += s.Size
			}
		}
		if w.shocks[i] == 0 {
			continue
		}
		w.shocks[i]--
		if r.report.Shocks == nil {
			r.report.Shocks = w.slabs.shocks.take(len(w.market.Shocks), w.left())[:0]
		}
		r.report.Shocks = append(r.report.Shocks, s.Kind)
		r.climate.add(s)
	}
	w.privacy = r.climate.privacy
}

func (c *climate) add(s Shock) {
	switch s.Kind {
	case Recession:
		c.recession = max(c.recession, s.Size)
	case PriceWar:
		c.priceWar = max(c.priceWar, s.Size)
	case PrivacyCap:
		c.privacy = min(c.privacy, 1-s.Size)
	case SupplyFailure:
		c.failures += s.Size
	case ViralMoment:
		c.talk += s.Size
	}
}

// lnDemand and lnHazard are the logs of what a climate multiplies purchase
// rates and hazards by.
func (c *climate) lnDemand() float64 { return exact.Log1p(-c.recession) }
func (c *climate) lnHazard() float64 { return exact.Log1p(c.recession) }

func (m Market) validateShocks(p *Problems) {
	if len(m.Shocks) > maxShocks {
		p.add("shocks", "a market has at most %d shocks; this one has %d", maxShocks, len(m.Shocks))
		return
	}
	for _, s := range m.Shocks {
		switch {
		case s.Kind < 0 || int(s.Kind) >= NumShocks:
			p.add("shocks", "unknown kind of shock")
		case s.Round < 0 || s.Round > 1000:
			p.add("shocks", "%s begins in round %d; rounds count from 1", s.Kind, s.Round)
		case !(s.Chance >= 0 && s.Chance <= 1) || (s.Round > 0) == (s.Chance > 0):
			p.add("shocks", "%s needs a round, or a chance between 0 and 1, and not both", s.Kind)
		case s.Length < 1 || s.Length > 1000:
			p.add("shocks", "%s lasts %d rounds; it must last 1 or more", s.Kind, s.Length)
		case !(s.Size > 0 && s.Size <= shockMax[s.Kind]):
			p.add("shocks", "%s has size %v; it must be above 0 and at most %v", s.Kind, s.Size, shockMax[s.Kind])
		}
	}
}

const maxShocks = 32

// shockMax is the largest size of each kind.
var shockMax = [NumShocks]float64{Recession: 0.9, RivalLaunch: 10, PriceWar: 0.9, PrivacyCap: 1, SupplyFailure: 1, ViralMoment: 100}
