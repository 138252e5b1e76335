package screen

import (
	"strings"

	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// happened tells a round in sentences, the gravest first.
func (a *App) happened(reports []sim.Report, at int) []string {
	t, r := a.play.terms, reports[at]
	var out []string
	if r.Round < 1 {
		out = append(out, words.Say("This was before you took over. What the firm earned then went to its former owners."))
	}
	if r.Bankrupt {
		out = append(out, words.Say("The firm is bankrupt: it owes more than its credit allows and can spend nothing any more."))
	}
	out = append(out, shockNews(reports, at)...)
	b := r.Base
	out = append(out, baseNews(t, b))
	if n := b.New(); n > 0 {
		out = append(out, wonFrom(t, b))
	}
	switch r.Launch {
	case sim.LaunchSucceeded:
		text := words.Say("Your product launch succeeded.")
		if at+1 < len(reports) {
			text = words.Say("Your product launch succeeded: quality rose to %s.", widget.Decimal(reports[at+1].Quality, 2))
		}
		out = append(out, text)
	case sim.LaunchFailed:
		out = append(out, words.Say("Your product launch failed. You wrote off %s and quality fell a little.", t.money(r.Books.WriteOff)))
	}
	out = append(out, rivalNews(t, reports, at))
	if s := r.Survey; s.Asked > 0 {
		out = append(out, words.Say("Of %s asked, %s would recommend you and %s would not.", customers(s.Asked), count(s.Promoters), count(s.Detractors)))
	}
	if cost, ok := r.CAC(); ok && b.New() > 0 && b.Closing() > 0 {
		each := r.EstimatedEquity(t.brief.Discount) / sim.Money(b.Closing())
		out = append(out, words.Say("A new customer cost you %s; an average customer may still bring in %s.", t.price(cost), t.price(each)))
	}
	return out
}

// baseNews says how the number of customers moved: it adds up.
func baseNews(t terms, b sim.Base) string {
	began, won, lost, remain := customers(b.Opening), count(b.New()), count(b.Churned+b.ChurnedNew), count(b.Closing())
	switch {
	case t.brief.Silent && b.Returned > 0:
		return words.Plural(b.Returned, "You began with %s, won %s and gave up %s, and %s you had given up bought again unasked: %s remain.",
			"You began with %s, won %s and gave up %s, and %s you had given up bought again unasked: %s remain.", began, won, lost, count(b.Returned), remain)
	case t.brief.Silent:
		return words.Say("You began with %s, won %s and gave up %s: %s remain.", began, won, lost, remain)
	}
	return words.Say("You began with %s, won %s and lost %s: %s remain.", began, won, lost, remain)
}

// wonFrom says where new customers came from.
func wonFrom(t terms, b sim.Base) string {
	var parts []string
	for i, n := range b.Won {
		if n > 0 {
			parts = append(parts, sourceName(t, i)+" "+count(n))
		}
	}
	text := words.Say("Where new customers came from: %s.", strings.Join(parts, ", "))
	if b.WonBack > 0 {
		text += " " + words.Say("Among them %s who had left you before.", count(b.WonBack))
	}
	return text
}

// sourceName is what a player calls a source of customers.
func sourceName(t terms, source int) string {
	channels := t.brief.Channels
	if source < len(channels) {
		return channelName(channels[source])
	}
	return words.Say(ownSources[source-len(channels)])
}

// ownSources are the sources beside channels.
var ownSources = [...]string{words.Mark("word of mouth"), words.Mark("by themselves"), words.Mark("win-back")}

// rivalNews says what the rival charges.
func rivalNews(t terms, reports []sim.Report, at int) string {
	r := reports[at]
	now := t.price(r.RivalPrice)
	if at > 0 && reports[at-1].RivalPrice != r.RivalPrice {
		before := t.price(reports[at-1].RivalPrice)
		if r.RivalPrice < reports[at-1].RivalPrice {
			return words.Say("The rival cut its price from %s to %s; yours was %s.", before, now, t.price(r.Price))
		}
		return words.Say("The rival raised its price from %s to %s; yours was %s.", before, now, t.price(r.Price))
	}
	return words.Say("The rival charged %s; your price was %s.", now, t.price(r.Price))
}
