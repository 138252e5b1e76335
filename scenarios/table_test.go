package scenarios_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"centricity/scenarios"
	"centricity/sim"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestEveryParameterCanBeWritten: for each parameter of the core's tables, its
// default written out changes nothing, and a value just outside its bounds is
// told at its place with its bounds, unit and sentence.
func TestEveryParameterCanBeWritten(t *testing.T) {
	eachParameter(t, "", sim.MarketParameters)
	eachParameter(t, "segments.everyone.", sim.SegmentParameters)
	eachParameter(t, "channels.mass.", sim.ChannelParameters)
}

func eachParameter[T any](t *testing.T, prefix string, table []sim.Parameter[T]) {
	base, err := scenarios.Load("x.yaml", []byte(smallest))
	require.NoError(t, err)
	if strings.HasPrefix(prefix, "channels") {
		base.Market.Channels = base.Market.Channels[:1]
	}
	for _, p := range table {
		path := prefix + p.Path
		s, err := scenarios.Load("x.yaml", []byte(smallest+at(path, written(p, p.Default))))
		require.NoError(t, err, path)
		assert.Equal(t, base.Market.Hash(), s.Market.Hash(), path)

		if p.Kind() == sim.Choice || p.Kind() == sim.YesNo {
			continue
		}
		for _, x := range []float64{p.Low - 1, p.High + 1} {
			text := at(path, written(p, x))
			_, err = scenarios.Load("x.yaml", []byte(smallest+text))
			require.IsType(t, scenarios.Errors{}, err, path)
			errs := err.(scenarios.Errors)
			require.Len(t, errs, 1, path)
			lines := strings.Split(smallest+text, "\n")
			assert.Equal(t, path, errs[0].Path)
			assert.Equal(t, len(lines), errs[0].Line)
			assert.Equal(t, strings.Index(lines[len(lines)-1], ":")+3, errs[0].Column)
			for _, part := range []string{p.Unit, p.Doc, plain(p.Low), plain(p.High)} {
				assert.Contains(t, errs[0].Message.String(), part, path)
			}
		}
	}
}

// at writes a value at a path, each part of it on a line of its own.
func at(path, value string) string {
	parts := strings.Split(path, ".")
	var b strings.Builder
	for i, part := range parts {
		fmt.Fprintf(&b, "%s%s:", strings.Repeat("  ", i), part)
		if i < len(parts)-1 {
			b.WriteString("\n")
		}
	}
	return b.String() + " " + value
}

func written[T any](p sim.Parameter[T], x float64) string {
	switch p.Kind() {
	case sim.Choice:
		return p.Words()[int(x)]
	case sim.YesNo:
		return strconv.FormatBool(x != 0)
	}
	return plain(x)
}

func plain(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
