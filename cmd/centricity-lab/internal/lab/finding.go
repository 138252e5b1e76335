package lab

import (
	"errors"
	"fmt"
	"io"

	"centricity/game"
	"centricity/game/widget"
	"centricity/game/words"
	"centricity/scenarios"
	"centricity/scenarios/lint"
)

// A finding is what checking one file gave.
type finding struct {
	File     string    `json:"file"`
	OK       bool      `json:"ok"`
	Title    string    `json:"title,omitempty"`
	Market   string    `json:"market,omitempty"`
	Mistakes []mistake `json:"mistakes"`
	Warnings []mistake `json:"warnings"`

	scenario scenarios.Scenario
	errs     scenarios.Errors
	warnings scenarios.Errors
}

// A mistake is at a line and column from 1; both are 0 where it concerns the
// whole file. File is another than the finding's where that one extends it.
type mistake struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Path     string `json:"path"`
	Rule     string `json:"rule"`
	Message  string `json:"message"`
	Expected string `json:"expected,omitempty"`
	Text     string `json:"text,omitempty"`
}

// inspected is what a document, or what kept it from being read, gives.
func inspected(file string, d *scenarios.Document, err error) finding {
	var s scenarios.Scenario
	if err == nil {
		s, err = d.Scenario()
	}
	f := newFinding(file, s, err)
	if err == nil {
		f.warn(lint.Warn(d))
	}
	return f
}

func newFinding(file string, s scenarios.Scenario, err error) finding {
	f := finding{File: file, OK: err == nil, Mistakes: []mistake{}, Warnings: []mistake{}, scenario: s}
	if err == nil {
		f.Title, f.Market = s.Title, s.Market.Hash().String()
		return f
	}
	if !errors.As(err, &f.errs) {
		f.errs = scenarios.Errors{{File: file, Message: scenarios.Verbatim(err.Error())}}
	}
	f.Mistakes = mistakes(f.errs)
	return f
}

func (f *finding) warn(warnings scenarios.Errors) {
	f.warnings, f.Warnings = warnings, mistakes(warnings)
}

func mistakes(errs scenarios.Errors) []mistake {
	list := []mistake{}
	for i := range errs {
		e := &errs[i]
		e.File = game.OneLine(e.File) // a file's name begins no line of its own
		list = append(list, mistake{e.File, e.Line, e.Column, e.Path, string(e.Rule), e.Message.Said(words.Say), e.Expected.Said(words.Say), e.Text})
	}
	return list
}

// write writes a good file to out, its warnings and mistakes to errs: the first
// twenty and how many more there are.
func (f finding) write(out, errs io.Writer) error {
	if !f.OK {
		fmt.Fprintln(errs, game.Printable(f.errs.ListingBy(words.Say)))
		return nil
	}
	_, err := fmt.Fprintln(out, words.Say("%s: ok: %s", game.OneLine(f.File), summary(f.scenario)))
	if len(f.warnings) > 0 {
		fmt.Fprintln(errs, game.Printable(f.warnings.ListingBy(words.Say)))
	}
	return err
}

// summary is a scenario in a line.
func summary(s scenarios.Scenario) string {
	levers := 0
	for _, open := range s.Market.Levers {
		if open {
			levers++
		}
	}
	channels := len(s.Market.Channels)
	return words.Say("%s; %s, %s people, %s, %s", s.Title, widget.Plural(s.Market.Rounds, words.Say(s.Round)), grouped(int64(s.Market.People)),
		words.Plural(levers, "%d lever", "%d levers", levers), words.Plural(channels, "%d channel", "%d channels", channels))
}
