package window

import (
	"syscall/js"

	"centricity/game"
	"centricity/game/screen"
	"centricity/game/words"
)

// Language is the tag of the language in which the page's loader spoke.
func Language() string {
	return js.Global().Get("document").Get("documentElement").Get("lang").String()
}

// Furnish gives the screens a place to keep games: the page's storage. A page
// that may store nothing keeps them as long as it is open.
func Furnish(h *screen.Host, _ string) error {
	h.Download, h.Copy, h.Pick, h.Drops = download, copyText, pick, true
	if match := js.Global().Get("matchMedia"); match.Type() == js.TypeFunction {
		h.Still = match.Invoke("(prefers-reduced-motion: reduce)").Get("matches").Truthy()
	}
	h.Language = Language()
	h.Dark = js.Global().Get("document").Get("documentElement").Get("classList").Call("contains", "dark").Bool()
	s, err := openStorage()
	if err != nil {
		h.Shelf = &game.Memory{}
		h.Notice = words.Mark("This browser does not let the page store anything, so a game is lost when the page is closed. Download its log at the end, or allow the page to store data.")
		return nil
	}
	h.Shelf = s
	return nil
}

// download hands a file to the browser's downloads.
func download(name string, data []byte) {
	bytes := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(bytes, data)
	blob := js.Global().Get("Blob").New([]any{bytes}, map[string]any{"type": "application/octet-stream"})
	url := js.Global().Get("URL").Call("createObjectURL", blob)
	document := js.Global().Get("document")
	a := document.Call("createElement", "a")
	a.Set("href", url)
	a.Set("download", name)
	document.Get("body").Call("appendChild", a)
	a.Call("click")
	a.Call("remove")
	var release js.Func
	release = js.FuncOf(func(js.Value, []js.Value) any {
		js.Global().Get("URL").Call("revokeObjectURL", url)
		release.Release()
		return nil
	})
	js.Global().Call("setTimeout", release, 60_000)
}
