package assets_test

import (
	"image/color"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/assets"
)

func TestEveryLicenceIsThere(t *testing.T) {
	all := assets.Licences()
	require.Len(t, all, 2)
	require.Contains(t, all[0].Text, "SIL OPEN FONT LICENSE Version 1.1")
	require.Contains(t, all[1].Text, "Redistributions in binary form must reproduce")
}

func TestIconHasItsSizeAndColours(t *testing.T) {
	for _, size := range []int{16, 32, 48, 256} {
		m := assets.Icon(size)
		require.Equal(t, size, m.Bounds().Dx())
		require.Equal(t, size, m.Bounds().Dy())
		require.Equal(t, color.RGBA{0xF2, 0xB1, 0x34, 255}, m.At(size/2, size/2))
		require.Equal(t, color.RGBA{}, m.At(0, 0), "the corners are open")
	}
}
