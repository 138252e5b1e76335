package scenarios

import (
	_ "embed"
	"regexp"
	"strconv"
)

var (
	//go:embed template/starter.yaml
	starterText string
	//go:embed template/variant.yaml
	variantText string
)

// Starter is the text of a first scenario of one's own, with comments.
func Starter(title string) []byte { return starter(starterText, title, "") }

// Variant is the text of a scenario that extends another, with comments. base
// is the name of one that ships, or of a file beside the new one.
func Variant(title, base string) []byte { return starter(variantText, title, base) }

// blanks are what a starter leaves open: {{.Title}}, {{.Base}}, and {{doc "path"}}
// for the sentence on a field. text/template could fill them too, but calls
// methods by name, so that the linker could leave no method of any type out, and
// the page would weigh a quarter more.
var blanks = regexp.MustCompile(`\{\{(\.Title|\.Base|doc "([^"]+)")\}\}`)

func starter(text, title, base string) []byte {
	return blanks.ReplaceAllFunc([]byte(text), func(blank []byte) []byte {
		switch m := blanks.FindSubmatch(blank); string(m[1]) {
		case ".Title":
			return []byte(strconv.Quote(title))
		case ".Base":
			return []byte(base)
		default:
			f, ok := FieldAt(string(m[2]))
			if !ok {
				panic("a starter could not be written: there is no field " + string(m[2]))
			}
			return []byte(f.Doc)
		}
	})
}
