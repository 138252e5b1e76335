package lab

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"centricity/game"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// best is what a search found.
type best struct {
	Scenario string          `json:"scenario"`
	Market   string          `json:"market"`
	Model    int             `json:"model"`
	Decision json.RawMessage `json:"decision"`
	Curve    []float64       `json:"curve"` // best mean company value so far, by generation [currency]
	Players  []player        `json:"on_other_replications"`

	decision sim.Decision
	market   sim.Market
}

// player is a policy's company value on replications that the search did not
// see [currency].
type player struct {
	Policy string  `json:"policy"`
	Mean   float64 `json:"mean"`
	Low    float64 `json:"low"`
	High   float64 `json:"high"` // 95 % interval
}

// freshReplications is on how many replications the result is judged.
const freshReplications = 20

func optimize(s scenarios.Scenario, base uint64, replications, candidates, generations, workers int, tell func(int, float64)) (best, error) {
	seeds := func(from, n int) []uint64 {
		list := make([]uint64, n)
		for i := range list {
			list[i] = experiment.Luck(base, from+i)
		}
		return list
	}
	found, err := experiment.Search{
		Market: s.Market, Seeds: seeds(1, replications), Candidates: candidates, Elite: candidates / 6, Rounds: generations,
		Workers: workers, Progress: tell,
	}.Run()
	if err != nil {
		return best{}, err
	}
	b := best{
		Scenario: s.Name, Market: s.Market.Hash().String(), Model: sim.ModelVersion,
		Decision: game.MarshalDecision(found.Decision), Curve: found.Curve, decision: found.Decision, market: s.Market,
	}
	arms := []experiment.Arm{{Name: "what was found", Market: s.Market, Policy: policy.Schedule([]sim.Decision{found.Decision})}}
	for _, name := range policy.Names() {
		p, _ := policy.Named(name)
		arms = append(arms, experiment.Arm{Name: name, Market: s.Market, Policy: p})
	}
	for i, runs := range experiment.Play(arms, seeds(replications+1, freshReplications), workers, nil) {
		for _, r := range runs {
			if r.Err != nil {
				return best{}, r.Err
			}
		}
		e := experiment.Summarise(experiment.Companies(runs))
		low, high := e.Interval()
		b.Players = append(b.Players, player{arms[i].Name, e.Mean, low, high})
	}
	return b, nil
}

// text writes the result for a person.
func (b best) text(out io.Writer) error {
	fmt.Fprintf(out, "%s, every round:\n\n%s\ncompany value on %d other replications, with its 95 %% interval\n", b.Scenario, b.schedule(), freshReplications)
	rows := [][]string{}
	for _, p := range b.Players {
		rows = append(rows, []string{p.Policy, grouped(int64(p.Mean)), grouped(int64(p.Low)) + " to " + grouped(int64(p.High))})
	}
	return table(out, rows)
}

// schedule is the decision as a file of decisions.
func (b best) schedule() string {
	d := b.decision
	var lines []string
	add := func(key string, entries []string) {
		if len(entries) > 0 {
			lines = append(lines, key+": {"+strings.Join(entries, ", ")+"}")
		}
	}
	if d.Price != 0 {
		lines = append(lines, "price: "+currency(d.Price))
	}
	if d.Discount != 0 {
		lines = append(lines, "discount: "+number(d.Discount.Share()))
	}
	if d.Breadth != 0 {
		lines = append(lines, "breadth: "+number(d.Breadth.Share()))
	}
	var spend, channels, programmes, focus []string
	for i, money := range d.Spend {
		if money != 0 {
			spend = append(spend, sim.Lever(i).String()+": "+currency(money))
		}
		if f := d.Focus[i]; f.Weight != ([sim.NumTiers]int{}) {
			var weights []string
			for tier, w := range f.Weight {
				weights = append(weights, fmt.Sprintf("%s: %d", sim.TierNames[tier], w))
			}
			focus = append(focus, fmt.Sprintf("%s: {by: %s, %s}", sim.Lever(i), f.By, strings.Join(weights, ", ")))
		}
	}
	for i, c := range b.market.Channels {
		if d.Channels[i] != 0 {
			channels = append(channels, fmt.Sprintf("%q: %d", c.Name, d.Channels[i]))
		}
	}
	for i, w := range d.Programmes {
		if w != 0 {
			programmes = append(programmes, fmt.Sprintf("%s: %d", sim.Programme(i), w))
		}
	}
	add("spend", spend)
	add("channels", channels)
	add("programmes", programmes)
	add("focus", focus)
	return "format: 1\ndecisions:\n  - " + strings.Join(lines, "\n    ") + "\n"
}

// currency writes money as scenario files do.
func currency(m sim.Money) string { return strings.ReplaceAll(exact(m), ",", "") }

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
