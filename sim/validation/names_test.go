package validation

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNoStrategyHasANameInTheCore: the code of package sim cannot favour a
// strategy it does not know.
func TestNoStrategyHasANameInTheCore(t *testing.T) {
	strategy := regexp.MustCompile(`(?i)\w*[ -]?centric\w*|one.size.fits.all`)
	files, err := filepath.Glob("../*.go")
	require.NoError(t, err)
	read := 0
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		code, err := os.ReadFile(path)
		require.NoError(t, err)
		read++
		text := strings.ReplaceAll(string(code), `"centricity/`, `"`) // the module
		assert.Empty(t, strategy.FindAllString(text, -1), path)
	}
	require.Greater(t, read, 30, "the core was found")
	for _, name := range []string{"PriceCentric", "product-centric", "customer centricity", "one-size-fits-all"} {
		assert.Regexp(t, strategy, name)
	}
}
