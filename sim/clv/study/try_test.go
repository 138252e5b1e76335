package study

import (
	"os"
	"testing"
	"time"

	"centricity/sim/clv/translog"
	"github.com/stretchr/testify/require"
)

func TestTry(t *testing.T) {
	f, err := os.Open("/work/shared/data/cdnow_sample.txt")
	require.NoError(t, err)
	l, err := translog.Read(f, translog.Options{})
	require.NoError(t, err)
	day, _ := translog.ParseDay("1997-09-30")
	d := FromLog(l, Cut{Until: day})
	s := time.Now()
	st, err := Run(d, Options{})
	require.NoError(t, err)
	t.Log(time.Since(s))
	for _, f := range st.Fits {
		t.Logf("%s %.3f %v %s %+v", f.Name, f.LogLikelihood, f.Status, f.Note, f.Parameters)
	}
	t.Logf("%+v", st.Spend.Parameters)
	t.Logf("%+v", st.Estimate)
	t.Logf("%+v", st.Histogram)
	t.Logf("%s", st.Histogram.Verdict())
	st.Holdout.Tracking = Tracking{}
	t.Logf("%+v", st.Holdout)
	t.Logf("%s", st.Warnings)
}
