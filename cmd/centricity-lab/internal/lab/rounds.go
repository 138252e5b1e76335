package lab

import (
	"fmt"
	"io"
	"strconv"

	"centricity/game"
	"centricity/sim"
)

// writeGame tells a finished game: a row a round, and what the firm is worth.
func writeGame(w io.Writer, g *game.Session, policy string, history bool) error {
	s := g.Scenario()
	if _, err := fmt.Fprintf(w, "%s, %s, seed %d; money in %s\n\n", s.Title, policy, g.Seed(), s.Currency); err != nil {
		return err
	}
	rows := [][]string{{s.Round, "customers", "won", "lost", "retention", "revenue", "spending", "cash", "NPS", "± se", "CAC"}}
	for _, r := range g.Reports() {
		if history || r.Round > 0 {
			rows = append(rows, roundRow(r))
		}
	}
	if err := table(w, rows); err != nil {
		return err
	}
	v, _ := g.Value()
	fmt.Fprintln(w)
	return table(w, [][]string{
		{"cash", exact(v.Cash)},
		{"+ customer equity", exact(v.Equity)},
		{"= company value", exact(v.Company())},
		{"state hash", lastHash(g)},
	})
}

// roundRow is a report's row. A figure that a round does not have is a dash.
func roundRow(r sim.Report) []string {
	retention, nps, se, cac := "-", "-", "-", "-"
	if r.Base.Opening > 0 {
		retention = fmt.Sprintf("%.1f%%", 100*r.Base.Retention())
	}
	if r.Survey.Asked > 0 {
		nps, se = fmt.Sprintf("%.0f", r.Survey.NPS()), fmt.Sprintf("%.1f", r.Survey.StandardError())
	}
	if cost, ok := r.CAC(); ok {
		cac = cost.String()
	}
	return []string{
		strconv.Itoa(r.Round),
		grouped(int64(r.Base.Closing())), grouped(int64(r.Base.New())), grouped(int64(r.Base.Churned + r.Base.ChurnedNew)),
		retention, whole(r.Books.Revenue), whole(r.Books.Spending()), whole(r.Books.Closing),
		nps, se, cac,
	}
}

// lastHash is the state hash after the last round.
func lastHash(g *game.Session) string {
	reports := g.Reports()
	if len(reports) == 0 {
		return "-"
	}
	return reports[len(reports)-1].Hash.String()
}
