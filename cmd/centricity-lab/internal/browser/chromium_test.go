package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/chromedp/cdproto/accessibility"
	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// chromium finds controls in Chromium's accessibility tree, as a screen reader
// does.
type chromium struct{ ctx context.Context }

func startChromium(p *page) driver {
	program, err := exec.LookPath("chromium")
	if err != nil {
		p.t.Skip("there is no chromium here; on Debian: apt-get install chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.WindowSize(1280, 800),
		chromedp.Flag("disable-dev-shm-usage", true), chromedp.WSURLReadTimeout(patience))
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	p.t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(allocated, chromedp.WithErrorf(func(string, ...any) {})) // events newer than the library
	p.t.Cleanup(cancel)

	c := &chromium{ctx: ctx}
	require.NoError(p.t, chromedp.Listen(ctx, p.heard))
	_, err = ask(c, log.Enable, cdp.Empty{})
	require.NoError(p.t, err)
	_, err = ask(c, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: p.downloads})
	require.NoError(p.t, err)
	return c
}

// heard keeps what goes wrong in the page.
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
	}
}

func (c *chromium) run(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(c.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, actions...)
}

// ask gives Chromium a command.
func ask[P, R any](c *chromium, command cdp.Command[P, R], params P) (result R, err error) {
	err = c.run(chromedp.Func(func(ctx context.Context, _ *chromedp.Target) (err error) {
		result, err = chromedp.Call(ctx, command, params)
		return err
	}))
	return result, err
}

// chromium is the browser, for what only Chromium lets a test do.
func (p *page) chromium() *chromium { return p.driver.(*chromium) }

// call gives Chromium a command that must succeed.
func call[P, R any](p *page, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	result, err := ask(p.chromium(), command, params)
	p.must(err)
	return result
}

func (c *chromium) visit(address string) error { return c.run(chromedp.Navigate(address)) }

func (c *chromium) reload() error { return c.run(chromedp.Reload()) }

func (c *chromium) controls(role string) (found []control) {
	tree, err := ask(c, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		return nil
	}
	for _, n := range tree.Nodes {
		if !n.Ignored && n.BackendDOMNodeID != 0 && text(n.Role) == role {
			found = append(found, control{node: n.BackendDOMNodeID, role: role, name: text(n.Name), value: text(n.Value)})
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

func (c *chromium) place(at *control) bool {
	box, err := ask(c, dom.GetBoxModel, dom.GetBoxModelParams{BackendNodeID: at.node})
	if err != nil {
		return false
	}
	q := box.Model.Border
	at.left, at.right, at.top, at.bottom = q[0], q[2], q[1], q[5]
	at.x, at.y = (q[0]+q[4])/2, (q[1]+q[5])/2
	return true
}

func (c *chromium) focus(on control) error {
	_, err := ask(c, dom.Focus, dom.FocusParams{BackendNodeID: on.node})
	return err
}

func (c *chromium) press(x, y float64) error {
	return c.run(chromedp.MouseEvent(chromedp.MouseMoved, x, y), chromedp.MouseClickXY(x, y))
}

func (c *chromium) wheel(x, y, by float64) error {
	const aside = 1e-3 // Chromium wants a number here, and the library leaves out a zero
	turn := input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: x, Y: y, DeltaX: aside, DeltaY: by}
	return c.run(chromedp.MouseEvent(chromedp.MouseMoved, x, y), chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, input.DispatchMouseEvent, turn)
		return err
	}))
}

func (c *chromium) keys(keys string, ctrl bool) error {
	if ctrl {
		return c.run(chromedp.KeyEvent(keys, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	}
	return c.run(chromedp.KeyEvent(keys))
}

func (c *chromium) evaluate(script string) (json.RawMessage, error) {
	await, byValue := true, true
	got, err := ask(c, runtime.Evaluate, runtime.EvaluateParams{Expression: script, AwaitPromise: &await, ReturnByValue: &byValue})
	if err == nil && got.ExceptionDetails != nil {
		err = fmt.Errorf("%+v", got.ExceptionDetails)
	}
	return json.RawMessage(got.Result.Value), err
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
	got := call(p, cdppage.CaptureScreenshot, cdppage.CaptureScreenshotParams{})
	require.NoError(p.t, os.WriteFile(filepath.Join(dir, name+".png"), got.Data, 0o644))
}
