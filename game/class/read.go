package class

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"

	"centricity/game"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/sim"
)

// read reads a file as a log, and flags what is none.
func read(f File) (e entry) {
	e.file = f.Name
	data := bytes.TrimLeft(bytes.TrimPrefix(f.Data, []byte("\ufeff")), " \t\r\n") // pasting puts some there
	switch {
	case f.Refused != "":
		e.refuse(NotALog, f.Refused)
		return e
	case max(f.Size, int64(len(f.Data))) > game.MaxLog:
		e.refuse(TooLarge, words.Say("it has %s MB; a log has at most 1 MB", widget.Decimal(float64(max(f.Size, int64(len(f.Data))))/(1<<20), 1)))
		return e
	}
	log, err := game.Parse(data)
	if err == nil && log.Torn { // pasting also takes the last line's end away
		if whole, werr := game.Parse(slices.Concat(bytes.TrimRight(data, " \t\r\n"), []byte("\n"))); werr == nil {
			log = whole
		}
	}
	e.log = log
	var wrong *game.LogError
	switch {
	case err != nil && foreign(data):
		e.refuse(OtherVersion, err.Error())
	case errors.As(err, &wrong) && wrong.Line == 1 && !bytes.HasPrefix(data, []byte(`{"centricity_log":`)):
		e.refuse(NotALog, wrong.Message)
	case err != nil:
		e.refuse(Edited, err.Error())
	case log.Header.Model != sim.ModelVersion:
		e.refuse(OtherVersion, words.Say("it was written by model version %d; this program has version %d and would give other results", log.Header.Model, sim.ModelVersion))
	}
	return e
}

// foreign tells the first line of another format or model version.
func foreign(data []byte) bool {
	first, _, _ := bytes.Cut(data, []byte("\n"))
	var h struct {
		Format int `json:"centricity_log"`
		Model  int `json:"model"`
	}
	return json.Unmarshal(first, &h) == nil && h.Format > 0 && (h.Format != game.LogFormat || h.Model != sim.ModelVersion)
}

// settle says which class this is: the code's, or the one that most logs are
// of, and of several the one whose log comes first.
func settle(entries []entry, code *Code, find game.Find) (class, error) {
	count := map[game.Header]int{}
	var best game.Header
	for i := range entries {
		h := entries[i].log.Header
		if entries[i].flag != nil || h.Practice || code != nil && (!code.Market(h.Market) || h.Seed != code.Seed) {
			continue
		}
		count[game.Header{Scenario: h.Scenario, Market: h.Market, Seed: h.Seed}]++
	}
	for i := range entries { // in order, so that a tie is decided the same way every time
		h := entries[i].log.Header
		if key := (game.Header{Scenario: h.Scenario, Market: h.Market, Seed: h.Seed}); count[key] > count[best] {
			best = key
		}
	}
	switch {
	case count[best] == 0 && code != nil:
		return class{}, none(entries, words.Say("none of them is a log of the class with code %s", code))
	case count[best] == 0:
		return class{}, none(entries, words.Say("none of them is the log of a game"))
	}
	best.Model = sim.ModelVersion
	s, err := game.Identify(game.Log{Header: best}, find)
	if err != nil {
		var wrong *game.LogError
		if errors.As(err, &wrong) {
			err = errors.New(wrong.Message)
		}
		return class{}, err
	}
	if s.Name == "" {
		s.Name = best.Scenario
	}
	return class{best, s}, nil
}

// none says that nothing can be ranked, with the first reason.
func none(entries []entry, text string) error {
	for _, e := range entries {
		if e.flag != nil {
			return errors.New(words.Say("%d files were handed in, and %s; the first, %s: %s", len(entries), text, e.file, e.flag.Reason))
		}
	}
	return errors.New(words.Say("%d files were handed in, and %s", len(entries), text))
}
