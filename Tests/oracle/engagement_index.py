#!/usr/bin/env python3
"""The engagement index of metrics.md §6, written apart from the program: the standard library and plain loops.

    engagement_index.py SEED COUNT [REFERENCE]

    engagement_index.py --posts FILE

prints COUNT random months as JSON lines, inputs and results; or, of the posts in FILE (office, platform, interactions,
exposure, peer group; tabs between), each office's score, variance and raw index, offices of five posts being ranked. REFERENCE is another implementation of the same section
(a file with `fit(posts, groups, ranked)`); where it is given, every month must agree with it to 1e-11.
"""
import importlib.util
import json
import math
import random
import statistics
import sys


def spread(cells):
    """kappa squared of lists of (interactions, expected)."""
    cells = [c for c in cells if len(c) > 1 and sum(i for i, _ in c) > 0]
    target = sum(len(c) - 1 for c in cells)

    def left(k):
        total = 0.0
        for cell in cells:
            rate = sum(i / (1 + k * e) for i, e in cell) / sum(e / (1 + k * e) for i, e in cell)
            total += sum((i - rate * e) ** 2 / (rate * e + k * rate * rate * e * e) for i, e in cell)
        return total

    if not target or left(0) <= target:
        return 0.0
    low, high = 0.0, 1.0
    while left(high) > target and high < 1024:
        high *= 2
    for _ in range(60):
        mid = (low + high) / 2
        low, high = (mid, high) if left(mid) > target else (low, mid)
    return (low + high) / 2


def county_rates(rows, weight):
    top, bottom = {}, {}
    for row, (_, platform, count, exposure) in enumerate(rows):
        top[platform] = top.get(platform, 0) + weight(row) * count
        bottom[platform] = bottom.get(platform, 0) + weight(row) * exposure
    return {p: top[p] / bottom[p] for p in top}


def by_office(rows, rates):
    out = {}
    for office, platform, count, exposure in rows:
        out.setdefault(office, []).append((count, rates[platform] * exposure))
    return out


def index(rows, groups, ranked):
    """rows: (office, platform, interactions, exposure). Returns parameters and one result for each office."""
    crude = county_rates(rows, lambda row: 1)
    raw = {o: 100 * sum(i for i, _ in c) / sum(e for _, e in c) if sum(e for _, e in c) else None
           for o, c in by_office(rows, crude).items()}
    rows = [(o, p, min(i, 10 * crude[p] * q), q) for o, p, i, q in rows if crude[p] > 0]
    rates = county_rates(rows, lambda row: 1)
    kappa = spread(by_office(rows, rates).values())
    for _ in range(2):
        old = rates
        rates = county_rates(rows, lambda row: 1 / (1 + kappa * old[rows[row][1]] * rows[row][3]))
        kappa = spread(by_office(rows, rates).values())
    offices = sorted(by_office(rows, rates))
    y, v = {}, {}
    for office, cell in by_office(rows, rates).items():
        seen = sum(i / (1 + kappa * e) for i, e in cell) + 0.5
        due = sum(e / (1 + kappa * e) for i, e in cell) + 0.5
        y[office], v[office] = math.log(seen / due), 1 / due
    size = {}
    for office in offices:
        if office in ranked and groups[office] is not None:
            size[groups[office]] = size.get(groups[office], 0) + 1
    group = {o: groups[o] if size.get(groups[o], 0) >= 8 else None for o in offices}
    shrunk, tau2, mean = shrink(offices, y, v, group)
    variances = [v[o] for o in offices if o in ranked]
    rho = tau2 / (tau2 + statistics.median(variances)) if variances else None
    parameters = {"rates": rates, "kappa2": kappa, "tau2": tau2, "mean": mean, "rho": rho}
    return parameters, {
        o: {"raw": raw[o], "y": y[o], "v": v[o], "score": shrunk[o][0], "variance": shrunk[o][1],
            "uses_group": group[o] is not None} for o in offices}


def shrink(units, y, v, group):
    steps = []
    for number in range(1, 61):
        t2 = ((number - 0.5) * 0.025) ** 2
        weight = {u: 1 / (v[u] + t2) for u in units}

        def centre(members):
            return sum(weight[u] * y[u] for u in members) / sum(weight[u] for u in members)

        likelihood, values = -t2 / 0.5, {}
        for name in set(group[u] for u in units):
            members = [u for u in units if group[u] == name]
            total, middle = sum(weight[u] for u in members), centre(members)
            likelihood += 0.5 * (sum(math.log(weight[u]) for u in members) - math.log(total)
                                 - sum(weight[u] * (y[u] - middle) ** 2 for u in members))
            source = members if name is not None else units
            for u in members:
                keep, middle = t2 / (t2 + v[u]), centre(source)
                values[u] = (middle + keep * (y[u] - middle),
                             keep * v[u] + (1 - keep) ** 2 / sum(weight[x] for x in source))
        steps.append((likelihood, t2, centre(units), values))
    best = max(s[0] for s in steps)
    scale = sum(math.exp(s[0] - best) for s in steps)
    share = [math.exp(s[0] - best) / scale for s in steps]
    out = {}
    for u in units:
        score = sum(a * s[3][u][0] for a, s in zip(share, steps))
        square = sum(a * (s[3][u][1] + s[3][u][0] ** 2) for a, s in zip(share, steps))
        out[u] = (score, square - score * score)
    return out, sum(a * s[1] for a, s in zip(share, steps)), sum(a * s[2] for a, s in zip(share, steps))


def month(draw):
    """A random month: mostly small, with silent offices, viral posts, idle platforms' worth of zeros and groups."""
    offices = draw.choice([3, 4, 6, 9, 12, 12, 18, 41])
    platforms = draw.randint(1, 5)
    level = [draw.uniform(0.005, 0.12) for _ in range(platforms)]
    rows = []
    for office in range(offices):
        skill = math.exp(draw.gauss(0, draw.choice([0, 0.35, 0.8])))
        for _ in range(draw.choice([1, 1, 2, 3, 5, 8, 13])):
            platform = draw.randrange(platforms)
            exposure = max(1, round(draw.lognormvariate(5.5, 1.2)))
            mean = level[platform] * skill * exposure * draw.lognormvariate(-0.2, 0.6)
            if draw.random() < 0.02:
                mean *= 30
            count = max(0, round(draw.gauss(mean, math.sqrt(mean) + 0.1)))
            rows.append((office, platform, 0 if draw.random() < 0.05 else count, exposure))
    # A platform on which nobody interacted is left out by §6; it has a test of its own.
    rows = [r for r in rows if sum(x[2] for x in rows if x[1] == r[1]) > 0]
    present = sorted(set(r[0] for r in rows))
    if len(present) < 3:
        return month(draw)
    names = draw.choice([[None], ["a"], ["a", "b"], ["a", "b", None]])
    groups = {o: draw.choice(names) for o in present}
    posts = {o: sum(1 for r in rows if r[0] == o) for o in present}
    ranked = set(o for o in present if posts[o] >= draw.choice([1, 5]))
    return rows, groups, ranked


def check(reference, rows, groups, ranked, parameters, results):
    posts = {}
    for office, platform, count, exposure in rows:
        posts.setdefault(office, []).append((platform, count, exposure))
    other, general = reference.fit(posts, groups, ranked)
    close = lambda a, b: abs(a - b) <= 1e-11 * max(1, abs(a))
    assert close(general["kappa2"], parameters["kappa2"]) and close(general["tau2"], parameters["tau2"])
    assert all(close(other[o]["score"], r["score"]) and close(other[o]["pv"], r["variance"])
               for o, r in results.items())


def from_file(path):
    rows, groups = [], {}
    for line in open(path, encoding="utf-8"):
        office, platform, count, exposure, group = line.rstrip("\n").split("\t")
        rows.append((office, platform, int(count), int(exposure)))
        groups[office] = group or None
    ranked = {o for o in groups if sum(1 for r in rows if r[0] == o) >= 5}
    for office, r in sorted(index(rows, groups, ranked)[1].items()):
        print(office, repr(r["score"]), repr(r["variance"]), repr(r["raw"]), sep="\t")


def main():
    if sys.argv[1] == "--posts":
        return from_file(sys.argv[2])
    draw, count = random.Random(int(sys.argv[1])), int(sys.argv[2])
    reference = None
    if len(sys.argv) > 3:
        spec = importlib.util.spec_from_file_location("reference", sys.argv[3])
        reference = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(reference)
    for _ in range(count):
        rows, groups, ranked = month(draw)
        parameters, results = index(rows, groups, ranked)
        if reference and ranked:
            check(reference, rows, groups, ranked, parameters, results)
        print(json.dumps({
            "posts": rows, "groups": [[o, g] for o, g in sorted(groups.items())], "ranked": sorted(ranked),
            "rates": sorted(parameters.pop("rates").items()), **parameters,
            "offices": [{"office": o, **r} for o, r in sorted(results.items())]}))


if __name__ == "__main__":
    main()
