// Package game is a game in progress, without screen or network: a session
// that a player decides in, and the log that is its save, its undo and what a
// team hands in.
package game

import (
	"bytes"
	"encoding/json"
	"fmt"

	"centricity/game/words"
	"centricity/sim"
)

// LogFormat is the version of the log's form; another one is refused.
const LogFormat = 2

// A Header opens a log: everything a replay needs besides the decisions.
type Header struct {
	Format   int    `json:"centricity_log"`
	Model    int    `json:"model"`
	Scenario string `json:"scenario"`
	Market   string `json:"market"` // hash
	Seed     uint64 `json:"seed,string"`
	Team     string `json:"team,omitempty"`
	Practice bool   `json:"practice,omitempty"` // rounds may be taken back; never counts
	Restarts int    `json:"restarts,omitempty"` // games of these customers that were begun here before
}

// An Entry is one round of a log: what was decided and what came of it.
type Entry struct {
	Round    int      `json:"round"`
	Decision decision `json:"decision"`
	Figures  Figures  `json:"figures"`
	Hash     string   `json:"hash"`
	Note     Note     `json:"note,omitzero"`
	Seal     string   `json:"seal"`
}

// Figures are a round's results, so that a replay that differs can say where.
// Money is in cents.
type Figures struct {
	Customers int       `json:"customers"`
	Won       int       `json:"won"`
	Churned   int       `json:"churned"`
	Revenue   sim.Money `json:"revenue"`
	Spending  sim.Money `json:"spending"`
	Cash      sim.Money `json:"cash"`
}

func figures(r sim.Report) Figures {
	return Figures{
		Customers: r.Base.Closing(),
		Won:       r.Base.New(),
		Churned:   r.Base.Churned + r.Base.ChurnedNew,
		Revenue:   r.Books.Revenue,
		Spending:  r.Books.Spending(),
		Cash:      r.Books.Closing,
	}
}

// difference names the first figure that differs from what a replay gives.
func (f Figures) difference(replayed Figures) (figure string, logged, got any) {
	for _, c := range []struct {
		name string
		a, b any
	}{
		{words.Mark("customers"), f.Customers, replayed.Customers},
		{words.Mark("customers won"), f.Won, replayed.Won},
		{words.Mark("customers lost"), f.Churned, replayed.Churned},
		{words.Mark("revenue"), f.Revenue, replayed.Revenue},
		{words.Mark("spending"), f.Spending, replayed.Spending},
		{words.Mark("cash"), f.Cash, replayed.Cash},
	} {
		if c.a != c.b {
			return c.name, c.a, c.b
		}
	}
	return "", nil, nil
}

func header(scenario string, m sim.Market, seed uint64) Header {
	return Header{Format: LogFormat, Model: sim.ModelVersion, Scenario: LogName(scenario), Market: m.Hash().String(), Seed: seed}
}

func entry(d sim.Decision, r sim.Report, n Note) Entry {
	return Entry{Round: r.Round, Decision: encode(d), Figures: figures(r), Hash: r.Hash.String(), Note: n}
}

// line is a log line: one JSON value and a newline.
func line(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(fmt.Sprintf("a log line of plain numbers and names failed to encode: %v", err))
	}
	return b.Bytes()
}
