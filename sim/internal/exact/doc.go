// Package exact holds the elementary functions of the simulation, giving the
// same bits on every machine.
//
// Package math does not: its Exp, Log and others are assembly on some
// targets, choose instructions at run time on amd64, and let the compiler fuse
// x*y+z into one rounding on arm64, riscv64, ppc64le, s390x, loong64 and
// amd64 v3. Here everything is + - * / sqrt, comparison and integer
// arithmetic, whose results IEEE 754 fixes, and each product that meets a sum
// is written float64(x*y), which the Go specification forbids to fuse.
//
// Errors are stated in ulp, units in the last place of the exact result. The
// maxima come from the package's tests, which compare with 300-bit arithmetic.
package exact
