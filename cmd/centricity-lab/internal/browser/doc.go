// Package browser holds the test of the page as people meet it: Chromium opens
// what `make web` built, finds every control by role and name in its
// accessibility tree, as a screen reader does, and works it with the mouse and
// the keyboard. `make browser` runs it.
package browser
