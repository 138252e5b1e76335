// Package screen is the game as a player meets it: screens as state machines
// over a [game.Session], drawn with the kit of game/widget. It knows no window,
// file, network or clock, so that a test plays a whole game with scripted
// input, and what is shown needs no display.
//
//	app := screen.New(host)
//	tree := app.Frame(canvas, input) // one frame; again while app.NeedsRedraw()
//
// Only what a firm can know is shown: its [sim.Brief] and its reports. The
// truth appears on the last screen, after the last round.
//
//   - app.go       the program's state, a frame; host.go: what surrounds it
//   - header.go    title, tabs, look; look.go: theme and text size, remembered
//   - guide.go     notes that point the way through a first round
//   - choose.go    the list of scenarios; briefing.go: what the firm starts with
//   - decide.go    draft.go levers.go price.go channels.go focus.go commit.go
//     programmes.go breadth.go trial.go orders.go; extras.go: what stays shut at first
//   - results.go   happened.go news.go books.go; loyal.go readout.go: the survey, the test
//   - why.go       the why-ledger; whysaid.go in words, whypicture.go drawn, whycard.go both
//   - customers.go stages.go tiers.go concentration.go deciles.go sources.go
//     cohorts.go cohortmap.go
//   - end.go       score.go again.go truth.go handin.go
//   - debrief.go   background.go; debriefstory.go debriefturns.go debriefluck.go
//     debrieftruth.go; debriefask.go debriefwhatif.go: a decision changed
//   - measure.go   every figure: its name, meaning and form; terms.go: its words
//   - figures.go   key figures and lines; layout.go: cards; show.go: any screen
package screen
