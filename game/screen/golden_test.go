package screen_test

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game/canvas"
	"centricity/game/widget"
	"centricity/game/words"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// goldens is where the pictures lie, and the sums of all of them. One language
// is kept in each size to be looked at; of the others, and of the dark ones,
// which have the same layout, the sums do.
const (
	goldens = "testdata/golden"
	sums    = goldens + "/sums.txt"
)

// Every screen looks as it did, in two sizes, two themes and two languages, to
// the pixel.
func TestGolden(t *testing.T) {
	defer words.Speak(words.English.Tag)
	all := map[string]string{}
	if *update {
		require.NoError(t, os.RemoveAll(goldens))
		require.NoError(t, os.MkdirAll(goldens, 0o755))
	} else {
		all = readSums(t)
	}
	for _, l := range words.Languages() {
		for _, size := range [][2]float64{{1024, 640}, {1440, 900}} {
			kind := fmt.Sprintf("%s-%gx%g", l.Tag, size[0], size[1])
			t.Run(kind, func(t *testing.T) {
				a := &album{t: t, kind: kind, sums: all}
				c := canvas.NewImage(size[0], size[1], 1)
				see := func(name string, p *player) {
					for _, theme := range []string{"light", "dark"} {
						p.app.Dark(theme == "dark")
						c.Resize(size[0], size[1], 1)
						p.app.Frame(c, widget.Input{Now: p.now, Pointer: p.at, PointerIn: true})
						a.keep(kind+"-"+theme+"/"+name, c.RGBA())
					}
					p.app.Dark(false)
				}
				whole := func(root *widget.Node) {
					for n := range root.All {
						if strings.Contains(n.Name+n.Value+n.Description, "%!") {
							assert.Fail(t, "a text lacks a figure", "%s %s: %s, %s, %s", n.Role, n.ID, n.Name, n.Value, n.Description)
						}
					}
				}
				(&tour{t: t, w: size[0], h: size[1], language: l.Tag, watch: whole, see: see}).all()
				a.close()
			})
		}
	}
	if *update {
		var b strings.Builder
		for _, name := range slices.Sorted(maps.Keys(all)) {
			fmt.Fprintln(&b, all[name], name)
		}
		require.NoError(t, os.WriteFile(sums, []byte(b.String()), 0o644))
	}
}

// readSums are the sums of all pictures by name.
func readSums(t *testing.T) map[string]string {
	data, err := os.ReadFile(sums)
	require.NoError(t, err, "write the pictures first: %s", remake)
	all := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if sum, name, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			all[name] = sum
		}
	}
	return all
}

// album compares pictures of one kind with those that are kept.
type album struct {
	t      testing.TB
	kind   string
	sums   map[string]string // of all kinds, by name: as kept, or as they are if they are written anew
	seen   []string
	folder string // where those lie that differ
	differ []string
}

var shown = map[string]bool{"en-1440x900-light": true, "es-1024x640-light": true}

// castagnoli makes the sums: processors have it, and nobody forges a screen.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

const remake = "go test ./game/screen -run Golden -update"

func (a *album) keep(name string, m *image.RGBA) {
	a.t.Helper()
	require.NotContains(a.t, a.seen, name, "two sights have one name")
	a.seen = append(a.seen, name)
	sum := fmt.Sprintf("%08x", crc32.Checksum(m.Pix, castagnoli))
	file := filepath.Join(goldens, name+".png")
	if *update {
		a.sums[name] = sum
		if shown[strings.Split(name, "/")[0]] {
			a.write(file, paletted(m))
		}
		return
	}
	if a.sums[name] == sum {
		return
	}
	if a.folder == "" {
		var err error
		a.folder, err = os.MkdirTemp("", "centricity-goldens-")
		require.NoError(a.t, err)
	}
	a.differ = append(a.differ, name)
	a.write(filepath.Join(a.folder, name+".png"), m)
	if was, err := os.ReadFile(file); err == nil {
		want, err := png.Decode(bytes.NewReader(was))
		require.NoError(a.t, err)
		a.write(filepath.Join(a.folder, name+"-was.png"), want)
		a.write(filepath.Join(a.folder, name+"-diff.png"), difference(want, m))
	}
}

// close tells what differs, and what is missing or new.
func (a *album) close() {
	a.t.Helper()
	if *update {
		return
	}
	var names []string
	for name := range a.sums {
		if strings.HasPrefix(name, a.kind) {
			names = append(names, name)
		}
	}
	assert.ElementsMatch(a.t, names, a.seen, "other screens than there were; if that is right: %s", remake)
	assert.Empty(a.t, a.differ, "%d of %d pictures differ; they lie, with what was and the difference, in %s. If they are right: %s", len(a.differ), len(a.seen), a.folder, remake)
}

func (a *album) write(file string, m image.Image) {
	a.t.Helper()
	require.NoError(a.t, os.MkdirAll(filepath.Dir(file), 0o755))
	var b bytes.Buffer
	require.NoError(a.t, (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, m))
	require.NoError(a.t, os.WriteFile(file, b.Bytes(), 0o644))
}

// paletted is a picture in 256 colours: of the shades that it has most, the
// commonest colour each, and for the rest the nearest of those.
func paletted(m *image.RGBA) *image.Paletted {
	type rgb [3]uint8
	at := func(i int) rgb { return rgb(m.Pix[4*i : 4*i+3]) }
	shade := func(c rgb) rgb { return rgb{c[0] >> 3, c[1] >> 3, c[2] >> 3} }
	colours, shades, best := map[rgb]int{}, map[rgb]int{}, map[rgb]rgb{}
	n := len(m.Pix) / 4
	for i := range n {
		colours[at(i)]++
	}
	before := func(a, b rgb) int { return cmp.Or(colours[b]-colours[a], bytes.Compare(a[:], b[:])) }
	for c, n := range colours {
		s := shade(c)
		shades[s] += n
		if now, ok := best[s]; !ok || before(c, now) < 0 {
			best[s] = c
		}
	}
	most := slices.SortedFunc(maps.Keys(shades), func(a, b rgb) int { return cmp.Or(shades[b]-shades[a], bytes.Compare(a[:], b[:])) })
	out := image.NewPaletted(m.Rect, nil)
	index := map[rgb]uint8{}
	for i, s := range most[:min(len(most), 256)] {
		c := best[s]
		index[c] = uint8(i)
		out.Palette = append(out.Palette, color.RGBA{c[0], c[1], c[2], 255})
	}
	for i := range n {
		c := at(i)
		to, ok := index[c]
		if !ok {
			to = uint8(out.Palette.Index(color.RGBA{c[0], c[1], c[2], 255}))
			index[c] = to
		}
		out.Pix[i] = to
	}
	return out
}

// difference is a picture faint, and in red what differs from the one it was by
// more than its kept form does.
func difference(was image.Image, m *image.RGBA) image.Image {
	out := image.NewRGBA(m.Rect)
	draw.Draw(out, out.Rect, was, was.Bounds().Min, draw.Src)
	for y := range m.Rect.Dy() {
		for x := range m.Rect.Dx() {
			at := out.PixOffset(x, y)
			a, b := out.Pix[at:at+3], m.Pix[at:at+3]
			far := false
			for i := range a {
				if d := int(a[i]) - int(b[i]); d > 32 || d < -32 {
					far = true
				}
			}
			for i := range a {
				a[i] = 255 - (255-b[i])/4
			}
			if far {
				copy(a, []byte{220, 0, 0})
			}
		}
	}
	return out
}
