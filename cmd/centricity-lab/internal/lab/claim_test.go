package lab

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
	"centricity/sim/experiment"
)

// A claim reads as the engine writes it, and in another language with nothing
// left but the words that stand in the file.
func TestClaimsInWords(t *testing.T) {
	n := 0
	for _, name := range scenarios.Names() {
		for _, c := range mustShip(t, name).Lesson.Holds {
			assert.Equal(t, c.String(), claimed(c))
			n++
		}
	}
	assert.Positive(t, n)

	words.Speak("es")
	defer words.Speak("en")
	balanced := experiment.Way{Policy: "balanced"}
	for want, c := range map[string]experiment.Claim{
		"valor de la empresa: balanced frente a balanced (solo acquisition y product) mayor en un 2,5 %": {Kind: experiment.Higher, A: balanced,
			B: experiment.Way{Policy: "balanced", Only: []sim.Lever{sim.Acquisition, sim.Product}}, Bound: 0.025},
		"clientes: balanced frente a balanced (sin insight, desde la ronda 5) igual salvo un 10 %": {Kind: experiment.Alike, Of: experiment.CustomersKept, A: balanced,
			B: experiment.Way{Policy: "balanced", Without: []sim.Lever{sim.Insight}, From: 5}, Bound: 0.1},
		"valor de la empresa: balanced frente a balanced (foco por even) 1,5 veces más disperso": {Kind: experiment.Wider, A: balanced,
			B: experiment.Way{Policy: "balanced", Focus: experiment.EvenFocus}, Bound: 1.5},
		"conocimiento: balanced (rival.speed 0,5) al menos 0,25": {Kind: experiment.AtLeast, Of: experiment.Knowledge,
			A: experiment.Way{Policy: "balanced", Where: []experiment.Setting{{Path: "rival.speed", Value: 0.5}}}, Bound: 0.25},
		"retención: balanced como máximo 0,5": {Kind: experiment.AtMost, Of: experiment.Retention, A: balanced, Bound: 0.5},
	} {
		assert.Equal(t, want, claimed(c))
	}
}
