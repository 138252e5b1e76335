package screen_test

import (
	"testing"

	"centricity/game"
	"centricity/game/canvas"
	"centricity/game/screen"
	"centricity/game/widget"
)

// BenchmarkFrame is what a frame of each screen costs with the pointer at rest.
func BenchmarkFrame(b *testing.B) {
	shelf := &game.Memory{}
	s := shipped(b)[0]
	g, err := game.Start(s, 1, shelf)
	if err != nil {
		b.Fatal(err)
	}
	for range 3 {
		if _, err := g.Commit(); err != nil {
			b.Fatal(err)
		}
	}
	for _, name := range []string{"choose", "decide", "customers", "results"} {
		b.Run(name, func(b *testing.B) {
			app := screen.New(host(b, shelf))
			app.Resume(g)
			if err := app.Show(name); err != nil {
				b.Fatal(err)
			}
			p := sitDown(b, app, 1280, 800)
			p.c = canvas.NewImage(1280, 800, 1)
			for b.Loop() {
				app.Frame(p.c, widget.Input{})
			}
		})
	}
}

// BenchmarkCrowd is what a frame costs in each way to look at twenty thousand
// customers, and the first one after a round, which makes the pictures.
func BenchmarkCrowd(b *testing.B) {
	s := everything()
	s.Market.People, s.Market.Start.Customers, s.Market.Start.History = 24_000, 0.99, 1
	shelf := &game.Memory{}
	g, err := game.Start(s, 1, shelf)
	if err != nil {
		b.Fatal(err)
	}
	c := canvas.NewImage(1280, 800, 1)
	seat := func(b *testing.B, way string) *screen.App {
		app := screen.New(screen.Host{Shelf: shelf, Find: find, NewSeed: func() uint64 { return 1 }})
		app.Resume(g)
		if err := app.Show("customers/" + way); err != nil {
			b.Fatal(err)
		}
		return app
	}
	for _, way := range ways {
		b.Run(way+"/first", func(b *testing.B) {
			for b.Loop() {
				seat(b, way).Frame(c, widget.Input{})
			}
		})
		b.Run(way, func(b *testing.B) {
			app := seat(b, way)
			var tree *widget.Node
			for range 3 {
				tree = app.Frame(c, widget.Input{})
			}
			b.ReportAllocs()
			for b.Loop() {
				tree = app.Frame(c, widget.Input{})
			}
			if n := tree.Find("field/pick"); n != nil {
				b.ReportMetric(n.Max, "dots")
			}
		})
	}
}
