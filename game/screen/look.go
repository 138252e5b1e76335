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
		l = usual
	}
	if !slices.Contains(words.Tags(), l.Language) { // of a later version, or made up
		l.Language = usual.Language
	}
	if h.Asked != "" {
		l.Language = words.Match(h.Asked).Tag
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

// A set is a button at the right of the header and what it does.
type set struct {
	widget.Button
	press func()
}

// sets are the three switches of the look, and the way to the help.
func (a *App) sets() []set {
	dark := widget.Button{ID: "theme", Label: words.Say("Dark"), Kind: widget.Ghost, Tip: words.Say("Dark colours")}
	if a.look.Dark {
		dark.Label, dark.Tip = words.Say("Light"), words.Say("Light colours")
	}
	next := nextLanguage()
	return []set{
		{widget.Button{ID: "language", Label: next.Name, Kind: widget.Ghost},
			func() { a.then = func() { a.speak(next.Tag) } }}, // no frame speaks two languages
		{widget.Button{ID: "text-size", Label: words.Say("Text %d %%", a.look.Text), Kind: widget.Ghost, Tip: words.Say("Larger or smaller text")},
			func() { a.look.Text = nextSize(a.look.Text); a.keepLook() }},
		{dark, func() { a.look.Dark = !a.look.Dark; a.keepLook() }},
		{widget.Button{ID: "help/open", Label: words.Say("Help"), Kind: widget.Ghost, Icon: widget.IconHelp, IconOnly: true, Tip: words.Say("Help: terms and keys. F1 opens it, too.")},
			a.openHelp},
	}
}

// setWidth is the room that one of them takes.
func (a *App) setWidth(s set) float64 {
	if s.IconOnly {
		return a.ui.Px(32)
	}
	return a.ui.ButtonWidth(s.Button)
}

// drawSets draws them from the left of r.
func (a *App) drawSets(r canvas.Rect, sets []set) {
	h := a.ui.Px(32)
	strip := canvas.Box(r.X, r.MidY()-h/2, r.W, h)
	for _, s := range sets {
		if a.ui.Button(strip.CutLeft(a.setWidth(s)), s.Button) {
			s.press()
		}
	}
}

// nextLanguage is the one to change to.
func nextLanguage() words.Language {
	all := words.Languages()
	i := slices.IndexFunc(all, func(l words.Language) bool { return l.Tag == words.Spoken().Tag })
	return all[(i+1)%len(all)]
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
