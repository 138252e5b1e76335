package experiment

import (
	"centricity/sim/internal/draw"
	"centricity/sim/internal/exact"
	"centricity/sim/internal/rng"
)

// Purposes of draws that plan an experiment or tell its purchases apart. They
// lie beyond the core's and a policy's.
const (
	drawLuck  rng.Purpose = 1<<32 + 2 // a replication's seed
	drawPoint rng.Purpose = 1<<32 + 3 // a sample's points
	drawTimes rng.Purpose = 1<<32 + 4 // when a customer's earlier purchases of a round were
	drawParts rng.Purpose = 1<<32 + 5 // how a customer's money of a round divides over them
)

// seedBits is how long a derived seed is: exact in every program that keeps
// numbers as 64-bit floats.
const seedBits = 52

// Luck is the seed of a replication, counted from 1: a function of the base
// seed and the replication alone. Two replications of one base never share a
// seed, and neighbouring bases share none but by chance.
//
// It is a Feistel network of four rounds on 52 bits, so a permutation.
func Luck(base uint64, replication int) uint64 {
	const half = seedBits / 2
	const mask = 1<<half - 1
	key := rng.NewKey(base, drawLuck, 0)
	left, right := uint64(replication)>>half&mask, uint64(replication)&mask
	for round := range uint64(4) {
		left, right = right, left^key.At(round<<half|right, 0)>>32&mask
	}
	return left<<half | right
}

// LatinHypercube is a sample of points in the unit cube such that each of the
// equal slices of every axis holds exactly one (McKay, Beckman & Conover 1979).
func LatinHypercube(seed uint64, points, axes int) [][]float64 {
	sample := make([][]float64, points)
	for i := range sample {
		sample[i] = make([]float64, axes)
	}
	for axis := range axes {
		stream := rng.NewKey(seed, drawPoint, axis).Stream(0)
		for i, slice := range stream.Perm(points) {
			within := draw.Uniform(stream.Uint64())
			sample[i][axis] = (float64(slice) + within) / float64(points)
		}
	}
	return sample
}

// Between is the value at a part (0 to 1) of a range, on a linear or a log
// scale.
func Between(from, to, part float64, log bool) float64 {
	x := from + float64((to-from)*part)
	if log {
		x = exact.Exp(exact.Log(from) + float64(exact.Log(to/from)*part))
	}
	return min(max(x, from), to)
}
