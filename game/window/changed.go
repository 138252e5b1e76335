package window

import "bytes"

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
