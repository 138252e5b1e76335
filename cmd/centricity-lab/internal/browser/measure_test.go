package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/performance"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/cmd/centricity-lab/internal/bundle"
)

// heaviest is what a browser may have to load [bytes], with brotli.
const heaviest = 4_000_000

// download is the size of the page's files with a suffix.
func download(t *testing.T, suffix string) (bytes int64) {
	t.Helper()
	for _, name := range bundle.Files {
		info, err := os.Stat(filepath.Join(os.Getenv("CENTRICITY_WEB"), name+suffix))
		require.NoError(t, err)
		bytes += info.Size()
	}
	return bytes
}

// busy is for how long the page's thread has worked so far.
func (p *page) busy() time.Duration {
	p.t.Helper()
	got, err := ask(p, performance.GetMetrics, struct{}{})
	require.NoError(p.t, err)
	for _, m := range got.Metrics {
		if m.Name == "TaskDuration" {
			return time.Duration(m.Value * float64(time.Second))
		}
	}
	require.Fail(p.t, "the browser does not tell how long it worked")
	return 0
}

// watch has the page note its frames: how long after the last each came.
const watch = `(() => {
	globalThis.frames_ = [];
	let last = performance.now();
	const tick = (now) => { frames_.push(now - last); last = now; globalThis.ticking_ = requestAnimationFrame(tick); };
	globalThis.ticking_ = requestAnimationFrame((now) => { last = now; tick(now); });
	return true;
})()`

// seen are the gaps between frames since watch [ms].
const seen = `(() => { cancelAnimationFrame(ticking_); return frames_; })()`

// TestHowThePageDoes measures what a player feels, on the flagship, and writes
// it into the page of figures if it is told which.
func TestHowThePageDoes(t *testing.T) {
	p := open(t)
	size := download(t, ".br")
	require.LessOrEqual(t, size, int64(heaviest), "the page may weigh 4 MB with brotli")
	p.find("button", "^Play: The music")
	call(p, performance.Enable, performance.EnableParams{})
	paint := script[float64](p, `performance.getEntriesByName("first-contentful-paint")[0].startTime`)
	shown := script[float64](p, `performance.getEntriesByName("centricity-shown")[0].startTime`)

	time.Sleep(2 * time.Second) // after loading, what the browser tidies up
	before := p.busy()
	const rest = 10 * time.Second
	time.Sleep(rest)
	idle := 100 * (p.busy() - before).Seconds() / rest.Seconds()

	p.click("button", "^Play: The music")
	p.click("button", "Start the game")
	p.find("button", "^Play .* 1$")
	var inputs, rounds []float64
	for range 20 { // from a key to the frame that shows it
		inputs = append(inputs, script[float64](p, `new Promise((done) => {
			const began = performance.now();
			dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true, cancelable: true }));
			requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => done(performance.now() - began); c.port2.postMessage(0); });
		})`))
	}
	name := ""
	for round := 1; name != "^See your score"; round++ {
		c := p.find("button", fmt.Sprintf("^Play .* %d$", round))
		script[bool](p, watch)
		p.press(c.x, c.y)
		time.Sleep(time.Second)
		rounds = append(rounds, slices.Max(script[[]float64](p, seen)))
		name = fmt.Sprintf("^Decide .* %d$", round+1)
		p.until("the round is over", func() bool {
			for _, c := range p.controls() {
				if c.role == "button" && strings.HasPrefix(c.name, "See your score") {
					name = "^See your score"
					return true
				}
				if c.role == "button" && strings.HasPrefix(c.name, "Decide") {
					return true
				}
			}
			return false
		})
		p.click("button", name)
	}
	p.click("button", "^Debrief")
	p.click("tab", "^Luck")
	p.find("button", "^Play .* games with other luck")
	offer := p.find("button", "^Play .* games with other luck")
	script[bool](p, watch) // from here on nobody asks for the tree, which takes the page's thread
	p.press(offer.x, offer.y)
	time.Sleep(15 * time.Second) // several worlds are opened and played
	frames := script[[]float64](p, seen)
	slices.Sort(frames)
	slices.Sort(inputs)
	slices.Sort(rounds)
	require.Greater(t, len(frames), 50)
	assert.Empty(t, p.complaints())

	rows := [][2]string{
		{"download, all files, brotli", fmt.Sprintf("%.2f MB", float64(size)/1e6)},
		{"download, all files, gzip", fmt.Sprintf("%.2f MB", float64(download(t, ".gz"))/1e6)},
		{"cold load: first paint", fmt.Sprintf("%.2f s", paint/1e3)},
		{"cold load: first screen to play on", fmt.Sprintf("%.2f s", shown/1e3)},
		{"a key, to the frame drawn after it, median", fmt.Sprintf("%.0f ms", inputs[len(inputs)/2])},
		{"a key, slowest of 20", fmt.Sprintf("%.0f ms", inputs[len(inputs)-1])},
		{"a round of the flagship: longest frame, with saving and drawing the results, median", fmt.Sprintf("%.0f ms", rounds[len(rounds)/2])},
		{"a round of the flagship: slowest of these", fmt.Sprintf("%.0f ms", rounds[len(rounds)-1])},
		{"playing with other luck: frames in 15 s", fmt.Sprint(len(frames))},
		{"playing with other luck: median between two frames", fmt.Sprintf("%.0f ms", frames[len(frames)/2])},
		{"playing with other luck: 99 of 100 are shorter than", fmt.Sprintf("%.0f ms", frames[len(frames)*99/100])},
		{"playing with other luck: longest between two frames", fmt.Sprintf("%.0f ms", frames[len(frames)-1])},
		{"processor time of the page at rest, over 10 s", fmt.Sprintf("%.2f %%", idle)},
	}
	var table strings.Builder
	for _, row := range rows {
		t.Logf("%-55s %s", row[0], row[1])
		fmt.Fprintf(&table, "| %s | %s |\n", row[0], row[1])
	}
	if doc := os.Getenv("CENTRICITY_PAGE"); doc != "" {
		text, err := os.ReadFile(doc)
		require.NoError(t, err)
		head, rest, ok := strings.Cut(string(text), "<!-- figures -->\n")
		_, tail, ok2 := strings.Cut(rest, "<!-- end -->\n")
		require.True(t, ok && ok2, "%s has no place for figures", doc)
		require.NoError(t, os.WriteFile(doc, []byte(head+"<!-- figures -->\n| | |\n|---|---|\n"+table.String()+"<!-- end -->\n"+tail), 0o644))
	}
}
