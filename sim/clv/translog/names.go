package translog

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// What people call the columns, likeliest first, in small letters and without
// anything between words.
var (
	customerNames = strings.Fields(`customerid customer customerno customernumber custid custno cust customerkey
		customeremail clientid client clientno userid user username memberid member accountid account buyerid buyer
		shopperid patientid donorid donor subscriberid householdid household householdkey cardid cardno card visitorid visitor
		personid person email emailaddress mail contactid contact billingemail kundennummer kunde clientnumber id`)
	dateNames = strings.Fields(`date orderdate purchasedate transactiondate invoicedate saledate salesdate paymentdate trandate
		transdate datetime timestamp time orderedat createdat purchasedat paidat processedat createdon created day dateofpurchase ordertime
		purchasetimestamp orderpurchasetimestamp eventtime datum when`)
	amountNames = strings.Fields(`amount totalamount total ordertotal totalprice totalvalue totalsales grandtotal sales salesvalue salesamount
		revenue netamount netsales grossamount value ordervalue transactionamount transactionvalue purchaseamount spend spent paid paymentvalue
		payment linetotal subtotal sum dollars usd eur gbp betrag money monetary tranamt amt`)
	unitPriceNames = strings.Fields(`unitprice price itemprice priceperunit priceeach productprice`)
	quantityNames  = strings.Fields(`quantity qty units itemquantity quantityordered count pieces`)
)

// plainName is a column's name as the lists above have it.
func plainName(b []byte) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127:
			return r
		}
		return -1
	}, string(b))
}

// named is the column that has the likeliest of the names, or -1.
func named(header []string, names []string, not ...int) int {
	for _, name := range names {
		for i, h := range header {
			if h == name && !slices.Contains(not, i) {
				return i
			}
		}
	}
	return -1
}

// column is the place of a column that was told by name or number.
func column(told string, header []string, raw []string, columns int) (int, error) {
	for i, name := range raw {
		if name == told {
			return i, nil
		}
	}
	if i := slices.Index(header, plainName([]byte(told))); i >= 0 && plainName([]byte(told)) != "" {
		return i, nil
	}
	if n, err := strconv.Atoi(told); err == nil {
		if n >= 1 && n <= columns {
			return n - 1, nil
		}
		return 0, fmt.Errorf("there is no column %d; the log has %d", n, columns)
	}
	if len(raw) == 0 {
		return 0, fmt.Errorf("there is no column %q: the log has no header, so columns go by number, 1 to %d", clip(told), columns)
	}
	return 0, fmt.Errorf("there is no column %q; the columns are %s", clip(told), list(raw))
}

// list names columns, not endlessly many.
func list(names []string) string {
	const most = 20
	var out []string
	for i, n := range names {
		if i == most {
			out = append(out, fmt.Sprintf("and %d more", len(names)-most))
			break
		}
		out = append(out, clip(n))
	}
	return strings.Join(out, ", ")
}

// clip is a piece of a log as a message can hold it.
func clip(s string) string {
	const most = 40
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

func clipBytes(b []byte) string { return clip(string(b[:min(len(b), 200)])) }

// bom is the mark some programs begin UTF-8 with.
var bom = []byte("\xef\xbb\xbf")

// notText says why a log is no text that can be read, if it is none.
func notText(b []byte) error {
	for _, k := range [...]struct{ begins, says string }{
		{"\xff\xfe", "the log is written in UTF-16; save it as CSV in UTF-8"},
		{"\xfe\xff", "the log is written in UTF-16; save it as CSV in UTF-8"},
		{"PK\x03\x04", "the log is a spreadsheet or a zip; save the table in it as CSV"},
		{"\xd0\xcf\x11\xe0", "the log is a spreadsheet; save the table in it as CSV"},
		{"\x1f\x8b", "the log is compressed; unpack it first"},
		{"%PDF", "the log is a PDF; it takes the table itself, as CSV"},
		{"PAR1", "the log is a Parquet file; write it as CSV"},
		{"SQLite format 3", "the log is a database; write the table in it as CSV"},
	} {
		if bytes.HasPrefix(b, []byte(k.begins)) {
			return fmt.Errorf("%s", k.says)
		}
	}
	if n := bytes.Count(b, []byte{0}); n > 0 {
		if n > len(b)/4 && n < len(b)*3/4 {
			return fmt.Errorf("the log is written in UTF-16; save it as CSV in UTF-8")
		}
		if n > len(b)/100 {
			return fmt.Errorf("the log is not text; save it as CSV")
		}
	}
	return nil
}
