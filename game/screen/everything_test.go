package screen_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/screen"
	"centricity/game/widget"
	"centricity/scenarios"
	"centricity/sim"
)

// everything is a scenario that opens all a decision can hold, and in which
// all that can befall a market does.
func everything() scenarios.Scenario {
	m := sim.DefaultMarket()
	m.People, m.Rounds = 4000, 4
	for i := range m.Programmes {
		m.Programmes[i] = true
	}
	for i := range m.Orders {
		m.Orders[i] = true
	}
	m.Product.BreadthSpread, m.Product.BreadthMean = 2, 0.2
	m.Price.MaxDiscount = 3000
	m.Shocks = []sim.Shock{
		{Kind: sim.Recession, Round: 1, Length: 2, Size: 0.2},
		{Kind: sim.RivalLaunch, Round: 2, Length: 1, Size: 0.2},
	}
	return scenarios.Scenario{Name: "everything", Title: "Everything at once", Summary: "All that can be decided.",
		Briefing: "You may decide everything.", Round: "quarter", Currency: "$", Market: m}
}

// silent is the same where customers leave without a word.
func silent() scenarios.Scenario {
	s := everything()
	s.Name, s.Title = "silent", "Without a word"
	s.Market.Churn.Silent = true
	s.Market.Programmes[sim.SaveOffers] = false
	return s
}

// find finds the two.
func find(name string) (scenarios.Scenario, error) {
	for _, s := range []scenarios.Scenario{everything(), silent()} {
		if s.Name == name {
			return s, nil
		}
	}
	return scenarios.Scenario{}, fmt.Errorf("there is no scenario %q", name)
}

// seated is somebody in front of the list with these two scenarios.
func seated(t testing.TB, shelf game.Shelf, w, h float64) *player {
	t.Helper()
	return sitDown(t, screen.New(screen.Host{Shelf: shelf, Scenarios: []scenarios.Scenario{everything(), silent()}, Find: find,
		NewSeed: func() uint64 { return 482913 }}), w, h)
}

// kept is the log of the game in progress, played again to the hash.
func kept(t testing.TB, shelf game.Shelf, name string) game.Log {
	t.Helper()
	data, err := shelf.Read(name + ".log")
	require.NoError(t, err)
	log, err := game.Parse(data)
	require.NoError(t, err)
	_, _, err = game.Replay(log, find)
	require.NoError(t, err)
	return log
}

// set gives a slider a value by the arrow keys.
func (p *player) set(id string, value int) {
	p.t.Helper()
	p.tab(id)
	for range 100 {
		switch now := int(p.find(id).Now); {
		case now < value:
			p.key(widget.KeyRight)
		case now > value:
			p.key(widget.KeyLeft)
		default:
			return
		}
	}
	require.Fail(p.t, "the arrow keys never reach the value", id)
}

// A whole game by keyboard in which everything that can be decided is.
func TestEverythingByKeyboard(t *testing.T) {
	for _, s := range []scenarios.Scenario{everything(), silent()} {
		t.Run(s.Name, func(t *testing.T) {
			shelf := &game.Memory{}
			p := seated(t, shelf, 1280, 800)
			p.enter("play/" + s.Name)
			p.key(widget.KeyEnter)
			g := p.app.Session()
			require.NotNil(t, g)
			b := g.Brief()
			for round := 1; round <= s.Market.Rounds; round++ {
				for _, id := range sliders(s) {
					p.tab(id + "/field")
					p.text("3000")
					p.key(widget.KeyEnter)
				}
				for _, lever := range []sim.Lever{sim.Retention, sim.Experience} {
					if round == 1 {
						p.enter("programmes/" + lever.String())
					}
					for i, programme := range b.ProgrammesOf(lever) {
						p.set("programmes."+programme.String(), (i+round)%4+1)
					}
				}
				if round == 1 {
					p.tab("focus.retention/0")
					p.key(widget.KeyRight)
					p.enter("trial/open")
				}
				p.tab("focus.retention.by")
				p.key(widget.KeyEnter, widget.KeyHome)
				for range round {
					p.key(widget.KeyDown)
				}
				p.key(widget.KeyEnter)
				p.set("breadth", 1000*round)
				p.set("trial", 500*round)

				p.enter("to-shop")
				research := b.ProgrammesOf(sim.Insight)
				require.Equal(t, "shop/platform", p.app.Focus())
				for i, programme := range research {
					p.tab("shop/" + programme.String() + "/field")
					p.text(fmt.Sprint(100 * ((i+round)%4 + 1)))
					p.key(widget.KeyEnter)
				}
				p.enter("shop/decide")
				require.Equal(t, "spend.insight", p.app.Focus())

				d := g.Draft()
				require.Empty(t, g.Refusals())
				spent := sim.Money(0)
				for i := range research {
					spent += sim.Money(100_00 * ((i+round)%4 + 1))
				}
				require.Equal(t, spent, d.Spend[sim.Insight])
				require.Equal(t, sim.Order(round), d.Focus[sim.Retention].By)
				require.Equal(t, sim.BasisPoints(1000*round), d.Breadth)
				require.Equal(t, sim.Trial{Lever: sim.Retention, Control: sim.BasisPoints(500 * round)}, d.Trial)
				for _, lever := range []sim.Lever{sim.Retention, sim.Experience, sim.Insight} {
					for i, programme := range b.ProgrammesOf(lever) {
						require.Equal(t, (i+round)%4+1, d.Programmes[programme], programme.String())
					}
				}
				p.enter("commit")
				require.Equal(t, "next", p.app.Focus())
				require.NotNil(t, g.Reports()[len(g.Reports())-1].Trial)
				for _, id := range []string{"why", "trial-groups", "figure/loyal", "figure/csat"} {
					require.True(t, p.there(id), id)
				}
				p.tab("tabs/2")
				p.key(widget.KeyRight)
				require.True(t, p.there("why"), "the briefing says what changed")
				p.key(widget.KeyLeft, widget.KeyLeft)
				require.True(t, p.there("shop/bought"))
				p.tab("views/8")
				p.key(widget.KeyHome)
				for _, id := range []string{"stage/cherish", "deciles", "sources"} {
					require.True(t, p.there(id), id)
				}
				p.tab("tabs/1")
				p.key(widget.KeyRight)
				p.enter("next")
			}
			require.True(t, p.there("score"))
			log := kept(t, shelf, g.Name())
			require.Len(t, log.Entries, s.Market.Rounds)
		})
	}
}

// The parts of a decision that few need stay shut at first, and say what is in
// them.
func TestTheFirstMinuteIsSimple(t *testing.T) {
	p := seated(t, &game.Memory{}, 1280, 800)
	p.click("play/everything")
	p.click("start")
	require.Equal(t, "Programmes: all on support", p.find("programmes/experience").Name)
	require.Equal(t, "Test with a control group: none", p.find("trial/open").Name)
	require.False(t, p.find("programmes/experience").Expanded)
	require.False(t, p.there("programmes.support"))
	require.False(t, p.there("trial"))

	p.click("programmes/experience")
	p.drag("programmes.journey", 0.5)
	d := p.app.Session().Draft()
	require.Equal(t, []int{10, 5, 0, 0}, d.Programmes[sim.Support:sim.Platform], "what was all on support still is mostly")
	require.Equal(t, "Programmes: support 67 %, journey repair 33 %", p.find("programmes/experience").Name)
	p.drag("programmes.journey", 0)
	p.drag("programmes.support", 0)
	require.Equal(t, 1, p.app.Session().Draft().Programmes[sim.Support], "somebody gets the money")
	p.click("programmes/experience")
	require.False(t, p.there("programmes.support"))
	require.Equal(t, "Programmes: all on support", p.find("programmes/experience").Name)

	p.click("trial/open")
	p.click("trial.lever/1")
	require.Equal(t, sim.Trial{}, p.app.Session().Draft().Trial, "no group, no test")
	p.drag("trial", 0.4)
	require.Equal(t, sim.Trial{Lever: sim.Experience, Control: 2000}, p.app.Session().Draft().Trial)
	p.click("trial.lever/0")
	require.Equal(t, sim.Trial{Lever: sim.Retention, Control: 2000}, p.app.Session().Draft().Trial)
	p.drag("trial", 0)
	require.Equal(t, sim.Trial{}, p.app.Session().Draft().Trial)
}

// A scenario that opens nothing more shows nothing more.
func TestWhatIsClosedHasNoControl(t *testing.T) {
	p := newPlayer(t, &game.Memory{})
	for _, s := range shipped(t) {
		b := s.Market.Brief()
		p.click("play/" + s.Name)
		p.click("start")
		for i := range sim.Insight {
			require.Equal(t, b.Levers[i] && len(b.ProgrammesOf(i)) > 1, p.there("programmes/"+i.String()), s.Name)
		}
		require.Equal(t, b.Levers[sim.Insight], p.there("to-shop"), s.Name)
		require.Equal(t, b.Breadth && b.Levers[sim.Product], p.there("breadth"), s.Name)
		p.click("home")
	}
}

// Whatever is wrong with a part that is shut opens it, and is said beside its
// control; what has no control is said above the button.
func TestRefusalsOfEverything(t *testing.T) {
	for name, c := range map[string]struct {
		wrong  func(*sim.Decision)
		beside string
		after  string
	}{
		"a programme's weight":    {func(d *sim.Decision) { d.Programmes[sim.Journey] = 5000 }, "programmes.journey/refused", "programmes.journey"},
		"a negative weight":       {func(d *sim.Decision) { d.Programmes[sim.WinBack] = -1 }, "programmes.win-back/refused", "programmes.win-back"},
		"too large a control":     {func(d *sim.Decision) { d.Trial = sim.Trial{Lever: sim.Retention, Control: 9500} }, "trial/refused", "trial"},
		"a test of another lever": {func(d *sim.Decision) { d.Trial = sim.Trial{Lever: sim.Product, Control: 1000} }, "trial/refused", "trial"},
		"breadth beyond all":      {func(d *sim.Decision) { d.Breadth = 12_000 }, "breadth/refused", "breadth"},
		"a programme not open":    {func(d *sim.Decision) { d.Programmes[sim.SaveOffers] = 3 }, "reason", "budget"},
	} {
		t.Run(name, func(t *testing.T) {
			p := seated(t, &game.Memory{}, 1280, 800)
			p.click("play/silent")
			p.click("start")
			g := p.app.Session()
			d := g.Draft()
			c.wrong(&d)
			g.SetDraft(d)
			p.do(widget.Input{})
			message := p.find(c.beside)
			require.Equal(t, widget.RoleAlert, message.Role)
			require.NotEmpty(t, message.Name)
			require.GreaterOrEqual(t, message.Rect.Y, p.find(c.after).Rect.Y)
			require.True(t, p.find("commit").Disabled)
			require.NotEmpty(t, p.find("commit").Description)
			sound(t, p, name)
		})
	}
}

// Somebody who does anything at random with everything open breaks nothing.
func TestAnythingAtRandomWithEverything(t *testing.T) {
	events := 4000
	if testing.Short() {
		events = 2000
	}
	shelf := &game.Memory{}
	p := seated(t, shelf, 1280, 800)
	p.click("play/everything")
	p.click("start")
	p.click("programmes/retention")
	p.click("trial/open")
	m := &monkey{player: p, rng: rand.New(rand.NewPCG(3, 1))}
	likes := []string{"trial", "breadth", "trial/open", "to-shop", "shop/surveys", "why-open", "trial.lever/1"}
	touched := map[string]bool{}
	for i := range events {
		m.act()
		if n := p.tree.Find(likes[i%len(likes)]); i%10 == 0 && n != nil { // it likes what is new
			p.do(widget.Input{Actions: []widget.Action{{Kind: widget.ActionKind(1 + m.rng.IntN(3)), ID: n.ID, Value: fmt.Sprint(m.rng.IntN(6000) - 500)}}})
		}
		if i%50 == 0 {
			require.Empty(t, p.app.Faults())
		}
		if g := p.app.Session(); g != nil {
			d := g.Draft()
			touched["programmes"] = touched["programmes"] || d.Programmes != [sim.NumProgrammes]int{}
			touched["trial"] = touched["trial"] || d.Trial != sim.Trial{}
			touched["breadth"] = touched["breadth"] || d.Breadth != 0
		}
	}
	require.Len(t, touched, 3)
	for what, was := range touched {
		require.True(t, was, what)
	}
	names, err := shelf.Names()
	require.NoError(t, err)
	played := 0
	for _, name := range names {
		if log, ok := cutSuffix(name, ".log"); ok {
			played += len(kept(t, shelf, log).Entries)
		}
	}
	require.Positive(t, played)
}

// Nothing lies on anything else with everything open, however small the window
// and large the text.
func TestNothingOverlapsWithEverything(t *testing.T) {
	for _, size := range [][2]float64{{800, 560}, {1024, 640}, {1920, 1080}} {
		for _, text := range []int{100, 150, 200} {
			t.Run(fmt.Sprintf("%gx%g %d", size[0], size[1], text), func(t *testing.T) {
				shelf := &game.Memory{}
				require.NoError(t, shelf.Replace("look.json", fmt.Appendf(nil, `{"text":%d}`, text)))
				p := seated(t, shelf, size[0], size[1])
				p.click("play/everything")
				p.click("start")
				for _, id := range []string{"programmes/retention", "programmes/experience", "trial/open", "focus.retention/2"} {
					p.click(id)
					sound(t, p, id)
				}
				p.drag("trial", 0.5)
				p.click("commit")
				sound(t, p, "results")
				p.click("why-open")
				for i := range 4 {
					p.click(fmt.Sprintf("tabs/%d", i))
					sound(t, p, fmt.Sprint("tab ", i))
				}
				p.helped(func(part string) { sound(t, p, "help: "+part) })
				require.NoError(t, p.app.Show("customers/research"))
				p.do(widget.Input{})
				sound(t, p, "research")
			})
		}
	}
}

// Nobody is told what nobody saw.
func TestNobodySawWhoLeft(t *testing.T) {
	p := seated(t, &game.Memory{}, 1280, 800)
	p.click("play/silent")
	p.click("start")
	for range 2 {
		p.click("commit")
		said := strings.Join(p.says(), "\n")
		require.Contains(t, said, "Nobody saw who left")
		require.Contains(t, said, "Given up as lost")
		require.NotContains(t, said, "Customers lost:")
		require.NotContains(t, said, "would have left anyway")
		p.click("next")
	}
}

// When the game is over, the wrong count of customers is set beside the true one,
// and each says whose it is.
func TestTheBooksCountBesideTheTruth(t *testing.T) {
	p := seated(t, &game.Memory{}, 1280, 800)
	p.click("play/silent")
	p.click("start")
	g := p.app.Session()
	for !g.Over() {
		_, err := g.Commit()
		require.NoError(t, err)
	}
	require.NoError(t, p.app.Show("score"))
	p.do(widget.Input{})
	truly, ok := g.Customers()
	require.True(t, ok)
	reports := g.Reports()
	books := reports[len(reports)-1].Base.Closing()
	require.NotEqual(t, truly, books)
	require.Equal(t, widget.Count(int64(books)), p.find("score/customers").Value)
	said := strings.Join(p.says(), "\n")
	require.Contains(t, said, "by your books")
	require.Contains(t, said, widget.Count(int64(truly)))
}

// The firm's true value stays untold with everything open too.
func TestTheTruthStaysUntoldWithEverything(t *testing.T) {
	p := seated(t, &game.Memory{}, 1280, 800)
	p.click("play/everything")
	p.click("start")
	p.click("trial/open")
	p.drag("trial", 0.4)
	g := p.app.Session()
	w, err := sim.New(everything().Market, g.Seed())
	require.NoError(t, err)
	for !g.Over() {
		_, err := w.Play(g.Draft())
		require.NoError(t, err)
		p.click("commit")
		p.click("why-open")
		for i := range 4 {
			if g.Over() && i == 0 {
				continue // the score
			}
			p.click(fmt.Sprintf("tabs/%d", i))
			for _, text := range p.says() {
				for _, secret := range told(w.Value()) {
					require.NotContains(t, text, secret)
				}
			}
		}
		if !g.Over() {
			p.click("tabs/0")
		}
	}
}
