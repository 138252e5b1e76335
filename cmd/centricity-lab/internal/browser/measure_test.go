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

// TestHowThePageDoes measures what a player feels, on the flagship, and writes
// it into the page of figures if it is told which. Chromium is measured in any
// case, the others only for that page.
func TestHowThePageDoes(t *testing.T) {
	require.LessOrEqual(t, download(t, ".br"), int64(heaviest), "the page may weigh 4 MB with brotli")
	var table [][]string
	doc, browsers := os.Getenv("CENTRICITY_PAGE"), 1
	if doc != "" {
		browsers = len(drivers)
	}
	within(t, browsers, func(t *testing.T, p *page) {
		var m measured
		m.loading(p)
		m.resting(p)
		p.click("button", "^Play: The music")
		p.click("button", "Start the game")
		p.find("button", "^Play .* 1$")
		m.keys(p)
		m.rounds(p)
		m.luck(p)
		assert.Empty(t, p.complaints())
		for i, f := range m {
			t.Logf("%-55s %s", f.what, f.value)
			if i == len(table) {
				table = append(table, []string{f.what})
			}
			require.Equal(t, table[i][0], f.what)
			table[i] = append(table[i], f.value)
		}
	})
	if doc != "" {
		enter(t, doc, table)
	}
}

// download is the size of the page's files with a suffix.
func download(t *testing.T, suffix string) (bytes int64) {
	t.Helper()
	built := os.Getenv("CENTRICITY_WEB")
	if built == "" {
		return 0 // nothing is built: no browser starts either
	}
	for _, name := range bundle.Files {
		info, err := os.Stat(filepath.Join(built, name+suffix))
		require.NoError(t, err)
		bytes += info.Size()
	}
	return bytes
}

// enter writes a column for each browser into the page of figures.
func enter(t *testing.T, doc string, table [][]string) {
	t.Helper()
	var rows strings.Builder
	rows.WriteString("| |")
	for _, d := range drivers {
		fmt.Fprintf(&rows, " %s |", d.name)
	}
	fmt.Fprintf(&rows, "\n|---|%s\n", strings.Repeat("---:|", len(drivers)))
	for _, row := range table {
		require.Len(t, row, 1+len(drivers), "the figures are of every browser")
		fmt.Fprintf(&rows, "| %s |\n", strings.Join(row, " | "))
	}
	text, err := os.ReadFile(doc)
	require.NoError(t, err)
	head, rest, ok := strings.Cut(string(text), "<!-- figures -->\n")
	_, tail, ok2 := strings.Cut(rest, "<!-- end -->\n")
	require.True(t, ok && ok2, "%s has no place for figures", doc)
	require.NoError(t, os.WriteFile(doc, []byte(head+"<!-- figures -->\n"+rows.String()+"<!-- end -->\n"+tail), 0o644))
}

// measured are figures of the page in one browser.
type measured []figure

type figure struct{ what, value string }

func (m *measured) add(what, format string, value any) {
	*m = append(*m, figure{what, fmt.Sprintf(format, value)})
}

func (m *measured) loading(p *page) {
	p.until("the page is shown", func() bool { return script[bool](p, `performance.getEntriesByName("centricity-shown").length > 0`) })
	m.add("download, all files, brotli", "%.2f MB", float64(download(p.t, ".br"))/1e6)
	m.add("download, all files, gzip", "%.2f MB", float64(download(p.t, ".gz"))/1e6)
	m.add("cold load: first paint", "%.2f s", script[float64](p, `performance.getEntriesByName("first-contentful-paint")[0].startTime`)/1e3)
	m.add("cold load: first screen to play on", "%.2f s", script[float64](p, `performance.getEntriesByName("centricity-shown")[0].startTime`)/1e3)
}

// resting is how much the page works while nothing happens; only Chromium tells.
func (m *measured) resting(p *page) {
	const what = "processor time of the page at rest, over 10 s"
	if _, ok := p.driver.(*chromium); !ok {
		m.add(what, "%s", "–")
		return
	}
	call(p, performance.Enable, performance.EnableParams{})
	time.Sleep(2 * time.Second) // after loading, what the browser tidies up
	before := p.busy()
	const rest = 10 * time.Second
	time.Sleep(rest)
	m.add(what, "%.2f %%", 100*(p.busy()-before).Seconds()/rest.Seconds())
}

// busy is for how long the page's thread has worked so far.
func (p *page) busy() time.Duration {
	p.t.Helper()
	for _, m := range call(p, performance.GetMetrics, struct{}{}).Metrics {
		if m.Name == "TaskDuration" {
			return time.Duration(m.Value * float64(time.Second))
		}
	}
	require.Fail(p.t, "the browser does not tell how long it worked")
	return 0
}

// keys presses 20, and waits each time for the frame that shows it.
func (m *measured) keys(p *page) {
	var inputs []float64
	for range 20 {
		inputs = append(inputs, script[float64](p, `new Promise((done) => {
			const began = performance.now();
			window.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true, cancelable: true }));
			requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => done(performance.now() - began); c.port2.postMessage(0); });
		})`))
	}
	slices.Sort(inputs)
	m.add("a key, to the frame drawn after it, median", "%.0f ms", inputs[len(inputs)/2])
	m.add("a key, slowest of 20", "%.0f ms", inputs[len(inputs)-1])
}

// watch has the page note its frames: how long after the last each came.
const watch = `(() => {
	window.frames_ = [];
	let last = performance.now();
	const tick = (now) => { frames_.push(now - last); last = now; window.ticking_ = requestAnimationFrame(tick); };
	window.ticking_ = requestAnimationFrame((now) => { last = now; tick(now); });
	return true;
})()`

// seen are the gaps between frames since watch [ms].
const seen = `(() => { cancelAnimationFrame(ticking_); return frames_; })()`

// rounds plays the game to its end.
func (m *measured) rounds(p *page) {
	var longest []float64
	name := ""
	for round := 1; name != "^See your score"; round++ {
		c := p.find("button", fmt.Sprintf("^Play .* %d$", round))
		script[bool](p, watch)
		p.press(c.x, c.y)
		time.Sleep(time.Second)
		longest = append(longest, slices.Max(script[[]float64](p, seen)))
		name = fmt.Sprintf("^Decide .* %d$", round+1)
		p.until("the round is over", func() bool {
			for _, c := range p.driver.controls("button") {
				if strings.HasPrefix(c.name, "See your score") {
					name = "^See your score"
					return true
				}
				if strings.HasPrefix(c.name, "Decide") {
					return true
				}
			}
			return false
		})
		p.click("button", name)
	}
	slices.Sort(longest)
	m.add("a round of the flagship: longest frame, with saving and drawing the results, median", "%.0f ms", longest[len(longest)/2])
	m.add("a round of the flagship: slowest of these", "%.0f ms", longest[len(longest)-1])
}

// luck plays the game that is over with other luck.
func (m *measured) luck(p *page) {
	p.click("button", "^Debrief")
	p.click("tab", "^Luck")
	offer := p.find("button", "^Play .* games with other luck")
	script[bool](p, watch) // from here on nobody asks for controls, which takes the page's thread
	p.press(offer.x, offer.y)
	time.Sleep(15 * time.Second) // several worlds are opened and played
	frames := script[[]float64](p, seen)
	require.Greater(p.t, len(frames), 50)
	slices.Sort(frames)
	m.add("playing with other luck: frames in 15 s", "%d", len(frames))
	m.add("playing with other luck: median between two frames", "%.0f ms", frames[len(frames)/2])
	m.add("playing with other luck: 99 of 100 are shorter than", "%.0f ms", frames[len(frames)*99/100])
	m.add("playing with other luck: longest between two frames", "%.0f ms", frames[len(frames)-1])
}
