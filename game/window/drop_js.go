package window

import (
	"io/fs"
	"syscall/js"
)

// dropped is nothing: files that are dropped on the page have to be read first
// and come as picked ones do.
func dropped() fs.FS { return nil }

// receive takes files that are dropped on the page.
func receive() {
	on := func(name string, do func(e js.Value)) {
		js.Global().Call("addEventListener", name, js.FuncOf(func(_ js.Value, args []js.Value) any {
			args[0].Call("preventDefault") // or the browser would open the file instead
			do(args[0])
			return nil
		}))
	}
	on("dragover", func(js.Value) {})
	on("drop", func(e js.Value) {
		if list := e.Get("dataTransfer").Get("files"); list.Truthy() && list.Length() > 0 {
			readNext(list, 0, handed{})
		}
	})
}
