package translog

import (
	"bytes"
	"errors"
	"io"
)

// rows cuts what is read into rows and their fields, with bounded memory
// whatever comes.
type rows struct {
	in        io.Reader
	buf       []byte
	at, end   int
	eof       bool
	err       error // what reading ended with, if not with the end
	line      int   // of the row last cut, from 1
	next      int   // the line that follows it
	delimiter byte
	eol       byte

	fields [][]byte // of the row last cut; valid until the next
}

func newRows(in io.Reader) *rows {
	r := &rows{in: in, buf: make([]byte, 4*maxRecord), next: 1, delimiter: ',', eol: '\n'}
	r.fill()
	return r
}

// fill reads until the buffer is full or the input ends.
func (r *rows) fill() {
	copy(r.buf, r.buf[r.at:r.end])
	r.at, r.end = 0, r.end-r.at
	for idle := 0; !r.eof && r.end < len(r.buf); {
		n, err := r.in.Read(r.buf[r.end:])
		r.end += n
		if idle++; n > 0 {
			idle = 0
		}
		if err != nil || idle > 100 {
			r.eof = true
			if err != io.EOF {
				r.err = errors.New("the log cannot be read to its end")
			}
		}
	}
}

var (
	errLong   = errors.New("the row is longer than 64 KiB")
	errQuote  = errors.New("a quote is opened and not closed")
	errBinary = errors.New("the row is not text")
)

// cut cuts the next row. more is false at the end; err is why the row is of no
// use. Empty rows are passed over.
func (r *rows) cut() (more bool, err error) {
	for {
		if r.end-r.at < 2*maxRecord && !r.eof {
			r.fill()
		}
		r.line = r.next
		if r.at == r.end {
			return false, nil
		}
		b := r.buf[r.at:min(r.end, r.at+maxRecord+1)]
		n := bytes.IndexByte(b, r.eol)
		if n < 0 && len(b) > maxRecord {
			r.skip()
			return true, errLong
		}
		size := n + 1
		if n < 0 {
			n, size = len(b), len(b)
		}
		line := b[:n]
		if len(bytes.TrimSpace(line)) == 0 {
			r.at += size
			r.next++
			continue
		}
		if r.delimiter != ' ' && bytes.IndexByte(line, '"') >= 0 {
			return true, r.quoted(b, size)
		}
		r.at += size
		r.next++
		return true, r.plain(trimEnd(line))
	}
}

func trimEnd(line []byte) []byte { return bytes.TrimSuffix(line, []byte{'\r'}) }

// skip passes over a row that is too long.
func (r *rows) skip() {
	for {
		if n := bytes.IndexByte(r.buf[r.at:r.end], r.eol); n >= 0 {
			r.at += n + 1
			r.next++
			return
		}
		r.at = r.end
		if r.eof {
			return
		}
		r.fill()
	}
}

// plain cuts a row without quotes.
func (r *rows) plain(line []byte) error {
	r.fields = r.fields[:0]
	if bytes.IndexByte(line, 0) >= 0 {
		return errBinary
	}
	if r.delimiter == ' ' {
		for len(r.fields) < maxColumns {
			line = bytes.TrimLeft(line, " \t")
			if len(line) == 0 {
				return nil
			}
			n := bytes.IndexAny(line, " \t")
			if n < 0 {
				n = len(line)
			}
			r.fields = append(r.fields, line[:n])
			line = line[n:]
		}
		return nil
	}
	for len(r.fields) < maxColumns {
		n := bytes.IndexByte(line, r.delimiter)
		if n < 0 {
			r.fields = append(r.fields, line)
			return nil
		}
		r.fields = append(r.fields, line[:n])
		line = line[n+1:]
	}
	return nil
}

// quoted cuts a row with quotes, which may go over line ends. A quote that is
// not closed costs only its own line.
func (r *rows) quoted(b []byte, line int) error {
	r.fields = r.fields[:0]
	pos, lines := 0, 1
	bad := func() error {
		r.at += line
		r.next++
		return errQuote
	}
	for {
		if pos >= len(b) || b[pos] != '"' { // as it stands
			n := pos
			for n < len(b) && b[n] != r.delimiter && b[n] != r.eol {
				n++
			}
			if n == len(b) && len(b) > maxRecord {
				return bad()
			}
			r.add(trimEnd(b[pos:n]))
			if n == len(b) || b[n] == r.eol {
				return r.done(b, n, lines)
			}
			pos = n + 1
			continue
		}
		text := b[pos+1:]
		n := 0 // where the closing quote is
		for closed := false; !closed; {
			k := bytes.IndexByte(text[n:], '"')
			if k < 0 {
				return bad()
			}
			if lines += bytes.Count(text[n:n+k], []byte{r.eol}); lines > maxLines {
				return bad()
			}
			n += k
			switch after := text[n+1:]; {
			case len(after) == 0 || after[0] == r.delimiter || after[0] == r.eol || after[0] == '\r':
				closed = true
			case after[0] == '"':
				n += 2
			default:
				n++ // a quote inside that nobody doubled
			}
		}
		r.add(text[:n])
		pos += n + 2
		if pos < len(b) && b[pos] == '\r' && (pos+1 == len(b) || b[pos+1] == r.eol) {
			pos++
		}
		if pos >= len(b) || b[pos] == r.eol {
			if pos >= len(b) && len(b) > maxRecord {
				return bad()
			}
			return r.done(b, min(pos, len(b)), lines)
		}
		if b[pos] == r.delimiter {
			pos++
		}
	}
}

func (r *rows) add(field []byte) {
	if len(r.fields) < maxColumns {
		r.fields = append(r.fields, field)
	}
}

// done ends a row of some lines that ends before b[n].
func (r *rows) done(b []byte, n, lines int) error {
	if n < len(b) {
		n++
	}
	if bytes.IndexByte(b[:n], 0) >= 0 {
		r.at += n
		r.next += lines
		return errBinary
	}
	for i, field := range r.fields {
		if bytes.Contains(field, doubled) {
			r.fields[i] = bytes.ReplaceAll(field, doubled, doubled[:1])
		}
	}
	r.at += n
	r.next += lines
	return nil
}

var doubled = []byte(`""`)
