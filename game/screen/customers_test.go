package screen_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/scenarios"
	"centricity/sim"
)

// ways are the ways to look at customers, by the place of their tab.
var ways = []string{"overview", "field", "list", "rfm", "experience", "winning", "cohorts", "personas", "research"}

// atCustomers is a player who has played a round of everything with so much
// spent on insight, and looks at the customers.
func atCustomers(t testing.TB, shelf game.Shelf, w, h float64, research sim.Money) *player {
	t.Helper()
	p := seated(t, shelf, w, h)
	p.click("play/everything")
	p.click("start")
	g := p.app.Session()
	d := g.Draft()
	d.Spend[sim.Insight] = research
	d.Spend[sim.Acquisition] = min(d.Spend[sim.Acquisition], g.Available()-research)
	d.Spend[sim.Retention], d.Spend[sim.Experience], d.Spend[sim.Product] = 0, 0, 0
	g.SetDraft(d)
	require.Empty(t, g.Refusals())
	p.do(widget.Input{})
	p.click("commit")
	p.click("tabs/1")
	return p
}

// ways are those that the game in progress has.
func (p *player) ways() []string {
	if !p.app.Session().Brief().Levers[sim.Insight] {
		return ways[:len(ways)-1]
	}
	return ways
}

// look shows a way to look at the customers by its name.
func (p *player) look(way string) {
	p.t.Helper()
	for i, w := range ways {
		if w != way {
			continue
		}
		id := fmt.Sprintf("views/%d", i)
		if p.find("views").Role == widget.RoleTabList {
			p.click(id)
		} else { // a list, where there is no room for tabs
			p.do(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: id}}})
		}
		require.True(p.t, p.find(id).Selected, way)
	}
}

// By keyboard alone from the decision and from the results to a customer's card
// and to the list's best by any column.
func TestCustomersByKeyboard(t *testing.T) {
	p := atCustomers(t, &game.Memory{}, 1280, 800, 3000_00)
	for _, from := range []int{0, 2} {
		p.click(fmt.Sprintf("tabs/%d", from))
		p.tab(fmt.Sprintf("tabs/%d", from))
		p.key(widget.KeyHome, widget.KeyRight)
		require.True(t, p.there("views/1"), "from tab %d", from)
	}
	p.tab("views/0")
	p.key(widget.KeyRight)
	p.tab("field/pick")
	require.Equal(t, "none picked", p.find("field/pick").Value)
	p.key(widget.KeyPageUp)
	best := p.find("field/pick").Value
	require.Regexp(t, `^Customer [\d,]+, .*\d purchases?, \$ .* so far, last .*, estimated value \d.* × the average$`, best)
	require.True(t, p.there("who"), "the card stands beside it")
	p.key(widget.KeyLeft, widget.KeyDown, widget.KeyDown)
	require.NotEqual(t, best, p.find("field/pick").Value)
	title := p.find("who").Name
	require.True(t, strings.HasPrefix(p.find("field/pick").Value, title+", "))

	p.tab("views/1")
	p.key(widget.KeyRight)
	require.True(t, p.there("list"))
	for col, head := range []string{"Number", "Stage", "Customer for", "Bought", "Last purchase", "Spent", "A purchase", "RFM", "Est. value", "Known"} {
		n := p.find(fmt.Sprintf("list/head/%d", col))
		require.Equal(t, head, n.Name)
		require.NotEmpty(t, n.Description, "what %s means", head)
	}
	p.enter("list/head/3")
	require.Equal(t, "descending", p.find("list/head/3").Sort)
	most := 0
	for r := range p.app.Session().Records() {
		if r.Active {
			most = max(most, r.Purchases)
		}
	}
	first := p.find("list").Children[1]
	require.Equal(t, fmt.Sprint(most), first.Children[3].Name)
	p.tab("list")
	p.key(widget.KeyHome, widget.KeyEnter)
	require.Equal(t, "Customer "+first.Children[0].Name, p.find("who").Name)
	p.key(widget.KeyEnd, widget.KeyEnter)
	require.NotEqual(t, "Customer "+first.Children[0].Name, p.find("who").Name, "the last of thousands is reached")
}

// The card says what is on file, by the pointer too, and the same one stays
// picked from one picture to the next.
func TestTheCardSaysWhatIsOnFile(t *testing.T) {
	p := atCustomers(t, &game.Memory{}, 1280, 800, 3000_00)
	p.look("field")
	n := p.find("field/pick")
	for range 20 { // the middle may be empty
		p.at = canvas.Pt(n.Rect.X+n.Rect.W*(0.5+0.45*rand.New(rand.NewPCG(1, uint64(p.now))).Float64()), n.Rect.MidY())
		p.do(widget.Input{Pressed: true, Down: true})
		p.do(widget.Input{Released: true})
		if p.there("who") {
			break
		}
	}
	card := p.find("who")
	says := map[string]string{}
	var texts []string
	for c := range card.All {
		texts = append(texts, c.Name)
	}
	for i := 1; i+1 < len(texts); i += 2 {
		says[texts[i]] = texts[i+1]
	}
	for r := range p.app.Session().Records() {
		if card.Name != "Customer "+widget.Count(int64(r.ID)) {
			continue
		}
		require.Equal(t, widget.Price(int64(r.Spent)), says["Spent"])
		require.Equal(t, fmt.Sprint(r.Purchases), says["Bought"])
		require.Equal(t, widget.Percent(r.Reliability), says["Known"])
		require.Regexp(t, `^[15432]-[15432]-[15432]$|^–$`, says["RFM"])
		require.Regexp(t, `×`, says["Likely value"])
	}
	p.look("list")
	require.Equal(t, card.Name, p.find("who").Name)
}

// What is not known is not pretended to be: without insight there is no
// estimate anywhere, with it there is.
func TestNoEstimateWithoutKnowledge(t *testing.T) {
	for _, research := range []sim.Money{0, 3000_00} {
		p := atCustomers(t, &game.Memory{}, 1280, 800, research)
		p.look("field")
		p.tab("field/pick")
		p.key(widget.KeyEnd)
		said := strings.Join(p.says(), "\n")
		p.look("experience")
		said += strings.Join(p.says(), "\n")
		if research == 0 {
			require.NotContains(t, said, "Est. value")
			require.NotContains(t, said, "Likely value")
			require.Contains(t, said, "You know nothing of customers but what they bought")
			require.Contains(t, said, "Worth is what they spent so far")
		} else {
			require.Contains(t, said, "Est. value")
			require.Contains(t, said, "The true value mostly lies in the likely range")
			require.NotContains(t, said, "You know nothing")
		}
	}
}

// Whoever joined, grew and left is seen to move once, and never where motion is
// unwanted.
func TestTheFieldMovesUnlessHeldStill(t *testing.T) {
	for _, still := range []bool{false, true} {
		app := screen.New(screen.Host{Shelf: &game.Memory{}, Scenarios: []scenarios.Scenario{everything()}, Find: find, NewSeed: func() uint64 { return 1 }, Still: still})
		p := sitDown(t, app, 1280, 800)
		p.click("play/everything")
		p.click("start")
		p.click("commit")
		p.click("tabs/1")
		frames := func(in widget.Input) (n int) {
			for p.now += 16 * time.Millisecond; ; p.now += 16 * time.Millisecond {
				in.Now = p.now
				p.tree = app.Frame(p.c, in)
				if n++; !app.NeedsRedraw() {
					return n
				}
				in = widget.Input{}
			}
		}
		show := func() int {
			return frames(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: "views/0"}}}) +
				frames(widget.Input{Actions: []widget.Action{{Kind: widget.ActClick, ID: "views/1"}}})
		}
		if first := show(); still {
			require.Less(t, first, 12)
			require.True(t, p.find("field.still").Checked)
			require.True(t, p.find("field.again").Disabled)
		} else {
			require.Greater(t, first, 60, "more than a second of frames")
		}
		require.Less(t, show(), 12, "only the first time")
		require.Equal(t, 1, frames(widget.Input{}), "then it rests")
		p.click("field.still")
		require.Equal(t, !still, p.find("field.still").Checked)
	}
}

// Nothing lies on anything else in any way to look at customers, however small
// the window and large the text; nobody is left without a name.
func TestNothingOverlapsAmongCustomers(t *testing.T) {
	for _, size := range [][2]float64{{800, 560}, {1024, 640}, {1920, 1080}} {
		for _, text := range []int{100, 200} {
			shelf := &game.Memory{}
			require.NoError(t, shelf.Replace("look.json", fmt.Appendf(nil, `{"text":%d}`, text)))
			p := atCustomers(t, shelf, size[0], size[1], 3000_00)
			for _, way := range p.ways() {
				p.look(way)
				sound(t, p, fmt.Sprint(size, text, way))
				if way == "field" {
					p.do(widget.Input{Actions: []widget.Action{{Kind: widget.ActSet, ID: "field/pick", Value: "7"}}})
					require.True(t, p.there("who"))
					sound(t, p, "with a card")
				}
			}
		}
	}
}

// The firm's true value is in none of the ways to look at customers.
func TestTheCustomersTellNoTruth(t *testing.T) {
	for _, s := range shipped(t) {
		p := newPlayer(t, &game.Memory{})
		p.click("play/" + s.Name)
		p.click("start")
		g := p.app.Session()
		w, err := sim.New(s.Market, g.Seed())
		require.NoError(t, err)
		_, err = w.Play(g.Draft())
		require.NoError(t, err)
		p.click("commit")
		p.click("tabs/1")
		for _, way := range p.ways() {
			p.look(way)
			require.Empty(t, p.app.Faults())
			for _, text := range p.says() {
				require.NotRegexp(t, `NaN|Inf`, text)
				for _, secret := range told(w.Value()) {
					require.NotContains(t, text, secret, way)
				}
			}
		}
	}
}

// Before anything was played there is a file of nobody, and words for it.
func TestNobodyToLookAt(t *testing.T) {
	s := everything()
	s.Market.Start.History, s.Market.Start.Customers = 0, 0
	app := screen.New(screen.Host{Shelf: &game.Memory{}, Scenarios: []scenarios.Scenario{s}, NewSeed: func() uint64 { return 1 }})
	p := sitDown(t, app, 1024, 640)
	p.click("play/everything")
	p.click("start")
	p.click("tabs/1")
	require.Contains(t, strings.Join(p.says(), "\n"), "There are no records yet")
	g := app.Session()
	d := g.Draft()
	d.Spend = [sim.NumLevers]sim.Money{}
	d.Price = s.Market.Price.High
	g.SetDraft(d)
	p.click("tabs/0")
	p.click("commit")
	p.click("tabs/1")
	for _, way := range ways {
		p.look(way)
		sound(t, p, way)
		require.NotRegexp(t, `NaN|Inf`, strings.Join(p.says(), "\n"))
	}
}

// Somebody who does anything at random among the customers breaks nothing.
func TestAnythingAtRandomAmongCustomers(t *testing.T) {
	p := atCustomers(t, &game.Memory{}, 1280, 800, 3000_00)
	m := &monkey{player: p, rng: rand.New(rand.NewPCG(9, 1))}
	likes := []string{"tabs/1", "views/1", "field/pick", "field.only", "field.again", "views/2", "list", "list/head/5", "listed", "views/4", "experience/pick"}
	for i := range 1500 {
		m.act()
		if n := p.tree.Find(likes[i%len(likes)]); n != nil {
			p.do(widget.Input{Actions: []widget.Action{{Kind: widget.ActionKind(1 + m.rng.IntN(3)), ID: n.ID, Value: []string{"NaN", "-1e308", "3", "1e9"}[m.rng.IntN(4)]}}})
		}
		if i%25 == 0 {
			require.Empty(t, p.app.Faults())
		}
	}
}
