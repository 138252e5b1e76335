package screen_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/screen"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
	"centricity/sim/policy"
)

// checked opens a file of a folder, as one that was dropped is.
func checked(folder, name string) screen.File {
	return screen.File{Name: name, Load: func() (scenarios.Scenario, error) { return scenarios.OpenFS(os.DirFS(folder), name) }}
}

// wrongFiles are the files with which the checker of scenarios is tested.
func wrongFiles(t *testing.T) (folder string, names []string) {
	folder = filepath.Join("..", "..", "scenarios", "testdata", "err")
	paths, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		names = append(names, filepath.Base(path))
	}
	return folder, names
}

// Whatever is wrong with a scenario, nothing of what is said of it is said past
// the catalogue but what the file itself says, and what the format calls things.
func TestWhatIsWrongWithAFileComesFromTheCatalogue(t *testing.T) {
	defer words.Speak(words.English.Tag)
	own := calledInFiles()
	folder, names := wrongFiles(t)
	p := newPlayer(t, &game.Memory{})
	words.Interpret(foreign)
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(folder, name))
		require.NoError(t, err)
		p.open(checked(folder, name))
		require.True(t, p.there("problems/again"), name)
		for n := range p.tree.All {
			for _, word := range unsaid(n.Name) {
				if !own[word] && !strings.Contains(string(text), word) && !strings.Contains(name, word) {
					assert.Fail(t, "a word is said past the catalogue", "%s: %q in %q", name, word, n.Name)
				}
			}
		}
		p.click("problems/back")
	}
}

var (
	quoted  = regexp.MustCompile(`"(\\.|[^"\\])*"|^\d+ \| .*|\[[a-z-]+\]$|Centricity|Español|English|U\+[0-9A-F]+|[a-z_]+\.yaml`)
	spelled = regexp.MustCompile(`[A-Za-z_]{2,}`)
)

// unsaid are the words of a text in Latin letters, but for quotations, the line
// of the file, the name of a rule and those of files.
func unsaid(text string) []string {
	return spelled.FindAllString(quoted.ReplaceAllString(text, ""), -1)
}

// calledInFiles are the words of which a file of a scenario is made.
func calledInFiles() map[string]bool {
	own := map[string]bool{}
	add := func(text string) {
		for _, word := range spelled.FindAllString(text, -1) {
			own[word] = true
		}
	}
	for _, f := range scenarios.Fields() {
		add(f.Path)
		add(f.Example)
	}
	for _, list := range [][]string{
		{"round week month quarter year", "false true", experiment.EvenFocus}, policy.Names(), scenarios.Names(), named[sim.Lever](sim.NumLevers), named[sim.Programme](sim.NumProgrammes), named[sim.Order](sim.NumOrders),
		named[sim.ShockKind](sim.NumShocks), named[sim.Family](sim.NumFamilies), named[experiment.Measure](experiment.NumMeasures),
	} {
		for _, word := range list {
			add(word)
		}
	}
	for _, p := range sim.MarketParameters {
		for _, word := range p.Words() {
			add(word)
		}
	}
	return own
}

func named[T interface {
	~int
	fmt.Stringer
}](n int) (names []string) {
	for i := range n {
		names = append(names, T(i).String())
	}
	return names
}
