package browser

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// A marionette is a Firefox that does what it is told, by the protocol that is
// built into it: messages of JSON over TCP, each after its length and a colon.
// Well-kept Go libraries need geckodriver, which Debian does not have, or bring a
// Firefox of their own.
type marionette struct {
	conn net.Conn
	in   *bufio.Reader
	last int // number of the last command
}

// connect takes the strings of the Firefox that listens at an address.
func connect(address string) (*marionette, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	m := &marionette{conn: conn, in: bufio.NewReader(conn)}
	if _, err := m.read(); err != nil { // who it is
		return nil, err
	}
	return m, m.do("WebDriver:NewSession", nil, nil)
}

func (m *marionette) read() ([]byte, error) {
	if err := m.conn.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return nil, err
	}
	head, err := m.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	size, err := strconv.Atoi(strings.TrimSuffix(head, ":"))
	if err != nil {
		return nil, err
	}
	message := make([]byte, size)
	_, err = io.ReadFull(m.in, message)
	return message, err
}

// refusal is why Firefox did not do something.
type refusal struct {
	Kind    string `json:"error"`
	Message string `json:"message"`
}

func (r *refusal) Error() string { return r.Kind + ": " + r.Message }

// do gives a command, [0, number, name, parameters], and reads its answer,
// [1, number, error, result], into result unless that is nil.
func (m *marionette) do(command string, params map[string]any, result any) error {
	m.last++
	if params == nil {
		params = map[string]any{}
	}
	message, err := json.Marshal([]any{0, m.last, command, params})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(message), message); err != nil {
		return err
	}
	if message, err = m.read(); err != nil {
		return fmt.Errorf("%s: %w", command, err)
	}
	var answer [4]json.RawMessage
	var refused *refusal
	if err := json.Unmarshal(message, &answer); err != nil {
		return err
	}
	if string(answer[1]) != strconv.Itoa(m.last) {
		return fmt.Errorf("%s: answer %s to command %d", command, answer[1], m.last)
	}
	if err := json.Unmarshal(answer[2], &refused); err != nil {
		return err
	}
	if refused != nil {
		return fmt.Errorf("%s: %w", command, refused)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(answer[3], result)
}
