package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// purchases is a made-up shop's log: 800 customers won over a year and watched
// for two and a half, who buy as in the Pareto/NBD and more before Christmas,
// with the flaws that logs have. The README and the scripts use it.
const purchases = "testdata/purchases.csv"

func TestPurchasesAreMadeUp(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	first := time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC)
	var rows []string
	add := func(day, id int, amount string) {
		rows = append(rows, fmt.Sprintf("%s,C%04d,%s", first.AddDate(0, 0, day).Format("2006-01-02"), id, amount))
	}
	for id := range 800 {
		rate := 0.05 * math.Exp(r.NormFloat64()-0.5)       // purchases a week
		leaving := 0.015 * math.Exp(1.2*r.NormFloat64())   // a week
		basket := 40 * math.Exp(0.5*r.NormFloat64()-0.125) // money a purchase
		spend := func() string { return fmt.Sprintf("%.2f", basket*math.Exp(0.4*r.NormFloat64()-0.08)) }
		joined := r.Float64() * 365
		gone := joined + 7*r.ExpFloat64()/leaving
		add(int(joined), id, spend())
		for at := joined; ; {
			at += 7 * r.ExpFloat64() / (rate * 1.8)
			if at >= min(gone, 912) {
				break
			}
			season := 1.0
			if month := first.AddDate(0, 0, int(at)).Month(); month >= time.October {
				season = 1.8
			}
			if r.Float64() > season/1.8 {
				continue
			}
			add(int(at), id, spend())
			if r.Float64() < 0.02 {
				add(int(at)+3, id, "-"+spend())
			}
			if r.Float64() < 0.03 {
				add(int(at), id, spend())
			}
		}
	}
	slices.Sort(rows)
	rows[100] = "2022-02-30,C0001,12.00"
	rows[400] = rows[400][:11] + ",9.99"
	text := "date,customer,amount\n" + strings.Join(rows, "\n") + "\n"
	if *update {
		require.NoError(t, os.WriteFile(purchases, []byte(text), 0o644))
	}
	got, err := os.ReadFile(purchases)
	require.NoError(t, err)
	require.Equal(t, text, string(got))
}
