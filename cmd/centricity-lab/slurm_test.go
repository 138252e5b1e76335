//go:build linux

package main

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// slurmConf is a cluster of one controller and two nodes on this machine.
const slurmConf = `ClusterName=scratch
SlurmctldHost=%[1]s(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=%[2]s/munge.socket
CredType=cred/munge
SlurmctldPort=%[3]d
StateSaveLocation=%[2]s/state
SlurmdSpoolDir=%[2]s/spool.%%n
SlurmctldPidFile=%[2]s/slurmctld.pid
SlurmdPidFile=%[2]s/slurmd.%%n.pid
SlurmctldLogFile=%[2]s/slurmctld.log
SlurmdLogFile=%[2]s/slurmd.%%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1
ReturnToService=2
MpiDefault=none
SwitchType=switch/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
NodeName=nodeA NodeHostname=localhost NodeAddr=127.0.0.1 Port=%[4]d CPUs=1
NodeName=nodeB NodeHostname=localhost NodeAddr=127.0.0.1 Port=%[5]d CPUs=1
PartitionName=main Nodes=nodeA,nodeB Default=YES MaxTime=INFINITE State=UP
`

// killsOne stands for the lab: the first task that plays shard 2 is killed as
// soon as it has begun.
const killsOne = `#!/bin/sh
if [ "$SLURM_ARRAY_TASK_ID" = 2 ] && mkdir "$SCRATCH/killed" 2>/dev/null; then
  "$REAL" "$@" & worker=$!
  until [ -e "$OUT/parts/shard-2-of-4.lock" ]; do :; done
  kill -9 $worker
  wait $worker
  exit 137
fi
exec "$REAL" "$@"
`

const slurmDesign = `format: 1
title: What the cluster plays
scenario: roastery
replications: 12
set: {people: 2000, rounds: 6}
levels: [runs, rounds, cohorts]
arms:
  care: {policy: customer-centric}
  price: {policy: price-centric}
`

// TestSLURM plays docs/batch.sbatch on a real SLURM: a task is killed, a part
// is damaged, what is missing is started again, and the merged folder is byte
// for byte what one process writes.
func TestSLURM(t *testing.T) {
	if os.Getenv("CENTRICITY_SLURM") == "" {
		t.Skip("starts daemons; 'make slurm' installs SLURM (Debian, as root) and runs this test")
	}
	for _, program := range []string{"munged", "slurmctld", "slurmd", "sbatch", "sinfo"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed; 'make slurm' installs it", program)
		}
	}
	dir, sbatch := cluster(t), script(t)
	run := func(want int, name string, args ...string) string {
		t.Helper()
		c := exec.Command(name, args...)
		c.Dir = dir
		out, err := c.CombinedOutput()
		if want == 0 {
			require.NoError(t, err, string(out))
		}
		require.Equal(t, want, c.ProcessState.ExitCode(), string(out))
		return string(out)
	}
	lab := filepath.Join(dir, "centricity-lab")
	build := exec.Command("go", "build", "-o", lab, ".")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "design.yaml"), []byte(slurmDesign), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "lab"), []byte(killsOne), 0o755))
	results := filepath.Join(dir, "results")
	submit := func(want int, array string) {
		t.Helper()
		run(want, "sbatch", "--wait", "--array="+array, "--output="+dir+"/task-%a.txt",
			"--export=ALL,DESIGN=design.yaml,OUT="+results+",SHARDS=4,LAB="+dir+"/lab,REAL="+lab+",SCRATCH="+dir, sbatch)
	}
	submit(137, "1-4")
	require.DirExists(t, filepath.Join(dir, "killed"))
	require.Contains(t, run(0, lab, "batch", "status", results), "missing shards of 4: 2\n")
	require.Contains(t, run(1, lab, "batch", "merge", results), "lacks")

	parts, err := filepath.Glob(filepath.Join(results, "parts", "0000003-*.part"))
	require.NoError(t, err)
	require.Len(t, parts, 1)
	text, err := os.ReadFile(parts[0])
	require.NoError(t, err)
	text[len(text)/2] ^= 1
	require.NoError(t, os.WriteFile(parts[0], text, 0o644))
	require.Contains(t, run(0, lab, "batch", "status", results), "missing shards of 4: 2,3\n")

	submit(0, "2,3")
	require.Contains(t, run(0, lab, "batch", "status", results), "nothing is missing")
	run(0, lab, "batch", "merge", results)
	run(0, lab, "verify", results)
	run(0, lab, "batch", "design.yaml", "--out", filepath.Join(dir, "alone"))
	require.Empty(t, run(0, "diff", "-r", results, filepath.Join(dir, "alone")))
}

func script(t *testing.T) string {
	path, err := filepath.Abs("../../docs/batch.sbatch")
	require.NoError(t, err)
	return path
}

// cluster starts SLURM in a folder of its own, on loopback, until the test
// ends.
func cluster(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "state"), 0o755))
	for _, node := range []string{"nodeA", "nodeB"} {
		require.NoError(t, os.Mkdir(filepath.Join(dir, "spool."+node), 0o755))
	}
	key := make([]byte, 1024)
	_, _ = rand.Read(key)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "munge.key"), key, 0o400))
	host, err := os.Hostname()
	require.NoError(t, err)
	host, _, _ = strings.Cut(host, ".")
	conf := filepath.Join(dir, "slurm.conf")
	require.NoError(t, os.WriteFile(conf, fmt.Appendf(nil, slurmConf, host, dir, freePort(t), freePort(t), freePort(t)), 0o644))
	t.Setenv("SLURM_CONF", conf)
	start(t, "munged", "--foreground", "--force", "--key-file="+dir+"/munge.key", "--socket="+dir+"/munge.socket",
		"--pid-file="+dir+"/munged.pid", "--log-file="+dir+"/munged.log", "--seed-file="+dir+"/munged.seed")
	eventually(t, "munged listens", func() bool { _, err := os.Stat(filepath.Join(dir, "munge.socket")); return err == nil })
	start(t, "slurmctld", "-D", "-f", conf)
	start(t, "slurmd", "-D", "-f", conf, "-N", "nodeA")
	start(t, "slurmd", "-D", "-f", conf, "-N", "nodeB")
	eventually(t, "both nodes are idle", func() bool {
		out, _ := exec.Command("sinfo", "--noheader", "--format=%t %D").Output()
		return string(out) == "idle 2\n"
	})
	return dir
}

func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// start runs a daemon in the foreground, as a child that ends with the test.
func start(t *testing.T, name string, args ...string) {
	t.Helper()
	c := exec.Command(name, args...)
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	require.NoError(t, c.Start())
	t.Cleanup(func() {
		_ = c.Process.Signal(os.Interrupt)
		ended := make(chan struct{})
		go func() { _ = c.Wait(); close(ended) }()
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			_ = c.Process.Kill()
			<-ended
		}
		if t.Failed() {
			t.Logf("%s: %s", name, said.String())
		}
	})
}

func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	require.Eventually(t, is, 30*time.Second, 100*time.Millisecond, what)
}
