package scenarios

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// maxLayers is how many files a scenario can extend, one the other.
const maxLayers = 3

// compose reads a source and lays it over what it extends. below are the
// sources that extend it, the first of them first.
func (d *Document) compose(s *source, below []*source) (*yaml.Node, Errors) {
	d.sources = append(d.sources, s)
	root, errs := read(s)
	if errs != nil {
		return nil, errs
	}
	if len(below) > 0 {
		if d.marks() > maxMarks {
			return nil, whole(s.name, tooLarge, "has more than %d entries with the files that extend it; a scenario has a few hundred", maxMarks)
		}
		d.mark(root, s)
		if errs := baseFormat(s, root); errs != nil {
			return nil, errs
		}
	}
	at := valueOf(root, "extends")
	if at == nil || at.Kind != yaml.ScalarNode || at.Tag == "!!null" {
		if factors := valueOf(root, "scale"); factors != nil {
			root = d.layer(d.scale(&yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}, factors, root, s), root, nil)
		}
		return root, nil
	}
	base, refused := d.extended(s, at.Value, append(below, s))
	if !refused.silent() {
		return nil, Errors{{File: s.name, Line: at.Line, Column: at.Column, Path: "extends", Rule: badExtends, Message: refused}}
	}
	under, errs := d.compose(base, append(below, s))
	if errs != nil {
		return nil, errs
	}
	if len(below) == 0 {
		d.base = under
	}
	if factors := valueOf(root, "scale"); factors != nil {
		under = d.scale(under, factors, root, s)
	}
	return d.layer(under, root, nil), nil
}

// marks is an upper bound on the nodes of all sources together.
func (d *Document) marks() (n int) {
	for _, s := range d.sources {
		n += s.marks
	}
	return n
}

// baseFormat refuses an extended file that this program cannot judge.
func baseFormat(s *source, root *yaml.Node) Errors {
	f := valueOf(root, "format")
	switch {
	case root.Kind != yaml.MappingNode:
		return nil // decoding tells
	case f == nil:
		return Errors{{File: s.name, Line: root.Line, Column: root.Column, Path: "format", Rule: missingKey,
			Message: say("the key %s is missing: %s", quote("format"), say("write format: 1 as the first line."))}}
	case f.Value != formatVersion:
		return Errors{{File: s.name, Line: f.Line, Column: f.Column, Path: "format", Rule: unknownFormat, Message: foreign(f.Value)}}
	}
	return nil
}

// extended finds what a source extends: a scenario that ships, or a file
// beside it. below are the sources on the way to it.
func (d *Document) extended(s *source, name string, below []*source) (base *source, refused Phrase) {
	if data := Source(name); data != nil {
		base = &source{name: name + extension, data: data}
	} else if !isYAML(name) {
		return nil, say("no scenario called %s ships with the program; %s (a file beside this one is named with its .yaml)", quote(name), suggest(name, shipped))
	} else if strings.ContainsAny(name, `/\`) || strings.HasPrefix(name, ".") {
		return nil, say("%s is not beside this file; put the file it extends into the same folder and give its name alone", quote(name))
	} else if s.folder == nil {
		return nil, say("the file %s cannot be looked for, as this text comes from no folder; extend a scenario that ships", quote(name))
	} else {
		data, why := beside(s.folder, name)
		if !why.silent() {
			return nil, say("%s, which this file extends, %s", quote(name), why)
		}
		base = &source{name: filepath.Join(filepath.Dir(s.name), name), data: data, folder: s.folder}
	}
	if i := slices.IndexFunc(below, func(b *source) bool { return sameSource(b, base) }); i >= 0 {
		chain := Verbatim(filepath.Base(base.name))
		for _, b := range slices.Backward(below[i:]) {
			chain = say("%s extends %s", filepath.Base(b.name), chain)
		}
		return nil, say("files extend each other in a circle: %s", chain)
	}
	if len(below) > maxLayers {
		return nil, say("this is the fourth file in a row that extends another; at most three can")
	}
	return base, Phrase{}
}

func sameSource(a, b *source) bool { return a.name == b.name && (a.folder == nil) == (b.folder == nil) }

func isYAML(name string) bool {
	return strings.HasSuffix(name, extension) || strings.HasSuffix(name, ".yml")
}

// beside reads a file of a folder. It is an ordinary one, and no larger than a
// scenario can be.
func beside(folder fs.FS, name string) (data []byte, why Phrase) {
	info, err := fs.Stat(folder, name)
	switch {
	case err != nil:
		return nil, say("cannot be found in its folder")
	case !info.Mode().IsRegular():
		return nil, say("is not an ordinary file")
	}
	f, err := folder.Open(name)
	if err != nil {
		return nil, say("may not be read; look at its permissions")
	}
	defer f.Close()
	if data, err = bounded(f); err != nil {
		return nil, say("cannot be read to its end")
	}
	return data, Phrase{}
}

// base is the form of what a scenario extends, which is laid under it before
// anything is decoded.
type base struct{}

func (base) read(r *reader, at string, n *yaml.Node) { r.word(at, n) }

func (base) describe() shape {
	return scalar(say("name or file"), "", "music-shop", schema{"type": "string"})
}
