"""Fits the BG/NBD with SciPy, for comparison: make bench-fit.

Plainly written as one would in NumPy: arrays over customers, the likelihood of
Fader, Hardie and Lee (2005) with SciPy's gammaln and betaln, log-parameters,
Nelder-Mead, then BFGS, again until that gains less than 1e-10. It gets what
the Go benchmark fits (CSV: x, last, T) and counts equal customers once, too.
"""

import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln


def negative_log_likelihood(logs, x, last, end, weight):
    r, alpha, a, b = np.exp(logs)
    log = (
        betaln(a, b + x) - betaln(a, b)
        + gammaln(r + x) - gammaln(r)
        + r * np.log(alpha) - (r + x) * np.log(alpha + end)
    )
    again = x > 0
    odds = (
        np.log(a) - np.log(b + x[again] - 1)
        + (r + x[again]) * (np.log(alpha + end[again]) - np.log(alpha + last[again]))
    )
    log[again] += np.logaddexp(0, odds)
    return -np.dot(weight, log)


def fit(customers):
    table, weight = np.unique(customers, axis=0, return_counts=True)
    data = (*table.T, weight.astype(float))
    at, value = np.log([0.25, 4.0, 0.8, 2.5]), np.inf
    while True:
        simplex = minimize(negative_log_likelihood, at, data, "Nelder-Mead", options={"maxiter": 400})
        bfgs = minimize(negative_log_likelihood, simplex.x, data, "BFGS")
        best = min(simplex, bfgs, key=lambda found: found.fun)
        gain, at, value = value - best.fun, best.x, best.fun
        if gain < 1e-10:
            return np.exp(at), -value, len(table)


for path in sys.argv[1:]:
    customers = np.loadtxt(path, delimiter=",", ndmin=2)
    times = []
    for _ in range(3 if len(customers) < 100_000 else 1):
        start = time.perf_counter()
        estimates, log, distinct = fit(customers)
        times.append(time.perf_counter() - start)
    print(
        f"SciPy  {len(customers):>9,} customers, {distinct:,} distinct: {min(times) * 1e3:10,.1f} ms"
        f"   log L {log:.4f}   r, alpha, a, b = {', '.join(f'{v:.4f}' for v in estimates)}"
    )
