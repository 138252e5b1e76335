package lab

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"centricity/game"
	"centricity/game/class"
	"centricity/game/widget"
	"centricity/game/words"
)

// writeRoom prints the ranking, the built-in players' lines, and how many are
// not ranked.
func writeRoom(out io.Writer, r *class.Room) error {
	title := words.Say(r.Scenario.Title)
	head := words.Say("%s, game number %d; money in %s", title, r.Seed, r.Scenario.Currency)
	if code, ok := r.Code(); ok {
		head = words.Say("%s, game number %d, class code %s; money in %s", title, r.Seed, code, r.Scenario.Currency)
	}
	if _, err := fmt.Fprintf(out, "%s\n\n", head); err != nil {
		return err
	}
	rows := [][]string{{
		words.Say("rank"), words.Say("team"), words.Say("company value"), words.Say("cash"), words.Say("equity"), words.Say("points"),
		words.Say("forecasts"), words.Say("research"), words.Say("tests"), words.Say("consistency"), words.Say("minutes"),
	}}
	var remarks []string
	for _, t := range r.Teams {
		p := t.Process
		held := "–"
		if p.Forecasts.Made > 0 {
			held = words.Say("%d of %d", p.Forecasts.Hit, p.Forecasts.Made)
		}
		rows = append(rows, []string{
			strconv.Itoa(t.Rank), t.Name, whole(t.Value.Company()), whole(t.Value.Cash), whole(t.Value.Equity), fmt.Sprintf("%.0f", r.Points(t)),
			held, strconv.Itoa(p.Research), strconv.Itoa(p.Tests), widget.Decimal(100*p.Consistency, 0) + " %", strconv.Itoa((p.Seconds + 30) / 60),
		})
		if len(t.Remarks) > 0 {
			remarks = append(remarks, t.Name+": "+strings.Join(t.Remarks, "; "))
		}
	}
	for _, x := range r.Players {
		rows = append(rows, []string{"", words.Say("built-in %s", game.PlayerName(x.Name)), whole(x.Value.Company()), whole(x.Value.Cash), whole(x.Value.Equity), "", "", "", "", "", ""})
	}
	if err := table(out, rows); err != nil {
		return err
	}
	fmt.Fprintln(out)
	for _, remark := range remarks {
		fmt.Fprintln(out, words.Say("note: %s", remark))
	}
	_, err := fmt.Fprintln(out, words.Plural(len(r.Teams), "%s team ranked, %d not", "%s teams ranked, %d not", grouped(int64(len(r.Teams))), len(r.Flags)))
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
		fmt.Fprintln(out, words.Say("playing every team's decisions on %d other seeds …", n))
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
		written := words.Say("gradebook for %s written to %s", form, o.csv)
		if roster == nil && form != class.Full {
			written = words.Say("gradebook for %s written to %s; its rows are teams, as no --roster says who is in them", form, o.csv)
		}
		fmt.Fprintln(out, written)
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
	_, err = fmt.Fprintln(out, words.Say("page for the projector written to %s (%d other seeds)", o.html, luck.Seeds))
	return err
}
