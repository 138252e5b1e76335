package scenarios

import (
	"math"
	"slices"
	"strings"
)

// suggest names the word that was probably meant, or else all there are.
func suggest(wrong string, words []string) Phrase {
	if meant := synonyms[string(alike(wrong))]; slices.Contains(words, meant) {
		return say("did you mean %s?", quote(meant))
	}
	if best, ok := nearest(wrong, words); ok {
		return say("did you mean %s?", quote(best))
	}
	return say("it is one of %s", list(words))
}

// synonyms are what people call things elsewhere, and what they are called here.
var synonyms = map[string]string{
	"churn_rate": "churn_hazard", "churn": "churn_hazard", "attrition": "churn_hazard",
	"frequency": "purchase_rate", "purchases": "purchase_rate", "spend": "mean_spend", "basket": "mean_spend",
	"elasticity": "price_sensitivity", "price_elasticity": "price_sensitivity", "size": "share", "weight": "share",
	"marketing": "acquisition", "advertising": "acquisition", "service": "experience", "support": "experience",
	"research": "insight", "development": "product", "competitor": "rival", "quarters": "rounds",
	"cost": "unit_cost", "sd": "spread", "average": "mean", "name": "title", "description": "summary", "intro": "briefing",
}

func list(words []string) string { return strings.Join(words, ", ") }

// near names the word that was probably meant among too many to list.
func near(wrong string, words []string) Phrase {
	if best, ok := nearest(wrong, words); ok {
		return say("did you mean %s?", quote(best))
	}
	return say("write its path, like rival.speed")
}

// nearest is the word fewest typing slips away, if a third of its letters or
// fewer are wrong.
func nearest(wrong string, words []string) (best string, ok bool) {
	given, fewest := alike(wrong), math.MaxInt
	for _, w := range words {
		word := alike(w)
		most := max(len(word)/3, 1)
		if apart := len(given) - len(word); apart > most || -apart > most {
			continue
		}
		if n := slips(given, word); n <= most && n < fewest {
			best, fewest = w, n
		}
	}
	return best, best != ""
}

// alike makes no difference between capitals, blanks, dashes and underscores.
func alike(s string) []rune { return []rune(likeness.Replace(strings.ToLower(s))) }

var likeness = strings.NewReplacer("-", "_", " ", "_")

// slips is the number of letters to add, drop, change or swap with a neighbour
// that turn a into b (optimal string alignment).
func slips(a, b []rune) int {
	before, last := []int(nil), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range b {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = slices.Min([]int{change, last[j+1] + 1, row[j] + 1})
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
