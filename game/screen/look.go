package screen

import (
	"encoding/json"
	"slices"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

// look is how the player wants the program to look.
type look struct {
	Dark bool `json:"dark"`
	Text int  `json:"text"` // size [%]
	// Still shows what moved without moving it.
	Still bool `json:"still"`
	// Language is the tag of what the program speaks: "es".
	Language string `json:"language"`
}

// lookName is where the shelf keeps it.
const lookName = "look.json"

// textSizes are the sizes to choose from [%].
var textSizes = []int{100, 125, 150, 200}

func readLook(h Host) look {
	usual := look{Dark: h.Dark, Text: textSizes[0], Still: h.Still, Language: words.Match(h.Language).Tag}
	l := usual
	data, err := h.Shelf.Read(lookName)
	if err != nil || len(data) > 1<<10 || json.Unmarshal(data, &l) != nil {
		return usual
	}
	if !slices.Contains(words.Tags(), l.Language) { // of a later version, or made up
		l.Language = usual.Language
	}
	l.Text = min(max(l.Text, textSizes[0]), textSizes[len(textSizes)-1])
	return l
}

func (l look) theme() widget.Theme {
	t := widget.Light()
	if l.Dark {
		t = widget.Dark()
	}
	t.TextScale = float64(l.Text) / 100
	return t
}

// drawLook draws the three switches, and the way to the help at their right, and
// returns what is left of r.
func (a *App) drawLook(r canvas.Rect) canvas.Rect {
	u := &a.ui
	help := widget.Button{ID: "help/open", Label: words.Say("Help"), Kind: widget.Ghost, Icon: widget.IconHelp, IconOnly: true, Tip: words.Say("Help: terms and keys. F1 opens it, too.")}
	size := widget.Button{ID: "text-size", Label: words.Say("Text %d %%", a.look.Text), Kind: widget.Ghost, Tip: words.Say("Larger or smaller text")}
	dark := widget.Button{ID: "theme", Label: words.Say("Dark"), Kind: widget.Ghost, Tip: words.Say("Dark colours")}
	if a.look.Dark {
		dark.Label, dark.Tip = words.Say("Light"), words.Say("Light colours")
	}
	h := u.Px(32)
	strip := canvas.Box(r.X, r.MidY()-h/2, r.W, h)
	if u.Button(strip.CutRight(h), help) {
		a.openHelp()
	}
	w := u.ButtonWidth(dark)
	changed := u.Button(strip.CutRight(w), dark)
	if changed {
		a.look.Dark = !a.look.Dark
	}
	ws := u.ButtonWidth(size)
	if u.Button(strip.CutRight(ws), size) {
		a.look.Text = nextSize(a.look.Text)
		changed = true
	}
	if changed {
		a.keepLook()
	}
	r.CutRight(h + w + ws + a.drawLanguage(strip))
	return r
}

// drawLanguage offers the next language, by its own name, at the right of the
// strip and returns how wide that is.
func (a *App) drawLanguage(strip canvas.Rect) float64 {
	all := words.Languages()
	i := slices.IndexFunc(all, func(l words.Language) bool { return l.Tag == words.Spoken().Tag })
	next := all[(i+1)%len(all)]
	b := widget.Button{ID: "language", Label: next.Name, Kind: widget.Ghost}
	w := a.ui.ButtonWidth(b)
	if a.ui.Button(strip.CutRight(w), b) {
		a.then = func() { a.speak(next.Tag) } // no frame speaks two languages
	}
	return w
}

// speak changes the language, for good, and drops what was said in the other.
func (a *App) speak(tag string) {
	words.Speak(tag)
	a.ui.DropToasts()
	a.look.Language = tag
	a.keepLook()
	if a.page == pageChoose {
		a.retell()
	}
	if a.play == nil {
		return
	}
	p := &a.play.pictures
	*p = pictures{field: p.field, list: p.list} // the list is said anew in every frame
	if p.field != nil {
		p.field.look.up = -1 // to be made anew, without moving
	}
}

func (a *App) keepLook() {
	data, _ := json.Marshal(a.look)
	if err := a.host.Shelf.Replace(lookName, data); err != nil {
		a.ui.Toast(words.Say("The look could not be saved: %s", err), widget.Warning)
	}
	a.again = true
}

func nextSize(now int) int {
	for _, s := range textSizes {
		if s > now {
			return s
		}
	}
	return textSizes[0]
}
