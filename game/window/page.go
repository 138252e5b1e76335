//go:build !js

package window

// Scenario is the scenario that lies beside the page, by name and text; ok is
// false in a window, which has no page.
func Scenario() (name string, text []byte, ok bool) { return "", nil, false }

// Class is the class code in the page's address; empty in a window.
func Class() string { return "" }
