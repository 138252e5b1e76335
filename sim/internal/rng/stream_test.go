//lint:file-ignore SA1019 x/exp/rand is deprecated upstream; the package comment says why it is here

package rng

import (
	"bufio"
	"encoding/binary"
	"flag"
	"os"
	"testing"

	"golang.org/x/exp/rand"
)

var layout = flag.String("stream", "", "write draws to standard output without end, in this layout, for dieharder.sh")

// streamed are the layouts of dieharder.sh: which coordinate moves fastest.
// The last is what not to do: a PCG seeded by arithmetic on person and round.
var streamed = map[string]func(n uint64) uint64{
	"person": func(n uint64) uint64 { return NewKey(1, 3, int(n>>20)).At(n&(1<<20-1), 0) },
	"round":  func(n uint64) uint64 { return NewKey(1, 3, int(n&15)).At(n>>4, 0) },
	"seed":   func(n uint64) uint64 { return NewKey(n, 3, 1).At(7, 0) },
	"draw":   func(n uint64) uint64 { return NewKey(1, 3, int(n>>23)).At(n>>3&(1<<20-1), n&7) },
	"naive": func(n uint64) uint64 {
		var pcg rand.PCGSource
		pcg.Seed(n << 32) // (person, round) packed into one word, the person fastest
		return pcg.Uint64()
	},
}

// TestStream feeds dieharder.sh; it is not a test and does nothing by itself.
func TestStream(t *testing.T) {
	draw, known := streamed[*layout]
	if !known {
		t.Skip("writes draws only where -stream names a layout")
	}
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	var word [8]byte
	for n := uint64(0); ; n++ {
		binary.LittleEndian.PutUint64(word[:], draw(n))
		if _, err := out.Write(word[:]); err != nil {
			os.Exit(0) // the reader has enough
		}
	}
}
