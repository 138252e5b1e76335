"""Reads a batch's folder and compares its arms: a start for your own analysis.

    python3 analysis.py FOLDER [MEASURE]

It needs nothing beyond Python. read_level() reads any table of the folder, each
column as the type that datapackage.json gives it. With pandas,
pandas.read_parquet(folder + "/runs.parquet") does the same.
"""

import csv
import json
import math
import statistics
import sys
from pathlib import Path


def read_level(folder, level):
    """The rows of a table, as dictionaries; None where a value is missing."""
    folder = Path(folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resource = next(r for r in package["resources"] if r["name"] == level)
    of = {"integer": int, "number": float, "string": str}
    types = {f["name"]: of[f["type"]] for f in resource["schema"]["fields"]}
    with open(folder / resource["path"], encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {k: types[k](v) if v != "" else None for k, v in row.items()}


def by_replication(runs, measure):
    """For every arm a list over replications: the mean over all settings of
    the factors. Runs of a replication share people and luck: they are pairs."""
    sums = {}
    for r in runs:
        arm = sums.setdefault(r["arm"], {})
        arm.setdefault(r["replication"], []).append(r[measure])
    return {arm: [statistics.fmean(v) for _, v in sorted(x.items())] for arm, x in sums.items()}


def t975(df):
    """The 97.5 % quantile of Student's t (Cornish & Fisher 1938; within 0.5 %
    from 4 degrees of freedom up). scipy.stats.t.ppf(0.975, df) is exact."""
    z = statistics.NormalDist().inv_cdf(0.975)
    if df < 4:
        return [math.inf, 12.706, 4.303, 3.182][df]
    return (z + (z**3 + z) / 4 / df + (5 * z**5 + 16 * z**3 + 3 * z) / 96 / df**2
            + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384 / df**3)


def compare_arms(runs, measure):
    """Paired differences of every arm from the first."""
    x = by_replication(runs, measure)
    (first, base), *others = x.items()
    for arm, values in others:
        d = [a - b for a, b in zip(values, base)]
        sd = statistics.stdev(d)
        half = t975(len(d) - 1) * sd / math.sqrt(len(d))
        mean = statistics.fmean(d)
        yield {
            "arm": arm, "against": first, "difference": mean, "low": mean - half, "high": mean + half,
            "variance_saved": (statistics.variance(values) + statistics.variance(base)) / sd**2 if sd else math.inf,
        }


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    measure = sys.argv[2] if len(sys.argv) > 2 else "company_value"
    for row in compare_arms(read_level(sys.argv[1], "runs"), measure):
        print("{arm} against {against}: {difference:.2f} ({low:.2f} to {high:.2f}), "
              "variance saved {variance_saved:.1f}-fold".format(**row))
