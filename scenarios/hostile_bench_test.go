package scenarios_test

import (
	"strings"
	"testing"

	"centricity/scenarios"
)

// costly are the shapes that took longest of some thousands of random ones made
// from the tokens of YAML, and of those in TestHostileFiles; each is as large as
// the bounds allow.
var costly = []struct{ name, data string }{
	{"a line that ends no map", "\n" + strings.Repeat("key: value\n", 9950) + ","},
	{"a key without a colon", strings.Repeat("key: value\nkey: value\n# comment\nword ", 3980)},
	{"a quote that is not closed", "\"#c" + strings.Repeat(strings.Repeat("w", 60)+" b: \n", 9950)},
	{"unknown keys", smallest + keys(9_000)},
	{"unknown words", smallest + "programmes: [" + strings.Repeat("loyaltyy,", 9_000) + "]\n"},
	{"a number of 1 MiB", smallest + "rounds: " + strings.Repeat("9", 1_000_000) + "\n"},
	{"a text of 1 MiB", smallest + "summary: " + strings.Repeat("x ", 500_000) + "\n"},
	{"a key of 1 MiB", smallest + strings.Repeat("k", 1_000_000) + ": 1\n"},
	{"words in a list", "[" + strings.Repeat("a ", 400_000) + "]"},
	{"all scaled", smallest + "scale:\n" + scaled(100) + "segments:\n" + segmentsOf(32)},
}

func scaled(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("  segments.*.x" + strings.Repeat("x", i) + ": 1\n")
	}
	return b.String()
}

func segmentsOf(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("  s" + strings.Repeat("x", i) + ": {}\n")
	}
	return b.String()
}

// BenchmarkHostile measures what the worst files cost.
func BenchmarkHostile(b *testing.B) {
	for _, c := range costly {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := scenarios.Load("x.yaml", []byte(c.data)); err == nil {
					b.Fatal("it loads")
				}
			}
		})
	}
}
