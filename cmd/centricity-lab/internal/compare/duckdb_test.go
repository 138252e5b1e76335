package compare

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"centricity/cmd/centricity-lab/internal/batch"
	"centricity/scenarios"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// published is the README's example, from this folder.
const published = "../../../../README.md"

// TestDuckDBFindsThePublishedFigure: a database that shares no code with this
// program opens what the README's batch wrote, in both formats, and finds the
// difference between its arms that the README shows.
func TestDuckDBFindsThePublishedFigure(t *testing.T) {
	if _, err := os.Stat("testdata/duckdb/node_modules/@duckdb"); err != nil {
		t.Skip("DuckDB is not installed; 'make duckdb' installs it and runs this test")
	}
	text, err := os.ReadFile(published)
	require.NoError(t, err)
	design := regexp.MustCompile("(?s)```yaml\n(# care.yaml\n.*?)```").FindSubmatch(text)
	require.NotNil(t, design)
	shown := regexp.MustCompile(`(?s)\$ centricity-lab compare care .*?company value\n.*?\n +leaflets +([\d,]+) +(-?[\d,]+) +(-?[\d,]+) to (-?[\d,]+)`).FindSubmatch(text)
	require.NotNil(t, shown)

	folder := play(t, string(design[1]))
	query := func(sql string, into any) {
		t.Helper()
		c := exec.Command("node", "query.mjs")
		c.Dir = "testdata/duckdb"
		c.Stdin = strings.NewReader(strings.ReplaceAll(sql, "DIR", filepath.ToSlash(folder.Dir)))
		var errs bytes.Buffer
		c.Stderr = &errs
		out, err := c.Output()
		require.NoError(t, err, errs.String())
		require.NoError(t, json.Unmarshal(out, into))
	}
	number := func(s []byte) float64 {
		x, err := strconv.ParseFloat(strings.ReplaceAll(string(s), ",", ""), 64)
		require.NoError(t, err)
		return x
	}
	for _, format := range []string{"csv", "parquet"} {
		var rows []struct{ Difference, SE, N string }
		query(`with pairs as (
		         select replication, sum(company_value) filter (arm = 'leaflets') - sum(company_value) filter (arm = 'care') as d
		         from 'DIR/runs.`+format+`' group by replication)
		       select avg(d)::varchar as Difference, (stddev_samp(d) / sqrt(count(*)))::varchar as SE, count(*)::varchar as N from pairs`, &rows)
		require.Len(t, rows, 1)
		assert.Equal(t, "20", rows[0].N)
		d, se := number([]byte(rows[0].Difference)), number([]byte(rows[0].SE))
		assert.InDelta(t, number(shown[2]), d, 0.5, format)
		const t975 = 2.093024 // of Student's t with 19 degrees of freedom, from tables
		assert.InDelta(t, number(shown[3]), d-t975*se, 1.5, format)
		assert.InDelta(t, number(shown[4]), d+t975*se, 1.5, format)
	}
	var same []struct{ Differing, Total string }
	for _, l := range folder.Plan.Levels {
		columns := make([]string, len(l.Columns))
		for i, c := range l.Columns {
			kind := map[batch.Kind]string{batch.Integer: "bigint", batch.Number: "double", batch.Text: "varchar"}[c.Kind]
			columns[i] = fmt.Sprintf("'%s': '%s'", c.Name, kind)
		}
		csv := "read_csv('DIR/" + l.Name + ".csv', header = true, nullstr = '', columns = {" + strings.Join(columns, ", ") + "})"
		query("select (select count(*) from (select * from "+csv+" except all select * from 'DIR/"+l.Name+".parquet'))::varchar as Differing, "+
			"(select count(*) from 'DIR/"+l.Name+".parquet')::varchar as Total", &same)
		assert.Equal(t, "0", same[0].Differing, "%s: the formats hold the same rows", l.Name)
		assert.NotEqual(t, "0", same[0].Total)
	}
}

// play plays a design into a folder.
func play(t *testing.T, design string) batch.Folder {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "design.yaml")
	require.NoError(t, os.WriteFile(path, []byte(design), 0o644))
	d, err := scenarios.OpenDesign(path)
	require.NoError(t, err)
	f := batch.Folder{Dir: filepath.Join(dir, "out"), Plan: batch.NewPlan(d)}
	require.NoError(t, f.Work(context.Background(), batch.Shard{}, 0, func(batch.Progress) {}, func(string) {}))
	return f
}
