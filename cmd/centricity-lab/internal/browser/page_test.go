package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"

	"centricity/cmd/centricity-lab/internal/static"
)

// patience is how long a control may take to appear [on a slow machine].
const patience = 90 * time.Second

// page is the game in a browser.
type page struct {
	t         *testing.T
	ctx       context.Context
	host      *host
	address   string
	downloads string

	mu       sync.Mutex
	mistakes []string // what the page complained of
	saved    chan string
}

// open serves the built page and starts a browser on it.
func open(t *testing.T) *page {
	built := os.Getenv("CENTRICITY_WEB")
	if built == "" {
		t.Skip("CENTRICITY_WEB does not name a built page: make browser builds one and runs this")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("there is no chromium here; on Debian: apt-get install chromium")
	}
	root, err := os.OpenRoot(built)
	require.NoError(t, err)
	t.Cleanup(func() { root.Close() })
	host := &host{files: static.Handler(root)}
	server := httptest.NewServer(host)
	t.Cleanup(server.Close)

	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.WindowSize(1280, 800),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.WSURLReadTimeout(patience))
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocated, chromedp.WithErrorf(func(string, ...any) {})) // events newer than the library
	t.Cleanup(cancel)

	p := &page{t: t, ctx: ctx, host: host, address: server.URL, downloads: t.TempDir(), saved: make(chan string, 1)}
	require.NoError(t, chromedp.Listen(ctx, p.heard))
	call(p, log.Enable, cdp.Empty{})
	events := true
	call(p, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: p.downloads, EventsEnabled: &events})
	p.run(chromedp.Navigate(p.address))
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

// heard keeps what goes wrong in the page, and where downloads end.
func (p *page) heard(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		p.complain(e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			p.complain(e.Entry.Text + " " + e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			p.complain(fmt.Sprint("console.error ", len(e.Args), " arguments"))
		}
	case *browser.EventDownloadWillBegin:
		select {
		case p.saved <- filepath.Join(p.downloads, e.SuggestedFilename):
		default: // told twice, of the page and of the browser
		}
	}
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

func (p *page) run(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	require.NoError(p.t, chromedp.Do(ctx, actions...), "the page says %q", p.complaints())
}

// ask gives the browser a command.
func ask[P, R any](p *page, command cdp.Command[P, R], params P) (result R, err error) {
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	err = chromedp.Do(ctx, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) (err error) {
		result, err = chromedp.Call(ctx, command, params)
		return err
	}))
	return result, err
}

// call gives the browser a command that must succeed.
func call[P, R any](p *page, command cdp.Command[P, R], params P) {
	p.t.Helper()
	_, err := ask(p, command, params)
	require.NoError(p.t, err)
}

// A control is a node of the accessibility tree.
type control struct {
	id          *accessibility.Node
	role, name  string
	value       string
	left, right float64 // [CSS pixels]
	top, bottom float64
	x, y        float64 // its middle
}

// controls are all that the page shows those who cannot see it.
func (p *page) controls() (found []control) {
	tree, err := ask(p, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		return nil // between two documents
	}
	for _, n := range tree.Nodes {
		if !n.Ignored && n.BackendDOMNodeID != 0 {
			found = append(found, control{id: n, role: text(n.Role), name: text(n.Name), value: text(n.Value)})
		}
	}
	return found
}

func text(v *accessibility.Value) (s string) {
	if v == nil || json.Unmarshal([]byte(v.Value), &s) == nil {
		return s
	}
	return string(v.Value)
}

// find waits for a control whose name matches.
func (p *page) find(role, name string) control {
	p.t.Helper()
	pattern := regexp.MustCompile(name)
	var last []control
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		last = p.controls()
		for _, c := range last {
			if c.role == role && pattern.MatchString(c.name) && p.place(&c) {
				return c
			}
		}
	}
	var names []string
	for _, c := range last {
		names = append(names, c.role+" "+c.name)
	}
	require.Failf(p.t, "no such control", "%s %q; there are %q; the page says %q", role, name, names, p.complaints())
	return control{}
}

// place measures where a control is. It is false where the page has just
// replaced it.
func (p *page) place(c *control) bool {
	node := c.id.BackendDOMNodeID
	box, err := ask(p, dom.GetBoxModel, dom.GetBoxModelParams{BackendNodeID: node})
	if err != nil {
		return false
	}
	q := box.Model.Border
	c.left, c.right, c.top, c.bottom = q[0], q[2], q[1], q[5]
	c.x, c.y = (q[0]+q[4])/2, (q[1]+q[5])/2
	return true
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
	p.run(chromedp.MouseEvent(chromedp.MouseMoved, x, y), chromedp.MouseClickXY(x, y))
}

// enter brings the focus to a control, wherever it is on the page, and presses
// Enter there.
func (p *page) enter(role, name string) {
	p.t.Helper()
	c := p.find(role, name)
	call(p, dom.Focus, dom.FocusParams{BackendNodeID: c.id.BackendDOMNodeID})
	p.keys(kb.Enter)
}

// keys presses keys, all with the same modifiers.
func (p *page) keys(keys string, modifiers ...chromedp.Modifier) {
	p.t.Helper()
	p.run(chromedp.KeyEvent(keys, chromedp.KeyModifiers(modifiers...)))
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

// script runs a script in the page and reads what it comes to, a promise's
// result if it is one.
func script[T any](p *page, text string) (value T) {
	p.t.Helper()
	await, byValue := true, true
	got, err := ask(p, runtime.Evaluate, runtime.EvaluateParams{Expression: text, AwaitPromise: &await, ReturnByValue: &byValue})
	require.NoError(p.t, err)
	require.Nil(p.t, got.ExceptionDetails, "%s: %+v", text, got.ExceptionDetails)
	require.NoError(p.t, json.Unmarshal([]byte(got.Result.Value), &value), "%s", text)
	return value
}

// size makes the window's inside so large [CSS pixels].
func (p *page) size(w, h int64, scale float64, touch bool) {
	p.t.Helper()
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: w, Height: h, DeviceScaleFactor: scale, Mobile: touch})
	call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: touch, MaxTouchPoints: 5})
}

// shot keeps a picture of the page for a person, in the folder CENTRICITY_SHOTS
// if it is set.
func (p *page) shot(name string) {
	p.t.Helper()
	dir := os.Getenv("CENTRICITY_SHOTS")
	if dir == "" {
		return
	}
	got, err := ask(p, cdppage.CaptureScreenshot, cdppage.CaptureScreenshotParams{})
	require.NoError(p.t, err)
	require.NoError(p.t, os.WriteFile(filepath.Join(dir, name+".png"), got.Data, 0o644))
}
