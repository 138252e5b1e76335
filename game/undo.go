package game

import (
	"bytes"
	"errors"
	"fmt"

	"centricity/game/words"
)

// CanUndo tells whether there is a round that may be taken back.
func (g *Session) CanUndo() bool { return g.practice && g.world.Round() > 0 }

// Undo takes back the last round of a practice game: its decision is the draft
// again, and the log forgets the round but counts that it was taken back. If
// that cannot be saved, nothing has happened.
func (g *Session) Undo() error {
	if !g.CanUndo() {
		return errors.New(words.Say("only rounds of practice can be taken back"))
	}
	if kept, err := g.shelf.Read(g.name + logSuffix); err == nil && !bytes.Equal(kept, g.log) {
		return ErrElsewhere
	}
	whole := bytes.TrimSuffix(g.log, []byte("\n"))
	data := g.log[:bytes.LastIndexByte(whole, '\n')+1]
	all, err := Parse(g.log)
	if err != nil {
		return err
	}
	log, err := Parse(data)
	if err != nil {
		return err
	}
	last := all.Entries[len(all.Entries)-1]
	draft, err := last.Decision.decode()
	if err != nil {
		return err
	}
	w, err := g.opened()
	if err != nil {
		return err
	}
	if err := ReplayOn(w, log); err != nil {
		return err
	}
	if err := g.shelf.Replace(g.name+logSuffix, data); err != nil {
		return fmt.Errorf(words.Say("the round was not taken back because that cannot be saved: %w"), err)
	}
	undone := g.note.Undone + last.Note.Undone + 1
	g.log, g.world, g.seal, g.draft = bytes.Clone(data), w, log.seal, draft
	g.note, g.notes = last.Note, g.notes[:len(g.notes)-1]
	g.note.Undone = min(undone, mostUndone)
	_ = g.KeepDraft() // the count survives the window as far as drafts do
	return nil
}
