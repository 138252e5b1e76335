package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"centricity-lab": main})
}

// TestScripts runs the program as a person does: see testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Deadline:            time.Now().Add(2 * time.Minute),
		Setup: func(env *testscript.Env) error {
			log, err := filepath.Abs(purchases)
			env.Setenv("PURCHASES", log)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": code,
			"edit": edit,
			"fill": fill,
		},
	})
}

// code runs the program and holds it to an exit code: code N ARGS...
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: code N ARGS...")
	}
	err := ts.Exec("centricity-lab", args[1:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

// edit writes FILE as TO with the first match of a pattern replaced:
// edit FILE TO REGEXP REPLACEMENT. A dot matches line ends too.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: edit FILE TO REGEXP REPLACEMENT")
	}
	pattern, err := regexp.Compile("(?s)" + args[2])
	ts.Check(err)
	text := ts.ReadFile(args[0])
	at := pattern.FindStringSubmatchIndex(text)
	if at == nil {
		ts.Fatalf("nothing in %s matches %s", args[0], args[2])
	}
	edited := pattern.ExpandString([]byte(text[:at[0]]), args[3], text, at)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), append(edited, text[at[1]:]...), 0o644))
}

// fill writes a file of so many MiB of a word and line ends: fill FILE MIB WORD.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	var mib int
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fill FILE MIB WORD")
	}
	_, err := fmt.Sscan(args[1], &mib)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	piece := strings.Repeat(args[2]+"\n", (1<<20)/(len(args[2])+1)+1)[:1<<20]
	for range mib {
		_, err := io.WriteString(f, piece)
		ts.Check(err)
	}
}
