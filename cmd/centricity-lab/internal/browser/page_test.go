package browser

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/stretchr/testify/require"

	"centricity/cmd/centricity-lab/internal/static"
)

// patience is how long a control may take to appear [on a slow machine].
const patience = 90 * time.Second

// A driver works a page in one browser.
type driver interface {
	visit(address string) error
	reload() error
	controls(role string) []control // none between two documents
	place(c *control) bool          // false where the page has just replaced it
	focus(c control) error
	press(x, y float64) error
	wheel(x, y, by float64) error
	keys(keys string, ctrl bool) error
	evaluate(script string) (json.RawMessage, error) // a promise's result, if it is one
}

// drivers start the browsers that the page is for.
var drivers = []struct {
	name  string
	start func(*page) driver
}{
	{"Chromium", startChromium},
	{"Firefox", startFirefox},
}

// everywhere has a test in every browser.
func everywhere(t *testing.T, test func(t *testing.T, p *page)) { within(t, len(drivers), test) }

// within has a test in the first n browsers.
func within(t *testing.T, n int, test func(t *testing.T, p *page)) {
	for _, d := range drivers[:n] {
		t.Run(d.name, func(t *testing.T) { test(t, start(t, d.start)) })
	}
}

// page is the game in a browser.
type page struct {
	t         *testing.T
	driver    driver
	host      *host
	address   string
	downloads string // the folder that they go to

	mu       sync.Mutex
	mistakes []string // what the page complained of
}

// open serves the built page and starts Chromium on it.
func open(t *testing.T) *page { return start(t, startChromium) }

// start serves the built page and starts a browser on it.
func start(t *testing.T, browser func(*page) driver) *page {
	built := os.Getenv("CENTRICITY_WEB")
	if built == "" {
		t.Skip("CENTRICITY_WEB does not name a built page: make browser builds one and runs this")
	}
	p := &page{t: t, downloads: t.TempDir()}
	p.driver = browser(p)
	root, err := os.OpenRoot(built)
	require.NoError(t, err)
	t.Cleanup(func() { root.Close() })
	p.host = &host{files: static.Handler(root)}
	server := httptest.NewServer(p.host)
	t.Cleanup(server.Close)
	p.address = server.URL
	p.load()
	return p
}

// host is a web server that can be cut off, and whose files can be replaced.
type host struct {
	mu    sync.Mutex
	files http.Handler
	down  bool
}

func (h *host) set(change func(*host)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	change(h)
}

func (h *host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	files, down := h.files, h.down
	h.mu.Unlock()
	if down {
		panic(http.ErrAbortHandler) // the connection breaks
	}
	files.ServeHTTP(w, r)
}

func (p *page) complain(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.mistakes = append(p.mistakes, text)
}

func (p *page) complaints() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.mistakes
}

// must ends the test if the browser did not do what it was told.
func (p *page) must(err error) {
	p.t.Helper()
	require.NoError(p.t, err, "the page says %q", p.complaints())
}

// load opens the page, also where it is open already.
func (p *page) load() {
	p.t.Helper()
	p.must(p.driver.visit(p.address))
}

// A control is an element as the browser tells it to those who cannot see it.
type control struct {
	node        cdp.BackendNodeID // for Chromium
	element     string            // for Firefox
	role, name  string
	value       string
	left, right float64 // [CSS pixels]
	top, bottom float64
	x, y        float64 // its middle
}

// find waits for a control whose name matches.
func (p *page) find(role, name string) control {
	p.t.Helper()
	pattern := regexp.MustCompile(name)
	var last []control
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		last = p.driver.controls(role)
		for _, c := range last {
			if pattern.MatchString(c.name) && p.driver.place(&c) {
				return c
			}
		}
	}
	var names []string
	for _, c := range last {
		names = append(names, c.name)
	}
	require.Failf(p.t, "no such control", "%s %q; there are %q; the page says %q", role, name, names, p.complaints())
	return control{}
}

// click presses the mouse on a control.
func (p *page) click(role, name string) {
	p.t.Helper()
	c := p.find(role, name)
	p.press(c.x, c.y)
}

// press moves the mouse to a place and clicks there, as a hand does.
func (p *page) press(x, y float64) {
	p.t.Helper()
	p.must(p.driver.press(x, y))
}

// enter brings the focus to a control, wherever it is on the page, and presses
// Enter there.
func (p *page) enter(role, name string) {
	p.t.Helper()
	p.must(p.driver.focus(p.find(role, name)))
	p.must(p.driver.keys("\r", false))
}

// until waits for something to come true.
func (p *page) until(what string, true func() bool) {
	p.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if true() {
			return
		}
	}
	require.Fail(p.t, "never came true: "+what)
}

// holds tells whether a script comes to true. One that is cut off, because the
// page loads itself anew meanwhile, does not.
func (p *page) holds(text string) (is bool) {
	got, err := p.driver.evaluate(text)
	return err == nil && json.Unmarshal(got, &is) == nil && is
}

// script runs a script in the page and reads what it comes to.
func script[T any](p *page, text string) (value T) {
	p.t.Helper()
	got, err := p.driver.evaluate(text)
	require.NoError(p.t, err, text)
	require.NoError(p.t, json.Unmarshal(got, &value), text)
	return value
}
