package page_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game/chart"
	"centricity/game/page"
	"centricity/game/words"
)

// A page tells a reader's voice which language it is in.
func TestAPageIsInTheLanguageSpoken(t *testing.T) {
	for tag, numbers := range map[string]string{"en": "The numbers", "es": "Los números"} {
		words.Speak(tag)
		p := page.New("")
		p.Figure("", chart.Bars{Categories: []string{"a"}, Series: []chart.Series{{Values: []float64{1}}}}, 200)
		words.Speak("en")
		var b strings.Builder
		_, err := p.WriteTo(&b)
		require.NoError(t, err)
		assert.Contains(t, b.String(), `<html lang="`+tag+`">`)
		assert.Contains(t, b.String(), "<summary>"+numbers+"</summary>")
	}
}

// A page holds what it was given as text, closes every element and loads
// nothing.
func TestPage(t *testing.T) {
	const hostile = "<script>alert(1)</script> \x1b[2J \"&\xff"
	p := page.New(hostile)
	p.Section("First " + hostile)
	p.Text(hostile)
	p.Warn(hostile)
	p.List()
	p.List("one", hostile)
	p.Table(page.Table{Caption: hostile, Head: []string{"what", "value"}, Rows: [][]string{{hostile, "1"}, {"b", "2"}}})
	p.Section("Second")
	p.Figure("Purchases "+hostile, chart.Bars{Categories: []string{hostile, "b"}, Series: []chart.Series{{Name: "n", Values: []float64{1, 2}}}}, 200)

	var b strings.Builder
	n, err := p.WriteTo(&b)
	require.NoError(t, err)
	require.EqualValues(t, b.Len(), n)

	count := map[string]int{}
	d := xml.NewDecoder(strings.NewReader(b.String()))
	d.Strict, d.AutoClose, d.Entity = false, []string{"meta"}, xml.HTMLEntity
	depth := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		switch e := token.(type) {
		case xml.StartElement:
			depth++
			count[e.Name.Local]++
			for _, a := range e.Attr {
				assert.NotContains(t, []string{"src", "href", "onload"}, a.Name.Local)
			}
		case xml.EndElement:
			depth--
		}
	}
	assert.Zero(t, depth)
	assert.Zero(t, count["script"])
	assert.Equal(t, 2, count["section"])
	assert.Equal(t, 1, count["figure"])
	assert.Equal(t, 2, count["table"], "the chart's numbers are a table too")
	assert.NotContains(t, b.String(), "\x1b")
	assert.Contains(t, b.String(), "default-src 'none'")
}
