//go:build !js

package window

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"syscall"

	"centricity/game/words"
)

// failure is what a system says went wrong, in the player's words.
type failure struct {
	text string
	error
}

func (f failure) Error() string { return f.text }
func (f failure) Unwrap() error { return f.error }

// inWords puts a system's error into words: what people meet in theirs, anything
// else as the system says it.
func inWords(err error) error {
	for _, k := range known {
		if errors.Is(err, k.err) {
			return failure{words.Say(k.text), err}
		}
	}
	return failure{words.Say("the system reports “%s”", err), err}
}

type knownFailure struct {
	err  error
	text string
}

// known are the failures that people meet, the narrower before the wider.
var known = append(ofWindows(), []knownFailure{
	{syscall.ENOSPC, words.Mark("the disk is full")},
	{syscall.EDQUOT, words.Mark("your share of the disk is used up")},
	{syscall.EROFS, words.Mark("the disk is read-only")},
	{syscall.EIO, words.Mark("the disk does not work properly")},
	{syscall.EISDIR, words.Mark("it is a folder")},
	{syscall.ENOTDIR, words.Mark("a part of its path is not a folder")},
	{syscall.ENAMETOOLONG, words.Mark("its name is too long")},
	{syscall.EMFILE, words.Mark("too many files are open")},
	{syscall.ENFILE, words.Mark("too many files are open")},
	{syscall.EBUSY, words.Mark("another program is using it")},
	{syscall.ETIMEDOUT, words.Mark("it does not answer")},
	{os.ErrDeadlineExceeded, words.Mark("it does not answer")},
	{fs.ErrPermission, words.Mark("it may not be used; look at its permissions")},
	{fs.ErrNotExist, words.Mark("it is not there")},
}...)

// ofWindows are the failures that Windows numbers in its own way. Source: System
// Error Codes, Microsoft.
func ofWindows() []knownFailure {
	if runtime.GOOS != "windows" {
		return nil
	}
	return []knownFailure{
		{syscall.Errno(112), words.Mark("the disk is full")},                   // ERROR_DISK_FULL
		{syscall.Errno(39), words.Mark("the disk is full")},                    // ERROR_HANDLE_DISK_FULL
		{syscall.Errno(1295), words.Mark("your share of the disk is used up")}, // ERROR_DISK_QUOTA_EXCEEDED
		{syscall.Errno(19), words.Mark("the disk is read-only")},               // ERROR_WRITE_PROTECT
		{syscall.Errno(32), words.Mark("another program is using it")},         // ERROR_SHARING_VIOLATION
	}
}
