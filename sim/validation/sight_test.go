package validation

import (
	"reflect"
	"strings"
	"testing"

	"centricity/sim"

	"github.com/stretchr/testify/assert"
)

// TestEveryFieldOfARecordIsAccountedFor: the firm's file holds facts of its
// own books and four figures derived from them, whose derivation firmsView
// repeats. A new field has to be put in one list or the other, and checked.
func TestEveryFieldOfARecordIsAccountedFor(t *testing.T) {
	facts := "ID Active Joined Source Purchases Spent First Last Control" // the firm draws its control group itself
	derived := "Stage Tier Reliability EstimatedValue"
	var fields []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[sim.Record]()) {
		fields = append(fields, f.Name)
	}
	assert.ElementsMatch(t, strings.Fields(facts+" "+derived), fields)
}

// TestLeaksAreFound in types that have one.
func TestLeaksAreFound(t *testing.T) {
	type told struct {
		Name   string
		Inside []map[string]*struct{ hidden sim.Customer }
	}
	type copied struct{ Traits [sim.NumTraits]float64 }
	type open struct{ What any }
	for _, c := range []struct {
		of   reflect.Type
		want []string
	}{
		{reflect.TypeFor[told](), []string{"x.Inside[][][].hidden"}},
		{reflect.TypeFor[copied](), []string{"x.Traits"}},
		{reflect.TypeFor[open](), []string{"x.What"}},
		{reflect.TypeFor[struct{ N [3]float64 }](), nil},
	} {
		var found []string
		follow(c.of, "x", map[reflect.Type]bool{}, &found)
		assert.Equal(t, c.want, found)
	}
	assert.Empty(t, leaks())
}

// TestABriefTellsOfChannelsOnlyNameAndKind, not how well they work.
func TestABriefTellsOfChannelsOnlyNameAndKind(t *testing.T) {
	for _, c := range sim.DefaultMarket().Brief().Channels {
		assert.Equal(t, sim.Channel{Name: c.Name, Targeted: c.Targeted}, c)
	}
}
