package game

import (
	"bytes"
	"errors"

	"centricity/game/words"
	"centricity/sim"
)

// decision is a sim.Decision as logs write it: by name, money in cents, zeros
// left out.
type decision struct {
	Price    sim.Money            `json:"price,omitempty"`
	Discount sim.BasisPoints      `json:"discount,omitempty"`
	Breadth  sim.BasisPoints      `json:"breadth,omitempty"`
	Spend    map[string]sim.Money `json:"spend,omitempty"`
	Channels []int                `json:"channels,omitempty"`

	Programmes map[string]int   `json:"programmes,omitempty"`
	Focus      map[string]focus `json:"focus,omitempty"`
	Trial      *trial           `json:"trial,omitempty"`
}

type focus struct {
	By      string            `json:"by"`
	Weights [sim.NumTiers]int `json:"weights"`
}

type trial struct {
	Lever   string          `json:"lever"`
	Control sim.BasisPoints `json:"control"`
}

// ParseDecision reads a decision as logs write it. The error says what in it is
// wrong; whether a market allows it is for the market to say.
func ParseDecision(data []byte) (sim.Decision, error) {
	var d decision
	if err := strict(data, &d); err != nil {
		return sim.Decision{}, err
	}
	return d.decode()
}

// MarshalDecision writes a decision as logs do.
func MarshalDecision(d sim.Decision) []byte { return bytes.TrimSuffix(line(encode(d)), []byte("\n")) }

func encode(d sim.Decision) decision {
	out := decision{Price: d.Price, Discount: d.Discount, Breadth: d.Breadth}
	for i := range sim.NumLevers {
		name := sim.Lever(i).String()
		if d.Spend[i] != 0 {
			if out.Spend == nil {
				out.Spend = map[string]sim.Money{}
			}
			out.Spend[name] = d.Spend[i]
		}
		if f := d.Focus[i]; f != (sim.Focus{}) {
			if out.Focus == nil {
				out.Focus = map[string]focus{}
			}
			out.Focus[name] = focus{f.By.String(), f.Weight}
		}
	}
	for i, w := range d.Channels {
		if w != 0 {
			out.Channels = d.Channels[:i+1]
		}
	}
	for i, w := range d.Programmes {
		if w != 0 {
			if out.Programmes == nil {
				out.Programmes = map[string]int{}
			}
			out.Programmes[sim.Programme(i).String()] = w
		}
	}
	if d.Trial != (sim.Trial{}) {
		out.Trial = &trial{d.Trial.Lever.String(), d.Trial.Control}
	}
	return out
}

func (d decision) decode() (sim.Decision, error) {
	out := sim.Decision{Price: d.Price, Discount: d.Discount, Breadth: d.Breadth}
	if len(d.Channels) > len(out.Channels) {
		return out, errors.New(words.Say("channels has %d weights; at most %d are possible", len(d.Channels), len(out.Channels)))
	}
	copy(out.Channels[:], d.Channels)
	for name, money := range d.Spend {
		lever, ok := sim.LeverNamed(name)
		if !ok {
			return out, errors.New(words.Say("spend has no lever %q", name))
		}
		out.Spend[lever] = money
	}
	for name, weight := range d.Programmes {
		programme, ok := sim.ProgrammeNamed(name)
		if !ok {
			return out, errors.New(words.Say("there is no programme %q", name))
		}
		out.Programmes[programme] = weight
	}
	if d.Trial != nil {
		lever, ok := sim.LeverNamed(d.Trial.Lever)
		if !ok {
			return out, errors.New(words.Say("the trial has no lever %q", d.Trial.Lever))
		}
		out.Trial = sim.Trial{Lever: lever, Control: d.Trial.Control}
	}
	for name, f := range d.Focus {
		lever, ok := sim.LeverNamed(name)
		if !ok {
			return out, errors.New(words.Say("focus has no lever %q", name))
		}
		by, ok := sim.OrderNamed(f.By)
		if !ok {
			return out, errors.New(words.Say("focus of %s cannot sort by %q", name, f.By))
		}
		out.Focus[lever] = sim.Focus{By: by, Weight: f.Weights}
	}
	return out, nil
}
