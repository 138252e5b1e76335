package scenarios

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// A Document is the text of a scenario before it is decoded: one file, laid
// over those it extends, with what was set over it. Every part of it knows its
// file, line and column. It never changes; Override gives another.
type Document struct {
	name    string // of the scenario
	main    *source
	sources []*source // all there are, the main one first
	root    *yaml.Node
	base    *yaml.Node             // what the file extends; nil: nothing
	from    map[*yaml.Node]*source // of nodes that are not of the main source
	errs    Errors                 // of layering; decoding adds to them
}

// A Place is where something stands in a file, both counted from 1.
type Place struct {
	File         string
	Line, Column int
}

// Read reads a scenario by the name of one that ships, or else by the path of
// a file, without decoding it. The error is Errors.
func Read(nameOrPath string) (*Document, error) {
	if data := Source(nameOrPath); data != nil {
		return ReadBytes(nameOrPath+extension, data)
	}
	return ReadFile(nameOrPath)
}

// ReadBytes is Read for a text in memory, which can extend what ships, but no
// file. name is the text's, for messages. The error is Errors.
func ReadBytes(name string, data []byte) (*Document, error) {
	return readSource(&source{name: name, data: data})
}

func readSource(s *source) (*Document, error) {
	d := &Document{
		name: strings.TrimSuffix(filepath.Base(s.name), extension),
		main: s, from: map[*yaml.Node]*source{},
	}
	root, errs := d.compose(s, nil)
	if errs != nil {
		return nil, d.told(errs)
	}
	d.root = root
	return d, nil
}

// source is what a node was read from.
func (d *Document) source(n *yaml.Node) *source {
	if s, ok := d.from[n]; ok {
		return s
	}
	return d.main
}

// told sorts mistakes and adds the lines they stand on.
func (d *Document) told(errs Errors) Errors {
	errs = errs.sort(d.main.name)
	for i := range errs[:min(len(errs), mostTold)] {
		e := &errs[i]
		e.Expected = expected(*e)
		at := slices.IndexFunc(d.sources, func(s *source) bool { return s.name == e.File })
		if e.Line > 0 && at >= 0 && e.Text == "" {
			e.Text = d.sources[at].line(e.Line)
		}
	}
	return errs
}

// fail tells a mistake in how files are laid over each other.
func (d *Document) fail(n *yaml.Node, path string, rule Rule, format string, args ...any) {
	d.errs = append(d.errs, d.mistake(n, path, rule, format, args...))
}

func (d *Document) mistake(n *yaml.Node, path string, rule Rule, format string, args ...any) Error {
	return Error{File: d.source(n).name, Line: n.Line, Column: n.Column, Path: path, Rule: rule, Message: say(format, args...)}
}

// mark remembers where a tree of nodes comes from.
func (d *Document) mark(n *yaml.Node, s *source) {
	d.from[n] = s
	for _, child := range n.Content {
		d.mark(child, s)
	}
}

// with is a copy with another tree.
func (d *Document) with(root *yaml.Node) *Document {
	c := *d
	c.root, c.from, c.sources = root, maps.Clone(d.from), slices.Clone(d.sources)
	return &c
}

// Scenario decodes the document. The error is Errors: every mistake, in the
// order of the file.
func (d *Document) Scenario() (Scenario, error) {
	s, r := d.decode()
	if errs := r.known(); len(errs) > 0 {
		return Scenario{}, d.told(errs)
	}
	return s, nil
}

// decode reads the scenario; what is wrong is in the reader.
func (d *Document) decode() (Scenario, *reader) {
	s := blank(d.name)
	r := newReader(d)
	r.errs = slices.Clone(d.errs)
	r.weeks = &s.Market.RoundWeeks
	format(&s).read(r, "", d.root)
	if r.foreign {
		return s, r
	}
	if _, told := r.places["start.incumbent"]; !told {
		defaultIncumbent(&s.Market)
	}
	r.judge(s.Market)
	return s, r
}

// Extends is what the document says it extends; empty: nothing.
func (d *Document) Extends() string {
	if n := valueOf(d.root, "extends"); n != nil && n.Kind == yaml.ScalarNode {
		return n.Value
	}
	return ""
}
