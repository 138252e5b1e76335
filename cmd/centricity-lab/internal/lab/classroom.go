package lab

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"centricity/game/class"
)

// writeRoom prints the ranking, the built-in players' lines, and how many are
// not ranked.
func writeRoom(out io.Writer, r *class.Room) error {
	code := ""
	if c, ok := r.Code(); ok {
		code = ", class code " + c.String()
	}
	if _, err := fmt.Fprintf(out, "%s, game number %d%s; money in %s\n\n", r.Scenario.Title, r.Seed, code, r.Scenario.Currency); err != nil {
		return err
	}
	rows := [][]string{{"rank", "team", "company value", "cash", "equity", "points", "forecasts", "research", "tests", "consistency", "minutes"}}
	var remarks []string
	for _, t := range r.Teams {
		p := t.Process
		held := "–"
		if p.Forecasts.Made > 0 {
			held = fmt.Sprintf("%d of %d", p.Forecasts.Hit, p.Forecasts.Made)
		}
		rows = append(rows, []string{
			strconv.Itoa(t.Rank), t.Name, whole(t.Value.Company()), whole(t.Value.Cash), whole(t.Value.Equity), fmt.Sprintf("%.0f", r.Points(t)),
			held, strconv.Itoa(p.Research), strconv.Itoa(p.Tests), fmt.Sprintf("%.0f%%", 100*p.Consistency), strconv.Itoa((p.Seconds + 30) / 60),
		})
		if len(t.Remarks) > 0 {
			remarks = append(remarks, t.Name+": "+strings.Join(t.Remarks, "; "))
		}
	}
	for _, x := range r.Players {
		rows = append(rows, []string{"", "built-in " + x.Name, whole(x.Value.Company()), whole(x.Value.Cash), whole(x.Value.Equity), "", "", "", "", "", ""})
	}
	if err := table(out, rows); err != nil {
		return err
	}
	fmt.Fprintln(out)
	for _, remark := range remarks {
		fmt.Fprintln(out, "note:", remark)
	}
	_, err := fmt.Fprintf(out, "%s ranked, %d not\n", counted(len(r.Teams), "team"), len(r.Flags))
	return err
}

// writeClassFiles computes what the gradebook and the page need, and writes
// them.
func writeClassFiles(ctx context.Context, o classOptions, r *class.Room, roster *class.Roster, grades, wall *logFile, out io.Writer) error {
	if grades == nil && wall == nil {
		return nil
	}
	var luck class.Luck
	n := o.seeds
	if n < 0 {
		n = r.Affordable()
	}
	if n > 0 && len(r.Teams) > 0 {
		fmt.Fprintf(out, "playing every team's decisions on %d other seeds …\n", n)
		var err error
		if luck, err = r.Spread(n, 0); err != nil {
			return err
		}
	}
	if grades != nil {
		form := class.Gradebook(o.gradebook)
		if form == "" {
			form = class.Canvas
			if roster != nil {
				form = roster.Form
			}
		}
		var b bytes.Buffer
		if err := r.WriteGrades(&b, form, luck, roster); err != nil {
			return err
		}
		if err := grades.write(b.Bytes()); err != nil {
			return err
		}
		who := ""
		if roster == nil && form != class.Full {
			who = "; its rows are teams, as no --roster says who is in them"
		}
		fmt.Fprintf(out, "gradebook for %s written to %s%s\n", form, o.csv, who)
	}
	if wall == nil {
		return nil
	}
	truth, err := r.Truth(ctx, 0)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if _, err := (class.Report{Room: r, Luck: luck, Truth: truth, Names: o.names}).WriteTo(&b); err != nil {
		return err
	}
	if err := wall.write(b.Bytes()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "page for the projector written to %s (%d other seeds)\n", o.html, luck.Seeds)
	return err
}
