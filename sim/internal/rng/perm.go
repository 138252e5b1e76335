//lint:file-ignore SA1019 x/exp/rand is deprecated upstream; the package comment says why it is here

package rng

import "golang.org/x/exp/rand"

// Perm returns a permutation of 0 … n−1 from the stream's draws.
func (s *Stream) Perm(n int) []int { return rand.New(s).Perm(n) }
