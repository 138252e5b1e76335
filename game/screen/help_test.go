package screen_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/game/words"
)

// helped opens the help, sees each of its parts, and closes it.
func (p *player) helped(see func(part string)) {
	p.t.Helper()
	p.key(widget.KeyF1)
	for i, part := range []string{"terms", "keys", "round"} {
		p.push(fmt.Sprint("help/parts/", i))
		see(part)
	}
	p.key(widget.KeyEscape)
	require.False(p.t, p.there("help"))
}

// texts are what the help shows, as far as it is headings and paragraphs.
func (p *player) texts(id string) (all []string) {
	p.t.Helper()
	for n := range p.find(id).All {
		if n.Role == widget.RoleHeading || n.Role == widget.RoleParagraph {
			all = append(all, n.Name)
		}
	}
	return all
}

// terms are the terms that the help explains, with what it says of each.
func (p *player) terms() map[string]string {
	p.t.Helper()
	all, chapter, name := map[string]string{}, map[string]bool{}, ""
	for n := range p.find("help/terms").All {
		switch {
		case n.Role == widget.RoleHeading && n.Level == 2:
			clear(chapter)
		case n.Role == widget.RoleHeading:
			name = n.Name
		case n.Role == widget.RoleParagraph:
			require.NotContains(p.t, chapter, name, "a term is explained twice")
			chapter[name] = true
			all[name] += n.Name
		}
	}
	return all
}

// Whatever opens it, Escape and the cross close it, and the focus returns to
// where it was.
func TestHelpOpensAndCloses(t *testing.T) {
	p := begun(t, &game.Memory{})
	for name, open := range map[string]func(){
		"F1":     func() { p.key(widget.KeyF1) },
		"?":      func() { p.text("?") },
		"button": func() { p.enter("help/open") },
	} {
		t.Run(name, func(t *testing.T) {
			p.tab("spend.retention")
			was := p.app.Focus()
			if name == "button" {
				was = "help/open"
			}
			for i, shut := range []func(){func() { p.key(widget.KeyEscape) }, func() { p.click("help/close") }} {
				open()
				dialog := p.find("help")
				require.Equal(t, widget.RoleDialog, dialog.Role)
				require.Equal(t, "Help", dialog.Name)
				require.True(t, dialog.Modal)
				require.Equal(t, "help/search", p.app.Focus(), "one can type at once")
				shut()
				require.False(t, p.there("help"), "%d", i)
				require.Equal(t, was, p.app.Focus())
			}
		})
	}
	p.click("help/open")
	require.Equal(t, "help/parts/0", p.app.Focus(), "a finger wakes no keyboard on the screen")
}

// A question mark that is typed into a field belongs there; F1 opens the help
// wherever the focus is.
func TestQuestionMarksCanBeTyped(t *testing.T) {
	p := newPlayer(t, &game.Memory{})
	p.replaceText("seed", "12?")
	require.False(t, p.there("help"))
	require.Equal(t, "12?", p.find("seed").Value)
	p.key(widget.KeyF1)
	require.True(t, p.there("help"))
	p.key(widget.KeyF1)
	p.text("?")
	require.True(t, p.there("help"))
	require.Equal(t, "?", p.find("help/search").Value)
	require.Equal(t, "12?", p.find("seed").Value)
}

// Tab and Shift+Tab go round within the help.
func TestHelpHoldsTheFocus(t *testing.T) {
	p := begun(t, &game.Memory{})
	p.key(widget.KeyF1)
	for part := range 3 {
		p.push(fmt.Sprint("help/parts/", part))
		first, round := p.app.Focus(), []string{}
		for {
			round = append(round, p.app.Focus())
			p.key(widget.KeyTab)
			require.True(t, strings.HasPrefix(p.app.Focus(), "help"), p.app.Focus())
			if p.app.Focus() == first {
				break
			}
		}
		require.Contains(t, round, "help/close")
		for i := len(round) - 1; i >= 0; i-- {
			p.do(widget.Input{Keys: []widget.KeyPress{{Key: widget.KeyTab, Shift: true}}})
			require.Equal(t, round[i], p.app.Focus())
		}
	}
}

// While the help is open nothing behind it can be reached: by a key, by what an
// assistive technology asks, by the pointer or the wheel.
func TestNothingBehindTheHelpReacts(t *testing.T) {
	p := begun(t, &game.Memory{})
	p.click("commit")
	p.click("next")
	before, decision := p.aside().says(), p.app.Session().Draft()
	var behind []*widget.Node
	for n := range p.tree.All {
		if n.ID != "" && n.ID != "root" {
			behind = append(behind, n)
		}
	}
	p.click("help/open")
	dialog := p.find("help").Rect
	require.Greater(t, len(behind), 40)
	for _, n := range behind {
		for _, kind := range []widget.ActionKind{widget.ActFocus, widget.ActClick, widget.ActSet, widget.ActScroll} {
			p.do(widget.Input{Actions: []widget.Action{{Kind: kind, ID: n.ID, Value: "120"}}})
		}
		if at := canvas.Pt(n.Rect.MidX(), n.Rect.MidY()); !dialog.Contains(at) {
			p.at = at
			p.do(widget.Input{Pressed: true, Down: true})
			p.do(widget.Input{Wheel: canvas.Pt(0, 90)})
			p.do(widget.Input{Released: true})
		}
		require.True(t, p.there("help"), n.ID)
	}
	for _, k := range []widget.Key{widget.KeyPageDown, widget.KeyEnd, widget.KeyEnter, widget.KeyF5, widget.KeyF1} {
		p.do(widget.Input{Keys: []widget.KeyPress{{Key: k, Ctrl: k == widget.KeyEnter}}})
	}
	require.True(t, strings.HasPrefix(p.app.Focus(), "help"))
	p.key(widget.KeyEscape, widget.KeyEscape) // the second for the tooltip of the button that has the focus
	require.Equal(t, decision, p.app.Session().Draft())
	require.Equal(t, 2, p.app.Session().Round())
	require.Equal(t, before, p.aside().says(), "all is as it was")

	r := p.see("spend.retention")
	p.at = canvas.Pt(r.MidX(), r.MidY())
	p.do(widget.Input{Pressed: true, Down: true})
	held := p.app.Session().Draft()
	p.do(widget.Input{Down: true, Keys: []widget.KeyPress{{Key: widget.KeyF1}}})
	p.at.X += 60
	p.do(widget.Input{Down: true})
	require.Equal(t, held, p.app.Session().Draft(), "what was being dragged is let go")
}

// The notes of a first round wait while the help is open.
func TestNotesWaitForTheHelp(t *testing.T) {
	p := newcomer(t, &game.Memory{}, 1280, 800)
	note := p.note()
	require.NotEmpty(t, note)
	p.key(widget.KeyF1)
	require.Empty(t, p.note())
	p.key(widget.KeyEscape)
	require.Equal(t, note, p.note(), "Escape closed the help, and no more")
}

// A term is found by its name or by what it means, whatever its case and
// accents; where none is, the way back is offered.
func TestTermsAreFound(t *testing.T) {
	p := spoken(t, &game.Memory{}, "es")
	p.key(widget.KeyF1)
	p.text("nps")
	require.Equal(t, "1 término", p.find("help/found").Name)
	require.Contains(t, p.terms(), "NPS")
	p.replaceText("help/search", "CAPTACION")
	require.Contains(t, p.terms(), "Captación")
	p.replaceText("help/search", "zzz")
	require.False(t, p.there("help/terms"))
	require.Contains(t, p.said(), "«zzz»")
	p.enter("help/all")
	require.Equal(t, "help/search", p.app.Focus())
	require.Greater(t, len(p.terms()), 50)

	p.text("valor")
	few := len(p.terms())
	p.key(widget.KeyEscape, widget.KeyF1)
	require.Greater(t, len(p.terms()), few, "it opens with all of them")
}

// What the help says of a term is what its tooltip says, and every figure and
// every lever of a game is in it; what a scenario does not have is not.
func TestTermsAreThoseOfTheTooltips(t *testing.T) {
	var all, few map[string]string
	newPlayerAt := func(scenario string) map[string]string {
		p := newPlayer(t, &game.Memory{})
		p.click("play/" + scenario)
		p.click("start")
		var tips []string
		listen := func() {
			for n := range p.tree.All {
				if strings.HasPrefix(n.ID, "figure/") || n.Role == widget.RoleSlider && !strings.HasPrefix(n.ID, "channel") {
					tips = append(tips, n.Description)
				}
			}
		}
		for _, id := range []string{"programmes/retention", "programmes/experience"} {
			if p.there(id) {
				p.click(id)
			}
		}
		listen()
		p.click("commit")
		listen()
		p.click("tabs/1")
		p.look("overview")
		listen()
		p.key(widget.KeyF1)
		terms := p.terms()
		said := strings.Join(slices.Collect(func(yield func(string) bool) {
			for _, text := range terms {
				if !yield(text) {
					return
				}
			}
		}), "\n")
		require.Greater(t, len(tips), 10)
		for _, tip := range tips {
			_, after, noted := strings.Cut(tip, ". ") // a figure's change stands before
			require.True(t, strings.Contains(said, tip) || noted && strings.Contains(said, after), "%s: %q", scenario, tip)
		}
		return terms
	}
	all, few = newPlayerAt("music-shop"), newPlayerAt("roastery")
	for _, name := range []string{"Insight", "Product", "Customer knowledge", "Check-ins"} {
		assert.Contains(t, all, name)
		assert.NotContains(t, few, name)
	}
	for _, name := range []string{"CAC", "CLV", "NPS", "CSAT", "Retention", "Churn", "Cohort", "Segment", "RFM", "Adstock", "Fatigue", "Tenth (decile)", "Customer equity"} {
		assert.True(t, slices.ContainsFunc([]map[string]string{all, few}, func(m map[string]string) bool { return m[name] != "" }), name)
	}
}

// Every key that the help lists does what it says there.
func TestEveryKeyListedDoesWhatItSays(t *testing.T) {
	control := func(k widget.Key) widget.Input { return widget.Input{Keys: []widget.KeyPress{{Key: k, Ctrl: true}}} }
	value := func(p *player) float64 { return p.find("spend.retention").Now }
	proofs := map[string]func(p *player) bool{
		"F1, ?: Open this help": func(p *player) bool {
			p.key(widget.KeyF1)
			first := p.there("help")
			p.key(widget.KeyEscape)
			p.text("?")
			return first && p.there("help")
		},
		"Ctrl+Enter: Play the round": func(p *player) bool { p.do(control(widget.KeyEnter)); return p.there("next") },
		"Ctrl+Enter: Go on from these results": func(p *player) bool {
			p.click("commit")
			p.do(control(widget.KeyEnter))
			return p.there("commit")
		},
		"F5: Read the scenario file again": func(p *player) bool {
			p.key(widget.KeyF5)
			return strings.Contains(p.said(), "The file is read again")
		},
		"Tab, Shift+Tab: To the next control, and back to the one before": func(p *player) bool {
			p.tab("spend.retention")
			p.key(widget.KeyTab)
			next := p.app.Focus()
			p.do(widget.Input{Keys: []widget.KeyPress{{Key: widget.KeyTab, Shift: true}}})
			return next != "spend.retention" && p.app.Focus() == "spend.retention"
		},
		"Enter, Space: Press a button, open a list": func(p *player) bool {
			p.tab("journal/open")
			p.key(widget.KeyEnter)
			open := p.there("journal/hypothesis")
			p.key(widget.KeySpace)
			shut := !p.there("journal/hypothesis")
			p.tab("decide-trend/measure")
			p.key(widget.KeySpace)
			return open && shut && p.find("decide-trend/measure").Expanded
		},
		"←, →, ↑, ↓: Move a slider, choose among tabs or in a list": func(p *player) bool {
			p.set("spend.retention", 0)
			for _, k := range []widget.Key{widget.KeyRight, widget.KeyUp} {
				before := value(p)
				if p.key(k); value(p) <= before {
					return false
				}
			}
			p.key(widget.KeyLeft, widget.KeyDown)
			back := value(p) == 0
			p.tab("tabs/0")
			p.key(widget.KeyRight)
			return back && p.find("tabs/1").Selected
		},
		"Home, End: To the ends of a slider or a list": func(p *player) bool {
			p.tab("spend.retention")
			p.key(widget.KeyEnd)
			top := value(p) == p.find("spend.retention").Max
			p.key(widget.KeyHome)
			return top && value(p) == 0
		},
		"Page Up, Page Down: Scroll; move a slider in larger steps": func(p *player) bool {
			p.tab("spend.retention")
			p.key(widget.KeyHome, widget.KeyRight)
			small := value(p)
			p.key(widget.KeyHome, widget.KeyPageUp)
			large := value(p)
			p.tab("decide-trend/measure")
			p.key(widget.KeyPageUp)
			at := p.find("spend.retention").Rect.Y
			p.key(widget.KeyPageDown)
			down := p.find("spend.retention").Rect.Y
			p.key(widget.KeyPageUp)
			return large > small && down < at && p.find("spend.retention").Rect.Y == at
		},
		"Escape: Close what is open: this help, a list, a note": func(p *player) bool {
			p.tab("decide-trend/measure")
			p.key(widget.KeySpace, widget.KeyEscape)
			list := p.find("decide-trend/measure").Expanded
			p.key(widget.KeyF1, widget.KeyEscape)
			return !list && !p.there("help")
		},
	}
	seated := func(t *testing.T) *player {
		p := sitDown(t, screen.New(host(t, &game.Memory{})), 1024, 560) // there is something to scroll
		p.open((&onDisk{kiosk}).file())
		p.click("start")
		return p
	}
	listed := map[string]bool{}
	list := func(p *player) {
		p.key(widget.KeyF1)
		p.push("help/parts/1")
		texts := slices.DeleteFunc(p.texts("help/keys"), func(s string) bool { return s == "On this screen" || s == "Everywhere" })
		for i := 0; i+1 < len(texts); i += 2 {
			listed[texts[i]+": "+texts[i+1]] = true
		}
		p.key(widget.KeyEscape)
	}
	p := seated(t)
	list(p)
	p.click("commit")
	list(p)
	require.Len(t, listed, len(proofs))
	for line := range listed {
		t.Run(line, func(t *testing.T) {
			require.Contains(t, proofs, line, "a key is listed that nobody tries")
			require.True(t, proofs[line](seated(t)))
		})
	}
	fresh := newPlayer(t, &game.Memory{})
	fresh.key(widget.KeyF1)
	fresh.push("help/parts/1")
	require.NotContains(t, fresh.texts("help/keys"), "On this screen", "nothing to play on the list of games")
}

// The help keeps what is typed in it when the colours or the language change,
// and goes on in the other language.
func TestHelpOutlivesAChangeOfLook(t *testing.T) {
	t.Cleanup(func() { words.Speak(words.English.Tag) })
	p := begun(t, &game.Memory{})
	p.key(widget.KeyF1)
	p.text("clv")
	p.app.Dark(true)
	words.Speak("es")
	p.do(widget.Input{})
	require.Equal(t, "Ayuda", p.find("help").Name)
	require.Equal(t, "clv", p.find("help/search").Value)
	require.Contains(t, p.terms(), "CLV")
	require.Equal(t, "help/search", p.app.Focus())
}

// What is computed goes on behind the help.
func TestLuckIsPlayedBehindTheHelp(t *testing.T) {
	p, _ := over(t, 1280, 800, 100, 0)
	require.NoError(t, p.app.Show("debrief"))
	p.do(widget.Input{})
	p.click("debrief/parts/3")
	frame := func(in widget.Input) float64 {
		p.tree = p.app.Frame(p.c, in)
		if n := p.tree.Find("luck/progress"); n != nil {
			return n.Now
		}
		return 0
	}
	frame(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: "luck/play"}}})
	before := frame(widget.Input{Keys: []widget.KeyPress{{Key: widget.KeyF1}}})
	for range 40 {
		frame(widget.Input{})
		require.True(t, p.there("help"))
	}
	require.Greater(t, frame(widget.Input{}), before)
}

// The help leads through a round again: from a game at its next decision, from
// elsewhere at the choice of a game.
func TestHelpPointsTheWay(t *testing.T) {
	lead := func(p *player) {
		p.key(widget.KeyF1)
		p.push("help/parts/2")
		p.enter("help/way")
		require.False(t, p.there("help"))
	}
	p := newPlayer(t, &game.Memory{})
	lead(p)
	p.told("Begin here", "play/roastery")
	p.click("play/roastery")
	p.told("Read below", "start")
	p.click("start")
	p.key(widget.KeyEscape)
	require.Empty(t, p.note())

	p.click("commit")
	lead(p)
	p.told("Each slider", "spend.acquisition")
	require.Equal(t, "spend.acquisition", p.app.Focus(), "there it begins")
	p.click("commit")
	p.told("The round is played", "see")

	p, _ = over(t, 1280, 800, 100, 0)
	lead(p)
	require.True(t, strings.HasPrefix(p.note(), "Begin here"))
}

// A page cannot read a file again by itself, and does not say that it could.
func TestKeysOfAPage(t *testing.T) {
	h := host(t, &game.Memory{})
	h.Pick = func() {}
	p := sitDown(t, screen.New(h), 1280, 800)
	p.open((&onDisk{kiosk}).file())
	p.key(widget.KeyF1)
	p.push("help/parts/1")
	require.NotContains(t, p.texts("help/keys"), "F5")
}
