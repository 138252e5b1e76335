// Package browser holds the test of the page as people meet it: Chromium and
// Firefox open what `make web` built, find every control by the role and name
// that they tell a screen reader, and work it with the mouse and the keyboard.
// `make browser` runs it.
package browser
