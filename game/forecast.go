package game

import (
	"errors"
	"math"

	"centricity/game/words"
	"centricity/sim"
)

// A Forecast is between which two values a team is 80 % sure that a KPI will be
// at the end of the round, both among them.
type Forecast struct {
	Of   KPI   `json:"of,omitempty"` // empty is Customers, as all logs said before there was a choice
	Low  int64 `json:"low"`
	High int64 `json:"high"`
}

// ForecastSure is how sure a forecast is meant to be.
const ForecastSure = 0.8

// KPI is what the forecast is of.
func (f Forecast) KPI() KPI {
	if f.Of == "" {
		return Customers
	}
	return f.Of
}

// clean is the forecast as a log can hold it; nil if that is none.
func (f Forecast) clean() *Forecast {
	row, ok := f.KPI().row()
	if !ok {
		return nil
	}
	if f.Of == Customers {
		f.Of = ""
	}
	f.Low = min(max(f.Low, row.least), row.most)
	f.High = min(max(f.High, f.Low), row.most)
	return &f
}

// check says what a forecast from outside has that no forecast can.
func (f Forecast) check() error {
	row, ok := f.KPI().row()
	switch {
	case !ok:
		return errors.New(words.Say("there is no figure %q to forecast", string(f.Of)))
	case f.Low < row.least || f.High < f.Low || f.High > row.most:
		return errors.New(words.Say("the forecast of %q is not a lower and an upper value that it can have", string(row.kpi)))
	}
	return nil
}

// A Verdict is what came of a forecast.
type Verdict struct {
	Round    int
	Forecast Forecast
	Came     int64
	Known    bool // false where the figure has no value: without customers nobody can be asked

	size float64 // of the figure
}

// Verdicts are what came of a game's forecasts; notes are those on the rounds
// from the first.
func Verdicts(b sim.Brief, notes []Note, reports []sim.Report) (list []Verdict) {
	for _, r := range reports {
		if r.Round < 1 || r.Round > len(notes) || notes[r.Round-1].Forecast == nil {
			continue
		}
		f := *notes[r.Round-1].Forecast
		row, ok := f.KPI().row()
		if !ok {
			continue
		}
		v := Verdict{Round: r.Round, Forecast: f, size: row.size(b, r)}
		v.Came, v.Known = f.KPI().Of(b, r)
		list = append(list, v)
	}
	return list
}

// Missed is by how much what came is below the interval (negative) or above it;
// 0 if it is within.
func (v Verdict) Missed() int64 {
	return min(v.Came-v.Forecast.Low, 0) + max(v.Came-v.Forecast.High, 0)
}

// Held tells whether what came is within the interval.
func (v Verdict) Held() bool { return v.Known && v.Missed() == 0 }

// Score is the interval score of Gneiting & Raftery (2007), over the size s of
// the figure so that those of different figures can be averaged:
//
//	[(u − l) + (2/α)(l − x)₊ + (2/α)(x − u)₊] / s ,  α = 0.2
//
// Customers are as large as the base at the start or the end of the round;
// revenue and profit as revenue or costs, whichever is more, for each can come to
// nothing; a rate or a score as its whole range; company value as its parts,
// whatever their signs. Lower is better.
func (v Verdict) Score() float64 {
	const alpha = 1 - ForecastSure
	score := float64(v.Forecast.High-v.Forecast.Low) + 2/alpha*math.Abs(float64(v.Missed()))
	return score / max(v.size, 1)
}

// Calibration is what forecasts were worth.
type Calibration struct {
	Made, Hit int     // intervals about what is known, and those that held
	Score     float64 // mean interval score: lower is better
}

// Calibrate sums forecasts up, whatever they are of.
func Calibrate(list []Verdict) (c Calibration) {
	for _, v := range list {
		if !v.Known {
			continue
		}
		c.Made++
		if v.Held() {
			c.Hit++
		}
		c.Score += v.Score()
	}
	if c.Made > 0 {
		c.Score /= float64(c.Made)
	}
	return c
}

// Rate is the share of forecasts that held; calibrated is 0.8.
func (c Calibration) Rate() float64 {
	if c.Made == 0 {
		return 0
	}
	return float64(c.Hit) / float64(c.Made)
}
