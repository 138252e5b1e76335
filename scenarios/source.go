package scenarios

import (
	"bytes"
	"io/fs"
	"strings"
)

// A source is one text that a scenario is read from.
type source struct {
	name   string // for messages
	data   []byte
	folder fs.FS // where the files beside it lie; nil: nowhere
	marks  int   // an upper bound on its nodes, once it is read
}

// line is one of its lines, from 1, as it stands.
func (s *source) line(n int) string {
	rest := bytes.TrimPrefix(s.data, []byte(byteOrderMark))
	for ; n > 1; n-- {
		_, after, found := bytes.Cut(rest, []byte("\n"))
		if !found {
			return ""
		}
		rest = after
	}
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	return strings.TrimSuffix(string(line), "\r")
}
