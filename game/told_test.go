package game_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/sim"
)

// What is wrong with a scenario is told in Spanish down to what was probably
// meant, the unit and the sentence on the field; names, numbers and what the file
// says stay as they are there.
func TestAScenariosMistakesInSpanish(t *testing.T) {
	words.Speak("es")
	defer words.Speak("en")
	const head = "format: 1\ntitle: El quiosco\nbriefing: Vendes café.\n"
	for text, said := range map[string]string{
		head + "rounds: ocho":                      `q.yaml:4:9: rounds es "ocho"; escribe un número como 12 o 0.35 [rondas]`,
		head + "price: {max_discount: 6}":          `q.yaml:4:23: price.max_discount es 6; debe estar entre 0 y 0.9 [proporción del precio de lista]; ¿querías decir 6%? Mayor descuento en una primera compra.`,
		head + "price: {low: 60}":                  "q.yaml:4:1: price.reference es 36.00; debe estar entre price.low y price.high (de 60.00 a 50.40)\nq.yaml:4:14: price.low está por encima de price.high",
		head + "levers: [retension]":               `q.yaml:4:10: levers no puede ser "retension"; ¿querías decir "retention"?`,
		head + "notice: 100%d %s de café":          `q.yaml:4:9: notice debe ser una lista`,
		head + "100%d %s: 1":                       `q.yaml:4:1: clave desconocida: "100%d %s"; las opciones son `,
		head + "x: [1":                             "q.yaml:4:4: una lista o un mapa entre corchetes o llaves no está cerrado, o falta una coma",
		"%TAG ! tag:x,2000:\n%TAG ! y:\n---\na: 1": "esto no es YAML: la directiva %TAG aparece dos veces",
		"format: 1\nextends: rosatery":             `q.yaml:2:10: el programa no trae ningún escenario llamado "rosatery"; ¿querías decir "roastery"? (un archivo junto a este se nombra con su .yaml)`,
		"":                                         "q.yaml: está vacío; un escenario empieza con format: 1",
	} {
		_, err := scenarios.Load("q.yaml", []byte(text))
		require.Error(t, err, text)
		assert.Contains(t, game.Told(err), said)
	}
	_, err := scenarios.Open("none.yaml")
	assert.Equal(t, "none.yaml: ese archivo no existe", game.Told(err))
	_, err = scenarios.Open(".")
	assert.Equal(t, ".: es una carpeta; nombra un archivo de escenario que esté en ella", game.Told(err))
}

func TestOtherErrorsAreToldAsTheyAre(t *testing.T) {
	words.Speak("es")
	defer words.Speak("en")
	m := sim.DefaultMarket()
	m.Price.Low, m.Price.Reference = 50, 40
	_, err := sim.New(m, 1)
	require.Error(t, err)
	assert.Contains(t, game.Told(err), "price.reference: es 0.40; debe estar entre")
	assert.Equal(t, "ya", game.Told(errors.New("ya")))
}
