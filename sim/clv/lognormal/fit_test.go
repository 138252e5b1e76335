package lognormal

import (
	"os"
	"testing"

	"centricity/sim/clv/study"
	"centricity/sim/clv/translog"
	"github.com/stretchr/testify/require"
)

func TestTry(t *testing.T) {
	f, err := os.Open("/work/shared/data/cdnow_sample.txt")
	require.NoError(t, err)
	l, err := translog.Read(f, translog.Options{})
	require.NoError(t, err)
	for _, until := range []string{"1997-09-30", "1998-06-30"} {
		day, _ := translog.ParseDay(until)
		d := study.FromLog(l, study.Cut{Until: day})
		fit, err := Of(d.Base())
		require.NoError(t, err)
		fit.grid = nil
		t.Logf("%+v", fit)
		t.Log(13*fit.MeanRate(), 13*fit.MeanHazard(), fit.HazardSpread)
	}
}
