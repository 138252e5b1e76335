//lint:file-ignore SA1019 x/exp/rand is deprecated upstream; the package comment says why it is here

package rng

import (
	"encoding/binary"

	"golang.org/x/exp/rand"
)

// PCG returns the draws of person id (at most [MaxID]) from the PCGSource of
// x/exp/rand instead of the keyed mix: a second, unrelated generator for the
// question whether a conclusion depends on the generator.
//
// Both words of its 128-bit state come from the mix. Seeds that are plain
// arithmetic on (seed, round, id) leave neighbouring persons correlated.
func (k Key) PCG(id uint64) Stream {
	at := id << drawBits
	var state [16]byte
	binary.BigEndian.PutUint64(state[:8], mix(k.a^at, k.b))
	binary.BigEndian.PutUint64(state[8:], mix(k.b^at, k.a))
	pcg := new(rand.PCGSource)
	_ = pcg.UnmarshalBinary(state[:]) // refuses fewer than 16 bytes only
	return Stream{key: k, at: at, pcg: pcg}
}
