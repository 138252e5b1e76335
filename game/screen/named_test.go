package screen

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"centricity/game"
	"centricity/game/words"
	"centricity/sim"
)

// A programme has one name in a language: on its slider, in the sentences of the
// debrief, and in what the field table says of it.
func TestAProgrammeHasOneName(t *testing.T) {
	defer words.Speak(words.English.Tag)
	for _, l := range words.Languages() {
		words.Speak(l.Tag)
		for i, marked := range programmeNames {
			name := words.Say(marked)
			assert.Equal(t, lower(name), game.ProgrammeName(sim.Programme(i)))
			assert.True(t, strings.HasPrefix(tip("programmes."+sim.Programme(i).String()), name+":"), name)
		}
	}
}
