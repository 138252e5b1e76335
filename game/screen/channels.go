package screen

import (
	"fmt"
	"math"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// drawChannels draws how money for acquisition divides over channels: one
// slider between two, else one for each channel's part of the whole.
func (a *App) drawChannels(r *canvas.Rect, b sim.Brief, why refusals) {
	u := &a.ui
	shares := mix(a.play.session.Draft().Channels, len(b.Channels))
	a.nest(r, func(in *canvas.Rect) {
		for i, c := range b.Channels {
			s := widget.Slider{
				ID: fmt.Sprintf("channel.%d", i+1), Label: capital(channelName(c)), Max: 100, Step: 1, Page: 10, Number: wholePercent,
				Note: words.Say("of it"), Tip: channelTip(c), Color: u.Theme.Series[sim.Acquisition],
			}
			if len(b.Channels) == 2 {
				if i == 0 {
					continue
				}
				s.Note = rest(b.Channels[0]) + " " + wholePercent.Text(int64(shares[0]))
			}
			if v, changed := u.Slider(in.CutTop(u.SliderHeight()), s, int64(shares[i])); changed {
				a.mixTo(i, int(v), b)
			}
		}
		a.refused(in, "channels", why.of("channels"))
	})
}

// channelName is what a player calls a channel. Scenarios name some by what they
// are and some by whom they reach.
func channelName(c sim.Channel) string {
	switch {
	case c.Name == "everyone":
		return words.Say("ads to everyone")
	case c.Name == "promising" && c.Targeted:
		return words.Say("ads to promising people")
	}
	return words.Say(c.Name)
}

// rest is the first of two channels where there is little room.
func rest(c sim.Channel) string {
	if c.Name == "everyone" {
		return words.As("channel", "all")
	}
	return words.Say(c.Name)
}

func channelTip(c sim.Channel) string {
	if c.Targeted {
		return words.Say("The part of the money for %s. It can aim at people who resemble your best customers, as far as you know them.", channelName(c))
	}
	return words.Say("The part of the money for %s. It reaches everyone alike.", channelName(c))
}

// wholePercent is how a slider reads a percentage without decimals.
var wholePercent = widget.Number{
	Text:  func(v int64) string { return count(int(v)) + " %" },
	Edit:  func(v int64) string { return fmt.Sprint(v) },
	Scale: 1, Like: func() string { return "25" },
}

// mix is what weights mean in whole percents that add up to 100; none at all
// divide evenly.
func mix(w sim.Weights, n int) []int {
	sum := 0
	for _, x := range w[:n] {
		sum += x
	}
	out := make([]int, n)
	left := 100
	for i := range out {
		part := 100 / float64(n)
		if sum > 0 {
			part = 100 * float64(w[i]) / float64(sum)
		}
		out[i] = int(math.Floor(part))
		left -= out[i]
	}
	for i := 0; left > 0; i = (i + 1) % n { // whole percents are missing from rounding down
		if sum == 0 || w[i] > 0 {
			out[i]++
			left--
		}
	}
	return out
}

// mixTo gives channel i so many percent; the others share the rest as before.
func (a *App) mixTo(i, percent int, b sim.Brief) {
	n := len(b.Channels)
	d := a.play.session.Draft()
	old := mix(d.Channels, n)
	others := 100 - old[i]
	var w sim.Weights
	rest := 100 - percent
	for k := range n {
		switch {
		case k == i:
			w[k] = percent
		case others > 0:
			w[k] = rest * old[k] / others
		default:
			w[k] = rest / (n - 1)
		}
	}
	sum := 0
	for _, x := range w {
		sum += x
	}
	for k := 0; sum < 100; k = (k + 1) % n { // whole percents lost to rounding down
		if k != i {
			w[k]++
			sum++
		}
	}
	d.Channels = w
	a.play.change(d)
}
