package lab

import (
	"encoding/json"
	"reflect"
	"testing"

	"centricity/sim"

	"github.com/stretchr/testify/require"
)

// Every figure of a Report reaches the document: change any one of them, and
// the document changes.
func TestTheDocumentHoldsEveryFigureOfAReport(t *testing.T) {
	market := sim.Market{Channels: []sim.Channel{{Name: "post"}}}
	group := sim.Group{Customers: 10, Kept: 5, Revenue: 100_00, Squares: 5000}
	r := sim.Report{
		Base: sim.Base{Won: make([]int, 3)}, Cohorts: make([]sim.Cohort, 1),
		Books: sim.Books{Channels: make([]sim.Money, 1)}, Shocks: make([]sim.ShockKind, 1),
		Survey: sim.Survey{Asked: 1, Answers: make([]sim.Answer, 1)}, Why: sim.Ledger{Sources: make([]sim.Heads, 3)},
		Trial: &sim.Readout{Trial: sim.Trial{Lever: sim.Retention, Control: 1000}, Treated: group, Control: group},
	}
	text := func() string {
		data, err := json.Marshal(newReport(r, market))
		require.NoError(t, err)
		return string(data)
	}
	before := text()
	eachNumber(reflect.ValueOf(&r).Elem(), "report", func(path string, v reflect.Value) {
		old := reflect.New(v.Type()).Elem()
		old.Set(v)
		change(v)
		require.NotEqual(t, before, text(), "%s does not reach the document", path)
		v.Set(old)
	})
	require.Equal(t, before, text())
}

// eachNumber visits everything a value is made of.
func eachNumber(v reflect.Value, path string, visit func(string, reflect.Value)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			eachNumber(v.Field(i), path+"."+v.Type().Field(i).Name, visit)
		}
	case reflect.Pointer:
		eachNumber(v.Elem(), path, visit)
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			eachNumber(v.Index(i), path+"[]", visit)
		}
	default:
		visit(path, v)
	}
}

func change(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Float64:
		v.SetFloat(v.Float() + 0.5)
	case reflect.Uint8:
		v.SetUint(v.Uint() + 1)
	default:
		v.SetInt(v.Int() + 1)
	}
}

// What a round does not have is null, never a number that looks like one.
func TestMeasuresThatARoundDoesNotHaveAreNull(t *testing.T) {
	data, err := json.Marshal(newReport(sim.Report{}, sim.Market{}))
	require.NoError(t, err)
	for _, measure := range []string{"retention", "cac", "nps", "nps_standard_error"} {
		require.Contains(t, string(data), `"`+measure+`":null`)
	}
	require.Equal(t, []string{"0", "0", "0", "0", "-", "0", "0", "0", "-", "-", "-"}, roundRow(sim.Report{}))
}

func TestMoneyInWords(t *testing.T) {
	for _, c := range []struct {
		cents        sim.Money
		whole, exact string
	}{
		{0, "0", "0.00"}, {49, "0", "0.49"}, {50, "1", "0.50"}, {-49, "0", "-0.49"}, {-50, "-1", "-0.50"},
		{99_949, "999", "999.49"}, {99_950, "1,000", "999.50"}, {123_456_789, "1,234,568", "1,234,567.89"},
		{-123_456_789, "-1,234,568", "-1,234,567.89"}, {100_000_005, "1,000,000", "1,000,000.05"},
	} {
		require.Equal(t, c.whole, whole(c.cents))
		require.Equal(t, c.exact, exact(c.cents))
	}
}
