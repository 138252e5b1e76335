// Package window puts the screens in front of a person: a window on the
// desktop, a page in the browser. It is the only importer of the graphics
// engine, which gets one picture, drawn in software, and only when it changed;
// the page does without it.
//
//   - stage.go     when a frame is due, and drawing it
//   - window.go    the window; picture.go: to the GPU
//   - window_js.go the page; picture_js.go: to its canvas
//   - event.go     what happened, in order; queue.go: events to frames
//   - finger.go    fingers to events of a pointer
//   - poll.go      events on the desktop; listen_js.go: events in a page
//   - folder.go    games as files; storage_js.go: games in the page's storage
//   - sole.go      two windows must not write one game
//   - mirror_js.go the page's hidden copy of what is drawn, for screen readers
//   - place.go place_js.go: what surrounds the screens, by platform
package window
