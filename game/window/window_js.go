package window

import (
	"syscall/js"
	"time"

	"centricity/game/screen"
)

// Run shows the program in the page. It returns no more.
//
// The page does without the graphics engine: what the screens draw in software
// goes into a canvas as it is. So the page needs no WebGL, weighs a good third
// less, starts sooner, and takes no processor time while nothing happens, for
// the browser is asked for a frame only when one is due.
func Run(app *screen.App, title string) error {
	document := js.Global().Get("document")
	document.Set("title", title)
	s := newStage(app)
	p := &pulse{stage: s}
	p.beat = js.FuncOf(func(js.Value, []js.Value) any { p.frame(); return nil })
	p.alarm = js.FuncOf(func(js.Value, []js.Value) any { p.timer = js.Undefined(); p.ask(); return nil })
	s.queue.wake = p.ask
	woken = p.ask
	on := func(name string) {
		js.Global().Call("addEventListener", name, js.FuncOf(func(js.Value, []js.Value) any { p.ask(); return nil }))
	}
	receive()
	on("resize")
	on("pageshow") // from the browser's memory
	p.ask()
	select {}
}

// woken asks for a frame because something happened that is no event.
var woken = func() {}

// frameDue tells that the screens have something to look at that is no event.
var frameDue bool

// pulse has the browser call when a frame may be due.
type pulse struct {
	*stage
	beat, alarm js.Func
	asked       bool
	timer       js.Value
}

// ask asks the browser for a frame, once.
func (p *pulse) ask() {
	if !p.asked {
		p.asked = true
		js.Global().Call("requestAnimationFrame", p.beat)
	}
}

func (p *pulse) frame() {
	p.asked = false
	p.resized = p.resized || frameDue
	frameDue = false
	window := js.Global()
	p.laid(window.Get("innerWidth").Float(), window.Get("innerHeight").Float(), window.Get("devicePixelRatio").Float())
	p.update()
	p.picture.draw(p.canvas.RGBA(), p.scale)
	p.next()
}

// next asks for the next frame, now or when time alone makes it due.
func (p *pulse) next() {
	if p.timer.Truthy() {
		js.Global().Call("clearTimeout", p.timer)
		p.timer = js.Undefined()
	}
	if p.due() || p.source.finger.waits() {
		p.ask()
	} else if at, ok := p.app.Wake(); ok {
		wait := at - time.Since(p.began)
		p.timer = js.Global().Call("setTimeout", p.alarm, max(wait.Milliseconds()+1, 0))
	}
}
