package lab

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// serve answers line by line until there are no more.
func (h *host) serve(in io.Reader) error {
	lines := bufio.NewReaderSize(in, 1<<16)
	for {
		line, err := readLine(lines)
		var answer reply
		switch {
		case err == io.EOF:
			return nil
		case errors.Is(err, errLongLine):
			answer.Error = err.Error()
		case err != nil:
			return errors.New("standard input cannot be read to its end")
		case len(bytes.TrimSpace(line)) == 0:
			continue
		default:
			answer = h.answer(line)
		}
		if err := h.out.Encode(answer); err != nil {
			return err
		}
	}
}

var errLongLine = fmt.Errorf("the line is longer than %d bytes", longestLine)

// readLine reads a line of bounded length, and passes over the rest of a longer
// one.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		piece, err := in.ReadSlice('\n')
		long := len(line)+len(piece) > longestLine
		if !long {
			line = append(line, piece...)
		}
		switch {
		case err == bufio.ErrBufferFull && long:
			for err == bufio.ErrBufferFull {
				_, err = in.ReadSlice('\n')
			}
			return nil, errLongLine
		case err == bufio.ErrBufferFull:
			continue
		case long:
			return nil, errLongLine
		case err == io.EOF && len(line) > 0:
			return line, nil
		}
		return line, err
	}
}
