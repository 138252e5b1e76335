//go:build !js

package window

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"

	"centricity/game/screen"
	"centricity/game/words"
)

// Language is the tag of the language that the player's system speaks.
func Language() string {
	return cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG"))
}

// Furnish gives the screens a place to keep games: a folder of files, by
// default the user's own for programs' data.
func Furnish(h *screen.Host, folder string) error {
	h.Language = Language()
	if folder == "" {
		base, err := os.UserConfigDir()
		if err != nil {
			return fmt.Errorf(words.Say("there is no folder for saved games (%w); name one with --data"), err)
		}
		folder = filepath.Join(base, "centricity")
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	f, err := OpenFolder(folder)
	if err != nil {
		return fmt.Errorf(words.Say("%w; name another with --data"), err)
	}
	h.Shelf = f
	h.Drops = true
	h.Place = func(log string) string { return f.Path(log + ".log") }
	return nil
}
