// Pack is what the Makefile uses to make files to hand out, the same bytes each
// time and on a machine that has Go and nothing else:
//
//	pack zip OUT.zip FOLDER FILE...   an archive of the files, in one folder
//	pack web DIR                      a page made ready for a host: what it tells
//	                                  of its files, and each compressed beside
//	pack sums DIR                     the SHA-256 of every file of a folder
//	pack licences PACKAGE...          the licences of everything built in
package main

import (
	"errors"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("what? zip, web, sums or licences")
	}
	command, args := args[0], args[1:]
	switch {
	case command == "zip" && len(args) > 2:
		return archive(args[0], args[1], args[2:])
	case command == "web" && len(args) == 1:
		return web(os.Stdout, args[0])
	case command == "sums" && len(args) == 1:
		return sums(os.Stdout, args[0])
	case command == "licences" && len(args) > 0:
		return licences(os.Stdout, args)
	}
	return fmt.Errorf("%q is not understood with %d arguments", command, len(args))
}
