package clv

import (
	"math"

	"gonum.org/v1/gonum/integrate/quad"
)

// Integrals over time use Gauss-Legendre panels.
const panelNodes = 16

var legendre = func() (nodes [panelNodes]node) {
	var at, weight [panelNodes]float64
	quad.Legendre{}.FixedLocations(at[:], weight[:], 0, 1)
	for i := range nodes {
		nodes[i] = node{at[i], weight[i]}
	}
	return nodes
}()

// panels integrates f over [0, length] in n equal panels.
func panels(length float64, n int, f func(v float64) float64) float64 {
	sum := 0.0
	h := length / float64(n)
	for k := range n {
		for _, g := range legendre {
			sum += h * g.weight * f((float64(k)+g.at)*h)
		}
	}
	return sum
}

// divided is (1 - e^-cv)/c, and v where c is 0.
func divided(c, v float64) float64 {
	if math.Abs(c*v) < 1e-300 {
		return v
	}
	return -math.Expm1(-c*v) / c
}
