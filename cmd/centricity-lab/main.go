// Centricity-lab is everything of Centricity without a window: it plays
// scenarios with built-in policies, checks scenario files, verifies logs and
// serves the browser build.
package main

import (
	"os"

	"centricity/cmd/centricity-lab/internal/lab"
)

var version = "dev" // set by the linker

func main() {
	os.Exit(lab.Main(version, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
