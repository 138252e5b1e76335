package translog

// Options say what is known of a log. The zero Options leave everything to be
// guessed.
type Options struct {
	// The columns, by their name in the header or their number from 1. None of
	// them may be guessed wrong: what was taken is told.
	Customer, Date, Amount string
	// Quantity is a column by which the amount is multiplied; "-" is none.
	// Amount "-" reads a log without amounts.
	Quantity string

	Delimiter byte   // between columns; ' ' is any run of spaces and tabs; 0 guesses
	Header    Header // whether the first row names the columns
	Order     Order  // of day and month in dates such as 03/04/2024
	Decimal   byte   // '.' or ','; 0 guesses

	From, Until Day // rows outside are left out; the zero Days leave none out

	Listed int // of the rows refused, so many are kept with their line and reason; 0 is 20
}

// Header says whether a log's first row names its columns.
type Header int

// The choices.
const (
	GuessHeader Header = iota
	WithHeader
	WithoutHeader
)

// Order is that of day and month where a date is written in numbers and does
// not begin with the year.
type Order int

// The orders. GuessOrder takes the one in which every date exists; where both
// do, the one in which the log is more nearly sorted; else month first, and
// says that it is not sure.
const (
	GuessOrder Order = iota
	DayFirst
	MonthFirst
)

func (o Order) String() string {
	return [...]string{"not told", "day/month", "month/day"}[o]
}

// Bounds of what is read.
const (
	maxRecord    = 64 << 10 // bytes of a row
	maxLines     = 50       // of a row with line ends inside quotes
	maxColumns   = 500
	maxID        = 200        // bytes of a customer's id
	maxCustomers = 20_000_000 // about 3 GB
)
