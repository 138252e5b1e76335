package scenarios

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// chosen is the form of a list of words, each listed once. What it does with
// them is told by begin, which forgets the default, and by add.
type chosen struct {
	words []string
	value string // what is listed now
	begin func()
	add   func(i int)
}

func (f chosen) read(r *reader, at string, n *yaml.Node) {
	list, ok := r.items(at, n)
	if !ok {
		return
	}
	if f.begin != nil {
		f.begin()
	}
	seen := make([]bool, len(f.words))
	for _, item := range list {
		i, ok := r.choose(at, item, f.words)
		switch {
		case !ok:
		case seen[i]:
			r.fail(item, at, listedTwice, "%s is listed twice", quote(item.Value))
		default:
			seen[i] = true
			f.add(i)
		}
	}
}

// open is the form of a list of what a scenario opens.
func open(to []bool, words []string) chosen {
	return chosen{words, chosenOf(to, words), func() { clear(to) }, func(i int) { to[i] = true }}
}

// words are the names of the first n values of a type, as files spell them.
func words[T interface {
	~int
	fmt.Stringer
}](n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = T(i).String()
	}
	return list
}

func (f chosen) describe() shape {
	s := listOf("words", f.value, "["+f.words[0]+"]", 0, len(f.words), schema{"enum": f.words})
	s.takes, s.bounds = say("list of %s", list(f.words)), Phrase{}
	s.schema["uniqueItems"] = true
	return s
}
