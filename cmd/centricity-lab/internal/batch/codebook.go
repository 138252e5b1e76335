package batch

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"centricity/scenarios"
)

// codebook lists every column of every table.
func (p Plan) codebook() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	cells, _ := cellTable(p.Design)
	_ = w.Write([]string{"table", "name", "label", "unit", "type", "definition"}) // to memory
	for _, l := range append(p.Levels[:len(p.Levels):len(p.Levels)], Level{Table: cells}) {
		for _, c := range l.Columns {
			_ = w.Write([]string{l.Name, c.Name, c.Label, c.Unit, c.Kind.String(), c.definition()})
		}
	}
	w.Flush()
	return b.Bytes()
}

// cellTable is the table of the design's cells, with its text.
func cellTable(d scenarios.Design) (Table, []byte) {
	t := Table{Name: "cells", Title: "One row an arm at one setting of the factors", Key: []string{"cell"}, Columns: []Column{
		{"cell", "Cell", "", Integer, "Number of the cell, in the design's order.", ""},
		{"arm", "Arm", "", Text, "Name of the arm in the design.", ""},
		{"scenario", "Scenario", "", Text, "Name of the scenario before anything was set.", ""},
		{"policy", "Policy", "", Text, "Who decides.", ""},
		{"market", "Market hash", "", Text, "Identifies the scenario with everything that was set.", ""},
	}}
	for _, f := range d.Factors {
		t.Columns = append(t.Columns, factorColumn(f))
	}
	text := rows{text: header(t)}
	for i, c := range d.Cells {
		text.begun = false
		text.word(strconv.Itoa(i + 1))
		for _, s := range append([]string{c.Arm, c.Scenario, c.Policy, c.Hash}, c.Settings...) {
			text.word(s)
		}
		text.text = append(text.text, '\n')
	}
	return t, text.text
}
