package words_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"centricity/game/words"
)

func TestATagFindsItsLanguage(t *testing.T) {
	for tag, want := range map[string]string{
		"es": "es", "es-MX": "es", "es_ES.UTF-8": "es", "ES": "es", " es-419 ": "es", "es@euro": "es",
		"en": "en", "en-GB": "en", "C.UTF-8": "en", "de": "en", "est": "en", "": "en",
	} {
		assert.Equal(t, want, words.Match(tag).Tag, tag)
	}
}

func TestWhatNobodyTranslatedIsSaidAsItStands(t *testing.T) {
	words.Speak("es")
	defer words.Speak("en")
	assert.Equal(t, "Zorkmids rise 3 %", words.Say("Zorkmids rise 3 %"))
	assert.Equal(t, "Zorkmids rise 3", words.Say("Zorkmids rise %d", 3))
	assert.Equal(t, "1 zorkmid", words.Plural(1, "%s zorkmid", "%s zorkmids", "1"))
	assert.Equal(t, "0 zorkmids", words.Plural(0, "%s zorkmid", "%s zorkmids", "0"))
}

func TestEveryTextPassesTheInterpreter(t *testing.T) {
	words.Interpret(func(key string) string { return "⟦" + key + "⟧" })
	defer words.Speak("en")
	assert.Equal(t, "⟦tier: Low⟧", words.As("tier", "Low"))
	assert.Equal(t, "⟦Lost 3⟧", words.Say("Lost %d", 3))
	assert.Equal(t, "3 customers⟧", words.Plural(3, "%s customer", "%s customers", "3"))
}

func ExampleError() {
	err := words.Error(words.Mark("there is no such saved game"))
	fmt.Println(err)
	words.Speak("es")
	fmt.Println(err)
	words.Speak("en")
	// Output:
	// there is no such saved game
	// no existe esa partida guardada
}

func ExampleOrdinal() {
	fmt.Println(words.Ordinal(1), words.Ordinal(12), words.Ordinal(22), words.Ordinal(113))
	words.Speak("es")
	fmt.Println(words.Ordinal(1))
	words.Speak("en")
	// Output:
	// 1st 12th 22nd 113th
	// 1.º
}

func ExampleMany() {
	fmt.Println(words.Many("quarter"))
	words.Speak("es")
	fmt.Println(words.Many("trimestre"), words.Many("mes"), words.Many("vez"), words.Many("ley"), words.Many("sprint"))
	words.Speak("en")
	// Output:
	// quarters
	// trimestres meses veces leyes sprints
}

func ExampleList() {
	fmt.Println(words.List("price"))
	fmt.Println(words.List("price", "quality", "fit"))
	words.Speak("es")
	fmt.Println(words.List("precio", "calidad", "imagen"))
	words.Speak("en")
	// Output:
	// price
	// price, quality and fit
	// precio, calidad e imagen
}
