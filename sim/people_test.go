package sim

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAPersonTakes152Bytes, as docs/BENCHMARKS.md says: 64 that clones share
// and 88 of each world's own.
func TestAPersonTakes152Bytes(t *testing.T) {
	size := func(x any) int { return int(reflect.TypeOf(x).Size()) }
	require.Equal(t, 64, size(nature{}))
	require.Equal(t, 88, size(standing{})+size(mind{})+size(account{}))
}
