package clv

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// cdnow reads the CDNOW sample: purchases merged by customer and day,
// calibration to 30 September 1997, in weeks. It skips the test where the log
// is absent.
func cdnow(t testing.TB) (Base, []Spend) {
	t.Helper()
	var text []byte
	for _, dir := range []string{os.Getenv("CENTRICITY_DATA"), "../../../shared/data"} {
		if b, err := os.ReadFile(filepath.Join(dir, "cdnow_sample.txt")); dir != "" && err == nil {
			text = b
			break
		}
	}
	if text == nil {
		t.Skip("the CDNOW log (cdnow_sample.txt) is neither in $CENTRICITY_DATA nor in ../shared/data")
	}
	type day = int64
	spent := map[string]map[day]float64{}
	var order []string
	lines := bufio.NewScanner(strings.NewReader(string(text)))
	for lines.Scan() {
		f := strings.Fields(lines.Text())
		date, err := time.Parse("20060102", f[2])
		require.NoError(t, err)
		dollars, err := strconv.ParseFloat(f[4], 64)
		require.NoError(t, err)
		if spent[f[1]] == nil {
			spent[f[1]] = map[day]float64{}
			order = append(order, f[1])
		}
		spent[f[1]][date.Unix()/86400] += dollars
	}
	const week = 7.0
	until := time.Date(1997, 9, 30, 0, 0, 0, 0, time.UTC).Unix() / 86400
	var base Base
	var money []Spend
	for _, id := range order {
		first, last := until, int64(0)
		for d := range spent[id] {
			first = min(first, d)
		}
		s := Summary{T: float64(until-first) / week, N: 1}
		dollars := 0.0
		for d, v := range spent[id] {
			if d > first && d <= until {
				s.X++
				last = max(last, d)
				dollars += v
			}
		}
		if s.X > 0 {
			s.Last = float64(last-first) / week
		}
		base = append(base, s)
		one := Spend{X: s.X, N: 1}
		if s.X > 0 {
			one.Mean = dollars / float64(s.X)
		}
		money = append(money, one)
	}
	require.Len(t, base, 2357)
	require.Equal(t, 2457, base.Purchases())
	return base, money
}
