package batch

import (
	"bufio"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// Rows are one level of one run as it is written.
type Rows struct {
	Level string
	Count int
	Text  []byte // with the line that names the columns
}

// Play plays one run by itself and returns its rows, level by level: the same
// as in the whole batch.
func (p Plan) Play(k int) ([]Rows, error) {
	written, err := p.play(k, nil)
	if err != nil {
		return nil, err
	}
	list := make([]Rows, len(written))
	for n, l := range p.Levels {
		list[n] = Rows{l.Name, written[n].count, append(header(l.Table), written[n].text...)}
	}
	return list, nil
}

// Each hands on the rows of a finished folder's table, as texts by the columns
// asked for, in order.
func (f Folder) Each(level string, columns []string, take func(values []string) error) error {
	var table *Table
	for i := range f.Plan.Levels {
		if f.Plan.Levels[i].Name == level {
			table = &f.Plan.Levels[i].Table
		}
	}
	if table == nil {
		return fmt.Errorf("%s holds no %s: add the level to the design and play it into another folder", f.Dir, level)
	}
	at := make([]int, len(columns))
	for i, name := range columns {
		at[i] = -1
		for k, c := range table.Columns {
			if c.Name == name {
				at[i] = k
			}
		}
		if at[i] < 0 {
			return fmt.Errorf("the table %s has no column %q", level, name)
		}
	}
	if f.Plan.Design.Formats[0] == "csv" {
		return f.eachCSV(table, at, take)
	}
	return f.eachParquet(table, at, take)
}

func (f Folder) eachCSV(table *Table, at []int, take func([]string) error) error {
	path := filepath.Join(f.Dir, table.Name+".csv")
	file, err := openPath(path)
	if err != nil {
		return fmt.Errorf("%s is missing or cannot be read", path)
	}
	defer file.Close()
	in := bufio.NewScanner(file)
	values := make([]string, len(at))
	for first := true; in.Scan(); first = false {
		cells := strings.Split(in.Text(), ",")
		if len(cells) != len(table.Columns) {
			return fmt.Errorf("%s has changed: a row has %d values, not %d; 'centricity-lab verify' tells more", path, len(cells), len(table.Columns))
		}
		if first {
			continue
		}
		for i, k := range at {
			values[i] = cells[k]
		}
		if err := take(values); err != nil {
			return err
		}
	}
	if in.Err() != nil {
		return fmt.Errorf("%s cannot be read to its end", path)
	}
	return nil
}

func (f Folder) eachParquet(table *Table, at []int, take func([]string) error) error {
	path := filepath.Join(f.Dir, table.Name+".parquet")
	file, err := openPath(path)
	if err != nil {
		return fmt.Errorf("%s is missing or cannot be read", path)
	}
	defer file.Close()
	values := make([]string, len(at))
	var refused error
	err = eachParquet(file, *table, func(row parquet.Row) {
		for i, k := range at {
			switch v := row[k]; {
			case v.IsNull():
				values[i] = ""
			case table.Columns[k].Kind == Number:
				values[i] = strconv.FormatFloat(v.Double(), 'g', -1, 64)
			default:
				values[i] = v.String()
			}
		}
		if refused == nil {
			refused = take(values)
		}
	})
	if err != nil {
		return fmt.Errorf("%s has changed: %w", path, err)
	}
	return refused
}

// Bankrupt counts the runs of each arm in which the firm went bankrupt, of
// arms that have any, in order.
func (f Folder) Bankrupt() (arms []string, runs []int, err error) {
	err = f.Each(Runs, []string{"arm", "bankrupt"}, func(v []string) error {
		if v[1] == "0" {
			return nil
		}
		for i, a := range arms {
			if a == v[0] {
				runs[i]++
				return nil
			}
		}
		arms, runs = append(arms, v[0]), append(runs, 1)
		return nil
	})
	return arms, runs, err
}
