package lab

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"centricity/cmd/centricity-lab/internal/static"

	"github.com/spf13/cobra"
)

func serveCommand() *cobra.Command {
	var addr string
	cmd := &cobra.Command{
		Use:   "serve [DIR]",
		Short: "Serve the browser build on this machine",
		Long: `Serve the browser build on this machine until it is stopped with Ctrl-C, and
print the address to open. DIR is the folder with index.html; without it, the
folder web here or beside the program is served.

Only this machine can reach the default address. If its port is taken, the next
free one is used.`,
		Example: `  centricity-lab serve
  centricity-lab serve web --addr localhost:9000`,
		Args: atMostOne("a folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			root, err := openBuild(args)
			if err != nil {
				return err
			}
			defer root.Close()
			l, err := listen(addr, cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "Centricity is at http://%s/ (Ctrl-C stops it)\n", reached(addr, l))
			return serve(ctx, l, static.Handler(root))
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "localhost:8080", "where to listen, as host:port")
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveFilterDirs
	}
	return cmd
}

// openBuild opens the folder that is served.
func openBuild(args []string) (*os.Root, error) {
	if len(args) == 1 {
		return openFolder(args[0])
	}
	candidates := []string{"web"}
	if program, err := os.Executable(); err == nil {
		candidates = append(candidates, filepath.Join(filepath.Dir(program), "web"), filepath.Join(filepath.Dir(program), "..", "web"))
	}
	for _, dir := range candidates {
		if _, err := os.Stat(filepath.Join(dir, "index.html")); err == nil {
			return openFolder(dir)
		}
	}
	return nil, errors.New("there is no browser build here: run 'make web' first, or put the folder web here or beside this program")
}

func openFolder(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("there is no folder %s: run 'make web' first, or name the folder of the browser build", dir)
		}
		return nil, fmt.Errorf("%s is not a folder that can be read", dir)
	}
	if _, err := root.Stat("index.html"); err != nil {
		root.Close()
		return nil, fmt.Errorf("%s holds no browser build (there is no index.html): run 'make web' first", dir)
	}
	return root, nil
}

// portsTried bounds the search for a free port.
const portsTried = 20

// listen takes the address, or the next free port.
func listen(addr string, errs io.Writer) (net.Listener, error) {
	host, portText, err := net.SplitHostPort(addr)
	port, perr := strconv.ParseUint(portText, 10, 16)
	if err != nil || perr != nil {
		return nil, usagef("--addr %q is not host:port, as in localhost:8080", shorten(addr))
	}
	for try := port; try < port+portsTried && try <= 65535; try++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.FormatUint(try, 10)))
		switch {
		case err == nil:
			if try != port {
				fmt.Fprintf(errs, "port %d is taken; using %d\n", port, try)
			}
			return l, nil
		case !taken(err):
			return nil, fmt.Errorf("cannot listen on %s: is it an address of this machine, and is the port allowed?", addr)
		}
	}
	return nil, fmt.Errorf("port %d and the %d after it are taken; choose another with --addr localhost:PORT", port, portsTried-1)
}

// taken tells that another program listens there. Windows has a number of its
// own for it.
func taken(err error) bool {
	const windows = syscall.Errno(10048) // WSAEADDRINUSE
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, windows)
}

// reached is the host and port to open in a browser.
func reached(addr string, l net.Listener) string {
	host, _, _ := net.SplitHostPort(addr)
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return net.JoinHostPort(host, port)
}

// newServer bounds how long a request may take to come in, and how long a
// connection may idle, so that slow ones cannot hold it.
func newServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler: h, MaxHeaderBytes: 64 << 10,
		ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 10 * time.Second, IdleTimeout: time.Minute,
	}
}

// serve answers until the context ends, and then for as long as answers take,
// up to a moment.
func serve(ctx context.Context, l net.Listener, h http.Handler) error {
	s := newServer(h)
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("the server stopped: %w", err)
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	_ = s.Shutdown(last) // connections that idle longer are dropped with the program
	return nil
}
