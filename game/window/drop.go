package window

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"centricity/game/screen"
	"centricity/game/words"
	"centricity/scenarios"
)

// picked are the files that a dialog gave, until the next tick takes them.
var picked = make(chan fs.FS, 1)

// opened hands files that were dropped or picked to the screens.
func (s *stage) opened() {
	files := dropped()
	if files == nil {
		select {
		case files = <-picked:
		default:
			return
		}
	}
	s.app.OpenFile(fileOf(files))
}

// fileOf is the scenario among some files: of several, the one that no other
// extends. The rest is what it may extend.
func fileOf(files fs.FS) screen.File {
	entries, err := fs.ReadDir(files, ".")
	names := []string{}
	for _, e := range entries {
		if ext := strings.ToLower(filepath.Ext(e.Name())); ext == ".yaml" || ext == ".yml" {
			names = append(names, e.Name())
		}
	}
	if err != nil || len(names) == 0 || len(names) > mostFiles {
		return screen.File{Name: words.Say("what was dropped"), Load: func() (scenarios.Scenario, error) {
			return scenarios.Scenario{}, errNoScenario
		}}
	}
	name := topmost(files, names)
	return screen.File{Name: name, Load: func() (scenarios.Scenario, error) {
		if path := pathOf(files, name); path != "" {
			return scenarios.Open(path) // what it extends may lie beside it
		}
		return scenarios.OpenFS(files, name)
	}}
}

const mostFiles = 16 // in one drop

var errNoScenario error = words.Error(words.Mark("there is no scenario in it; a scenario is a file that ends in .yaml"))

// topmost is the first of some scenario files that no other of them extends.
func topmost(files fs.FS, names []string) string {
	var extended []string
	for _, name := range names {
		if d, err := scenarios.ReadFS(files, name); err == nil {
			extended = append(extended, d.Extends())
		}
	}
	for _, name := range names {
		if !slices.Contains(extended, name) {
			return name
		}
	}
	return names[0]
}

// pathOf is where a dropped file lies; empty where that cannot be known, as in
// a page.
func pathOf(files fs.FS, name string) string {
	f, err := files.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	if file, ok := f.(interface{ Name() string }); ok && filepath.IsAbs(file.Name()) {
		return file.Name()
	}
	return ""
}
