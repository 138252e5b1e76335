package scenarios

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"text/template"
)

//go:embed template/*.yaml
var templates embed.FS

var starters = template.Must(template.New("").Funcs(template.FuncMap{"doc": func(path string) (string, error) {
	f, ok := FieldAt(path)
	if !ok {
		return "", fmt.Errorf("there is no field %s", path)
	}
	return f.Doc, nil
}}).ParseFS(templates, "template/*.yaml"))

// Starter is the text of a first scenario of one's own, with comments.
func Starter(title string) []byte { return starter("starter.yaml", title, "") }

// Variant is the text of a scenario that extends another, with comments. base
// is the name of one that ships, or of a file beside the new one.
func Variant(title, base string) []byte { return starter("variant.yaml", title, base) }

func starter(name, title, base string) []byte {
	var b strings.Builder
	if err := starters.ExecuteTemplate(&b, name, struct{ Title, Base string }{strconv.Quote(title), base}); err != nil {
		panic("a starter could not be written: " + err.Error())
	}
	return []byte(b.String())
}
