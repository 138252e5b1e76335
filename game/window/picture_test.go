package window

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestChangedRows(t *testing.T) {
	old := []byte("aabbccdd")
	for _, c := range []struct {
		old, now    []byte
		first, last int
	}{
		{old, []byte("aabbccdd"), 4, 4},
		{old, []byte("aaxbccdd"), 1, 2},
		{old, []byte("xabbccdx"), 0, 4},
		{old, []byte("aabbcxdx"), 2, 4},
		{nil, old, 0, 4},
	} {
		first, last := changed(c.old, c.now, 2)
		require.Equal(t, [2]int{c.first, c.last}, [2]int{first, last}, "%s", c.now)
	}
}
