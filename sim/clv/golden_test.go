package clv

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBGNBDReproducesThePaper(t *testing.T) {
	b, _ := cdnow(t)
	f, err := FitBGNBD(b)
	require.NoError(t, err)
	require.Equal(t, Converged, f.Status)
	require.InDelta(t, -9582.429, f.LogLikelihood, 5e-4)
	for i, want := range []float64{.24260, 4.41360, .79292, 2.42589} {
		require.InDelta(t, want, f.Parameters[i].Value, 2e-5, f.Parameters[i].Name)
	}
}
