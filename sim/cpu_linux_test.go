package sim_test

import "syscall"

// cpu is the processor time the process has used [nanoseconds]: on a machine
// that does other things as well it tells more than the clock.
func cpu() float64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return float64(u.Utime.Nano() + u.Stime.Nano())
}
