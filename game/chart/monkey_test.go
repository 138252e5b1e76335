package chart_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
)

// poke turns bytes into a frame of input: a monkey at the keyboard.
func poke(b [6]byte, s *sheet, tree *widget.Node) widget.Input {
	in := widget.Input{Pointer: canvas.Pt(float64(b[0])*5.1, float64(b[1])*3.2), PointerIn: b[2]&1 == 0, Now: time.Duration(b[5]) * time.Second}
	switch b[2] >> 1 & 7 {
	case 0, 1:
		in.Pressed, in.Released = true, true
	case 2:
		in.Pressed, in.Down = true, true
	case 3:
		in.Down = true
	case 4:
		in.Released = true
	case 5:
		in.Wheel = canvas.Pt(float64(b[3])-128, float64(b[4])-128)
	}
	for i := range int(b[3] % 4) {
		k := b[4] + byte(i)*b[5]
		in.Keys = append(in.Keys, widget.KeyPress{Key: widget.Key(k % 16), Shift: k&32 != 0, Ctrl: k&64 != 0})
	}
	if b[4]%5 == 0 {
		in.Text = string([]rune{rune(b[3]) + 'Ø' - 40, rune(b[5]), 0xFFFD})
	}
	if b[5]%7 == 0 {
		var ids []string
		for n := range tree.All {
			ids = append(ids, n.ID)
		}
		in.Actions = []widget.Action{{Kind: widget.ActionKind(b[3] % 4), ID: ids[int(b[4])%len(ids)], Value: strings.Repeat("9", int(b[0])%30)}}
	}
	return in
}

// monkey plays a sheet and checks after every frame what must always hold.
func monkey(t *testing.T, next func() ([6]byte, bool)) {
	c := canvas.NewImage(1280, 800, 0.25)
	s := newSheet(widget.Light())
	tree := s.frame(c, widget.Input{})
	for {
		b, ok := next()
		if !ok {
			return
		}
		s.ui.Theme.TextScale = 1 + float64(b[1]%3)/2
		tree = s.frame(c, poke(b, s, tree))
		require.Empty(t, s.ui.Problems())
		for _, v := range s.levers {
			require.True(t, v >= 0 && v <= 120000000, "a lever at %d", v)
		}
		require.EqualValues(t, 12000000, s.levers[4], "what is disabled stays")
		require.True(t, s.tab >= 0 && s.tab < 4 && s.chosen >= 0 && s.chosen < 3 && s.segment >= 0 && s.segment < 3)
		require.LessOrEqual(t, len([]rune(s.name)), 200)
		focused := 0
		for n := range tree.All {
			if n.Focused {
				focused++
			}
		}
		require.LessOrEqual(t, focused, 1)
	}
}

func TestMonkey(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 7))
	left := 3000
	monkey(t, func() (b [6]byte, ok bool) {
		for i := range b {
			b[i] = byte(rnd.Uint32())
		}
		left--
		return b, left > 0
	})
}

func FuzzInput(f *testing.F) {
	f.Add([]byte("press release type tab tab space escape drag"))
	f.Fuzz(func(t *testing.T, data []byte) {
		monkey(t, func() (b [6]byte, ok bool) {
			if len(data) < len(b) || len(data) > 6*200 {
				return b, false
			}
			data = data[copy(b[:], data):]
			return b, true
		})
	})
}
