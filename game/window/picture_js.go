package window

import (
	"image"
	"strconv"
	"syscall/js"
)

// picture carries the software canvas to the page's.
type picture struct {
	el, context js.Value
	data        js.Value // ImageData, and its bytes
	bytes       js.Value
	shown       onScreen
	stale       bool // the canvas was drawn on since
}

// draw copies the rows that changed; where nothing did, what is on the screen
// stays.
func (p *picture) draw(from *image.RGBA, scale float64) {
	if !p.stale {
		return
	}
	p.stale = false
	size := from.Rect.Size()
	if p.shown == nil || p.data.Get("width").Int() != size.X || p.data.Get("height").Int() != size.Y {
		p.resize(size, scale)
		p.shown = nil
	}
	rows, first, last := p.shown.take(from)
	if rows == nil {
		return
	}
	js.CopyBytesToJS(p.bytes.Call("subarray", first*from.Stride, last*from.Stride), rows)
	p.context.Call("putImageData", p.data, 0, 0, 0, first, size.X, last-first)
}

// resize makes the canvas so large that each of its pixels is one of the
// screen's, of which there are scale in a CSS pixel.
func (p *picture) resize(size image.Point, scale float64) {
	if !p.el.Truthy() {
		document := js.Global().Get("document")
		p.el = document.Call("createElement", "canvas")
		p.el.Call("setAttribute", "aria-hidden", "true") // what it shows is told by the mirror
		document.Get("body").Call("prepend", p.el)
		p.context = p.el.Call("getContext", "2d", map[string]any{"alpha": false})
	}
	p.el.Set("width", size.X)
	p.el.Set("height", size.Y)
	css := func(pixels int) string { return strconv.FormatFloat(float64(pixels)/scale, 'f', -1, 64) + "px" }
	p.el.Get("style").Set("cssText", "position:fixed;left:0;top:0;touch-action:"+touches+";width:"+css(size.X)+";height:"+css(size.Y))
	p.bytes = js.Global().Get("Uint8ClampedArray").New(4 * size.X * size.Y)
	p.data = js.Global().Get("ImageData").New(p.bytes, size.X, size.Y)
}
