package batch

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strconv"

	"centricity/sim"

	"github.com/parquet-go/parquet-go"
)

// rowGroup is how many rows a Parquet file keeps together: what is in memory
// while it is written.
const rowGroup = 1 << 16

// parquetTable writes rows as a Parquet file. The same rows give the same
// bytes.
type parquetTable struct {
	columns []Column
	writer  *parquet.GenericWriter[any]
	values  []parquet.Value
	pending int
}

func newParquetTable(out io.Writer, t Table) *parquetTable {
	return &parquetTable{columns: t.Columns, values: make([]parquet.Value, len(t.Columns)), writer: parquet.NewGenericWriter[any](out,
		schema(t), parquet.Compression(&parquet.Zstd),
		parquet.CreatedBy("centricity", fmt.Sprintf("model %d", sim.ModelVersion), fmt.Sprintf("tables %d", tablesVersion)))}
}

// schema is a table's, its columns in order: the library sorts the columns of a
// schema that is put together by name, but keeps the order of a struct.
func schema(t Table) *parquet.Schema {
	types := [...]reflect.Type{Integer: reflect.TypeFor[int64](), Number: reflect.TypeFor[float64](), Text: reflect.TypeFor[string]()}
	fields := make([]reflect.StructField, len(t.Columns))
	for i, c := range t.Columns {
		tag := c.Name
		if c.Kind == Text {
			tag += ",dict"
		}
		if c.Empty != "" {
			tag += ",optional"
		}
		fields[i] = reflect.StructField{Name: fmt.Sprintf("Column%d", i), Type: types[c.Kind], Tag: reflect.StructTag(fmt.Sprintf("parquet:%q", tag))}
	}
	return parquet.NewSchema(t.Name, parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

// row writes one line of values.
func (t *parquetTable) row(line []byte) error {
	if err := t.parse(line); err != nil {
		return err
	}
	if _, err := t.writer.WriteRows([]parquet.Row{t.values}); err != nil {
		return err
	}
	if t.pending++; t.pending == rowGroup {
		t.pending = 0
		return t.writer.Flush()
	}
	return nil
}

// parse turns a line into values.
func (t *parquetTable) parse(line []byte) error {
	for i, c := range t.columns {
		text, rest, _ := bytes.Cut(line, []byte{','})
		line = rest
		present := 0
		if c.Empty != "" {
			present = 1
		}
		var v parquet.Value
		switch {
		case len(text) == 0 && c.Empty != "":
			present = 0
		case c.Kind == Integer:
			n, err := strconv.ParseInt(string(text), 10, 64)
			if err != nil {
				return fmt.Errorf("column %s has %q, which is no integer", c.Name, text)
			}
			v = parquet.Int64Value(n)
		case c.Kind == Number:
			x, err := strconv.ParseFloat(string(text), 64)
			if err != nil {
				return fmt.Errorf("column %s has %q, which is no number", c.Name, text)
			}
			v = parquet.DoubleValue(x)
		default:
			v = parquet.ByteArrayValue(bytes.Clone(text))
		}
		t.values[i] = v.Level(0, present, i)
	}
	return nil
}

func (t *parquetTable) close() error { return t.writer.Close() }
