package batch

import (
	"errors"
	"io"
	"os"

	"github.com/parquet-go/parquet-go"
)

// eachParquet hands on the rows of a table's Parquet file. A file that is not
// one is an error, whatever it does to the library.
func eachParquet(f *os.File, t Table, take func(parquet.Row)) (err error) {
	defer func() {
		if recover() != nil { // the library may stumble over a file that was tampered with
			err = errors.New("it is no Parquet file of this table")
		}
	}()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	file, err := parquet.OpenFile(f, info.Size())
	if err != nil || len(file.Schema().Fields()) != len(t.Columns) {
		return errors.New("it is no Parquet file of this table")
	}
	for i, field := range file.Schema().Fields() {
		if field.Name() != t.Columns[i].Name {
			return errors.New("its columns are not those of this table")
		}
	}
	buffer := make([]parquet.Row, 256)
	for _, group := range file.RowGroups() {
		rows := group.Rows()
		for {
			n, err := rows.ReadRows(buffer)
			for _, row := range buffer[:n] {
				take(row)
			}
			if err == io.EOF {
				break
			}
			if err != nil {
				rows.Close()
				return errors.New("its rows cannot be read")
			}
		}
		if err := rows.Close(); err != nil {
			return errors.New("its rows cannot be read")
		}
	}
	return nil
}

// parquet compares a Parquet file's rows, value by value.
func (c *checker) parquet(f *os.File) error {
	if _, err := io.Copy(c.sum, f); err != nil {
		return errors.New("it cannot be read to its end")
	}
	own := &parquetTable{columns: c.level.Columns, values: make([]parquet.Value, len(c.level.Columns))}
	return eachParquet(f, c.level.Table, func(row parquet.Row) {
		c.rows++
		c.row(int(row[0].Int64()), func(expected []byte) bool {
			if own.parse(expected) != nil {
				return false
			}
			for i := range own.values {
				if !parquet.DeepEqual(own.values[i], row[i]) {
					return false
				}
			}
			return true
		})
	})
}
