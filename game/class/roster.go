package class

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"centricity/game/words"
)

// A Roster says which students are in which team: a platform's own export with
// a column "Team" added.
type Roster struct {
	Form     Gradebook
	Students []Student
}

// A Student is a line of a roster, as far as it is given.
type Student struct {
	Name, ID, SISUser, SISLogin, Section, Email, Team string
}

// Bounds on a roster from outside.
const (
	maxRoster   = 4 << 20 // bytes
	maxStudents = 20_000
)

// ReadRoster reads a roster. The columns may stand in any order; those it does
// not know are passed over.
func ReadRoster(in io.Reader) (*Roster, error) {
	data, err := io.ReadAll(io.LimitReader(in, maxRoster+1))
	if err != nil {
		return nil, errors.New(words.Say("the roster cannot be read to its end"))
	}
	if len(data) > maxRoster {
		return nil, errors.New(words.Say("the roster is larger than %d MB", maxRoster>>20))
	}
	c := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff")))
	c.FieldsPerRecord = -1
	head, err := c.Read()
	if err != nil {
		return nil, errors.New(words.Say("the roster is not a CSV file with a first line of column names"))
	}
	r := &Roster{Form: Moodle}
	column := make([]func(*Student) *string, len(head))
	team, who := false, false
	for i, name := range head {
		var field func(*Student) *string
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "student", "name", "full name":
			field = func(s *Student) *string { return &s.Name }
		case "id", "id number":
			field, who = func(s *Student) *string { return &s.ID }, true
		case "sis user id":
			r.Form = Canvas
			field, who = func(s *Student) *string { return &s.SISUser }, true
		case "sis login id":
			r.Form = Canvas
			field, who = func(s *Student) *string { return &s.SISLogin }, true
		case "section":
			field = func(s *Student) *string { return &s.Section }
		case "email address", "email", "e-mail":
			field, who = func(s *Student) *string { return &s.Email }, true
		case "team":
			field, team = func(s *Student) *string { return &s.Team }, true
		}
		column[i] = field
	}
	switch {
	case !team:
		return nil, errors.New(words.Say(`the roster has no column "Team"; export the gradebook, add that column, and write into it the name each student's team plays under`))
	case !who:
		return nil, errors.New(words.Say(`the roster has no column that says who is who: "ID", "SIS User ID" or "SIS Login ID" for Canvas, "ID number" or "Email address" for Moodle`))
	}
	for line := 2; ; line++ {
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			return r, nil
		}
		if err != nil {
			return nil, errors.New(words.Say("line %d of the roster is not CSV", line))
		}
		var s Student
		for i, cell := range row {
			if i < len(column) && column[i] != nil {
				*column[i](&s) = strings.TrimSpace(cell)
			}
		}
		if s.Team != "" {
			r.Students = append(r.Students, s)
		}
		if len(r.Students) > maxStudents {
			return nil, errors.New(words.Say("the roster has more than %d students", maxStudents))
		}
	}
}

// of are the students of a team; its name is compared without regard to case.
func (r *Roster) of(team string) (list []Student) {
	for _, s := range r.Students {
		if strings.EqualFold(s.Team, strings.TrimSpace(team)) {
			list = append(list, s)
		}
	}
	return list
}

// Missing are the roster's teams of which no game was ranked.
func (r *Roster) Missing(room *Room) (teams []string) {
	seen := map[string]bool{}
	for _, t := range room.Teams {
		seen[strings.ToLower(t.Name)] = true
	}
	for _, s := range r.Students {
		if key := strings.ToLower(s.Team); !seen[key] {
			seen[key] = true
			teams = append(teams, s.Team)
		}
	}
	return teams
}
