package translog

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
)

// Read reads a log to its end. It is an error if there is nothing to be used in
// it, or its form cannot be told; rows that are of no use are told instead.
func Read(in io.Reader, o Options) (*Log, error) {
	r := newRows(in)
	if r.err != nil {
		return nil, r.err
	}
	begin := r.buf[:r.end]
	if err := notText(begin); err != nil {
		return nil, err
	}
	if bytes.HasPrefix(begin, bom) {
		r.at = len(bom)
	}
	begin = r.buf[r.at:r.end]
	if bytes.IndexByte(begin, '\n') < 0 && bytes.IndexByte(begin, '\r') >= 0 {
		r.eol = '\r'
	}
	f, err := guess(begin, r.eol, o)
	if err != nil {
		return nil, err
	}
	r.delimiter = f.delimiter
	if o.Listed == 0 {
		o.Listed = 20
	}
	b := &builder{form: f, o: o, index: map[string]int32{}}
	b.log.Amounts = f.amount >= 0
	b.told.sayForm(f, o)
	if err := b.all(r); err != nil {
		return nil, err
	}
	return b.finish()
}

// builder gathers purchases by customer.
type builder struct {
	form
	o     Options
	log   Log
	told  Told
	index map[string]int32 // of customers by id

	began   bool // a date was read
	numeric bool // dates are numbers with the year last
	order   Order
	// For logs that are sorted: how often a date is before the last, under
	// either reading.
	last        [2]Day
	backs       [2]int
	bothReading int // dates that exist both ways and differ
}

func (b *builder) all(r *rows) error {
	skip := b.header
	for {
		more, err := r.cut()
		if !more {
			return r.err
		}
		if skip && err == nil {
			skip = false
			continue
		}
		b.told.Rows++
		if err != nil {
			b.told.refuse(r.line, nil, err, b.o.Listed)
			continue
		}
		if what, err := b.row(r.fields); err != nil {
			if errors.Is(err, errMany) {
				return err
			}
			b.told.refuse(r.line, what, err, b.o.Listed)
		}
	}
}

var (
	errFew        = errors.New("the row has fewer columns than are needed")
	errNobody     = errors.New("the row names no customer")
	errLongID     = errors.New("is too long for a customer's name")
	errOtherOrder = errors.New("is a date only if day and month stand in the other order than in the dates before it; --date-order says which is right")
	errOtherForm  = errors.New("is a date written unlike those before it")
	errQuantity   = errors.New("is not a quantity")
	errMany       = fmt.Errorf("the log has more than %d million customers, which is more than is read", maxCustomers/1_000_000)
)

// nobody are words for a customer who is not known.
var nobody = [][]byte{[]byte("null"), []byte("NULL"), []byte("nan"), []byte("NaN"), []byte("none"), []byte("None"), []byte("n/a"), []byte("N/A"), []byte("NA")}

// row takes a row in; what is the field that is wrong.
func (b *builder) row(fields [][]byte) (what []byte, err error) {
	if len(fields) <= max(b.customer, b.date, b.amount, b.quantity) {
		return nil, errFew
	}
	id := bytes.TrimSpace(fields[b.customer])
	switch {
	case len(id) == 0 || slices.ContainsFunc(nobody, func(n []byte) bool { return bytes.Equal(n, id) }):
		return nil, errNobody
	case len(id) > maxID:
		return id, errLongID
	}
	day, err := b.day(bytes.TrimSpace(fields[b.date]))
	if err != nil {
		return fields[b.date], err
	}
	cents, flags := int64(0), visit(boughtBit)
	if b.amount >= 0 {
		field := bytes.TrimSpace(fields[b.amount])
		if cents, err = parseAmount(field, b.decimal); err != nil {
			return field, err
		}
		if b.quantity >= 0 {
			q := bytes.TrimSpace(fields[b.quantity])
			n, err := parseNumber(q, b.decimal)
			if err != nil {
				return q, errQuantity
			}
			product := math.Floor(math.Abs(float64(cents)*n)+0.5) * float64(1-2*b2i(float64(cents)*n < 0))
			if math.Abs(product) > mostCents {
				return field, errLarge
			}
			cents = int64(product)
			if n < 0 {
				flags = refundedBit
			}
		}
		if cents < 0 {
			flags = refundedBit
		}
	}
	at, known := b.index[string(id)]
	if !known {
		if len(b.log.Customers) >= maxCustomers {
			return nil, errMany
		}
		at = int32(len(b.log.Customers))
		name := string(id)
		b.index[name] = at
		b.log.Customers = append(b.log.Customers, Customer{ID: name})
	}
	b.told.Used++
	b.told.Refunds += b2i(flags == refundedBit)
	b.log.Customers[at].add(newVisit(day, cents, flags))
	return nil, nil
}

// add adds a visit. Those of one day are added up as they come where they come
// together, and else whenever room is short, so that room goes with days.
func (c *Customer) add(v visit) {
	n := len(c.visits)
	if n > 0 && c.visits[n-1].day() == v.day() {
		c.visits[n-1] = newVisit(v.day(), c.visits[n-1].cents()+v.cents(), c.visits[n-1].flags()|v.flags())
		return
	}
	if n == cap(c.visits) && n >= 16 {
		c.visits = merged(c.visits)
		if len(c.visits) > n*3/4 {
			c.visits = slices.Grow(c.visits, n)
		}
	}
	c.visits = append(c.visits, v)
}

// day reads a date. As long as nothing has told whether days or months come
// first, months are taken to.
func (b *builder) day(field []byte) (Day, error) {
	at, err := parseDate(field)
	if err != nil {
		return 0, err
	}
	if !b.began {
		b.began, b.numeric, b.order = true, at.numeric, b.o.Order
	}
	if at.numeric != b.numeric {
		return 0, errOtherForm
	}
	if !at.numeric {
		return at.day, nil
	}
	switch {
	case at.only == GuessOrder:
		if at.day != at.swapped {
			b.bothReading++
		}
		if b.order == GuessOrder {
			for i, d := range [2]Day{at.day, at.swapped} {
				b.backs[i] += b2i(d < b.last[i])
				b.last[i] = d
			}
		}
		if b.order == DayFirst {
			return at.swapped, nil
		}
		return at.day, nil
	case b.order == GuessOrder:
		if b.order = at.only; b.order == DayFirst {
			b.swap()
		}
	case b.order != at.only:
		return 0, errOtherOrder
	}
	return at.day, nil
}

// swap reads all dates so far the other way round.
func (b *builder) swap() {
	for i := range b.log.Customers {
		for k, v := range b.log.Customers[i].visits {
			b.log.Customers[i].visits[k] = newVisit(v.day().swap(), v.cents(), v.flags())
		}
	}
}

// settle decides the order of day and month when the log has told it nowhere.
func (b *builder) settle() {
	if !b.numeric {
		return
	}
	switch {
	case b.o.Order != GuessOrder:
		b.told.say("dates are %s, as was said", b.order)
	case b.order != GuessOrder:
		b.told.say("dates are %s: some of them are dates only so", b.order)
	case b.bothReading == 0:
		b.told.say("dates read the same as day/month and month/day")
	case b.backs[0] == b.backs[1]:
		b.order = MonthFirst
		b.told.say("NOT SURE: dates are taken as month/day, but nothing in the log tells; --date-order dmy reads them as day/month")
	default:
		b.order = MonthFirst
		if b.backs[1] < b.backs[0] {
			b.order = DayFirst
			b.swap()
		}
		b.told.say("dates are taken as %s, because so they are nearly in order; --date-order says it otherwise", b.order)
	}
}

// finish merges, sorts and counts.
func (b *builder) finish() (*Log, error) {
	b.settle()
	from, until := firstDay, lastDay
	if b.o.From != 0 {
		from = b.o.From
	}
	if b.o.Until != 0 {
		until = b.o.Until
	}
	l := &b.log
	l.First, l.Last = lastDay, firstDay
	all, kept := l.Customers, l.Customers[:0]
	b.index = nil
	visits := 0
	for _, c := range all {
		c.visits = merged(c.visits)
		visits += len(c.visits)
		inside := c.visits[:0]
		for _, v := range c.visits {
			if v.day() >= from && v.day() <= until {
				inside = append(inside, v)
			}
		}
		b.told.Outside += len(c.visits) - len(inside)
		c.visits = inside
		bought := false
		for p := range c.Purchases() {
			l.First, l.Last = min(l.First, p.Day), max(l.Last, p.Day)
			bought = true
		}
		if bought {
			kept = append(kept, c)
		} else if len(inside) > 0 {
			b.told.Never++
		}
	}
	clear(all[len(kept):])
	l.Customers = kept
	b.told.Merged = b.told.Used - visits
	slices.SortStableFunc(b.told.Reasons, func(x, y Reason) int { return cmp.Compare(y.Rows, x.Rows) })
	l.Told = b.told
	if len(kept) == 0 {
		return nil, b.told.errNone()
	}
	return l, nil
}
