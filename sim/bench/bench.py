"""Measures the engine against its goals and writes the table into docs/BENCHMARKS.md.

    make bench            (python3 sim/bench/bench.py [REPEATS [MOST PEOPLE]])

Everything runs in turn on one machine and the whole is repeated; ratios are
medians of ratios within a repeat, so that a machine that is now fast and now
slow changes both sides of each. Needs Go; with python3-numpy the twin, with
node WebAssembly.
"""
import importlib.util, json, os, platform, re, shutil, statistics, subprocess, sys, tempfile, time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PAGE = os.path.join(ROOT, "docs", "BENCHMARKS.md")
repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 5
work = tempfile.mkdtemp()
env = dict(os.environ, CGO_ENABLED="0")

def run(*cmd, cwd=ROOT, **more):
    return subprocess.run(cmd, cwd=cwd, env=dict(env, **more), capture_output=True, text=True, check=True).stdout

def memory_gb():
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_AVPHYS_PAGES") / 2**30
    except (ValueError, OSError):
        return 0

numpy = importlib.util.find_spec("numpy") is not None
node = shutil.which("node")
print("build", flush=True)
native = os.path.join(work, "native.test")
run("go", "test", "-c", "-o", native, "./sim")
if node:
    wasm = os.path.join(work, "js.test")
    run("go", "test", "-c", "-o", wasm, "./sim", GOOS="js", GOARCH="wasm")
    exec_node = os.path.join(run("go", "env", "GOROOT").strip(), "lib", "wasm", "wasm_exec_node.js")
spec = os.path.join(work, "twin.json")
run("go", "test", "./sim", "-run", "^TestTwin$", "-twin", spec)
twin = [sys.executable, os.path.join(ROOT, "sim", "bench", "twin.py")]
equal = ""
if numpy:
    print("compare the twin's distributions", flush=True)
    equal = run(*twin, "check", spec).strip().splitlines()[-1]

samples, loads = {}, []

# What a round does, and the functions that do it.
PARTS = [("winning customers", ["swiftAcquire"]), ("serving them", ["swiftServe"]),
         ("value tiers", ["rankAll", "tierAll", "(*World).divide"]), ("opening the accounts", ["openAccounts"]),
         ("word of mouth", ["listen"]), ("the firm's file", ["updateAll"]),
         ("summary and concentration", ["summariseAll", "sortAmounts", "concentrate"]),
         ("deciles", ["rankSpending", "(*World).deciles"]), ("survey", ["(*World).survey"]), ("state hash", ["digestAll"])]
ALONE = ["(*World).divide", "(*World).deciles", "sortAmounts", "concentrate"] # what one worker does while others wait

def profile(people):
    """Shares of a round's processor time, and the share that cannot be divided."""
    cpu = os.path.join(work, "cpu.out")
    run(native, "-test.run", "^$", "-test.bench", "^BenchmarkFlagship$/^people=%d$/^1$" % people, "-test.benchtime", "%dx" % max(12, 12_000_000 // people),
        "-test.cpuprofile", cpu, cwd=os.path.join(ROOT, "sim"))
    out = run("go", "tool", "pprof", "-top", "-cum", "-nodecount=1000", "-nodefraction=0", "-focus=World..play$", native, cpu)
    cum = {line.split()[5].replace("centricity/sim.", ""): float(line.split()[4].rstrip("%")) for line in out.splitlines() if "centricity/sim." in line}
    share = lambda functions: sum(cum.get(f, 0) for f in functions) / cum["(*World).play"]
    return [(what, share(functions)) for what, functions in PARTS], share(ALONE)

def bench(label, pattern, count, *prefix):
    out = run(*prefix, native if not prefix else wasm, "-test.run", "^$", "-test.bench", pattern, "-test.benchtime", "%dx" % count,
              cwd=os.path.join(ROOT, "sim"))
    for line in out.splitlines():
        if "ns/op" not in line:
            continue
        name = re.sub(r"-\d+$", "", line.split()[0])
        for value, unit in re.findall(r"([\d.e+]+) (\S+)", line.split(None, 2)[2]):
            samples.setdefault((label, name, unit), []).append(float(value))

largest = 10_000_000 if memory_gb() > 5 else 1_000_000
largest = int(sys.argv[2]) if len(sys.argv) > 2 else largest

def write(done):
    """Writes the table of the repeats so far into the page."""
    ns = lambda people, how="1", label="go", unit="ns/person": samples.get((label, "BenchmarkFlagship/people=%d/%s" % (people, how), unit))
    floor = lambda people: samples.get(("go", "BenchmarkFloor/people=%d" % people, "ns/person"))
    twins = lambda people, unit="ns/person": samples.get(("twin", "people=%d" % people, unit))
    replication = lambda what: samples[("go", "BenchmarkReplication/" + what, "ns/op")]
    median = statistics.median

    def ratio(a, b):
        return median(x / y for x, y in zip(a, b)) if a and b else None

    def cell(x, form="%.0f"):
        return "" if not x else form % (median(x) if isinstance(x, list) else x)

    lines = ["Measured by `make bench` on %s, %d processors, %s, %d repeats; load average %.1f to %.1f, of which the benchmark itself is 1 to 2." % (
        time.strftime("%Y-%m-%d"), os.cpu_count(), run("go", "version").split()[2], done, min(loads), max(loads)), "",
        "Nanoseconds per person and round, medians; ratios are medians of ratios within a repeat.", "",
        "| people | one worker | two workers | per customer | plain phases | memory and draws alone | NumPy | two workers are faster by | than the plain phases | than NumPy |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]
    for n in sizes:
        lines.append("| %s | %s |" % (format(n, ","), " | ".join([
            cell(ns(n)), cell(ns(n, "2")), cell(ns(n, unit="ns/active")), cell(ns(n, "plain")), cell(floor(n)), cell(twins(n)),
            cell(ratio(ns(n), ns(n, "2")), "%.2f"), cell(ratio(ns(n, "plain"), ns(n)), "%.2f"), cell(ratio(twins(n), ns(n)), "%.1f")])))
    goals = [("faster than NumPy at 1,000,000 people", "at least 4", ratio(twins(1_000_000), ns(1_000_000)), "%.1f"),
             ("faster than NumPy at 200 people", "at least 20", ratio(twins(200), ns(200)), "%.1f"),
             ("faster than the plain phases at 1,000,000 people", "at least 2", ratio(ns(1_000_000, "plain"), ns(1_000_000)), "%.2f"),
             ("slower in WebAssembly than native, 10,000 people", "at most 2.5", ratio(ns(10_000, label="wasm"), ns(10_000)), "%.2f"),
             ("a round of 20,000 people in WebAssembly [ms]", "at most 50", median(ns(10_000, label="wasm")) * 0.02 if node else None, "%.1f"),
             ("dearer per person at %s people than at 10,000" % format(sizes[-1], ","), "at most 1.5", ratio(ns(sizes[-1]), ns(10_000)), "%.2f"),
             ("faster on two workers at 1,000,000 people", "at least 1.8", ratio(ns(1_000_000), ns(1_000_000, "2")), "%.2f"),
             ("allocations a round once a world has played one, 100,000 people", "0", median(ns(100_000, unit="allocs/op")), "%.0f"),
             ("common random numbers cut the variance of a 1 % price contrast, times", "at least 300", contrast, "%.0f"),
             ("of 5,000 people for 12 rounds: share of births", "small", ratio(replication("births"), replication("all")), "%.2f"),
             ("and of births and 8 rounds of history", "small", ratio(replication("births_and_history"), replication("all")), "%.2f"),
             ("and of a clone, where arms share history", "small", ratio(replication("clone"), replication("rounds")), "%.3f")]
    lines += ["", "| | goal | measured |", "|---|---|---:|"]
    for what, goal, value, form in goals:
        lines.append("| %s | %s | %s |" % (what, goal, form % value if value is not None else "not measured here"))
    spent = [(n, ratio(twins(n, "cpu-ns/person"), ns(n, unit="cpu-ns/person")), ratio(ns(n, "plain", unit="cpu-ns/person"), ns(n, unit="cpu-ns/person")), ns(n, unit="cpu-ns/person")) for n in sizes]
    lines += ["", "In processor time, which a busy machine distorts less:", "", "| people | ns per person and round | plain phases take | NumPy takes |", "|---:|---:|---:|---:|"]
    lines += ["| %s | %s | %s | %s |" % (format(n, ","), cell(c), cell(b, "%.2f times"), cell(a, "%.1f times")) for n, a, b, c in spent]
    lines += ["", "%.0f %% of the people are customers when a round ends." % (100 * median(ns(100_000, unit="active"))), "",
              "Where the processor time of a round goes, 100,000 people, one worker:", "", "| | share |", "|---|---:|"]
    lines += ["| %s | %.0f %% |" % (what, 100 * part) for what, part in parts]
    lines += ["", "%.0f %% cannot be divided over workers: finding where tiers and deciles end, and sorting for concentration." % (100 * alone)]
    lines += ["", "The twin: %s." % (equal or "not measured, python3-numpy is not installed")]
    begin, end = "<!-- measured -->", "<!-- /measured -->"
    page = open(PAGE).read()
    page = page[: page.index(begin) + len(begin)] + "\n" + "\n".join(lines) + "\n" + page[page.index(end):]
    open(PAGE, "w").write(page)
    return lines

out = run("go", "test", "./sim/experiment", "-run", "TestCommonRandomNumbersSharpenAContrast", "-v", "-count=1", "-contrast-seeds", "400")
contrast = float(re.search(r"variance falls (\d+)-fold", out).group(1))
sizes = [n for n in (200, 10_000, 100_000, 1_000_000, 10_000_000) if n <= largest]
parts, alone = profile(100_000)
for i in range(repeats):
    print("repeat", i + 1, "of", repeats, flush=True)
    loads.append(os.getloadavg()[0])
    for people in sizes:
        if people > 1_000_000 and i > 0:
            continue # once: its births alone take minutes
        count = max(3, min(96, 12 * 100_000 // people)) if people > 200 else 1200
        for how in ("1", "2", "plain") if people <= 1_000_000 else ("1", "2"):
            bench("go", "^BenchmarkFlagship$/^people=%d$/^%s$" % (people, how), count)
        if people > 200:
            bench("go", "^BenchmarkFloor$/^people=%d$" % people, 5)
        if numpy and people <= 1_000_000:
            name, n, ns, used = run(*twin, "time", spec, str(people)).split()
            samples.setdefault(("twin", "people=" + n, "ns/person"), []).append(float(ns))
            samples.setdefault(("twin", "people=" + n, "cpu-ns/person"), []).append(float(used))
    if node:
        bench("wasm", "^BenchmarkFlagship$/^people=10000$/^1$", 24, node, "--stack-size=8192", exec_node)
    bench("go", "^BenchmarkReplication$", 4)
    loads.append(os.getloadavg()[0])
    lines = write(i + 1)

shutil.rmtree(work)
print("\n".join(lines))
