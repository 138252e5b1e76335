package scenarios_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"centricity/scenarios"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

// TestPagesAreCurrent: what is made from the table of fields is what it makes
// now. -update writes it anew.
func TestPagesAreCurrent(t *testing.T) {
	for name, made := range map[string][]byte{
		"schema.json":  scenarios.Schema(),
		"REFERENCE.md": scenarios.Reference(),
	} {
		if *update {
			require.NoError(t, os.WriteFile(name, made, 0o644))
		}
		kept, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(kept, made), "%s is stale: go test ./scenarios -run TestPagesAreCurrent -update", name)
	}
}

// validator is the schema as a program that knows nothing of scenarios reads it.
func validator(t *testing.T) func(text []byte) error {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(scenarios.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("schema.json", document))
	s, err := c.Compile("schema.json")
	require.NoError(t, err)
	return func(text []byte) error {
		var value any
		if err := yaml.Unmarshal(text, &value); err != nil {
			return err
		}
		asJSON, err := json.Marshal(value)
		if err != nil {
			return err
		}
		instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
		require.NoError(t, err)
		return s.Validate(instance)
	}
}

func glob(t *testing.T, pattern string) []string {
	files, err := filepath.Glob(pattern)
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// TestGoodFilesFitTheSchema: every scenario that ships, and every fixture that
// loads.
func TestGoodFilesFitTheSchema(t *testing.T) {
	validate := validator(t)
	for _, file := range append(glob(t, "*.yaml"), glob(t, "testdata/ok/*.yaml")...) {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		text = bytes.TrimPrefix(text, []byte("\ufeff"))
		assert.NoError(t, validate(text), file)
	}
}

// ofSchemaKind are the rules a schema can hold.
var ofSchemaKind = []scenarios.Rule{
	"unknown-format", "missing-key", "unknown-key", "wrong-kind", "unknown-word", "listed-twice",
	"not-a-number", "out-of-bounds", "bad-name", "wrong-count", "bad-currency",
}

// beyondSchemas are mistakes of these kinds that only the loader sees, and why.
var beyondSchemas = map[string]string{
	"hex.yaml":               "YAML reads a number where people see text",
	"octal.yaml":             "YAML reads a number where people see text",
	"underscore.yaml":        "YAML reads a number where people see text",
	"per_beyond.yaml":        "the bound holds for a round",
	"scale_beyond.yaml":      "the bound holds for the product",
	"shock_size.yaml":        "the bound depends on the kind of shock",
	"incumbent_channel.yaml": "the names are the author's own channels",
	"wrong_currency.yaml":    "the sign is the author's own",
}

// TestBadFilesFailTheSchema: every fixture whose mistake is one of form.
func TestBadFilesFailTheSchema(t *testing.T) {
	validate := validator(t)
	checked := 0
	for _, file := range glob(t, "testdata/err/*.yaml") {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		_, err = scenarios.Load(file, text)
		errs, _ := err.(scenarios.Errors)
		require.NotEmpty(t, errs)
		byForm := slices.ContainsFunc(errs, func(e scenarios.Error) bool { return slices.Contains(ofSchemaKind, e.Rule) })
		fails := validate(text) != nil
		if _, beyond := beyondSchemas[filepath.Base(file)]; beyond {
			assert.False(t, fails, "%s: the schema sees it now", file)
		} else if byForm {
			checked++
			assert.True(t, fails, "%s: %v", file, err)
		}
	}
	assert.Greater(t, checked, 40)
}

// TestEveryExampleLoads: the example of every field of the reference, written
// at its path, is read without a mistake that concerns it, and fits the schema.
func TestEveryExampleLoads(t *testing.T) {
	validate := validator(t)
	names := strings.NewReplacer("SEGMENT", "everyone", "CHANNEL", "mass")
	n := 0
	for _, f := range scenarios.Fields() {
		assert.NotEmpty(t, f.Takes, f.Path)
		assert.NotEmpty(t, f.Doc+names.Replace(f.Path), f.Path)
		if f.Example == "" || strings.Contains(f.Path, ".N.") || f.Path == "extends" {
			continue
		}
		n++
		text := smallest
		if top, _, below := strings.Cut(f.Path, "."); !below {
			text = strings.Replace(smallest, "\n"+top+": ", "\nround: ", 1)
			text = strings.TrimPrefix(text, map[bool]string{true: "format: 1\n"}[top == "format"])
		}
		text += at(names.Replace(f.Path), f.Example) + "\n"
		_, err := scenarios.Load("x.yaml", []byte(text))
		errs, _ := err.(scenarios.Errors)
		for _, e := range errs {
			switch e.Rule { // how values go together, and what else they need
			case "unsound-market", "missing-key", "one-distribution", "bad-correlation":
			default:
				assert.Fail(t, e.Error(), text)
			}
		}
		if !strings.Contains(f.Path, ".gamma.") && !strings.Contains(f.Path, ".inverse_gamma.") && !strings.Contains(f.Path, ".beta.") && !strings.HasPrefix(f.Path, "lesson.") {
			assert.NoError(t, validate([]byte(text)), text)
		}
	}
	assert.Greater(t, n, 150)
}
