package translog

import (
	"bytes"
	"errors"
	"fmt"
)

// form is how a log is written.
type form struct {
	delimiter byte
	header    bool
	columns   int
	names     []string // of the columns, where there is a header
	customer  int
	date      int
	amount    int // -1: none
	quantity  int // -1: none
	decimal   byte
}

// looked is how many rows of the beginning are looked at.
const looked = 300

// guess finds the form of a log from its beginning b, where nothing is told.
func guess(b []byte, eol byte, o Options) (form, error) {
	f := form{delimiter: o.Delimiter, amount: -1, quantity: -1}
	if f.delimiter == 0 {
		f.delimiter = guessDelimiter(b, eol)
	}
	table := sample(b, eol, f.delimiter, looked)
	switch {
	case len(table) == 0 && len(bytes.TrimSpace(b)) == 0:
		return f, errors.New("the log is empty")
	case len(table) == 0:
		return f, fmt.Errorf("the log begins with rows of no use: line 1: %w", errLong)
	}
	for _, row := range table {
		f.columns = max(f.columns, len(row))
	}
	switch o.Header {
	case WithHeader:
		f.header = true
	case GuessHeader:
		f.header = looksLikeHeader(table)
	}
	body := table
	var header []string
	if f.header {
		for _, name := range table[0] {
			f.names = append(f.names, string(bytes.TrimSpace(name)))
			header = append(header, plainName(name))
		}
		body = table[1:]
	}
	return f, f.place(o, header, body)
}

// place finds the columns.
func (f *form) place(o Options, header []string, body [][][]byte) (err error) {
	told := func(name string, what string, guessed func() int) (int, error) {
		if name != "" {
			return column(name, header, f.names, f.columns)
		}
		if i := guessed(); i >= 0 {
			return i, nil
		}
		if f.header {
			return 0, fmt.Errorf("which column is the %s? The columns are %s; say it with --%s NAME", what, list(f.names), what)
		}
		return 0, fmt.Errorf("which of the %d columns is the %s? Say it with --%s NUMBER", f.columns, what, what)
	}
	if f.date, err = told(o.Date, "date", func() int {
		if i := named(header, dateNames); i >= 0 {
			return i
		}
		return mostly(body, f.columns, isDate)
	}); err != nil {
		return err
	}
	if f.customer, err = told(o.Customer, "customer", func() int {
		if f.header {
			return named(header, customerNames, f.date)
		}
		if f.date == 0 {
			return min(1, f.columns-1)
		}
		return 0
	}); err != nil {
		return err
	}
	f.decimal = o.Decimal
	if o.Amount == "-" {
		f.amount, f.decimal = -1, max(f.decimal, '.')
		return nil
	}
	byUnit := false
	if f.amount, err = told(o.Amount, "amount", func() int {
		if f.header {
			i := named(header, amountNames, f.date, f.customer)
			if i < 0 {
				i = named(header, unitPriceNames, f.date, f.customer)
				byUnit = i >= 0
			}
			return i
		}
		if f.columns < 3 {
			return -1
		}
		return lastAmount(body, f.columns, f.date, f.customer)
	}); err != nil {
		return fmt.Errorf("%w, or read it without with --amount -", err)
	}
	switch {
	case o.Quantity == "-":
	case o.Quantity != "":
		if f.quantity, err = column(o.Quantity, header, f.names, f.columns); err != nil {
			return err
		}
	case byUnit:
		f.quantity = named(header, quantityNames, f.date, f.customer, f.amount)
	}
	if f.decimal == 0 {
		f.decimal = guessDecimal(body, f.amount)
	}
	return nil
}

// sample cuts the beginning of a log into rows.
func sample(b []byte, eol, delimiter byte, most int) (table [][][]byte) {
	r := rows{buf: bytes.Clone(b), end: len(b), eof: true, next: 1, delimiter: delimiter, eol: eol}
	for len(table) < most {
		more, err := r.cut()
		if !more {
			return table
		}
		if err == nil {
			row := make([][]byte, len(r.fields))
			for i, field := range r.fields {
				row[i] = bytes.TrimSpace(field)
			}
			table = append(table, row)
		}
	}
	return table
}

// guessDelimiter is the one that cuts most rows into the same number of
// columns; spaces are for logs in which nothing else does.
func guessDelimiter(b []byte, eol byte) byte {
	best, bestRows, bestColumns := byte(' '), 0, 0
	for _, d := range []byte("\t;|,") {
		counts := map[int]int{}
		for _, row := range sample(b, eol, d, 40) {
			counts[len(row)]++
		}
		for columns, n := range counts {
			if columns >= 2 && (n > bestRows || n == bestRows && columns > bestColumns) {
				best, bestRows, bestColumns = d, n, columns
			}
		}
	}
	// A date and a time apart by a space do not make columns, nor do words.
	if bestColumns < 2 && len(sample(b, eol, ' ', 1)) == 0 {
		return ','
	}
	return best
}

// looksLikeHeader tells a first row that has neither dates nor amounts, and
// none of the fields below it.
func looksLikeHeader(table [][][]byte) bool {
	for _, field := range table[0] {
		if isDate(field) {
			return false
		}
		if _, err := parseNumber(field, '.'); err == nil && len(field) > 0 {
			return false
		}
	}
	return true
}

func isDate(field []byte) bool {
	if len(field) == 10 || len(field) == 13 { // a long number is rather an id than Unix time
		if _, n, _ := dateTokens(field); n == 1 {
			return false
		}
	}
	_, err := parseDate(field)
	return err == nil
}

// mostly is the first column in which nine of ten fields are so, or -1.
func mostly(body [][][]byte, columns int, so func([]byte) bool) int {
	for i := range columns {
		yes, n := 0, 0
		for _, row := range body {
			if i < len(row) {
				n++
				yes += b2i(so(row[i]))
			}
		}
		if n > 0 && yes*10 >= n*9 {
			return i
		}
	}
	return -1
}

// lastAmount is the last column of numbers with decimals, else the last of
// numbers.
func lastAmount(body [][][]byte, columns int, not ...int) int {
	found, decimals := -1, false
	for i := range columns {
		numbers, dots, n := 0, 0, 0
		for _, row := range body {
			if i >= len(row) {
				continue
			}
			n++
			if _, err := parseNumber(row[i], '.'); err == nil {
				numbers++
				dots += b2i(bytes.ContainsAny(row[i], ".,"))
			} else if _, err := parseNumber(row[i], ','); err == nil {
				numbers, dots = numbers+1, dots+1
			}
		}
		if n == 0 || numbers*10 < n*9 || i == not[0] || i == not[1] {
			continue
		}
		if has := dots*2 > n; has || !decimals {
			found, decimals = i, has
		}
	}
	return found
}

// guessDecimal is the decimal sign that amounts show: the last of two marks, or
// one that is not followed by exactly three digits.
func guessDecimal(body [][][]byte, amount int) byte {
	comma, dot := 0, 0
	for _, row := range body {
		if amount >= len(row) {
			continue
		}
		b, _, ok := bare(row[amount])
		if !ok {
			continue
		}
		c, d := bytes.LastIndexByte(b, ','), bytes.LastIndexByte(b, '.')
		switch {
		case c >= 0 && d >= 0:
			comma, dot = comma+b2i(c > d), dot+b2i(d > c)
		case c >= 0 && len(b)-c-1 != 3:
			comma++
		case d >= 0 && len(b)-d-1 != 3:
			dot++
		}
	}
	if comma > dot {
		return ','
	}
	return '.'
}
