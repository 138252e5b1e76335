package window

import (
	"net/url"
	"strings"
	"syscall/js"
)

// Scenario is the scenario that lies beside the page, by name and text, as the
// loader fetched it; ok is false if there is none.
func Scenario() (name string, text []byte, ok bool) {
	s := js.Global().Get("centricityScenario")
	if s.Type() != js.TypeObject || s.Get("name").Type() != js.TypeString || s.Get("text").Type() != js.TypeString {
		return "", nil, false
	}
	return s.Get("name").String(), []byte(s.Get("text").String()), true
}

// Class is the class code in the page's address: page/#CODE or page/?class=CODE;
// empty if there is none.
func Class() string {
	location := js.Global().Get("location")
	if location.Type() != js.TypeObject {
		return ""
	}
	if code := strings.TrimPrefix(location.Get("hash").String(), "#"); code != "" {
		if plain, err := url.PathUnescape(code); err == nil {
			return shortened(plain)
		}
	}
	query, err := url.ParseQuery(strings.TrimPrefix(location.Get("search").String(), "?"))
	if err != nil {
		return ""
	}
	return shortened(query.Get("class"))
}

// shortened cuts a code from an address to what its field takes.
func shortened(code string) string {
	const most = 20
	runes := []rune(code)
	return string(runes[:min(len(runes), most)])
}
