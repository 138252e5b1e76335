package words

import (
	"embed"
	"encoding/json"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Language is how its speakers call it and write numbers.
type Language struct {
	Tag  string // BCP 47: "es"
	Name string // in itself: "Español"

	Decimal string // between units and tenths
	Group   string // between thousands
	// Grouped is from how many digits on thousands are parted. Source: CLDR,
	// minimumGroupingDigits.
	Grouped int
	// Short are the names of 10³, 10⁶, 10⁹ and 10¹² beside a number. Source:
	// CLDR, compact decimal formats, with the thousand millions spelt out.
	Short [4]string
	// SignLast puts a currency's sign behind the amount.
	SignLast bool
}

var (
	English = Language{Tag: "en", Name: "English", Decimal: ".", Group: ",", Grouped: 4, Short: [4]string{"k", "m", "bn", "tn"}}
	Spanish = Language{Tag: "es", Name: "Español", Decimal: ",", Group: ".", Grouped: 5, Short: [4]string{"mil", "M", "mil M", "B"}, SignLast: true}
)

// Languages are those spoken, English first.
func Languages() []Language { return []Language{English, Spanish} }

// Tags are those languages' tags.
func Tags() []string {
	var tags []string
	for _, l := range Languages() {
		tags = append(tags, l.Tag)
	}
	return tags
}

// Match is the language whose tag fits best: that of its first part, which may
// be parted from the rest as BCP 47 or POSIX do it; English where none fits.
func Match(tag string) Language {
	first := strings.ToLower(strings.TrimSpace(tag))
	if end := strings.IndexAny(first, "-_.@"); end >= 0 {
		first = first[:end]
	}
	for _, l := range Languages() {
		if l.Tag == first {
			return l
		}
	}
	return English
}

// Ordinal is a place in a ranking: 1st, 22nd, 113th, or 1.º.
func Ordinal(n int) string {
	if Spoken().Tag == Spanish.Tag {
		return strconv.Itoa(n) + ".º"
	}
	switch {
	case n%100 >= 11 && n%100 <= 13:
	case n%10 == 1:
		return strconv.Itoa(n) + "st"
	case n%10 == 2:
		return strconv.Itoa(n) + "nd"
	case n%10 == 3:
		return strconv.Itoa(n) + "rd"
	}
	return strconv.Itoa(n) + "th"
}

// and is the word before the last of a list. In Spanish y becomes e before the
// sound of i.
func (l Language) and(last string) string {
	if l.Tag != Spanish.Tag {
		return " and "
	}
	s := strings.ToLower(last)
	if strings.HasPrefix(s, "i") || strings.HasPrefix(s, "hi") && !strings.HasPrefix(s, "hie") && !strings.HasPrefix(s, "hia") {
		return " e "
	}
	return " y "
}

// many is a noun's regular plural: in Spanish es follows the consonants
// that words of its own end in, and z becomes c before it; borrowed words with
// others take s.
func (l Language) many(noun string) string {
	if l.Tag != Spanish.Tag {
		return noun + "s"
	}
	if rest, ok := strings.CutSuffix(noun, "z"); ok {
		return rest + "ces"
	}
	if r, _ := utf8.DecodeLastRuneInString(noun); strings.ContainsRune("dlnrsjy", unicode.ToLower(r)) {
		return noun + "es"
	}
	return noun + "s"
}

//go:embed es/*.json
var files embed.FS

// spanish reads its files once, when it is first spoken.
var spanish = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	folder, _ := files.ReadDir(Spanish.Tag)
	for _, f := range folder {
		data, _ := files.ReadFile(Spanish.Tag + "/" + f.Name())
		// That every file can be read is for the test of the catalogue to see.
		_ = json.Unmarshal(data, &all)
	}
	for key, text := range all {
		if text == "" {
			delete(all, key)
		}
	}
	return all
})

func (l Language) texts() map[string]string {
	if l.Tag == Spanish.Tag {
		return spanish()
	}
	return nil
}
