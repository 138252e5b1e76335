package lint

import (
	"reflect"

	"centricity/scenarios"
)

var emptyExtension = Rule{
	Name: "empty-extension",
	Doc:  "A file that extends another and changes nothing is a copy under another name.",
	find: func(w world) scenarios.Errors {
		base, ok := w.text.Base()
		base.Name = w.Name
		if !ok || !reflect.DeepEqual(base, w.Scenario) {
			return nil
		}
		return scenarios.Errors{w.text.Warning("extends", "empty-extension",
			"this scenario is the same as the one it extends; change something, or use that one")}
	},
}
