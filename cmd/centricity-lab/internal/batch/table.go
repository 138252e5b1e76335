package batch

import (
	"strconv"

	"centricity/sim"
)

// A Kind says how a column's values are written.
type Kind int

// The kinds of columns. Yes and no are the integers 1 and 0, which every
// program reads alike.
const (
	Integer Kind = iota
	Number
	Text
)

// String is the kind's name in a data package.
func (k Kind) String() string { return [...]string{"integer", "number", "string"}[k] }

// A Column is one variable of a table: an entry of the codebook.
type Column struct {
	Name  string
	Label string
	Unit  string // empty for names and yes/no
	Kind  Kind
	Doc   string // one sentence
	Empty string // when it has no value; empty: it always has one
}

// A Table is one level of output.
type Table struct {
	Name, Title string
	Columns     []Column
	Key         []string // columns that tell its rows apart
}

// A field is a column with its value in a row.
type field[T any] struct {
	Column
	put func(to *rows, row *T)
}

func columns[T any](fields []field[T]) []Column {
	list := make([]Column, len(fields))
	for i, f := range fields {
		list[i] = f.Column
	}
	return list
}

// rows are lines of comma-separated values without a header: the form in which
// everything is kept, compared and summed up. No value holds a comma, quote or
// line end.
type rows struct {
	text  []byte
	count int
	begun bool // a value of the present line is there
}

// write adds one row.
func write[T any](to *rows, fields []field[T], row *T) {
	for i := range fields {
		fields[i].put(to, row)
	}
	to.text = append(to.text, '\n')
	to.count++
	to.begun = false
}

func (r *rows) next() {
	if r.begun {
		r.text = append(r.text, ',')
	}
	r.begun = true
}

func (r *rows) none() { r.next() }

func (r *rows) word(s string) {
	r.next()
	r.text = append(r.text, s...)
}

func (r *rows) int(n int) {
	r.next()
	r.text = strconv.AppendInt(r.text, int64(n), 10)
}

func (r *rows) yes(b bool) {
	if b {
		r.int(1)
	} else {
		r.int(0)
	}
}

// money writes an amount in currency, to the cent.
func (r *rows) money(m sim.Money) {
	r.next()
	if m < 0 {
		r.text = append(r.text, '-')
		m = -m
	}
	r.text = strconv.AppendInt(r.text, int64(m)/100, 10)
	r.text = append(r.text, '.', byte('0'+m/10%10), byte('0'+m%10))
}

// float writes a number with as few digits as tell it from every other.
func (r *rows) float(x float64) {
	r.next()
	r.text = strconv.AppendFloat(r.text, x+0, 'g', -1, 64)
}

func (r *rows) maybe(x float64, there bool) {
	if !there {
		r.none()
		return
	}
	r.float(x)
}
