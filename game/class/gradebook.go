package class

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"centricity/game/words"
)

// A Gradebook is the form of a file that a learning platform imports.
type Gradebook string

// The gradebooks. Canvas wants the columns of its own export, in this order,
// then one for each assignment, and a second row with the points possible
// (Canvas Instructor Guide, "How do I import grades in the Gradebook?"). Moodle
// lets the teacher say which column is which and reads an ID number or an
// e-mail address, grades and a feedback text (Moodle documentation, "Grade
// import").
const (
	Canvas Gradebook = "canvas"
	Moodle Gradebook = "moodle"
	Full   Gradebook = "full" // every figure, and what was not ranked
)

// Gradebooks lists the forms.
func Gradebooks() []string { return []string{string(Canvas), string(Moodle), string(Full)} }

// assignments are the columns that become grades, each out of 100.
var assignments = []string{"Centricity result", "Centricity result over other luck", "Centricity forecasts and hypotheses"}

// grades are a team's, in the order of assignments; empty where there is none.
func (r *Room) grades(team int, l Luck) []string {
	t := r.Teams[team]
	other := ""
	if x, ok := l.Points(team); ok {
		other = strconv.FormatFloat(x, 'f', 1, 64)
	}
	noted := 0.0
	if p := t.Process; p.Rounds > 0 {
		noted = 50 * float64(p.Hypotheses+len(p.Verdicts)) / float64(p.Rounds)
	}
	return []string{strconv.FormatFloat(r.Points(t), 'f', 1, 64), other, strconv.FormatFloat(noted, 'f', 1, 64)}
}

// feedback is a team's in a sentence.
func (r *Room) feedback(team int) string {
	t := r.Teams[team]
	text := words.Say("Company value %s %s, rank %d of %d", t.Value.Company(), r.Scenario.Currency, t.Rank, len(r.Teams))
	if f := t.Process.Forecasts; f.Made > 0 {
		text += "; " + words.Say("%d of %d forecasts held", f.Hit, f.Made)
	}
	if len(t.Remarks) > 0 {
		text += "; " + strings.Join(t.Remarks, "; ")
	}
	return text
}

// WriteGrades writes the class as a gradebook. With a roster there is a row for
// each student, without one a row for each team.
func (r *Room) WriteGrades(out io.Writer, form Gradebook, l Luck, roster *Roster) error {
	w := csv.NewWriter(out)
	switch form {
	case Canvas:
		w.Write(append([]string{"Student", "ID", "SIS User ID", "SIS Login ID", "Section"}, assignments...))
		w.Write([]string{"    Points Possible", "", "", "", "", "100", "100", "100"})
		r.eachStudent(roster, func(s Student, team int) {
			w.Write(append(safe(s.Name, s.ID, s.SISUser, s.SISLogin, s.Section), r.grades(team, l)...))
		})
	case Moodle:
		w.Write(append(append([]string{"ID number", "Email address", "Team"}, assignments...), "Feedback"))
		r.eachStudent(roster, func(s Student, team int) {
			row := append(safe(s.ID, s.Email, r.Teams[team].Name), r.grades(team, l)...)
			w.Write(append(row, safe(r.feedback(team))...))
		})
	default:
		r.writeFull(w, l)
	}
	w.Flush()
	return w.Error()
}

// eachStudent calls f for every student of a team that is ranked.
func (r *Room) eachStudent(roster *Roster, f func(s Student, team int)) {
	for i, t := range r.Teams {
		if roster == nil {
			f(Student{Name: t.Name}, i)
			continue
		}
		for _, s := range roster.of(t.Name) {
			f(s, i)
		}
	}
}

// writeFull writes every figure of every team, and what was not ranked.
func (r *Room) writeFull(w *csv.Writer, l Luck) {
	w.Write([]string{"rank", "team", "file", "status", "company value", "cash", "customer equity", "points", "points over other luck", "mean over other luck", "sd over other luck",
		"rounds", "rounds with research", "rounds with a test", "hypotheses", "forecasts", "forecasts that held", "interval score", "consistency", "seconds", "restarts", "remarks"})
	for i, t := range r.Teams {
		p := t.Process
		g := r.grades(i, l)
		spread := []string{"", ""}
		if i < len(l.Teams) && l.Teams[i].N > 0 {
			spread = []string{decimal(l.Teams[i].Mean, 2), decimal(l.Teams[i].SD, 2)}
		}
		score := ""
		if p.Forecasts.Made > 0 {
			score = decimal(p.Forecasts.Score, 4)
		}
		w.Write(append(append(append([]string{strconv.Itoa(t.Rank)}, safe(t.Name, t.File)...),
			"verified", t.Value.Company().String(), t.Value.Cash.String(), t.Value.Equity.String(), g[0], g[1], spread[0], spread[1],
			strconv.Itoa(p.Rounds), strconv.Itoa(p.Research), strconv.Itoa(p.Tests), strconv.Itoa(p.Hypotheses),
			strconv.Itoa(p.Forecasts.Made), strconv.Itoa(p.Forecasts.Hit), score, decimal(p.Consistency, 3), strconv.Itoa(p.Seconds), strconv.Itoa(t.Header.Restarts)),
			safe(strings.Join(t.Remarks, "; "))...))
	}
	for _, f := range r.Flags {
		row := make([]string, 22)
		row[3], row[21] = string(f.Kind), safe(f.Reason)[0]
		copy(row[1:], safe(f.Team, f.File))
		w.Write(row)
	}
}

func decimal(v float64, digits int) string { return strconv.FormatFloat(v, 'f', digits, 64) }

// safe keeps a spreadsheet from taking a name for a formula.
func safe(cells ...string) []string {
	for i, c := range cells {
		if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) {
			cells[i] = "'" + c
		}
	}
	return cells
}
