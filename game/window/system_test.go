//go:build unix

package window

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"centricity/game"
	"centricity/game/words"
)

// What a system says of a disk is told in the player's language; what only it
// has a word for is quoted.
func TestFailuresOfTheSystemAreToldInWords(t *testing.T) {
	words.Speak("es")
	defer words.Speak("en")
	of := func(err error) string {
		return plain(&fs.PathError{Op: "write", Path: "/home/games/a.log", Err: err}).Error()
	}
	assert.Equal(t, "a.log: el disco está lleno", of(syscall.ENOSPC))
	assert.Equal(t, "a.log: el disco es de solo lectura", of(syscall.EROFS))
	assert.Equal(t, "a.log: se agotó tu cuota de disco", of(syscall.EDQUOT))
	assert.Equal(t, "a.log: el sistema indica «invalid argument»", of(syscall.EINVAL))
	assert.Equal(t, "a.log: otro programa lo está usando", plain(&os.LinkError{Op: "rename", Old: "a.part", New: "a.log", Err: syscall.EBUSY}).Error())
	assert.ErrorIs(t, plain(fmt.Errorf("a: %w", fs.ErrNotExist)), game.ErrNotKept)
	assert.ErrorIs(t, plain(&fs.PathError{Path: "a", Err: fs.ErrExist}), fs.ErrExist, "a name that is taken is still told from others")

	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	_, err := OpenFolder(filepath.Join(file, "games"))
	assert.EqualError(t, err, "no se puede crear la carpeta de partidas guardadas: "+file+": una parte de su ruta no es una carpeta")
}
