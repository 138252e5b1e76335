package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"centricity/scenarios"
)

// descriptor is a folder's datapackage.json: Data Package, version 2. It holds
// no clock and no machine, so the same design gives the same bytes.
type descriptor struct {
	Schema     string     `json:"$schema"`
	Name       string     `json:"name"`
	Title      string     `json:"title"`
	Centricity provenance `json:"centricity"`
	Resources  []resource `json:"resources"`
}

// provenance is what the results follow from.
type provenance struct {
	identity
	Seed         uint64   `json:"seed"`
	Replications int      `json:"replications"`
	Cells        int      `json:"cells"`
	Runs         int      `json:"runs"`
	Arms         []string `json:"arms"`
	Files        []stored `json:"files"` // the design, then what it rests on
}

// stored is a file of the design, and where the folder keeps it.
type stored struct {
	Name string `json:"name"`
	Path string `json:"path"`
}

type resource struct {
	Name      string       `json:"name"`
	Title     string       `json:"title,omitempty"`
	Path      string       `json:"path"`
	Format    string       `json:"format"`
	MediaType string       `json:"mediatype"`
	Encoding  string       `json:"encoding,omitempty"`
	Bytes     int64        `json:"bytes"`
	Hash      string       `json:"hash"`
	Rows      *int         `json:"rows,omitempty"`
	Schema    *tableSchema `json:"schema,omitempty"`
}

type tableSchema struct {
	Fields        []tableField `json:"fields"`
	MissingValues []string     `json:"missingValues"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
}

type tableField struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Title       string       `json:"title"`
	Description string       `json:"description"`
	Unit        string       `json:"unit,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool `json:"required"`
}

type foreignKey struct {
	Fields    []string  `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

var mediaTypes = map[string]string{
	"csv": "text/csv", "parquet": "application/vnd.apache.parquet", "yaml": "application/yaml",
}

// fileResource describes a file that is no table of the results.
func fileResource(title string, w written) resource {
	format := strings.TrimPrefix(filepath.Ext(w.name), ".")
	name := strings.ToLower(strings.TrimSuffix(strings.ReplaceAll(w.name, "/", "-"), "."+format))
	r := resource{Name: name, Title: title, Path: w.name, Format: format, MediaType: mediaTypes[format], Bytes: w.bytes, Hash: "sha256:" + w.sum}
	if format != "parquet" {
		r.Encoding = "utf-8"
	}
	return r
}

// tableResource describes a table in one format.
func tableResource(t Table, w written) resource {
	r := fileResource(t.Title, w)
	r.Rows = &w.rows
	if r.Format == "parquet" {
		r.Name += "-parquet"
	}
	s := tableSchema{MissingValues: []string{""}, PrimaryKey: t.Key}
	if t.Name == Transactions {
		s.PrimaryKey = nil // two purchases can fall on one moment
	}
	for _, c := range t.Columns {
		f := tableField{Name: c.Name, Type: c.Kind.String(), Title: c.Label, Description: c.definition(), Unit: c.Unit}
		if c.Empty == "" {
			f.Constraints = &constraints{Required: true}
		}
		s.Fields = append(s.Fields, f)
	}
	if t.Name != Runs && t.Columns[0].Name == "run" {
		runs := strings.Replace(r.Name, t.Name, Runs, 1)
		s.ForeignKeys = []foreignKey{{[]string{"run"}, reference{runs, []string{"run"}}}}
	}
	r.Schema = &s
	return r
}

// definition is a column's, with when it is empty.
func (c Column) definition() string {
	if c.Empty == "" {
		return c.Doc
	}
	return c.Doc + " Empty " + c.Empty + "."
}

// describe writes what else a folder holds (the cells, the codebook, the design
// with all it rests on) and at last the description of all.
func (f Folder) describe(tables []resource) error {
	d, others := f.Plan.descriptor()
	for _, o := range others {
		path := filepath.Join(f.Dir, filepath.FromSlash(o.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return unwritable(path, err)
		}
		if err := writeWhole(path, o.text); err != nil {
			return err
		}
	}
	d.Resources = append(tables, d.Resources...)
	return writeWhole(filepath.Join(f.Dir, packageFile), d.text())
}

func (d descriptor) text() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(d); err != nil {
		panic(fmt.Sprintf("a description of plain values cannot be written: %v", err))
	}
	return b.Bytes()
}

// other is a file that follows from the plan alone.
type other struct {
	name string
	text []byte
}

func (p Plan) provenance() provenance {
	d := p.Design
	return provenance{
		identity: p.identity(), Seed: d.Seed, Replications: d.Replications,
		Cells: len(d.Cells), Runs: p.Runs(), Files: storedFiles(d), Arms: arms(d),
	}
}

// descriptor is the description without the tables of results, and the files
// that follow from the plan alone.
func (p Plan) descriptor() (descriptor, []other) {
	design := p.Design
	d := descriptor{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:   slug(design.Files[0].Name), Title: design.Title,
		Centricity: p.provenance(),
	}
	var files []other
	add := func(o other, describe func(written) resource) {
		sum := sha256.Sum256(o.text)
		files = append(files, o)
		d.Resources = append(d.Resources, describe(written{o.name, int64(len(o.text)), hex.EncodeToString(sum[:]), bytes.Count(o.text, []byte("\n")) - 1}))
	}
	table, text := cellTable(design)
	add(other{"cells.csv", text}, func(w written) resource { return tableResource(table, w) })
	add(other{"codebook.csv", p.codebook()}, func(w written) resource { return fileResource("Every column of every table", w) })
	for i, s := range d.Centricity.Files {
		title := "The design"
		if i > 0 {
			title = "What the design calls " + s.Name
		}
		add(other{s.Path, design.Files[i].Text}, func(w written) resource { return fileResource(title, w) })
	}
	return d, files
}

// storedFiles says where a folder keeps the design and what it rests on.
func storedFiles(d scenarios.Design) []stored {
	list := []stored{{d.Files[0].Name, designFile}}
	for i, f := range d.Files[1:] {
		list = append(list, stored{f.Name, fmt.Sprintf(sourceFolder+"/%d-%s.yaml", i+1, slug(f.Name))})
	}
	return list
}

func arms(d scenarios.Design) (names []string) {
	for i, c := range d.Cells {
		if i == 0 || c.Arm != names[len(names)-1] {
			names = append(names, c.Arm)
		}
	}
	return names
}

// slug is a name in the characters that a package's name can have.
func slug(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(filepath.Base(filepath.FromSlash(name)), ".yaml"), ".yml")
	s := strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '-', c == '_':
			return c
		case c >= 'A' && c <= 'Z':
			return c + 'a' - 'A'
		}
		return '-'
	}, name)
	if s = strings.Trim(s, "-_"); s == "" {
		return "batch"
	}
	return s
}
