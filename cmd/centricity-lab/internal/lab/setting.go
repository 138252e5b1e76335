package lab

import (
	"encoding/json"

	"centricity/game"
	"centricity/scenarios"
	"centricity/sim"
)

// setting is what a player knows before the first round, for programs.
type setting struct {
	Name       string          `json:"name"`
	Title      string          `json:"title"`
	Briefing   string          `json:"briefing"`
	Currency   string          `json:"currency"`
	Round      string          `json:"round"`
	Market     string          `json:"market"`
	People     int             `json:"people"`
	Levers     []string        `json:"levers"`
	Programmes []string        `json:"programmes"`
	Orders     []string        `json:"orders"`
	Channels   []open          `json:"channels"`
	Price      bounds          `json:"price"`
	Discount   sim.BasisPoints `json:"max_discount"`
	Breadth    bool            `json:"breadth"`
	Silent     bool            `json:"silent"`
	Rival      sim.Money       `json:"rival_price"`
	PerRound   sim.Money       `json:"budget_per_round"`
	FromCash   bool            `json:"budget_from_cash"`
	Incumbent  json.RawMessage `json:"incumbent"`
}

type open struct {
	Name     string `json:"name"`
	Targeted bool   `json:"targeted"`
}

type bounds struct {
	Reference sim.Money `json:"reference"`
	Low       sim.Money `json:"low"`
	High      sim.Money `json:"high"`
}

func newSetting(s scenarios.Scenario, b sim.Brief) *setting {
	out := &setting{
		Name: s.Name, Title: s.Title, Briefing: s.Briefing, Currency: s.Currency, Round: s.Round, Market: s.Market.Hash().String(),
		People: b.People, Levers: []string{}, Programmes: []string{}, Orders: []string{}, Channels: []open{},
		Price: bounds{b.Price.Reference, b.Price.Low, b.Price.High}, Discount: b.Price.MaxDiscount,
		Breadth: b.Breadth, Silent: b.Silent, Rival: b.RivalPrice, PerRound: b.Budget.PerRound, FromCash: b.Budget.FromCash,
		Incumbent: game.MarshalDecision(b.Incumbent),
	}
	for l := range sim.Lever(sim.NumLevers) {
		if b.Levers[l] {
			out.Levers = append(out.Levers, l.String())
		}
	}
	for p := range sim.Programme(sim.NumProgrammes) {
		if b.Programmes[p] {
			out.Programmes = append(out.Programmes, p.String())
		}
	}
	for _, o := range b.Orders() {
		out.Orders = append(out.Orders, o.String())
	}
	for _, c := range b.Channels {
		out.Channels = append(out.Channels, open{c.Name, c.Targeted})
	}
	return out
}
