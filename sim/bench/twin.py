"""The flagship's round in vectorised NumPy, to compare the engine's speed with.

    go test ./sim -run TestTwin -twin FILE          writes parameters and the engine's results
    python3 sim/bench/twin.py check FILE            are the twin's results equal in distribution?
    python3 sim/bench/twin.py time FILE PEOPLE...   nanoseconds per person and round, by the clock and of the processor
    python3 sim/bench/twin.py replicate FILE        REPLICATIONS firms of PEOPLE for ROUNDS (from the environment), on all cores

It plays the whole of the music shop: birth, value tiers, word of mouth,
advertising, acquisition, purchases, experience, silent churn, research, the
product lottery, the rival, the firm's file, survey, cohorts, concentration,
deciles, the why-ledger and a hash of everyone's state. It leaves out what the
music shop has switched off. Numbers are in double precision; of customers on
file who look alike chance says who is the better, as in the engine.
Draws are NumPy's own (SFC64, its fastest), so single customers differ and
distributions must not. Needs python3-numpy.
"""
import json, multiprocessing, os, sys, time
import numpy as np

TOP, MIDDLE, LOW, NONE = 0, 1, 2, 3


def sat(x, k):
    return x / (x + k) if x > 0 else 0.0


class World:
    def __init__(self, spec, people, seed):
        p = self.p = spec["parameters"]
        self.spec, self.n = spec, people
        self.scale = people / p["people"]
        rng = self.rng = np.random.Generator(np.random.SFC64(seed))
        names = ["purchase_rate", "churn_hazard", "mean_spend", "price_sensitivity",
                 "need_position", "responsiveness", "wom_influence"]
        corr = np.eye(7)
        for c in spec["correlations"]:
            corr[c["A"], c["B"]] = corr[c["B"], c["A"]] = c["R"]
        z = np.linalg.cholesky(corr) @ rng.standard_normal((7, people))
        s = [p["heterogeneity"] * p["segment." + x + ".spread"] for x in names]
        m = [p["segment." + x + ".mean"] for x in names]
        t = [m[k] * np.exp(s[k] * z[k] - s[k] ** 2 / 2) for k in range(7)]
        t[4] = m[4] + s[4] * z[4]
        self.s, self.m = s, m
        self.rate, self.hazard, self.spend, self.price_s, self.need, self.resp, self.wom = t
        self.z, self.e = z, rng.standard_normal((4, people))  # noise of the signals of 0, 1, 2, 5
        # the part of the targeting score that does not change: score = K a + blur b
        self.score_z = s[0] * z[0] + s[2] * z[2] - 0.5 * s[1] * z[1]
        self.score_e = s[0] * self.e[0] + s[2] * self.e[2] - 0.5 * s[1] * self.e[1]
        a = np.array([s[0], -0.5 * s[1], s[2]])
        self.score_var = a @ corr[np.ix_([0, 1, 2], [0, 1, 2])] @ a
        f = lambda: np.zeros(people)
        self.sat, self.tired, self.ln_ref, self.promised = f(), f(), f(), f()
        self.first, self.joined_at, self.last = f(), f(), f()
        self.spent, self.revenue, self.margin, self.before = f(), f(), f(), f()
        self.tie = rng.random(people) * 0.004  # less than half a cent: decides only where amounts are equal
        self.keys = rng.integers(0, 1 << 64, people, np.uint64) | np.uint64(1)
        self.source = np.full(people, spec["channels"] + 1, np.int8)
        self.count = np.zeros(people, np.int32)
        self.active, self.listed, self.ever = (np.zeros(people, bool) for _ in range(3))
        self.joined = np.full(people, -1, np.int16)
        self.quality = self.pipeline = self.capability = 0.0
        self.rival_q, self.rival_price = 0.0, p["rival.price"]
        self.adstock = np.zeros(spec["channels"])
        history = int(p["start.history"])
        self.round = self.zero = -history
        who = rng.permutation(people)[: int(p["start.customers"] * people + 0.5)]
        self.active[who] = self.listed[who] = self.ever[who] = True
        self.joined[who] = 0
        ago = rng.random(len(who)) * p["churn.inactive_after"]
        self.first[who] = self.last[who] = self.round - ago
        self.joined_at[who] = self.round
        self.ln_ref[who] = np.log(p["price.reference"])
        for _ in range(history):
            self.play(spec["incumbent"])

    def tiers(self, values, ids):
        """0, 1, 2 by value, in the order of ids."""
        n = len(ids)
        top = int(self.p["insight.top_share"] * n + 0.5)
        mid = int((self.p["insight.top_share"] + self.p["insight.middle_share"]) * n + 0.5)
        out = np.full(n, LOW, np.int8)
        order = np.argpartition(-values, [max(top - 1, 0), min(max(mid - 1, 0), n - 1)]) if n else []
        out[order[:top]], out[order[top:mid]] = TOP, MIDDLE
        return out

    def known(self, ids):
        p = self.p
        return 1 - 1 / (1 + self.capability * (p["insight.base"] + p["insight.per_purchase"] * self.count[ids]))

    def estimate(self, trait, noise, ids, k, b):
        s, m = self.s[trait], self.m[trait]
        return m * np.exp(s * (k * self.z[trait][ids] + b * self.e[noise][ids]) - k * s * s / 2)

    def order(self, by, ids):
        if by == 0:
            return self.spent[ids] + self.tie[ids]
        k = self.known(ids)
        b = np.sqrt(k * (1 - k))
        h = self.estimate(1, 1, ids, k, b)
        v = self.estimate(0, 0, ids, k, b) * self.estimate(2, 2, ids, k, b) / (h + self.p["value.discount_rate"])
        if by == 3:
            return v * -np.expm1(-h) * self.estimate(5, 3, ids, k, b)
        return v

    def per_head(self, d, lever, size):
        w = d["Focus"][lever]["Weight"]
        w = w if any(w) else [1, 1, 1]
        heads = sum(a * b for a, b in zip(w, size))
        money = d["Spend"][lever] / 100 * self.scale
        return np.array([money * x / heads if heads else 0.0 for x in w] + [0.0])

    def share_out(self, row, names, terms, difference):
        total = terms[0]
        for t in terms[1:]:
            total = total + t
        with np.errstate(divide="ignore", invalid="ignore"):
            part = np.where(total != 0, difference / total, 0)
        for name, t in zip(names, terms):
            row[name] = row.get(name, 0) + np.sum(np.rint(t * part * 1e6)) / 1e6

    def utility(self, ids, ln_price, ln_ref):
        p = self.p
        q = p["utility.quality"] * (self.quality - self.rival_q)
        ratio = ln_price - np.log(self.rival_price)
        if ln_ref is not None:
            ratio = ratio + p["utility.loss_aversion"] * np.maximum(ln_price - ln_ref, 0)
        cost = -self.price_s[ids] * ratio
        need = self.need[ids]
        ours, theirs = (need - p["utility.position"]) ** 2, (need - p["rival.position"]) ** 2
        return q, cost, ours, theirs

    def play(self, d):
        p, rng, n = self.p, self.rng, self.n
        self.round += 1
        t = self.round
        price = d["Price"] / 100 if d["Price"] else p["price.reference"]
        offer = price * (1 - d["Discount"] / 1e4)
        ln_price, ln_offer = np.log(price), np.log(offer)
        elapsed = max(t - 1, 0)
        r = {"why": {}}
        why = r["why"]
        self.before, self.revenue, self.margin = self.revenue, np.zeros(n), np.zeros(n)
        self.goods = self.service = 0.0
        opening = np.flatnonzero(self.listed)

        # tiers
        tier = np.full(n, NONE, np.int8)
        tier[opening] = self.tiers(self.order(0, opening), opening)
        by = {0: tier}
        for lever in (1, 2):
            order = d["Focus"][lever]["By"]
            if order not in by:
                by[order] = np.full(n, NONE, np.int8)
                by[order][opening] = self.tiers(self.order(order, opening), opening)
        tier_r, tier_x = by[d["Focus"][1]["By"]], by[d["Focus"][2]["By"]]
        size = lambda x: [int(np.sum(x == i)) for i in range(3)]
        retention, experience = self.per_head(d, 1, size(tier_r)), self.per_head(d, 2, size(tier_x))
        weights = d["Programmes"]
        if weights[6] + weights[9]:
            support, personal = (experience * weights[i] / (weights[6] + weights[9]) for i in (6, 9))
        else:
            support, personal = experience, experience * 0

        # word of mouth, advertising
        a = np.flatnonzero(self.active)
        s = self.sat[a]
        net = np.sum(self.wom[a[s > 0.15]]) - np.sum(self.wom[a[s < -0.3]])
        heard = p["acquisition.word_of_mouth"] * max(net, 0) / n
        pool = n - len(a)
        weights = np.array(d["Channels"][: len(self.adstock)], float)
        weights = weights if weights.any() else np.ones(len(weights))
        contact, exposure, promise = [], 0.0, 0.0
        everyone, reach = p["acquisition.scale"] * n, p["acquisition.scale"] * pool
        for i, w in enumerate(weights):
            c = lambda name: p["channel.%d.%s" % (i, name)]
            money = d["Spend"][0] / 100 * self.scale * w / weights.sum()
            worn = self.adstock[i] / everyone - c("wear_threshold")
            money *= np.exp(-c("wear") * max(worn, 0))
            self.adstock[i] = c("carryover") * self.adstock[i] + money
            h = c("efficiency") * (1 + p["acquisition.inflation"]) ** -elapsed * -np.expm1(-self.adstock[i] / reach)
            contact.append(h)
            exposure += self.adstock[i]
            promise += c("promise") * sat(self.adstock[i] / everyone, 1)

        # acquisition
        out = np.flatnonzero(~self.active)
        hazards = []
        for i, h in enumerate(contact):
            tau = p["acquisition.targeting"] * p["channel.%d.precision" % i]
            if p["channel.%d.targeted" % i] and tau > 0 and h > 0:
                k = self.known(out)
                b = np.sqrt(k * (1 - k))
                x = k * self.score_z[out]
                x += b * self.score_e[out]
                x *= tau
                x -= tau * tau * k * self.score_var / 2
                h = h * np.minimum(np.exp(x, out=x), p["acquisition.targeting_cap"])
            hazards.append(h)
        hazards += [heard, p["acquisition.base_hazard"]]
        hazard = sum(hazards) + np.zeros(len(out))
        fresh = ~self.listed[out]
        ln = np.where(fresh, ln_offer, ln_price)
        q, cost, ours, theirs = self.utility(out, ln, None)
        fit = p["utility.need"] * (theirs - ours)
        raw = q + cost + fit
        u = np.clip(raw, -4, 4)
        met = -np.expm1(-hazard)
        accepts = 1 / (1 + np.exp(-(p["acquisition.intercept"] + u + p["acquisition.promise"] * promise)))
        win = rng.random(len(out)) < met * accepts
        even = 1 / (1 + np.exp(-p["acquisition.intercept"]))
        with np.errstate(divide="ignore", invalid="ignore"):
            scaled = np.where(raw != 0, u / raw, 1) * fresh
        joins = {}
        self.share_out(joins, ["quality", "price", "fit", "promise"],
                       [scaled * q, scaled * cost, scaled * fit, p["acquisition.promise"] * promise * fresh],
                       met * (accepts - even))
        per = met * even / hazard * fresh
        for i, h in enumerate(hazards):
            joins["source %d" % i] = np.sum(np.rint(per * h * 1e6)) / 1e6
        new = out[win]
        r["joins by luck"] = np.sum(win & fresh) - sum(joins.values())
        r["joins by price"] = joins["price"]
        why["joins"] = joins
        at = rng.random(len(new))
        self.joined_at[new] = t - 1 + at
        credit, source = hazard[win] * rng.random(len(new)), np.zeros(len(new), np.int8)
        for h in hazards[:-1]:
            credit -= h[win] if isinstance(h, np.ndarray) else h
            source += credit >= 0
        strange = ~self.ever[new]
        first = new[strange]
        self.first[first] = self.joined_at[first]
        self.source[first] = source[strange]
        self.last[new] = self.joined_at[new]
        was_listed = self.listed[new]
        won = np.zeros(n, bool)
        won[new[~was_listed]] = True
        r["won"] = int(won.sum())
        r["won by source"] = np.bincount(source[~was_listed], minlength=len(hazards))
        r["won back"] = int(np.sum(~strange & ~was_listed))
        self.active[new] = self.ever[new] = True
        self.joined[new] = t - self.zero
        self.sat[new] = self.tired[new] = 0
        self.ln_ref[new] = np.where(was_listed, ln_price, ln_offer)
        self.promised[new] = promise
        purchases = len(new)
        self.sell(new, np.ones(len(new), np.int32), np.where(was_listed, price, offer))
        r["first revenue"] = float(self.revenue[new][~was_listed].sum())

        # service: everyone who is a customer now
        a = np.flatnonzero(self.active)
        is_new = self.joined[a] == t - self.zero
        old = ~is_new
        start = np.where(is_new, self.joined_at[a] - (t - 1), 0.0)
        tr, tx = np.where(is_new, NONE, tier_r[a]), np.where(is_new, NONE, tier_x[a])
        noise = 0.5 * sat(exposure / everyone, 1)
        k_r = p["churn.saturation"]
        sat_r = retention / (retention + k_r)
        tired = self.tired[a]
        tired = np.where(old, p["churn.fatigue_memory"] * tired + sat_r[tr] + noise, tired)
        self.tired[a] = tired
        fitted = 0.0
        if personal.any():
            fitted = p["experience.personal_max"] * self.known(a) * (personal / (personal + p["experience.saturation"]))[tx]
        q, cost, ours, theirs = self.utility(a, ln_price, self.ln_ref[a])
        fit = p["utility.need"] * (theirs - ours * (1 - fitted))
        raw = q + cost + fit
        with np.errstate(divide="ignore", invalid="ignore"):
            clip = np.where(raw != 0, np.clip(raw, -4, 4) / raw, 1)
        s = self.sat[a]
        b_terms = [p["purchase.utility"] * clip * q, p["purchase.utility"] * clip * cost,
                   p["purchase.utility"] * clip * fit, p["purchase.satisfaction"] * s]
        lift = np.exp(b_terms[0] + b_terms[1] + b_terms[2] + b_terms[3])
        rate = np.minimum(self.rate[a] * lift, 1e4)
        resp = self.resp[a]
        fatigue = p["churn.fatigue"] * np.maximum(tired - p["churn.fatigue_threshold"], 0)
        l_terms = [-p["churn.utility"] * clip * q, -p["churn.utility"] * clip * cost, -p["churn.utility"] * clip * fit,
                   -p["churn.satisfaction"] * s, -p["churn.retention"] * resp * sat_r[tr], fatigue,
                   np.full(len(a), elapsed * np.log1p(p["churn.loyalty_decline"]))]
        h0 = self.hazard[a]
        h = h0 * np.exp(l_terms[0] + l_terms[1] + l_terms[2] + l_terms[3] + l_terms[4] + l_terms[5] + l_terms[6])
        length = 1 - start
        stay = rng.standard_exponential(len(a)) / h
        leaves = stay < length
        there = np.minimum(stay, length)
        count = rng.poisson(rate * there)
        bought = count > 0
        ids, many = a[bought], count[bought]
        self.last[ids] = t - 1 + start[bought] + there[bought] * rng.random(len(ids)) ** (1 / many)
        repeat_before = self.revenue[a].copy()
        self.sell(ids, many, price)
        purchases += int(many.sum())

        # experience of those who bought
        care = (support / (support + p["experience.saturation"]))[tx[bought]]
        f = fitted[bought] if isinstance(fitted, np.ndarray) else 0.0
        y = p["experience.base"] + p["experience.quality"] * (self.quality - self.rival_q)
        y = y - p["experience.fit"] * p["utility.need"] * ours[bought] * (1 - f)
        y += p["experience.care"] * resp[bought] * care
        y -= p["experience.failure_loss"] * (rng.random(len(ids)) < p["experience.failure_rate"] * (1 - care))
        y -= p["experience.reactance"] * np.maximum(f - 0.5, 0)
        y += p["experience.noise"] * rng.standard_normal(len(ids))
        e = y - self.sat[ids] - np.where(self.promised[ids] > 0,
                                         np.maximum(self.promised[ids] - (y - p["experience.base"]), 0), 0)
        self.promised[ids] = 0
        self.sat[ids] += p["experience.learning"] * np.where(e < 0, 2 * e, e)

        # why they left and bought, by tier
        risk, calm = -np.expm1(-h * length), -np.expm1(-h0 * length)
        usual = self.rate[a] * self.spend[a] * (risk / h)
        b_terms[1] = b_terms[1] + (ln_price - np.log(p["price.reference"]))
        names_l = ["quality", "price", "fit", "satisfaction", "retention", "fatigue", "times"]
        for level in range(4):
            m = np.flatnonzero(tier[a] == level)
            churn, spend = {"baseline": np.sum(np.rint(calm[m] * 1e6)) / 1e6}, {"baseline": np.sum(np.rint(usual[m] * 100)) / 100}
            self.share_out(churn, names_l, [x[m] for x in l_terms], (risk - calm)[m])
            self.share_out(spend, names_l[:4], [x[m] for x in b_terms],
                           (usual * (lift * price / p["price.reference"] - 1))[m])
            churn["luck"] = int(leaves[m].sum()) - sum(churn.values())
            spend["luck"] = float(np.sum((self.revenue[a] - repeat_before)[m])) - sum(spend.values())
            why["churn %d" % level], why["spending %d" % level] = churn, spend
        self.ln_ref[a] += p["utility.memory"] * (ln_price - self.ln_ref[a])
        self.active[a[leaves]] = False

        # research, product, rival
        money = lambda lever: d["Spend"][lever] / 100 * self.scale
        self.capability = (1 - p["insight.decay"]) * self.capability + money(4) / (p["insight.scale"] * n)
        self.pipeline += money(3)
        if rng.random() < -p["product.launch_max"] * np.expm1(-p["product.launch_rate"] * self.pipeline / n):
            if rng.random() < p["product.success"]:
                sj = p["product.jump_spread"]
                self.quality += p["product.jump"] * np.exp(sj * rng.standard_normal() - sj * sj / 2)
            else:
                self.quality -= p["product.failure_drop"] * p["product.jump"]
            self.pipeline = 0.0
        self.quality -= p["product.decay"] * max(self.quality, 0)
        aim = min(max(price, p["rival.floor"]), p["rival.price"])
        self.rival_price += p["rival.speed"] * (aim - self.rival_price)
        self.rival_q += p["rival.progress"]

        # the firm's file, survey, cohorts, concentration, deciles
        was = self.listed
        self.listed = self.ever & (t - self.last <= p["churn.inactive_after"])
        r["churned"] = int(np.sum(was & ~self.listed))
        r["returned"], r["churned new"] = int(np.sum(self.listed & ~was & ~won)), int(np.sum(won & ~self.listed))
        r["prospects"], r["lapsed"] = n - int(self.ever.sum()), int(np.sum(self.ever & ~self.listed))
        on = np.flatnonzero(self.listed)
        asked = np.flatnonzero(self.listed & self.active)
        asked = asked[rng.random(len(asked)) < 400 / max(len(on), 1)]
        ltr = np.clip(np.rint(7.6 + 2.6 * self.sat[asked] + 0.8 * rng.standard_normal(len(asked))), 0, 10)
        r["nps"] = int(np.sum(ltr >= 9) - np.sum(ltr <= 6))
        r["csat"] = 1 + np.digitize(self.sat[asked], [-0.8, -0.3, 0.15, 0.54])
        ever = np.flatnonzero(self.ever)
        r["cohorts"] = np.bincount(self.joined[ever], self.revenue[ever]), np.bincount(self.joined[on])
        old = tier[opening]
        r["tiers"] = [np.bincount(old, x, 3) for x in (self.revenue[opening], self.margin[opening], ~self.listed[opening])]
        r["reached"] = [float(np.sum(x[t[opening]])) for x, t in ((retention, tier_r), (experience, tier_x))]
        r["stages"] = np.bincount(np.where(self.count[on] < 3, 1, np.where(tier[on] == TOP, 3, 2)), minlength=4)
        r["cherished"] = int(r["stages"][3])
        r["knowledge"] = float(np.mean(self.known(on))) if len(on) else 0.0
        amounts = np.sort(self.spent[on])
        total = np.cumsum(amounts)
        m = len(on)
        if m and total[-1] > 0:
            r["gini"] = 1 - 2 * float(np.sum(total - amounts / 2)) / (m * total[-1])
            at = np.linspace(0, m, 21)
            low = np.minimum(at.astype(int), m - 1)
            r["lorenz"] = (np.where(low > 0, total[low - 1], 0) + (at - low) * amounts[low]) / total[-1]
            r["top share"] = 1 - float(r["lorenz"][16])
        before = self.before[opening]
        ends = [(i * len(opening) + 9) // 10 for i in range(1, 10)]
        best = np.argpartition(-(before + self.tie[opening]), [max(e - 1, 0) for e in ends]) if len(opening) else []
        r["deciles"] = [(len(x), float(before[x].sum()), float(self.revenue[opening[x]].sum())) for x in np.split(best, ends)]
        r["active"], r["closing"] = int(self.active.sum()), len(on)
        r["revenue"], r["purchases"] = float(self.revenue.sum()), purchases
        r["goods"], r["service"] = self.goods, self.service
        r["best decile"] = r["deciles"][0][2]
        r["hash"] = self.hash(by)
        return r

    def hash(self, by):
        """One word of everyone's state: each column's words times odd keys."""
        h = 0
        for x in (self.active, self.listed, self.ever, self.joined, self.source, self.count, self.sat, self.tired, self.ln_ref,
                  self.promised, self.first, self.joined_at, self.last, self.spent, self.revenue, self.margin, self.before, *by.values()):
            raw = x.view(np.uint8)
            whole = len(raw) // 8 * 8
            words = raw[:whole].view(np.uint64)
            h = h * 0x9E3779B97F4A7C15 + int(np.dot(words, self.keys[: len(words)])) + int.from_bytes(raw[whole:].tobytes(), "little") & (1 << 64) - 1
        return h

    def sell(self, ids, count, price):
        p = self.p
        shape = p["purchase.shape"]
        value = self.rng.standard_gamma(shape * count) * (self.spend[ids] / shape)
        units = value / p["price.reference"]
        paid = np.rint(units * price * 100) / 100
        self.count[ids] += count
        self.spent[ids] += paid
        self.revenue[ids] += paid
        goods, service = units * p["price.unit_cost"], p["price.service_cost"] * count
        self.margin[ids] += paid - goods - service
        self.goods += float(goods.sum())
        self.service += float(service.sum())


FIGURES = ["active", "closing", "won", "revenue", "purchases", "gini", "top share", "knowledge", "churned", "returned", "lapsed",
           "goods", "best decile", "cherished", "joins by luck", "joins by price"]


def check(spec):
    """Compares means over seeds, figure by figure and round by round, in standard errors."""
    rounds, people = len(spec["runs"][0]), int(spec["parameters"]["people"])
    twin = []
    for seed in range(len(spec["runs"])):
        w = World(spec, people, 1000 + seed)
        twin.append([w.play(spec["decision"]) for _ in range(rounds)])
    worst, bad, all_z = 0.0, 0, []
    for f in FIGURES:
        a = np.array([[r[f] for r in run] for run in spec["runs"]], float)
        b = np.array([[r[f] for r in run] for run in twin], float)
        se = np.sqrt(a.var(0, ddof=1) / len(a) + b.var(0, ddof=1) / len(b))
        z = np.abs(a.mean(0) - b.mean(0)) / np.maximum(se, 1e-12 + 1e-6 * np.abs(a.mean(0)))
        all_z.extend(z)
        print("%-15s engine %12.3f twin %12.3f   largest difference %.1f standard errors" % (f, a[:, -1].mean(), b[:, -1].mean(), z.max()))
    # about a hundred correlated comparisons: 4.5 standard errors is beyond chance
    if max(all_z) > 4.5:
        print("NOT equal in distribution")
        return 1
    print("equal in distribution: the largest of %d differences is %.1f standard errors" % (len(all_z), max(all_z)))
    return 0


def clock(spec, sizes):
    for people in sizes:
        w = World(spec, people, 1)
        rounds = max(3, min(12, 4_000_000 // people))
        w.play(spec["decision"])
        began, used = time.perf_counter(), time.process_time()
        for _ in range(rounds):
            w.play(spec["decision"])
        each = lambda seconds: seconds / rounds / people * 1e9
        print("twin %d %.2f %.2f" % (people, each(time.perf_counter() - began), each(time.process_time() - used)), flush=True)


def replication(task):
    spec, people, rounds, seed = task
    w = World(spec, people, seed)
    for _ in range(rounds):
        closing = w.play(spec["decision"])["closing"]
    return closing


def replicate(spec, n, people, rounds):
    """Plays n firms from their first round of history on, on all cores; a row each."""
    rounds += int(spec["parameters"]["start.history"])
    with multiprocessing.Pool() as pool:
        rows = pool.imap(replication, ((spec, people, rounds, seed) for seed in range(n)), 8)
        print("%d firms of %d people played %d rounds; %.0f customers in the end" % (n, people, rounds, sum(rows) / n))


if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in ("check", "time", "replicate"):
        sys.exit(__doc__)
    spec = json.load(open(sys.argv[2]))
    if sys.argv[1] == "check":
        sys.exit(check(spec))
    if sys.argv[1] == "replicate":
        sys.exit(replicate(spec, *(int(os.environ[name]) for name in ("REPLICATIONS", "PEOPLE", "ROUNDS"))))
    clock(spec, [int(x) for x in sys.argv[3:]])
