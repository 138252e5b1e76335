package scenarios

import (
	"embed"
	"slices"
	"strings"
)

//go:embed *.yaml
var files embed.FS

// shipped are the scenarios that ship, in the order in which to teach them.
var shipped = []string{
	"roastery", "music-shop", "lookalikes", "commodity",
	"innovation", "relationship", "subscription", "shifting-needs",
}

// Names lists the scenarios that ship, in the order in which to teach them.
func Names() []string { return slices.Clone(shipped) }

// Source is the file of a scenario that ships; nil if there is none of the name.
func Source(name string) []byte {
	if !slices.Contains(shipped, name) {
		return nil
	}
	data, _ := files.ReadFile(name + extension)
	return data
}

// Shipped loads a scenario that ships, by name. The error is Errors.
func Shipped(name string) (Scenario, error) {
	data := Source(name)
	if data == nil {
		return Scenario{}, whole(name, noFile, "no scenario of this name ships with the program; %s", suggest(name, shipped))
	}
	return Load(name+extension, data)
}

// Find loads a scenario by the name of one that ships, or else by the path of
// a file. The error is Errors.
func Find(nameOrPath string) (Scenario, error) {
	if slices.Contains(shipped, nameOrPath) {
		return Shipped(nameOrPath)
	}
	s, err := Open(nameOrPath)
	if err != nil && !looksLikePath(nameOrPath) {
		if _, errs := readFile(nameOrPath); errs != nil {
			return Scenario{}, whole(nameOrPath, noFile, "no scenario of this name ships with the program, and there is no such file; %s", suggest(nameOrPath, shipped))
		}
	}
	return s, err
}

func looksLikePath(s string) bool {
	return strings.ContainsAny(s, `/\`) || strings.HasSuffix(s, extension) || strings.HasSuffix(s, ".yml")
}
