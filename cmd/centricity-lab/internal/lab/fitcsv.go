package lab

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// writeCustomers writes a row for each customer.
func (r *result) writeCustomers(out io.Writer) error {
	w := csv.NewWriter(out)
	unit := r.study.Unit
	head := []string{"customer", "repeat_purchases", "last_purchase_" + unit + "s_after_first", "observed_" + unit + "s", "spent", "p_alive", "expected_purchases_next_year"}
	money := r.study.Spend != nil
	if money {
		head = append(head, "mean_purchase", "residual_clv")
	}
	if err := w.Write(append(head, "decile")); err != nil {
		return err
	}
	for i, c := range r.data.Customers {
		v := r.study.Values[i]
		row := []string{cell(c.ID), strconv.Itoa(c.Summary.X), fmt.Sprintf("%.4f", c.Summary.Last), fmt.Sprintf("%.4f", c.Summary.T),
			fmt.Sprintf("%.2f", c.Spent), fmt.Sprintf("%.4f", v.Alive), fmt.Sprintf("%.4f", v.Expected)}
		if money {
			row = append(row, fmt.Sprintf("%.2f", v.Mean), fmt.Sprintf("%.2f", v.Residual))
		}
		if err := w.Write(append(row, strconv.Itoa(v.Decile))); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// cell is an id that no spreadsheet takes for a formula.
func cell(id string) string {
	if id != "" && strings.ContainsRune("=+-@\t\r", rune(id[0])) {
		if _, err := strconv.ParseFloat(id, 64); err != nil {
			return "'" + id
		}
	}
	return id
}
