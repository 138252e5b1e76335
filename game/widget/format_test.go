package widget_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
	"pgregory.net/rapid"

	"centricity/game/widget"
	"centricity/game/words"
)

func TestFormats(t *testing.T) {
	for want, got := range map[string]string{
		"0":                          widget.Count(0),
		"−1,234,567":                 widget.Count(-1234567),
		"−9,223,372,036,854,775,808": widget.Count(math.MinInt64),
		"$ 1,235":                    widget.Money(123450),
		"−$ 12":                      widget.Money(-1249),
		"$ 0":                        widget.Money(-49),
		"$ 12.50":                    widget.Price(1250),
		"−$ 0.05":                    widget.Price(-5),
		"$ 9,870":                    widget.MoneyShort(987000),
		"$ 98.7 k":                   widget.MoneyShort(9870000),
		"$ 1.20 m":                   widget.MoneyShort(120000000),
		"−$ 12.0 m":                  widget.MoneyShort(-1200000000),
		"$ 1.00 m":                   widget.MoneyShort(99999900),
		"$ 10.0 k":                   widget.MoneyShort(999960),
		"123 bn":                     widget.Short(123.4e9),
		"5.0e+20":                    widget.Short(5e20),
		"12.3 %":                     widget.Percent(0.1234),
		"0.0 %":                      widget.Percent(-0.0001),
		"81.5 %":                     widget.BasisPoints(8150),
		"–":                          widget.Percent(math.NaN()),
		"+3.1 %":                     widget.Signed(widget.Percent(0.031)),
		"−3.2 %":                     widget.Signed(widget.Percent(-0.032)),
		"+$ 1,200":                   widget.Signed(widget.Money(120000)),
	} {
		require.Equal(t, want, got)
	}
	require.Equal(t, "0.0 %", widget.Signed(widget.Percent(0)))
	require.Equal(t, "–", widget.Decimal(math.Inf(1), 2))
}

// The values of one axis have one unit and as many decimals, no more than they
// need.
func TestAnAxisHasOneForm(t *testing.T) {
	for _, c := range []struct{ want, got []string }{
		{[]string{"0", "50 k", "100 k"}, widget.Shorts([]float64{0, 50e3, 100e3})},
		{[]string{"5 k", "10 k"}, widget.Shorts([]float64{5e3, 10e3})},
		{[]string{"0", "5,000"}, widget.Shorts([]float64{0, 5e3})},
		{[]string{"−0.5 m", "0", "1.0 m"}, widget.Shorts([]float64{-5e5, 0, 1e6})},
		{[]string{"1.025 m", "1.050 m"}, widget.Shorts([]float64{1.025e6, 1.05e6})},
		{[]string{"−$ 50 k", "$ 0", "$ 50 k"}, widget.MoneyShorts([]float64{-5e6, 0, 5e6})},
		{[]string{"60 %", "80 %"}, widget.Percents([]float64{0.6, 0.8})},
		{[]string{"2.5 %", "5.0 %"}, widget.Percents([]float64{0.025, 0.05})},
		{[]string{"1 ×", "0.1 ×", "100", "$ 10 k"}, []string{widget.Trimmed("1.0 ×"), widget.Trimmed("0.10 ×"), widget.Trimmed("100"), widget.Trimmed("$ 10.0 k")}},
	} {
		require.Equal(t, c.want, c.got)
	}
	speak(t, "es")
	require.Equal(t, []string{"0 $", "0,5 M $", "1,0 M $"}, widget.MoneyShorts([]float64{0, 5e7, 1e8}))
	require.Equal(t, "10 mil $", widget.Trimmed("10,0 mil $"))
}

// speak speaks a language until the test is over.
func speak(t *testing.T, tag string) {
	words.Speak(tag)
	t.Cleanup(func() { words.Speak(words.English.Tag) })
}

// Source: CLDR, es: numbers, currency and compact patterns; thousands are parted
// from five digits on.
func TestSpanishFormats(t *testing.T) {
	speak(t, "es")
	for want, got := range map[string]string{
		"1234":         widget.Count(1234),
		"−12.345":      widget.Count(-12345),
		"1.234.567":    widget.Count(1234567),
		"1234,50":      widget.Decimal(1234.5, 2),
		"12.345,7":     widget.Decimal(12345.678, 1),
		"0,0":          widget.Decimal(-0.04, 1),
		"1235 $":       widget.Money(123450),
		"−12.345 $":    widget.Money(-1234500),
		"12,50 $":      widget.Price(1250),
		"9870 $":       widget.MoneyShort(987000),
		"98,7 mil $":   widget.MoneyShort(9870000),
		"1,20 M $":     widget.MoneyShort(120000000),
		"12,3 mil M":   widget.Short(12.34e9),
		"1,23 B":       widget.Short(1.234e12),
		"12,3 %":       widget.Percent(0.1234),
		"–":            widget.Percent(math.NaN()),
		"+3,1 %":       widget.Signed(widget.Percent(0.031)),
		"+1200 $":      widget.Signed(widget.Money(120000)),
		"−1200 EUR":    widget.Amount("EUR", widget.Count(-1200)),
		"0 trimestres": widget.Plural(0, "trimestre"),
		"1 mes":        widget.Plural(1, "mes"),
		"12 meses":     widget.Plural(12, "mes"),
	} {
		require.Equal(t, want, got)
	}
}

// Thousands are parted where another implementation of CLDR parts them, which
// has not heard that Spanish begins at five digits.
func TestGroupsAreThoseOfCLDR(t *testing.T) {
	for _, c := range []struct {
		tag  string
		from int64
	}{{"en", 0}, {"es", 10_000}} {
		speak(t, c.tag)
		p := message.NewPrinter(language.MustParse(c.tag))
		rapid.Check(t, func(t *rapid.T) {
			n := rapid.Int64Range(c.from, 1e12).Draw(t, "n")
			require.Equal(t, p.Sprint(number.Decimal(n)), widget.Count(n))
			require.Equal(t, p.Sprint(number.Decimal(float64(n)+0.25, number.Scale(2))), widget.Decimal(float64(n)+0.25, 2))
		})
	}
}

func TestParse(t *testing.T) {
	for s, want := range map[string]int64{
		"1200": 120000, "$ 1,200": 120000, " 1.2 m ": 120000000, "1.2K": 120000, "−5": -500, "$12.34": 1234, ".5": 50,
	} {
		got, err := widget.Dollars.Parse(s)
		require.NoError(t, err, s)
		require.Equal(t, want, got, s)
	}
	for _, s := range []string{"", "abc", "1.2.3", "NaN", "inf", "0x10", "1_000", "--1", "$"} {
		_, err := widget.Dollars.Parse(s)
		require.ErrorContains(t, err, "is not a number; type one like 1,200 or 1.2 m", s)
	}
}

func TestSpanishParse(t *testing.T) {
	speak(t, "es")
	for s, want := range map[string]int64{
		"1200": 120000, "1.200": 120000, "1.200,50 $": 120050, "1 200": 120000, "12.345.678": 1234567800, ",5": 50, "−5 $": -500,
		"1,5 mil": 150000, "1,2 M": 120000000, "1,2k": 120000, "1.500 mil": 150000000, "2 mil M $": 200000000000,
		"1.5": 150, "0.25": 25, // from a keypad with a dot
	} {
		got, err := widget.Dollars.Parse(s)
		require.NoError(t, err, s)
		require.Equal(t, want, got, s)
	}
	for _, s := range []string{"", "abc", "1.2.3", "12.34.567", "1,2,3", "1,234.5", "NaN", "inf", "mil", "1 mil mil", "--1", "$"} {
		_, err := widget.Dollars.Parse(s)
		require.EqualError(t, err, "«"+s+"» no es un número; escribe uno como 1200 o 1,2 M")
	}
}

func TestWhatIsShownCanBeTyped(t *testing.T) {
	for _, l := range words.Languages() {
		speak(t, l.Tag)
		rapid.Check(t, func(t *rapid.T) {
			v := rapid.Int64Range(-1e12, 1e12).Draw(t, "v")
			for _, c := range []struct {
				number widget.Number
				unit   int64 // of what is shown
			}{{widget.Counts, 1}, {widget.Prices, 1}, {widget.Dollars, 100}, {widget.Percentages, 10}} {
				for _, s := range []string{c.number.Text(v), c.number.Edit(v)} {
					got, err := c.number.Parse(s)
					require.NoError(t, err)
					require.Zero(t, got%c.unit, s)
					require.LessOrEqual(t, 2*max(got-v, v-got), c.unit, s)
				}
			}
			got, err := widget.Dollars.Parse(widget.MoneyShort(v)) // to three figures
			require.NoError(t, err)
			require.LessOrEqual(t, 200*max(got-v, v-got), max(v, -v)+100*100, widget.MoneyShort(v))
		})
	}
}

// Whatever is typed is a number or a message.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"1.234,5", "1e400", "12 mil M", "−$ 1,2", "\xff.", "9.999.999.999.999.999.999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range words.Languages() {
			words.Speak(l.Tag)
			for _, n := range []widget.Number{widget.Counts, widget.Dollars} {
				v, err := n.Parse(s)
				if err != nil {
					require.Contains(t, err.Error(), n.Like())
				}
				require.LessOrEqual(t, max(v, -v), int64(1<<53))
			}
		}
		words.Speak(words.English.Tag)
	})
}
