package widget_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"centricity/game/widget"
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

func TestWhatIsShownCanBeTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Int64Range(-1e12, 1e12).Draw(t, "v")
		for _, n := range []widget.Number{widget.Counts, widget.Prices} {
			for _, s := range []string{n.Text(v), n.Edit(v)} {
				got, err := n.Parse(s)
				require.NoError(t, err)
				require.Equal(t, v, got, s)
			}
		}
	})
}
