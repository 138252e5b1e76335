package lab

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"centricity/game/words"
	"centricity/scenarios"
)

// piped is what messages call standard input.
const piped = "stdin"

// inspect checks files, folders of them and what is piped in, and tells what
// each gave before it goes on to the next.
func inspect(args []string, in io.Reader, tell func(finding) error) error {
	for _, arg := range args {
		if arg == "-" {
			if err := tell(inspectPiped(in)); err != nil {
				return err
			}
			continue
		}
		files := []string{arg}
		if info, err := os.Stat(arg); err == nil && info.IsDir() {
			if files, err = scenarioFiles(arg); err != nil {
				return err
			}
		}
		for _, f := range files {
			if err := tell(inspectFile(f)); err != nil {
				return err
			}
		}
	}
	return nil
}

func inspectFile(path string) finding {
	d, err := scenarios.ReadFile(path)
	return inspected(path, d, err)
}

// inspectPiped reads no more than a scenario can have; the loader refuses what
// is longer.
func inspectPiped(in io.Reader) finding {
	const enough = 8 << 20 // [bytes], well beyond what the loader takes
	data, err := io.ReadAll(io.LimitReader(in, enough))
	if err != nil {
		return newFinding(piped, scenarios.Scenario{}, errors.New(words.Say("%s: cannot be read to its end", piped)))
	}
	d, err := scenarios.ReadBytes(piped, data)
	return inspected(piped, d, err)
}

// mostFiles bounds a folder: whoever names their home by accident is told.
const mostFiles = 1000

// scenarioFiles lists the scenario files of a folder and the folders in it, by
// name.
func scenarioFiles(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return errors.New(words.Say("%s: the folder cannot be read", path))
		}
		if ext := filepath.Ext(path); d.IsDir() || ext != ".yaml" && ext != ".yml" {
			return nil
		}
		if files = append(files, path); len(files) > mostFiles {
			return errors.New(words.Say("%s: holds more than %d .yaml files; name a smaller folder", dir, mostFiles))
		}
		return nil
	})
	if err == nil && len(files) == 0 {
		err = errors.New(words.Say("%s: there is no .yaml file in this folder", dir))
	}
	return files, err
}
