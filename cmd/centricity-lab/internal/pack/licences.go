package main

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// systems are those that programs are built for; each builds in other modules.
var systems = []string{"linux/amd64", "windows/amd64", "darwin/arm64", "js/wasm"}

// licenceFile is how projects call their licence and what must go with it.
var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([-._].*)?$`)

// licences writes the licence texts of Go and of every module that is built
// into the packages, as those licences ask of whoever hands out programs.
func licences(w io.Writer, packages []string) error {
	dirs := map[string]string{} // by module
	for _, system := range systems {
		if err := modules(dirs, system, packages); err != nil {
			return err
		}
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("go env: %w", err)
	}
	dirs["Go"] = strings.TrimSpace(string(goroot))
	fmt.Fprintln(w, "The programs contain the following works, under the licences given with each.")
	for _, module := range slices.Sorted(maps.Keys(dirs)) {
		if err := writeLicence(w, module, dirs[module]); err != nil {
			return err
		}
	}
	return nil
}

// modules notes the folder of every foreign module that is built in.
func modules(dirs map[string]string, system string, packages []string) error {
	goos, goarch, _ := strings.Cut(system, "/")
	list := exec.Command("go", append([]string{"list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}"}, packages...)...)
	list.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return fmt.Errorf("go list for %s: %w", system, err)
	}
	for line := range strings.Lines(string(out)) {
		if module, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			dirs[module] = dir
		}
	}
	return nil
}

func writeLicence(w io.Writer, module, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	found := false
	for _, e := range entries {
		if e.IsDir() || !licenceFile.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return err
		}
		found = true
		text = bytes.ReplaceAll(bytes.TrimSpace(text), []byte("\r\n"), []byte("\n"))
		if _, err := fmt.Fprintf(w, "\n\n======== %s: %s ========\n\n%s\n", module, e.Name(), text); err != nil {
			return err
		}
	}
	if !found {
		return fmt.Errorf("%s has no licence file in %s: it cannot be handed out", module, dir)
	}
	return nil
}
