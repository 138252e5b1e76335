package window

import (
	"bytes"
	"image"
)

// onScreen are the pixels that a person sees.
type onScreen []byte

// take notes a picture and returns the rows in which it differs, from first up to
// last; none if nothing does.
func (p *onScreen) take(from *image.RGBA) (rows []byte, first, last int) {
	first, last = changed(*p, from.Pix, from.Stride)
	if first >= last {
		return nil, first, last
	}
	if *p == nil {
		*p = make([]byte, len(from.Pix))
	}
	rows = from.Pix[first*from.Stride : last*from.Stride]
	copy((*p)[first*from.Stride:], rows)
	return rows, first, last
}

// changed is the range of rows in which two pictures differ; everything if one
// of them is not there.
func changed(old, now []byte, stride int) (first, last int) {
	last = len(now) / stride
	if len(old) != len(now) {
		return 0, last
	}
	same := func(row int) bool {
		return bytes.Equal(old[row*stride:(row+1)*stride], now[row*stride:(row+1)*stride])
	}
	for first < last && same(first) {
		first++
	}
	for last > first && same(last-1) {
		last--
	}
	return first, last
}
