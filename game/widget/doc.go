// Package widget is the control kit: what a screen is made of, drawn on a
// [canvas.Canvas] and described in one semantics tree a frame. It knows neither
// a window nor a file, so that tests play it with scripted input.
//
// A frame is immediate mode:
//
//	ui.Begin(canvas, input)
//	if ui.Button(r, widget.Button{ID: "submit", Label: "Submit round"}) { … }
//	tree := ui.End()
//
// Every control has an ID that stays the same from frame to frame; whatever the
// kit remembers (focus, scroll position, a caret) hangs on it.
//
//   - theme.go     colours, type scale, spacing; contrast.go: what is legible
//   - format.go    numbers as text and back
//   - input.go     one frame's input; node.go: the semantics tree
//   - ui.go        a frame; focus.go, pointer.go: who gets keys and clicks
//   - text.go card.go icons.go   what is only looked at; cut.go: texts that did not fit
//   - button.go slider.go field.go (edit.go: the caret) choice.go tabs.go dropdown.go
//     sliderrow.go disclosure.go
//   - table.go: the head and the widths; tablebody.go: the rows
//   - scroll.go dialog.go tooltip.go status.go figure.go
//   - note.go: a text that points at a control; notebeside.go: where it stands
package widget
