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
