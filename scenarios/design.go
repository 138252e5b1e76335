package scenarios

import (
	"path/filepath"
	"slices"

	"centricity/sim"
	"centricity/sim/policy"
)

// A Design is an experiment: which worlds are played, by whom, how often and
// under which luck, and what is written down of it.
type Design struct {
	Title        string
	Seed         uint64 // every replication's seed is derived from it
	Replications int
	Levels       []string // of Levels
	Formats      []string // of Formats
	Factors      []Factor // swept parameters, then sampled ones
	Cells        []Cell   // arms × settings of the factors, the arms first
	Files        []File   // the design itself, then all it rests on
}

// A Factor is a parameter that differs between cells.
type Factor struct {
	Path, Unit, Doc string
	Words           bool // its settings are words, not numbers
}

// A Cell is one arm at one setting of the factors.
type Cell struct {
	Arm      string
	Settings []string // of the factors
	Scenario string   // its name
	Policy   string   // who decides, in a word
	Market   sim.Market
	Hash     string // of the market
	Decide   policy.Policy
}

// A File is a text that a design rests on, by the name it is called there.
type File struct {
	Name string
	Text []byte
}

// What a batch can write, coarse to fine, and how.
var (
	Levels  = []string{"runs", "rounds", "channels", "cohorts", "panel", "transactions", "truth"}
	Formats = []string{"csv", "parquet"}
)

// Writes tells whether the design asks for a level.
func (d Design) Writes(level string) bool { return slices.Contains(d.Levels, level) }

// Runs is how many games it takes.
func (d Design) Runs() int { return len(d.Cells) * d.Replications }

// OpenDesign reads the design file at a path. Files that it names are looked
// for from its folder. The error is Errors: every mistake, in the order of the
// file.
func OpenDesign(path string) (Design, error) {
	data, errs := readFile(path)
	if errs != nil {
		return Design{}, errs
	}
	at := func(name string) string { return filepath.Join(filepath.Dir(path), filepath.FromSlash(name)) }
	return design(path, data, library{
		scenario: func(name string) (*Document, error) {
			if Source(name) != nil {
				return Read(name)
			}
			return ReadFile(at(name))
		},
		text: func(name string) ([]byte, error) {
			data, errs := readFile(at(name))
			if errs != nil {
				return nil, errs
			}
			return data, nil
		},
	})
}

// LoadDesign reads a design with all it rests on from memory, as Design.Files
// has them: what ships now does not matter to it. The error is Errors.
func LoadDesign(files []File) (Design, error) {
	if len(files) == 0 {
		return Design{}, whole("design", noFile, "there is no design")
	}
	text := func(name string) ([]byte, error) {
		for _, f := range files[1:] {
			if f.Name == name {
				return f.Text, nil
			}
		}
		return nil, whole(name, noFile, "is not among the files of the design")
	}
	return design(files[0].Name, files[0].Text, library{
		scenario: func(name string) (*Document, error) { return kept(name, files[1:], text) },
		text:     text,
	})
}

// library is where a design finds the files it names.
type library struct {
	scenario func(name string) (*Document, error)
	text     func(name string) ([]byte, error)
}

func design(name string, data []byte, from library) (Design, error) {
	d := &Document{main: &source{name: name, data: data}}
	d.sources = []*source{d.main}
	root, errs := read(d.main)
	if errs != nil {
		return Design{}, d.told(errs)
	}
	d.root = root
	p := newPlan(newReader(d), from)
	p.Files = []File{{filepath.Base(name), data}}
	p.form().read(p.reader, "", root)
	if len(p.errs) == 0 {
		p.settle()
	}
	if len(p.errs) > 0 {
		return Design{}, d.told(p.known())
	}
	return p.Design, nil
}
