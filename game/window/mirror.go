//go:build !js

package window

import "centricity/game/widget"

// mirror is for pages only: on the desktop nothing is mirrored.
type mirror struct{}

func newMirror(*queue) *mirror { return nil }

func (*mirror) show(*widget.Node, string) {}
