package translog

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// told is a log as text: a line a purchase.
func told(l *Log) string {
	var b strings.Builder
	for _, c := range l.Customers {
		for p := range c.Purchases() {
			fmt.Fprintf(&b, "%s %s %d\n", c.ID, p.Day, p.Cents)
		}
	}
	return b.String()
}

// The same three purchases of two customers, as people write them.
func TestForms(t *testing.T) {
	const want = "7 2024-01-03 1250\n7 2024-02-28 123456\n8 2024-02-28 300\n"
	for name, c := range map[string]struct {
		log string
		o   Options
	}{
		"ISO, commas":                {log: "customer_id,date,amount\n7,2024-01-03,12.50\n7,2024-02-28,1234.56\n8,2024-02-28,3\n"},
		"times and zones":            {log: "order_time,User ID,total\n2024-01-03T09:15:00Z,7,12.50\n2024-02-28 23:59:59+02:00,7,1234.56\n2024-02-28T10:00:00.123,8,3.00\n"},
		"columns in any order":       {log: "total;note;client;date\n12.50;x;7;2024-01-03\n1234.56;;7;2024-02-28\n3;y;8;2024-02-28\n"},
		"tabs, day first":            {log: "Email\tOrder Date\tSales\n7\t03/01/2024\t12.50\n7\t28/02/2024\t1,234.56\n8\t28/02/2024\t3.00\n"},
		"month first":                {log: "Email,Order Date,Sales\n7,1/3/2024 8:26,12.50\n7,2/28/2024 10:00,\"$1,234.56\"\n8,2/28/24,$3.00\n"},
		"day first by dots":          {log: "kunde;datum;betrag\r\n7;3.1.2024;12,50 €\r\n7;28.2.2024;1.234,56 €\r\n8;28.02.2024;3,00 €\r\n"},
		"months by name":             {log: "customer,date,amount\n7,3 Jan 2024,USD 12.50\n7,\"Wed, 28-Feb-2024\",1 234.56\n8,\"February 28, 2024\",3 kr\n"},
		"no header, spaces":          {log: "00001 7 20240103  2  12.50\n 00001 7 20240228  2  1234.56\n 00002 8 20240228 1 3.00\n", o: Options{Customer: "2"}},
		"no header, commas":          {log: "7,2024-01-03,12.50\n7,2024-02-28,1234.56\n8,2024-02-28,3.00"},
		"a mark at its begin":        {log: "\xef\xbb\xbfcustomer,date,amount\n7,2024-01-03,12.50\n7,2024-02-28,1234.56\n8,2024-02-28,3\n"},
		"line ends of old":           {log: "customer,date,amount\r7,2024-01-03,12.50\r7,2024-02-28,1234.56\r8,2024-02-28,3\r"},
		"quoted line ends":           {log: "note,customer,date,amount\n\"a\nb, \"\"c\"\"\",7,2024-01-03,12.50\n\"\",7,2024-02-28,\"1,234.56\"\nz,\"8\",\"2024-02-28\",\"3\"\n"},
		"unsorted":                   {log: "customer,date,amount\n7,2024-02-28,1234.56\n8,2024-02-28,3\n7,2024-01-03,12.50\n"},
		"merged by day":              {log: "customer,date,amount\n7,2024-02-28,1000\n8,2024-02-28,2\n7,2024-01-03,12.50\n7,2024-02-28,234.56\n8,2024-02-28,1\n"},
		"unit price × quantity":      {log: "InvoiceNo,Quantity,InvoiceDate,UnitPrice,CustomerID\n1,5,1/3/2024 8:26,2.50,7\n2,1,2/28/2024 9:00,1234.56,7\n3,3,2/28/2024 9:01,1,8\n"},
		"refunded days do not count": {log: "customer,date,amount\n7,2024-01-03,12.50\n7,2024-02-28,1234.56\n7,2024-03-01,-5\n8,2024-02-28,3\n9,2024-02-28,4\n9,2024-02-28,(4.00)\n"},
		"columns by name":            {log: "a,b,c,date\n7,x,12.50,2024-01-03\n7,x,1234.56,2024-02-28\n8,x,3,2024-02-28\n", o: Options{Customer: "A", Amount: "c"}},
		"Unix time":                  {log: "user_id,timestamp,amount\n7,1704240000,12.50\n7,1709078400000,1234.56\n8,1709078400,3\n"},
		"order of dates said":        {log: "user_id,date,amount\n7,3/1/2024,12.50\n7,28/2/2024,1234.56\n8,28/2/2024,3\n", o: Options{Order: DayFirst}},
		"only some days":             {log: "user_id,date,amount\n7,2023-12-31,5\n7,2024-01-03,12.50\n7,2024-02-28,1234.56\n8,2024-02-28,3\n8,2024-03-01,3\n", o: Options{From: civil(2024, 1, 1), Until: civil(2024, 2, 29)}},
		"refused rows cost nothing":  {log: "customer,date,amount\n7,2024-01-03,12.50\n,2024-01-03,1\n7,2024-13-03,1\n7,2024-01-04,much\n7\n\"7,2024-01-09,1\n7,2024-02-28,1234.56\n8,2024-02-28,3\n"},
	} {
		t.Run(name, func(t *testing.T) {
			l, err := Read(strings.NewReader(c.log), c.o)
			require.NoError(t, err)
			assert.Equal(t, want, told(l), "%v", l.Told)
			assert.Equal(t, civil(2024, 1, 3), l.First)
			assert.Equal(t, civil(2024, 2, 28), l.Last)
			// A byte at a time gives the same.
			slow, err := Read(oneByte{strings.NewReader(c.log)}, c.o)
			require.NoError(t, err)
			assert.Equal(t, l, slow)
		})
	}
}

type oneByte struct{ in io.Reader }

func (o oneByte) Read(p []byte) (int, error) { return o.in.Read(p[:min(1, len(p))]) }

func TestTold(t *testing.T) {
	l, err := Read(strings.NewReader("customer,date,amount\n7,2024-01-03,12.50\n7,2024-01-03,2\n,2024-01-03,1\n7,2024-13-03,1\n7,2024-01-04,much\n7\n8,2024-02-01,-3\n7,2024-02-01,-3\n9,20 March,1\n"), Options{Listed: 3})
	require.NoError(t, err)
	assert.Equal(t, Told{
		Form: []string{"3 columns apart by commas, with a header", "customer: column 1, “customer”", "date: column 2, “date”", "amount: column 3, “amount”"},
		Rows: 9, Used: 4, Merged: 1, Refunds: 2, Never: 1, Refused: 5,
		Reasons: []Reason{{errNobody.Error(), 1}, {errDay.Error(), 1}, {errAmount.Error(), 1}, {errFew.Error(), 1}, {errDate.Error(), 1}},
		Listed:  []Refusal{{4, "the row names no customer"}, {5, "“2024-13-03” is a date that the calendar does not have"}, {6, "“much” is not an amount"}},
	}, l.Told)
	assert.EqualValues(t, -300, l.Customers[0].Refunds(lastDay))
}

// Day and month are told apart by the dates themselves, wherever in the log the
// first that tells is; then by what is nearly sorted; then it is not sure.
func TestDayAndMonth(t *testing.T) {
	for name, c := range map[string]struct{ dates, last, says string }{
		"a day above 12 comes late":   {"03/01/2024 04/01/2024 05/01/2024 13/01/2024", "2024-01-13", "some of them are dates only so"},
		"a month first comes late":    {"03/01/2024 04/01/2024 05/13/2024", "2024-05-13", "some of them are dates only so"},
		"sorted as day first":         {"01/02/2024 05/02/2024 01/03/2024 02/04/2024", "2024-04-02", "nearly in order"},
		"sorted as month first":       {"02/01/2024 02/05/2024 03/01/2024", "2024-03-01", "nearly in order"},
		"nothing tells":               {"01/02/2024 01/02/2024", "2024-01-02", "NOT SURE"},
		"both the same":               {"01/01/2024 02/02/2024", "2024-02-02", "read the same"},
		"one of the other is refused": {"13/01/2024 14/01/2024 01/14/2024", "2024-01-14", "some of them are dates only so"},
	} {
		t.Run(name, func(t *testing.T) {
			log := "id,date,amount\n"
			for i, d := range strings.Fields(c.dates) {
				log += fmt.Sprintf("c%d,%s,1\n", i%2, d)
			}
			l, err := Read(strings.NewReader(log), Options{})
			require.NoError(t, err)
			assert.Equal(t, c.last, l.Last.String())
			assert.Contains(t, strings.Join(l.Told.Form, "\n"), c.says)
			assert.Equal(t, strings.Contains(name, "refused"), l.Told.Refused == 1)
		})
	}
}

func TestAmounts(t *testing.T) {
	for text, want := range map[string]int64{
		"1": 100, "1.5": 150, "0.125": 13, "1,234": 123400, "1,234,567.89": 123456789, "1.234.567,89": 123456789, "1'234.50": 123450,
		"$12.00": 1200, "12.00 USD": 1200, "-3": -300, "3-": -300, "(3.10)": -310, "−2": -200, "-$4": -400, "₹1,23,456.70": 12345670, "kr. 5": 500, "+7": 700, ".5": 50, "5.": 500, "R$ 9": 900,
	} {
		got, err := parseAmount([]byte(text), '.')
		assert.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
	for text, want := range map[string]int64{"1,5": 150, "1.234": 123400, "12": 1200, "1 234,5": 123450, "1.234,5": 123450, "0,05": 5} {
		got, err := parseAmount([]byte(text), ',')
		assert.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "-", "$", ".", "1e5", "NaN", "Inf", "12,5", "1,2,3", "1.2.3.4,5,6", "12a34", "0x10", "1_000", "99999999999999999999", strings.Repeat("1", 100)} {
		_, err := parseAmount([]byte(text), '.')
		assert.Error(t, err, text)
	}
}

func TestCalendar(t *testing.T) {
	assert.EqualValues(t, 0, civil(1970, 1, 1))
	assert.EqualValues(t, 19782, civil(2024, 2, 29))
	for d := firstDay; d <= lastDay; d++ {
		if y, m, day := d.Date(); civil(y, m, day) != d {
			t.Fatal(d)
		}
	}
	for _, bad := range []string{"", "2023-02-29", "1899-12-31", "2200-01-01", "03/04/2024", "today", "2024-1-1 25:00", "2024-01-01x", "20241301"} {
		_, err := ParseDay(bad)
		assert.Error(t, err, bad)
	}
	d, err := ParseDay("2024-02-29")
	require.NoError(t, err)
	assert.Equal(t, "2024-02-29", d.String())
}

// What cannot be a log is told in words.
func TestNotALog(t *testing.T) {
	for name, c := range map[string]struct{ log, says string }{
		"nothing":        {"", "is empty"},
		"empty lines":    {"\n\n \n", "is empty"},
		"one long line":  {strings.Repeat("a,", 1<<18), "longer than 64 KiB"},
		"header only":    {"customer,date,amount\n", "no rows of data"},
		"UTF-16":         {"\xff\xfec\x00u\x00", "UTF-16"},
		"UTF-16 no mark": {"c\x00u\x00s\x00t\x00,\x00d\x00", "UTF-16"},
		"a spreadsheet":  {"PK\x03\x04xxxx", "spreadsheet"},
		"compressed":     {"\x1f\x8b\x08", "unpack"},
		"binary":         {strings.Repeat("ab\x00cdefghi", 100), "not text"},
		"one column":     {"abc\ndef\n", "which column is the date"},
		"no customer":    {"date,amount,colour\n2024-01-01,1,red\n", "which column is the customer? The columns are date, amount, colour"},
		"no date":        {"customer,amount\n1,2\n", "which column is the date"},
		"no amount":      {"customer,date\n1,2024-01-01\n", "--amount -"},
		"only bad rows":  {"customer,date,amount\n1,x,2\n2,y,2\n", "line 2: “x” is not a date"},
		"only refunds":   {"customer,date,amount\n1,2024-01-01,-2\n", "no purchases"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(strings.NewReader(c.log), Options{})
			assert.ErrorContains(t, err, c.says)
		})
	}
	_, err := Read(strings.NewReader("customer,date\n1,2024-01-01\n"), Options{Amount: "-"})
	assert.NoError(t, err, "a log without amounts")
	_, err = Read(strings.NewReader("customer,date,amount\n1,2024-01-01,1\n"), Options{Date: "when"})
	assert.ErrorContains(t, err, `there is no column "when"; the columns are customer, date, amount`)
	_, err = Read(io.MultiReader(strings.NewReader("customer,date,amount\n1,2024-01-01,1\n"), broken{}), Options{})
	assert.ErrorContains(t, err, "cannot be read to its end")
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// repeat is a log of n rows that is made while it is read.
type repeat struct {
	n, i int
	row  func(i int) string
	rest string
}

func (r *repeat) Read(p []byte) (int, error) {
	for r.rest == "" {
		if r.i == r.n {
			return 0, io.EOF
		}
		r.rest = r.row(r.i)
		r.i++
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// Whatever is long, only customers and their days take memory.
func TestMemoryGoesWithCustomersNotRows(t *testing.T) {
	const mib = 1 << 20
	head := "customer,date,amount\n"
	longest := strings.Repeat("x", mib)
	for name, c := range map[string]struct {
		in   io.Reader
		rows int
	}{
		"a line of 100 MiB":       {&repeat{n: 100, row: func(int) string { return longest }}, 1},
		"an open quote per line":  {&repeat{n: 100_000, row: func(int) string { return "\"a,2024-01-01,1\n" }}, 100_000},
		"a million of few people": {&repeat{n: 1_000_000, row: func(i int) string { return fmt.Sprintf("c%d,2024-01-%02d,1.00\n", i%100, i*7%28+1) }}, 1_000_000},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			l, err := Read(io.MultiReader(strings.NewReader(head+"a,2024-01-01,1\n"), c.in), Options{})
			require.NoError(t, err)
			runtime.GC()
			runtime.ReadMemStats(&after)
			assert.Equal(t, c.rows+1, l.Told.Rows)
			assert.Less(t, int64(after.HeapAlloc)-int64(before.HeapAlloc), int64(mib))
			runtime.KeepAlive(l)
		})
	}
}

// FuzzRead: whatever a file holds and however it is asked for, reading ends
// with a log that adds up, or with words.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"customer,date,amount\n7,2024-01-03,12.50\n", "a b 20240101 2 3.4\r\n", "\"a\n\"\"b\",1/2/2024,(3)\n", "x;1.2.2024;1.234,5\n", "\xff\xfe", "\xef\xbb\xbfid\tdate\tusd\n1\tJan 5, 2024\t$3\n",
	} {
		f.Add(s, byte(0), byte(0))
	}
	f.Fuzz(func(t *testing.T, log string, a, b byte) {
		o := Options{Order: Order(a % 3), Header: Header(a / 3 % 3), Decimal: []byte{0, '.', ','}[a/9%3]}
		if b%4 == 1 {
			o.Customer, o.Date, o.Amount = "1", "2", "3"
		}
		l, err := Read(strings.NewReader(log), o)
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		require.NotEmpty(t, l.Customers)
		require.Equal(t, l.Told.Rows, l.Told.Used+l.Told.Refused)
		for _, c := range l.Customers {
			last := firstDay - 1
			n := 0
			for p := range c.Purchases() {
				require.Greater(t, p.Day, last)
				require.GreaterOrEqual(t, p.Cents, int64(0))
				last, n = p.Day, n+1
			}
			require.Positive(t, n)
		}
	})
}

// BenchmarkRead reads ten million rows of a million customers.
func BenchmarkRead(b *testing.B) {
	const rows, customers = 10_000_000, 1_000_000
	for b.Loop() {
		in := &repeat{n: rows, row: func(i int) string {
			return fmt.Sprintf("customer-%d,%s,%d.%02d\n", i*7919%customers, firstDay+Day(44_000+i/20_000), i%90, i%100)
		}}
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		l, err := Read(io.MultiReader(strings.NewReader("customer,date,amount\n"), in), Options{})
		require.NoError(b, err)
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/customers, "bytes/customer")
		b.ReportMetric(float64(after.Sys)/(1<<20), "MiB-of-system")
		b.ReportMetric(rows, "rows")
		runtime.KeepAlive(l)
	}
}
