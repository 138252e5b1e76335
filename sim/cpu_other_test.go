//go:build !linux

package sim_test

func cpu() float64 { return 0 } // not measured here
