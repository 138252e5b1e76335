package screen

import (
	"slices"
	"strings"

	"centricity/game/widget"
	"centricity/game/words"
)

// usualRounds are words that scenarios have for a round. What sentences say of
// them stands whole in the catalogue, for an article and an adjective depend on
// the noun in many a language; of an author's own word they say what fits most.
var usualRounds = []string{"round", "week", "month", "quarter", "season", "year"}

var _ = []string{
	words.Mark("round"), words.Mark("last round"), words.Mark("this round"), words.Mark("the round"), words.Mark("the round before"), words.Mark("last round before you"), words.Mark("round %s"), words.Mark("%s on last round"),
	words.Mark("week"), words.Mark("last week"), words.Mark("this week"), words.Mark("the week"), words.Mark("the week before"), words.Mark("last week before you"), words.Mark("week %s"), words.Mark("%s on last week"),
	words.Mark("month"), words.Mark("last month"), words.Mark("this month"), words.Mark("the month"), words.Mark("the month before"), words.Mark("last month before you"), words.Mark("month %s"), words.Mark("%s on last month"),
	words.Mark("quarter"), words.Mark("last quarter"), words.Mark("this quarter"), words.Mark("the quarter"), words.Mark("the quarter before"), words.Mark("last quarter before you"), words.Mark("quarter %s"), words.Mark("%s on last quarter"),
	words.Mark("season"), words.Mark("last season"), words.Mark("this season"), words.Mark("the season"), words.Mark("the season before"), words.Mark("last season before you"), words.Mark("season %s"), words.Mark("%s on last season"),
	words.Mark("year"), words.Mark("last year"), words.Mark("this year"), words.Mark("the year"), words.Mark("the year before"), words.Mark("last year before you"), words.Mark("year %s"), words.Mark("%s on last year"),
}

// phrase says a phrase with the word for a round where ROUND stands.
func (t terms) phrase(whole, with string, args ...any) string {
	if slices.Contains(usualRounds, t.round) {
		return words.Say(strings.Replace(whole, "ROUND", t.round, 1), args...)
	}
	return words.Say(with, append([]any{t.round}, args...)...)
}

// word is the word itself: "quarter"; many is it for several: "quarters".
func (t terms) word() string { return words.Say(t.round) }
func (t terms) many() string { return words.Many(t.word()) }

// noun is the word for one round or for n.
func (t terms) noun(n int) string {
	if n == 1 {
		return t.word()
	}
	return t.many()
}

// rounds is "1 quarter", "8 quarters".
func (t terms) rounds(n int) string { return widget.Plural(n, t.word()) }

// last is "last quarter", this is "this quarter", the is "the quarter", before
// is "the quarter before". In Spanish they have their article.
func (t terms) last() string   { return t.phrase("last ROUND", words.Mark("last %s")) }
func (t terms) this() string   { return t.phrase("this ROUND", words.Mark("this %s")) }
func (t terms) the() string    { return t.phrase("the ROUND", words.Mark("the %s")) }
func (t terms) before() string { return t.phrase("the ROUND before", words.Mark("the %s before")) }

// onLast says a change against the round before: "+12 on last quarter". It is
// one phrase, for what is last in English may be another word in a comparison.
func (t terms) onLast(change string) string {
	return t.phrase("%s on last ROUND", words.Mark("%[2]s on last %[1]s"), change)
}

// in is what a round is called within a sentence: "quarter 3". History counts
// down from 0, the last round before the player's first, as the axes do.
func (t terms) in(n int) string {
	if n == 0 {
		return t.phrase("last ROUND before you", words.Mark("last %s before you"))
	}
	return t.phrase("ROUND %s", "%s %s", count(n))
}

// Round is what it is called at the start of a line: "Quarter 3".
func (t terms) Round(n int) string {
	if n != 0 {
		return capital(t.word()) + " " + count(n)
	}
	return capital(t.in(n))
}
