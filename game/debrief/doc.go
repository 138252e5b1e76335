// Package debrief tells a team after its last round how its result came about:
// what made the firm's value, what the customers truly were, which rounds
// mattered, and how much of it was luck. It plays the team's game again, and
// others beside it, on the engine the game was played on; the same game gives
// the same debrief on every machine and with any number of workers.
//
//	g, err := debrief.Read(log, find)          // or debrief.Of(session)
//	d := debrief.New(g, debrief.Options{})
//	err = d.Run(ctx, 0, progress)              // on all cores, or
//	for !d.Done() { err = d.Step() }           // a round at a time, on one thread
//
// What is ready can be asked for while the rest is still played: [Debrief.Story],
// [Debrief.Players], [Debrief.Outcomes], [Debrief.Luck]. A question of the
// reader's own is a [Branch].
//
//   - game.go      a finished game: from a session or a log; refuses others
//   - job.go       work in steps: progress, workers, cancel; task.go: one game of it
//   - debrief.go   the parts put together; options.go: which, and how much
//   - story.go     the own game once more; bridge.go: what made its value;
//     truth.go: its customers as they are; belief.go: and as they were believed to be
//   - loops.go     the loops that drove it; research.go: what was learned and used
//   - whatif.go    other decisions, same luck; branch.go: one's own;
//     turning.go: the rounds that mattered most
//   - players.go   the built-in players, same luck
//   - luck.go      the same decisions, other luck; shares.go: luck against skill
//   - says.go      how it is said, and in whose words (terms.go); text.go: in a terminal; page.go: as a page
package debrief
