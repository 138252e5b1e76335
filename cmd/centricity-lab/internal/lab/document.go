package lab

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"centricity/game"
	"centricity/sim"
)

// A document is a finished game for programs. Money is in cents, rates are
// shares of 1, discounts basis points.
type document struct {
	Scenario string   `json:"scenario"`
	Market   string   `json:"market"`
	Seed     uint64   `json:"seed,string"`
	Model    int      `json:"model"`
	Policy   string   `json:"policy"`
	Currency string   `json:"currency"`
	Round    string   `json:"round"`
	History  []report `json:"history"`
	Rounds   []report `json:"rounds"`
	Value    value    `json:"value"`
	Hash     string   `json:"hash"`
}

type value struct {
	Cash    sim.Money `json:"cash"`
	Equity  sim.Money `json:"customer_equity"`
	Company sim.Money `json:"company"`
}

func newDocument(g *game.Session, policy string) document {
	s := g.Scenario()
	v, _ := g.Value()
	d := document{
		Scenario: s.Name, Market: s.Market.Hash().String(), Seed: g.Seed(), Model: sim.ModelVersion, Policy: policy,
		Currency: s.Currency, Round: s.Round,
		History: []report{}, Rounds: []report{},
		Value: value{v.Cash, v.Equity, v.Company()}, Hash: lastHash(g),
	}
	for _, r := range g.Reports() {
		if r.Round > 0 {
			d.Rounds = append(d.Rounds, newReport(r, s.Market))
		} else {
			d.History = append(d.History, newReport(r, s.Market))
		}
	}
	return d
}

// writeJSON writes a value as indented JSON.
func writeJSON(w io.Writer, v any) error {
	text, err := indented(v, "")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s\n", text)
	return err
}

// indented is a value as JSON, with a prefix before every line but the first.
func indented(v any, prefix string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, "  ")
	err := e.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// A list is a JSON list that is written as its values come.
type list struct {
	out   io.Writer
	begun bool
}

func (l *list) add(v any) error {
	text, err := indented(v, "  ")
	if err != nil {
		return err
	}
	before := "[\n  "
	if l.begun {
		before = ",\n  "
	}
	l.begun = true
	_, err = fmt.Fprintf(l.out, "%s%s", before, text)
	return err
}

func (l *list) end() error {
	last := "[]\n"
	if l.begun {
		last = "\n]\n"
	}
	_, err := io.WriteString(l.out, last)
	return err
}
