package sim

import "math"

// ModelVersion moves whenever the same market, seed and decisions give other
// bits than before.
const ModelVersion = 3

// A Hash identifies a state or a market. It finds differences; it is not a
// defence against someone who looks for two states with one hash.
type Hash [16]byte

// String is the hash in 32 hexadecimal digits.
func (h Hash) String() string {
	const digits = "0123456789abcdef"
	var s [32]byte
	for i, b := range h {
		s[2*i], s[2*i+1] = digits[b>>4], digits[b&15]
	}
	return string(s[:])
}

// digest absorbs 64-bit words in two lanes of multiply and xor-shift, with the
// odd constants of MurmurHash3's and SplitMix64's finalisers.
type digest struct{ a, b uint64 }

func (d *digest) word(x uint64) {
	d.a = (d.a ^ x) * 0xff51afd7ed558ccd
	d.a ^= d.a >> 32
	d.b = (d.b + d.a) * 0x94d049bb133111eb
	d.b ^= d.b >> 29
}

func (d *digest) int(x int)     { d.word(uint64(int64(x))) }
func (d *digest) money(x Money) { d.word(uint64(x)) }

// float absorbs the bits of a number; −0 counts as 0.
func (d *digest) float(x float64) { d.word(math.Float64bits(x + 0)) }

func (d *digest) floats(list []float64) {
	d.int(len(list))
	for _, x := range list {
		d.float(x)
	}
}

func (d *digest) text(s string) {
	d.int(len(s))
	for i := range len(s) {
		d.word(uint64(s[i]))
	}
}

func (d *digest) bool(b bool) {
	if b {
		d.word(1)
	} else {
		d.word(0)
	}
}

func (d *digest) decision(x Decision) {
	d.money(x.Price)
	d.int(int(x.Discount))
	d.int(int(x.Breadth))
	d.int(int(x.Trial.Lever))
	d.int(int(x.Trial.Control))
	for i := range NumLevers {
		d.money(x.Spend[i])
		d.int(int(x.Focus[i].By))
		for _, w := range x.Focus[i].Weight {
			d.int(w)
		}
	}
	for _, w := range x.Channels {
		d.int(w)
	}
	for _, w := range x.Programmes {
		d.int(w)
	}
}

func (d digest) hash() (h Hash) {
	d.word(0x9e3779b97f4a7c15)
	d.word(d.b)
	for i := range 8 {
		h[i], h[8+i] = byte(d.a>>(8*i)), byte(d.b>>(8*i))
	}
	return h
}

// parameters absorbs every number of owner.
func parameters[T any](d *digest, owner *T, table []Parameter[T]) {
	for _, p := range table {
		d.float(p.Get(owner))
	}
}

// Hash identifies the market and the model version: markets with the same hash
// behave the same.
func (m Market) Hash() Hash {
	var d digest
	d.int(ModelVersion)
	parameters(&d, &m, MarketParameters)
	for _, open := range m.Levers {
		d.bool(open)
	}
	for _, open := range m.Programmes {
		d.bool(open)
	}
	for _, open := range m.Orders {
		d.bool(open)
	}
	d.int(len(m.Segments))
	for i := range m.Segments {
		s := &m.Segments[i]
		d.text(s.Name)
		parameters(&d, s, SegmentParameters)
		d.floats(s.Reach)
		d.floats(s.Season)
		for _, t := range s.Traits {
			d.int(int(t.Family))
			d.float(t.A)
			d.float(t.B)
		}
		for _, row := range correlationMatrix(*s) {
			for _, r := range row {
				d.float(r)
			}
		}
	}
	d.int(len(m.Channels))
	for i := range m.Channels {
		d.text(m.Channels[i].Name)
		parameters(&d, &m.Channels[i], ChannelParameters)
	}
	d.int(len(m.Shocks))
	for _, s := range m.Shocks {
		d.int(int(s.Kind))
		d.int(s.Round)
		d.float(s.Chance)
		d.int(s.Length)
		d.float(s.Size)
	}
	d.decision(m.Start.Incumbent)
	return d.hash()
}

// Hash identifies the complete state of the world.
func (w *World) Hash() Hash {
	w.needDigests()
	w.sweep(nil, digestAll)
	return w.hash()
}

// hash is Hash where everyone has been digested as they are.
func (w *World) hash() Hash {
	d := digest{w.born0.a, w.born0.b}
	d.word(w.seed)
	d.int(w.round)
	d.money(w.cash)
	d.bool(w.bankrupt)
	d.float(w.quality)
	d.float(w.pipeline)
	d.money(w.volume)
	d.float(w.capability)
	d.float(w.rival.price)
	d.float(w.rival.quality)
	d.floats(w.adstock)
	d.floats(w.drifted)
	d.int(w.loyaltyAge)
	d.float(w.community)
	d.floats(w.defects[:])
	d.float(w.skill)
	d.floats(w.studied[:])
	d.floats(w.pending[:])
	d.float(w.rewards)
	d.floats(w.mix[:])
	d.bool(w.mixed)
	d.float(w.position)
	d.float(w.privacy)
	d.float(w.consistency)
	for _, left := range w.shocks {
		d.int(left)
	}
	d.int(len(w.prices))
	for _, p := range w.prices {
		d.money(p)
	}
	for _, c := range w.digests {
		d.word(c.a)
		d.word(c.b)
	}
	return d.hash()
}
