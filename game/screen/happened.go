package screen

import (
	"fmt"
	"strings"

	"centricity/game/widget"
	"centricity/sim"
)

// happened tells a round in sentences, the gravest first.
func (a *App) happened(reports []sim.Report, at int) []string {
	t, r := a.play.terms, reports[at]
	var out []string
	if r.Round < 1 {
		out = append(out, "This was before you took over. What the firm earned then went to its former owners.")
	}
	if r.Bankrupt {
		out = append(out, "The firm is bankrupt: it owes more than its credit allows and can spend nothing any more.")
	}
	out = append(out, shockNews(reports, at)...)
	b := r.Base
	out = append(out, fmt.Sprintf("You began with %s, won %s and %s %s: %s remain.",
		plural(b.Opening, "customer"), count(b.New()), lostVerb(t), count(b.Churned+b.ChurnedNew), count(b.Closing())))
	if b.Returned > 0 {
		out = append(out, returnedNews(b))
	}
	if n := b.New(); n > 0 {
		out = append(out, wonFrom(t, b))
	}
	switch r.Launch {
	case sim.LaunchSucceeded:
		text := "Your product launch succeeded."
		if at+1 < len(reports) {
			text = fmt.Sprintf("Your product launch succeeded: quality rose to %s.", widget.Decimal(reports[at+1].Quality, 2))
		}
		out = append(out, text)
	case sim.LaunchFailed:
		out = append(out, fmt.Sprintf("Your product launch failed. You wrote off %s and quality fell a little.", t.money(r.Books.WriteOff)))
	}
	out = append(out, rivalNews(t, reports, at))
	if s := r.Survey; s.Asked > 0 {
		out = append(out, fmt.Sprintf("Of %s asked, %s would recommend you and %s would not.", plural(s.Asked, "customer"), count(s.Promoters), count(s.Detractors)))
	}
	if cost, ok := r.CAC(); ok && b.New() > 0 && b.Closing() > 0 {
		each := r.EstimatedEquity(t.brief.Discount) / sim.Money(b.Closing())
		out = append(out, fmt.Sprintf("A new customer cost you %s; an average customer may still bring in %s.", t.price(cost), t.price(each)))
	}
	return out
}

// wonFrom says where new customers came from.
func wonFrom(t terms, b sim.Base) string {
	var parts []string
	for i, n := range b.Won {
		if n > 0 {
			parts = append(parts, sourceName(t, i)+" "+count(n))
		}
	}
	text := "Where new customers came from: " + strings.Join(parts, ", ") + "."
	if b.WonBack > 0 {
		text += fmt.Sprintf(" Among them %s who had left you before.", count(b.WonBack))
	}
	return text
}

// sourceName is what a player calls a source of customers.
func sourceName(t terms, source int) string {
	channels := t.brief.Channels
	if source < len(channels) {
		return channelName(channels[source])
	}
	return sim.SourceName(channels, source)
}

// rivalNews says what the rival charges.
func rivalNews(t terms, reports []sim.Report, at int) string {
	r := reports[at]
	now := t.price(r.RivalPrice)
	if at > 0 && reports[at-1].RivalPrice != r.RivalPrice {
		verb := "raised"
		if r.RivalPrice < reports[at-1].RivalPrice {
			verb = "cut"
		}
		return fmt.Sprintf("The rival %s its price from %s to %s; yours was %s.", verb, t.price(reports[at-1].RivalPrice), now, t.price(r.Price))
	}
	return fmt.Sprintf("The rival charged %s; your price was %s.", now, t.price(r.Price))
}
