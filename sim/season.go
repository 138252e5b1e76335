package sim

import "centricity/sim/internal/exact"

// seasons are the logs of each segment's multiple of the purchase rate in a
// round. The season's first entry holds in round 1, and the list repeats, into
// history too.
func (w *World) seasons(logs []float64, number int) []float64 {
	logs = refill(logs, len(w.segments))
	for g := range w.segments {
		if season := w.segments[g].Season; len(season) > 0 {
			at := (number - 1) % len(season)
			if at < 0 {
				at += len(season)
			}
			logs[g] = exact.Log(season[at])
		}
	}
	return logs
}
