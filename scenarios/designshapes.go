package scenarios

import "centricity/sim"

// What the forms of a design take.

func (f baseSeed) describe() shape { return counted("seed", 0, maxSeed, int64(*f.to), "2026") }

func (f some) describe() shape {
	return listOf("words", "", "["+f.words[0]+"]", 1, len(f.words), oneOf(f.words, "").schema)
}

func (f armsOf) describe() shape {
	var a arm
	return shape{takes: say("map"), each: &key{name: "NAME", doc: "An arm.", form: a.form()}, most: maxArms, named: true}
}

func (f word1) describe() shape {
	return scalar(say("word"), f.to.word, "roastery", schema{"type": "string"})
}

func (f trialLever) describe() shape {
	return oneOf([]string{sim.Retention.String(), sim.Experience.String()}, f.to.String())
}

func (f sets) describe() shape {
	return scalar(say("map of paths"), "", "{rival.speed: 1}", schema{"type": "object"})
}

func (f sweep) describe() shape {
	return scalar(say("map of paths, each with a list or a range"), "", "{heterogeneity: [0, 1]}", schema{"type": "object", "minProperties": 1})
}

func (f sampled) describe() shape { return f.keys().describe() }

func (f ranges) describe() shape {
	return scalar(say("map of paths, each with a range"), "", "{rival.speed: {from: 0, to: 1}}", schema{"type": "object", "minProperties": 1})
}

func (f scaleOf) describe() shape { return oneOf([]string{"linear", "log"}, "") }
