package scenarios

// complaints are what the parser says, what it means for an author, and which
// of some marks on the line it concerns.
var complaints = []struct {
	parser string
	means  Phrase
	marks  string
	nth    int
}{
	{"mapping values are not allowed", say("a colon too many on this line, or wrong indentation; put a text that holds a colon in quotes"), ":", 2},
	{"could not find expected ':'", say("a key without a colon; write key: value"), "", 0},
	{"did not find expected key", say("this line does not fit the ones before it: look at the indentation, quotes and brackets"), "", 0},
	{"did not find expected '-' indicator", say("this line does not fit the list it stands in: begin it with - or indent it"), "", 0},
	{"did not find expected ',' or", say("a list or map in brackets is not closed, or a comma is missing"), "[{", 1},
	{"did not find expected node content", say("a list or map in brackets is not closed, or a value is missing"), "[{", 1},
	{"found unexpected end of stream", say("a quote is not closed"), `"'`, 1},
	{"cannot start any token", say("a value cannot begin with this character; put the text in quotes"), "@`%\t", 1},
	{"block sequence entries are not allowed", say("a list cannot begin here; put each - on a line of its own"), "-", 1},
	{"unknown escape character", say(`an unknown escape in a text in double quotes; write \\ for \, or use single quotes`), `\`, 1},
	{"exceeded max depth", tooDeep, "", 0},
	{"unknown anchor", noReferences, "*", 1},
}

// rare are the parser's other complaints, which are told as it makes them.
var rare = []Phrase{
	say("mapping keys are not allowed in this context"),
	say("did not find expected <document start>"),
	say("found unexpected document indicator"),
	say("found a tab character that violates indentation"),
	say("found a tab character where an indentation space is expected"),
	say("found an indentation indicator equal to 0"),
	say("did not find expected comment or line break"),
	say("did not find expected alphabetic or numeric character"),
	say("did not find expected hexdecimal number"),
	say("found invalid Unicode character escape code"),
	say("found undefined tag handle"),
	say("did not find expected '!'"),
	say("did not find the expected '>'"),
	say("did not find expected tag URI"),
	say("did not find URI escaped octet"),
	say("found an incorrect leading UTF-8 octet"),
	say("found an incorrect trailing UTF-8 octet"),
	say("did not find expected whitespace"),
	say("did not find expected whitespace or line break"),
	say("could not find expected directive name"),
	say("found unknown directive name"),
	say("found unexpected non-alphabetical character"),
	say("did not find expected version number"),
	say("did not find expected digit or '.' character"),
	say("found extremely long version number"),
	say("found duplicate %YAML directive"),
	say("found duplicate %TAG directive"),
	say("found incompatible YAML document"),
	say("control characters are not allowed"),
	say("cannot be read"),
}

// complaint is a complaint of the parser that nothing better is said for.
func complaint(said string) Phrase {
	for _, p := range rare {
		if p.Format == said {
			return p
		}
	}
	return Verbatim(said)
}
