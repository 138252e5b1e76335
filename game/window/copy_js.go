package window

import "syscall/js"

// copyText puts a text on the clipboard. Browsers allow that on pages served
// safely, some after asking the player; elsewhere an older way is tried.
func copyText(text string) <-chan bool {
	result := make(chan bool, 1)
	tell := func(ok bool) {
		result <- ok
		frameDue = true
		woken()
	}
	clipboard := js.Global().Get("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		tell(copyOld(text))
		return result
	}
	var done, failed js.Func
	settle := func(ok bool) any {
		done.Release()
		failed.Release()
		tell(ok)
		return nil
	}
	done = js.FuncOf(func(js.Value, []js.Value) any { return settle(true) })
	failed = js.FuncOf(func(js.Value, []js.Value) any { return settle(copyOld(text)) })
	clipboard.Call("writeText", text).Call("then", done, failed)
	return result
}

// copyOld copies by a field that is selected, as pages did before.
func copyOld(text string) bool {
	document := js.Global().Get("document")
	focused := document.Get("activeElement")
	field := document.Call("createElement", "textarea")
	field.Set("value", text)
	field.Get("style").Set("cssText", "position:fixed;opacity:0")
	document.Get("body").Call("appendChild", field)
	field.Call("select")
	ok := document.Call("execCommand", "copy").Truthy()
	field.Call("remove")
	if focused.Truthy() {
		focused.Call("focus", map[string]any{"preventScroll": true})
	}
	return ok
}
