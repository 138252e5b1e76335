package browser

import (
	"os/exec"
	"syscall"
)

// endsWithTest has a program end when the test does, even if that is killed.
func endsWithTest(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
