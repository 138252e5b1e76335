package static

import (
	"strconv"
	"strings"
)

// accepts reads an Accept-Encoding header (RFC 9110, 12.5.3): whether the
// encoding is named, or covered by *, with a weight above 0.
func accepts(header, encoding string) bool {
	others := false
	for part := range strings.SplitSeq(header, ",") {
		name, rest, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		switch name {
		case encoding:
			return weight(rest) > 0
		case "*":
			others = weight(rest) > 0
		}
	}
	return others
}

// weight is the q of an entry's parameters, 1 without one, 0 if it is no number.
func weight(parameters string) float64 {
	value, ok := strings.CutPrefix(strings.ToLower(strings.ReplaceAll(parameters, " ", "")), "q=")
	if !ok {
		return 1
	}
	q, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return 0
	}
	return q
}
