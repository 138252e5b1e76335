package debrief

import (
	"strings"

	"centricity/game/words"
	"centricity/sim"
)

// The ways in which a decision rests on knowing customers.
const (
	aimedAds = iota
	aimedRetention
	aimedExperience
	personalised
	crossSold
	repositioned
	numWays
)

var wayNames = [numWays]string{
	words.Mark("aimed advertising"), words.Mark("aimed retention"), words.Mark("aimed experience"), words.Mark("personalisation"), words.Mark("cross- and up-selling"), words.Mark("a product that follows needs"),
}

// Uses are the ways in which a decision rests on knowing customers: what is
// known serves nothing where it treats all alike.
type Uses [numWays]bool

// UsesOf tells them of a decision in a market.
func UsesOf(m sim.Market, d sim.Decision) (ways Uses) {
	even := d.Channels == sim.Weights{}
	for i, c := range m.Channels {
		if c.Targeted && d.Spend[sim.Acquisition] > 0 && (even || d.Channels[i] > 0) {
			ways[aimedAds] = true
		}
	}
	for lever, way := range map[sim.Lever]int{sim.Retention: aimedRetention, sim.Experience: aimedExperience} {
		f := d.Focus[lever]
		byEstimate := f.By == sim.ByEstimatedValue || f.By == sim.ByEstimatedRisk || f.By == sim.ByEstimatedUplift
		apart := f.Weight[sim.Top] != f.Weight[sim.Middle] || f.Weight[sim.Middle] != f.Weight[sim.Low]
		ways[way] = d.Spend[lever] > 0 && byEstimate && apart
	}
	ways[personalised] = d.Spend[sim.Experience] > 0 && d.Programmes[sim.Personalisation] > 0
	ways[crossSold] = d.Spend[sim.Retention] > 0 && d.Programmes[sim.Development] > 0
	ways[repositioned] = d.Spend[sim.Product] > 0 && m.Product.Reposition > 0
	return ways
}

// String names them in the language of the moment; empty without any.
func (u Uses) String() string {
	var parts []string
	for way, is := range u {
		if is {
			parts = append(parts, words.Say(wayNames[way]))
		}
	}
	return strings.Join(parts, ", ")
}
