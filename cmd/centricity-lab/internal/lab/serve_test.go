package lab

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"centricity/cmd/centricity-lab/internal/static"

	"github.com/stretchr/testify/require"
)

// A taken port is passed over for the next free one, and both are told.
func TestATakenPortIsPassedOver(t *testing.T) {
	first, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer first.Close()
	_, port, _ := net.SplitHostPort(first.Addr().String())

	var told bytes.Buffer
	second, err := listen("127.0.0.1:"+port, &told)
	require.NoError(t, err)
	defer second.Close()
	require.Regexp(t, "^port "+port+` is taken; using \d+\n$`, told.String())
	require.NotEqual(t, first.Addr().String(), second.Addr().String())
	require.Equal(t, second.Addr().String(), reached("127.0.0.1:"+port, second))
}

// The default address is this machine's alone.
func TestTheDefaultAddressIsLoopback(t *testing.T) {
	l, err := listen(serveCommand().Flag("addr").DefValue, io.Discard)
	require.NoError(t, err)
	defer l.Close()
	require.True(t, l.Addr().(*net.TCPAddr).IP.IsLoopback())
}

// A request that never ends does not hold a connection for ever.
func TestRequestsAreBoundedInTime(t *testing.T) {
	s := newServer(http.NotFoundHandler())
	require.Positive(t, s.ReadHeaderTimeout)
	require.Positive(t, s.ReadTimeout)
	require.Positive(t, s.IdleTimeout)
}

// It answers until it is stopped, and stopping it is fine.
func TestServeAnswersUntilStopped(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "index.html"), []byte("<title>Centricity</title>"), 0o644))
	root, err := openBuild([]string{dir})
	require.NoError(t, err)
	defer root.Close()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)

	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- serve(ctx, l, static.Handler(root)) }()
	r, err := http.Get("http://" + l.Addr().String() + "/")
	require.NoError(t, err)
	body, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	require.NoError(t, r.Body.Close())
	require.Equal(t, "<title>Centricity</title>", string(body))

	stop()
	require.NoError(t, <-ended)
	_, err = http.Get("http://" + l.Addr().String() + "/")
	require.Error(t, err)
}
