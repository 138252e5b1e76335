package clv

import (
	"bufio"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"centricity/sim/internal/draw"
	"centricity/sim/internal/rng"

	"github.com/stretchr/testify/require"
)

var writeBases = flag.String("write-bases", "", "directory to write what the benchmarks fit to, as CSV, for bench/fit_scipy.py")

// dated makes customers of an assumed firm: first purchases spread over twelve
// weeks, all observed to the same day, times in whole days as a log has them.
func dated(customers int, weeks float64) Base {
	key := rng.NewKey(2, 0, 0)
	until := make([]float64, customers)
	for i := range until {
		s := key.Stream(uint64(i))
		until[i] = (weeks*7 - math.Floor(draw.Uniform(s.Uint64())*12*7)) / 7
	}
	b := BGNBD{R: 0.243, Alpha: 4.414, A: 0.793, B: 2.426}.Simulate(1, until)
	for i, s := range b {
		b[i].Last = math.Ceil(s.Last*7) / 7
	}
	return b
}

// BenchmarkFitBGNBD fits the CDNOW sample, BenchmarkFitBGNBDMillion a million
// simulated customers; what counting equal customers once takes is included.
func BenchmarkFitBGNBD(b *testing.B) {
	base, _ := cdnow(b)
	benchmarkFit(b, "cdnow.csv", base)
}

func BenchmarkFitBGNBDMillion(b *testing.B) { benchmarkFit(b, "million.csv", dated(1_000_000, 39)) }

func benchmarkFit(b *testing.B, name string, base Base) {
	write(b, name, base)
	var f Fit[BGNBD]
	for b.Loop() {
		var err error
		f, err = FitBGNBD(base)
		require.NoError(b, err)
	}
	b.ReportMetric(float64(len(Compress(base))), "distinct")
	b.ReportMetric(f.LogLikelihood, "logL")
}

// write puts the customers of base into a file of the directory asked for.
func write(b *testing.B, name string, base Base) {
	if *writeBases == "" {
		return
	}
	file, err := os.Create(filepath.Join(*writeBases, name))
	require.NoError(b, err)
	out := bufio.NewWriter(file)
	for _, s := range base {
		fmt.Fprint(out, strings.Repeat(fmt.Sprintf("%d,%v,%v\n", s.X, s.Last, s.T), max(s.N, 1)))
	}
	require.NoError(b, out.Flush())
	require.NoError(b, file.Close())
}
