package window

import "syscall/js"

// largest is more than a scenario can have; the loader says so [bytes].
const largest = 2 << 20

// pick opens the browser's dialog for files. What is chosen is read at once:
// the page has no way back to a file that has changed.
func pick() {
	input := js.Global().Get("document").Call("createElement", "input")
	input.Set("type", "file")
	input.Set("accept", ".yaml,.yml")
	input.Set("multiple", true)
	var chosen js.Func
	chosen = js.FuncOf(func(js.Value, []js.Value) any {
		chosen.Release()
		list := input.Get("files")
		readNext(list, 0, handed{})
		return nil
	})
	input.Set("onchange", chosen)
	input.Call("click")
}

// readNext reads the chosen files from the i-th on, one after the other, and
// hands them on.
func readNext(list js.Value, i int, files handed) {
	if i >= min(list.Length(), mostFiles+1) {
		select {
		case picked <- files:
			woken()
		default: // an earlier choice still waits for its frame
		}
		return
	}
	file := list.Index(i)
	var done, failed js.Func
	next := func() {
		done.Release()
		failed.Release()
		readNext(list, i+1, files)
	}
	done = js.FuncOf(func(_ js.Value, args []js.Value) any {
		bytes := js.Global().Get("Uint8Array").New(args[0])
		data := make([]byte, bytes.Length())
		js.CopyBytesToGo(data, bytes)
		files[file.Get("name").String()] = data
		next()
		return nil
	})
	failed = js.FuncOf(func(js.Value, []js.Value) any { next(); return nil })
	file.Call("slice", 0, largest).Call("arrayBuffer").Call("then", done, failed)
}
