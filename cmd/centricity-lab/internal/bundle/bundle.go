// Package bundle ties the files of the page together. A page is five files, and
// a host may be half-way through replacing them, or a browser may hold some of
// an earlier version: nobody must ever run a mixture. So index.html tells what
// it expects of the others, by SHA-256 and size, and worker.js, which keeps the
// page for when there is no network, which files make up its version.
package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strconv"
)

// Files are those of a page.
var Files = []string{"main.wasm", "wasm_exec.js", "loader.js", "worker.js", "index.html"}

// Scenario may lie beside them.
const Scenario = "scenario.yaml"

// ErrOther is that a folder holds no page, or one of another version.
var ErrOther = errors.New("index.html, loader.js and worker.js are not of one version")

var (
	scripts     = regexp.MustCompile(`<script src="([^"?]+)(?:\?[^"]*)?"(?: integrity="[^"]*")?`)
	size        = regexp.MustCompile(` data-bytes="[^"]*"`)
	sum         = regexp.MustCompile(` data-sum="[^"]*"`)
	scenarioSum = regexp.MustCompile(` data-scenario-sum="[^"]*"`)
	list        = regexp.MustCompile(`(?m)^const files = \{.*\};$`)
)

// Finish enters into index.html and worker.js of a page what the other files
// are. It can be done again after one of them was changed.
func Finish(root *os.Root) error {
	data := map[string][]byte{}
	for _, name := range append([]string{Scenario}, Files...) {
		text, err := root.ReadFile(name)
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == Scenario:
		case err != nil:
			return fmt.Errorf("the page has no %s that can be read", name)
		default:
			data[name] = text
		}
	}
	index, worker := data["index.html"], data["worker.js"]
	if !size.Match(index) || !sum.Match(index) || !scenarioSum.Match(index) || len(scripts.FindAll(index, -1)) != 2 || !list.Match(worker) {
		return ErrOther
	}
	index = size.ReplaceAll(index, []byte(` data-bytes="`+strconv.Itoa(len(data["main.wasm"]))+`"`))
	index = sum.ReplaceAll(index, []byte(` data-sum="`+hexSum(data["main.wasm"])+`"`))
	index = scenarioSum.ReplaceAll(index, []byte(` data-scenario-sum="`+hexSum(data[Scenario])+`"`))
	index = scripts.ReplaceAllFunc(index, func(tag []byte) []byte {
		name := scripts.FindSubmatch(tag)[1]
		digest := sha256.Sum256(data[string(name)])
		return fmt.Appendf(nil, `<script src="%s?%x" integrity="sha256-%s"`, name, digest, base64.StdEncoding.EncodeToString(digest[:]))
	})
	data["index.html"] = index

	sums := map[string]string{}
	for name, text := range data {
		if name != "worker.js" {
			sums[name] = hexSum(text)
		}
	}
	entries, err := json.Marshal(sums) // in order of the names
	if err != nil {
		return err
	}
	worker = list.ReplaceAllLiteral(worker, bytes.Join([][]byte{[]byte("const files = "), entries, []byte(";")}, nil))
	for name, text := range map[string][]byte{"index.html": index, "worker.js": worker} {
		if err := root.WriteFile(name, text, 0o644); err != nil {
			return fmt.Errorf("%s cannot be written; is the disk full?", name)
		}
	}
	return nil
}

func hexSum(data []byte) string {
	if data == nil {
		return ""
	}
	return fmt.Sprintf("%x", sha256.Sum256(data))
}
