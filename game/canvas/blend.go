package canvas

import "encoding/binary"

// pigment is a premultiplied colour: red and blue, and green and alpha, two
// channels to a word with 16 bits each, so that both are blended at once.
type pigment struct{ rb, ga, a uint32 }

func premultiply(c Color) pigment {
	a := uint32(c.A)
	m := func(v uint8) uint32 { return div255(uint32(v) * a) }
	return pigment{m(c.R) | m(c.B)<<16, m(c.G) | a<<16, a}
}

// div255 is v/255 rounded, exact for v in 0..65535.
func div255(v uint32) uint32 {
	v += 128
	return (v + v>>8) >> 8
}

const (
	lanes = 0x00FF00FF
	half  = 0x00800080
)

// div255x2 is div255 of both halves of v.
func div255x2(v uint32) uint32 {
	v += half
	return (v + v>>8&lanes) >> 8 & lanes
}

// over is p with coverage m (0..255) painted on the pixel px: source over, in
// premultiplied arithmetic. No half exceeds 16 bits: p·m + d·(255−a·m/255) is at
// most 255² + 127 because no channel of p exceeds its alpha.
func over(px uint32, p pigment, m uint32) uint32 {
	rest := 255 - div255(p.a*m)
	return div255x2(p.rb*m+px&lanes*rest) | div255x2(p.ga*m+px>>8&lanes*rest)<<8
}

// solid is an opaque pigment as a pixel.
func (p pigment) solid() uint32 { return p.rb | p.ga<<8 }

// span paints a row of pixels, all with the same coverage.
func span(row []byte, p pigment, m uint32) {
	if len(row) < 4 || m == 0 {
		return
	}
	if m == 255 && p.a == 255 {
		binary.LittleEndian.PutUint32(row, p.solid())
		for n := 4; n < len(row); n *= 2 {
			copy(row[n:], row[:n])
		}
		return
	}
	rest := 255 - div255(p.a*m)
	rb, ga := p.rb*m, p.ga*m
	for ; len(row) >= 4; row = row[4:] {
		px := binary.LittleEndian.Uint32(row)
		binary.LittleEndian.PutUint32(row, div255x2(rb+px&lanes*rest)|div255x2(ga+px>>8&lanes*rest)<<8)
	}
}

// maskRow paints a row of pixels with the coverages in mask.
func maskRow(row []byte, mask []byte, p pigment) {
	solid, opaque := p.solid(), p.a == 255
	for _, cover := range mask {
		if len(row) < 4 {
			return
		}
		if cover == 255 && opaque {
			binary.LittleEndian.PutUint32(row, solid)
		} else if cover != 0 { // over, written out: the compiler does not inline it
			m := uint32(cover)
			px, rest := binary.LittleEndian.Uint32(row), 255-div255(p.a*m)
			rb, ga := p.rb*m+px&lanes*rest+half, p.ga*m+px>>8&lanes*rest+half
			binary.LittleEndian.PutUint32(row, (rb+rb>>8&lanes)>>8&lanes|(ga+ga>>8&lanes)&^lanes)
		}
		row = row[4:]
	}
}
