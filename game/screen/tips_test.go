package screen_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/scenarios"
)

// What a control says of itself is the sentence of the field it decides, behind
// the note beside its name.
func TestTooltipsComeFromTheTableOfFields(t *testing.T) {
	p := newPlayer(t, &game.Memory{})
	p.click("play/music-shop")
	p.click("start")
	for id, path := range map[string]string{
		"price": "price", "discount": "discount", "spend.retention": "spend.retention", "spend.product": "spend.product",
	} {
		f, ok := scenarios.FieldAt("start.incumbent." + path)
		require.True(t, ok, path)
		require.NotEmpty(t, f.Doc)
		require.Regexp(t, `(^|\. )`+regexp.QuoteMeta(f.Doc)+"$", p.find(id).Description, id)
	}
}
