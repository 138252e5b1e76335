package game

import "centricity/sim"

// Decisions are what was decided, round by round.
func (log Log) Decisions() ([]sim.Decision, error) {
	out := make([]sim.Decision, len(log.Entries))
	for i, e := range log.Entries {
		d, err := e.Decision.decode()
		if err != nil {
			return nil, &LogError{i + 2, err.Error()}
		}
		out[i] = d
	}
	return out, nil
}

// Decisions are what was decided so far, round by round.
func (g *Session) Decisions() ([]sim.Decision, error) {
	log, err := Parse(g.log)
	if err != nil {
		return nil, err
	}
	return log.Decisions()
}

// Notes are those on the rounds, from the first.
func (log Log) Notes() (notes []Note) {
	for _, e := range log.Entries {
		notes = append(notes, e.Note)
	}
	return notes
}
