package batch

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// A Shard is a share of a batch's parts: every N-th, from the I-th. The zero
// Shard is all of them.
type Shard struct{ I, N int }

// String writes the shard as I/N.
func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.I, s.N) }

func (s Shard) file(suffix string) string { return fmt.Sprintf("shard-%d-of-%d%s", s.I, s.N, suffix) }

// has tells whether part i is in the shard.
func (s Shard) has(i int) bool { return s.N == 0 || (i-1)%s.N == s.I-1 }

// maxShards bounds how many shards a batch is divided into.
const maxShards = 100_000

// ParseShard reads I/N; slurm/N, for which SLURM says the I; or slurm, inside a
// job array that is as long as there are shards.
func ParseShard(text string) (Shard, error) { return parseShard(text, os.Getenv) }

func parseShard(text string, variable func(string) string) (Shard, error) {
	if text == "slurm" {
		return slurmShard(variable)
	}
	i, n, found := strings.Cut(text, "/")
	if i == "slurm" {
		i = variable(taskID)
		if i == "" {
			return Shard{}, fmt.Errorf("SLURM's variable %s is not set: --shard slurm/N is for the tasks of a job array (sbatch --array=1-N)", taskID)
		}
	}
	s := Shard{}
	var err1, err2 error
	s.I, err1 = strconv.Atoi(i)
	s.N, err2 = strconv.Atoi(n)
	if !found || err1 != nil || err2 != nil || s.N < 1 || s.N > maxShards || s.I < 1 || s.I > s.N {
		return Shard{}, fmt.Errorf("a shard is I/N, the I-th of N, as in 3/16; or slurm/N inside a job array that counts from 1")
	}
	return s, nil
}

const taskID = "SLURM_ARRAY_TASK_ID"

// slurmShard is the shard of a task of a whole job array, whose indices may
// begin anywhere and go in steps.
func slurmShard(variable func(string) string) (Shard, error) {
	v := map[string]int{}
	for _, name := range []string{taskID, "SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_MAX", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_STEP"} {
		n, err := strconv.Atoi(variable(name))
		if err != nil || n < 0 || n > maxShards {
			return Shard{}, fmt.Errorf("SLURM's variable %s is not set or no index: --shard slurm is for the tasks of a job array (sbatch --array=1-16)", name)
		}
		v[name] = n
	}
	low, high, step, count := v["SLURM_ARRAY_TASK_MIN"], v["SLURM_ARRAY_TASK_MAX"], max(v["SLURM_ARRAY_TASK_STEP"], 1), v["SLURM_ARRAY_TASK_COUNT"]
	i := (v[taskID]-low)/step + 1
	if count < 1 || (high-low)/step+1 != count || i < 1 || i > count {
		return Shard{}, fmt.Errorf("this job array leaves indices out, so it does not say how many shards there are; write --shard slurm/N")
	}
	return Shard{i, count}, nil
}
