package browser

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/stretchr/testify/require"
)

// preferences of a Firefox for one test: it listens on any port that is free,
// saves downloads where it is told without a panel that takes the keys, and
// prints the errors of scripts.
const preferences = `
user_pref("marionette.port", 0);
user_pref("browser.download.folderList", 2);
user_pref("browser.download.dir", %s);
user_pref("browser.download.alwaysOpenPanel", false);
user_pref("browser.dom.window.dump.enabled", true);
`

// elementKey is what WebDriver keeps an element's name under.
const elementKey = "element-6066-11e4-a52e-4f735466cecf"

// native is the selector of HTML's own elements for some roles of ARIA.
const native = "button, input"

// enterKey and ctrlKey are WebDriver's names of keys.
const enterKey, ctrlKey = "\uE007", "\uE009"

// firefox finds controls by the role and the name that Firefox computes for
// screen readers.
type firefox struct{ *marionette }

// startFirefox starts it with a home of its own, which goes with the test.
func startFirefox(p *page) driver {
	program, err := exec.LookPath("firefox-esr")
	if err != nil {
		program, err = exec.LookPath("firefox")
	}
	if err != nil {
		p.t.Skip("there is no firefox here; on Debian: apt-get install firefox-esr")
	}
	home := p.t.TempDir()
	profile := filepath.Join(home, "profile")
	require.NoError(p.t, os.Mkdir(profile, 0o700))
	downloads, err := json.Marshal(p.downloads)
	require.NoError(p.t, err)
	require.NoError(p.t, os.WriteFile(filepath.Join(profile, "user.js"), fmt.Appendf(nil, preferences, downloads), 0o600))

	command := exec.Command(program, "--headless", "--kiosk", "--marionette", "--no-remote", "--profile", profile)
	command.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + home, "TMPDIR=" + home,
		"MOZ_HEADLESS_WIDTH=1280", "MOZ_HEADLESS_HEIGHT=800", "MOZ_CRASHREPORTER_DISABLE=1"}
	printed := &printed{page: p}
	command.Stdout, command.Stderr = printed, printed
	endsWithTest(command)
	require.NoError(p.t, command.Start())
	p.t.Cleanup(func() {
		_ = command.Process.Kill() // it may have ended by itself
		_ = command.Wait()
	})

	var port []byte
	p.until("Firefox listens", func() bool {
		text, err := os.ReadFile(filepath.Join(profile, "MarionetteActivePort"))
		port = bytes.TrimSpace(text)
		return err == nil && len(port) > 0
	})
	m, err := connect("127.0.0.1:" + string(port))
	require.NoError(p.t, err)
	p.t.Cleanup(func() { m.conn.Close() })
	return firefox{m}
}

// printed is what Firefox prints, a part of it about the page.
type printed struct {
	page *page
	rest string // of a line
}

func (w *printed) Write(text []byte) (int, error) {
	lines := strings.Split(w.rest+string(text), "\n")
	w.rest = lines[len(lines)-1]
	for _, line := range lines[:len(lines)-1] {
		if strings.HasPrefix(line, "JavaScript error: http") { // others are Firefox's own
			w.page.complain(line)
		}
	}
	return len(text), nil
}

func (f firefox) visit(address string) error {
	return f.do("WebDriver:Navigate", map[string]any{"url": address}, nil)
}

func (f firefox) reload() error { return f.do("WebDriver:Refresh", nil, nil) }

func (f firefox) controls(role string) (found []control) {
	var elements []map[string]string
	selector := fmt.Sprintf("%s, [role=%s]", native, role)
	if f.do("WebDriver:FindElements", map[string]any{"using": "css selector", "value": selector}, &elements) != nil {
		return nil
	}
	for _, e := range elements {
		c := control{element: e[elementKey]}
		if f.tell("WebDriver:GetComputedRole", c, &c.role) == nil && c.role == role &&
			f.tell("WebDriver:GetComputedLabel", c, &c.name) == nil {
			found = append(found, c)
		}
	}
	return found
}

// tell asks for a property of a control.
func (f firefox) tell(command string, c control, value any) error {
	return f.do(command, map[string]any{"id": c.element}, &struct{ Value any }{value})
}

// on runs a script in the page on a control, its first argument.
func (f firefox) on(c control, script string, value any) error {
	return f.run(script, []any{map[string]string{elementKey: c.element}}, value)
}

// run runs a script's statements in the page, and waits for the promise it
// returns, if it does.
func (f firefox) run(script string, args []any, value any) error {
	return f.do("WebDriver:ExecuteScript", map[string]any{"script": script, "args": args, "newSandbox": false}, &struct{ Value any }{value})
}

func (f firefox) place(c *control) bool {
	var r struct{ Left, Right, Top, Bottom float64 }
	if f.on(*c, "return arguments[0].getBoundingClientRect().toJSON()", &r) != nil || f.on(*c, `return arguments[0].value ?? ""`, &c.value) != nil {
		return false
	}
	c.left, c.right, c.top, c.bottom = r.Left, r.Right, r.Top, r.Bottom
	c.x, c.y = (r.Left+r.Right)/2, (r.Top+r.Bottom)/2
	return true
}

func (f firefox) focus(c control) error {
	var none any
	return f.on(c, "arguments[0].focus()", &none)
}

func (f firefox) press(x, y float64) error {
	return f.act(map[string]any{"type": "pointer", "id": "mouse", "actions": []any{
		map[string]any{"type": "pointerMove", "x": int(x), "y": int(y)},
		map[string]any{"type": "pointerDown", "button": 0},
		map[string]any{"type": "pointerUp", "button": 0},
	}})
}

func (f firefox) wheel(x, y, by float64) error {
	moved := f.act(map[string]any{"type": "pointer", "id": "mouse", "actions": []any{
		map[string]any{"type": "pointerMove", "x": int(x), "y": int(y)},
	}})
	return errors.Join(moved, f.act(map[string]any{"type": "wheel", "id": "wheel", "actions": []any{
		map[string]any{"type": "scroll", "x": int(x), "y": int(y), "deltaX": 0, "deltaY": int(by)},
	}}))
}

func (f firefox) keys(keys string, ctrl bool) error {
	var actions []any
	key := func(kind, key string) {
		actions = append(actions, map[string]any{"type": kind, "value": key})
	}
	if ctrl {
		key("keyDown", ctrlKey)
	}
	for _, k := range strings.ReplaceAll(keys, "\r", enterKey) {
		key("keyDown", string(k))
		key("keyUp", string(k))
	}
	if ctrl {
		key("keyUp", ctrlKey)
	}
	return f.act(map[string]any{"type": "key", "id": "keyboard", "actions": actions})
}

func (f firefox) act(device map[string]any) error {
	return f.do("WebDriver:PerformActions", map[string]any{"actions": []any{device}}, nil)
}

func (f firefox) evaluate(script string) (value json.RawMessage, err error) {
	err = f.run("return ("+script+")", []any{}, &value)
	if len(value) == 0 {
		err = errors.Join(err, errors.New("no value"))
	}
	return value, err
}
