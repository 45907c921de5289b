"""Independent oracle of metrics.md §7 "Content-category effectiveness" (Python 3.11, standard library only).

effects(posts) with posts = [(office, account, platform, category, interactions, exposure), ...]
category in layanan | kegiatan | positif | edukasi | none.  Golden/category_effect.golden.jsonl is recorded from it.
"""
import math, sys, json

CATS = ('layanan', 'kegiatan', 'positif', 'edukasi')
Z = 1.959964                      # per-office and Mantel-Haenszel intervals
TAU = [(i - .5) * .025 for i in range(1, 61)]
PRIOR = .5
CAP = 10.
BISECT, KMAX = 60, 1024.

# ------------------------------------------------------------------ Student t (continued fraction of the incomplete beta)
def _betacf(a, b, x):
    tiny = 1e-300
    qab, qap, qam = a + b, a + 1, a - 1
    c = 1.; d = 1 - qab * x / qap
    if abs(d) < tiny: d = tiny
    d = 1 / d; h = d
    for m in range(1, 10001):
        m2 = 2 * m
        aa = m * (b - m) * x / ((qam + m2) * (a + m2))
        d = 1 + aa * d; d = tiny if abs(d) < tiny else d
        c = 1 + aa / c; c = tiny if abs(c) < tiny else c
        d = 1 / d; h *= d * c
        aa = -(a + m) * (qab + m) * x / ((a + m2) * (qap + m2))
        d = 1 + aa * d; d = tiny if abs(d) < tiny else d
        c = 1 + aa / c; c = tiny if abs(c) < tiny else c
        d = 1 / d; de = d * c; h *= de
        if abs(de - 1) < 1e-16: break
    return h

def _ibeta(a, b, x, y):
    """regularised I_x(a,b) with y = 1-x given apart (no cancellation)"""
    if x <= 0: return 0.
    if y <= 0: return 1.
    lf = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(y)
    if x < (a + 1) / (a + b + 2): return math.exp(lf) * _betacf(a, b, x) / a
    return 1 - math.exp(lf) * _betacf(b, a, y) / b

def t_two_sided(t, nu):
    """P(|T_nu| >= |t|)"""
    t = abs(t)
    if math.isinf(t): return 0.
    if t == 0: return 1.
    s = t / math.sqrt(nu)                       # x = nu/(nu+t^2) = 1/(1+s^2)
    if s > 1e150: return 0.
    x = 1 / (1 + s * s); y = s * s / (1 + s * s)
    return min(1., max(0., _ibeta(nu / 2, .5, x, y)))

_TQ = {}
def t_quantile(nu, conf=.95):
    """t with P(|T_nu| >= t) = 1-conf"""
    if (nu, conf) in _TQ: return _TQ[nu, conf]
    al = 1 - conf if conf != .95 else .05
    lo, hi = 0., 1.
    while t_two_sided(hi, nu) > al: hi *= 2
    for _ in range(200):
        c = (lo + hi) / 2
        if c == lo or c == hi: break
        if t_two_sided(c, nu) > al: lo = c
        else: hi = c
    _TQ[nu, conf] = (lo + hi) / 2
    return _TQ[nu, conf]

# ------------------------------------------------------------------ step 2: kappa^2 of §6 over arbitrary cells
def kappa2(cells):
    """cells: list of lists of (I, E), E > 0"""
    use = [c for c in cells if len(c) >= 2 and sum(i for i, _ in c) > 0]
    df = sum(len(c) - 1 for c in use)
    def f(k):
        tot = 0.
        for c in use:
            sx = se = 0.
            for i, e in c:
                w = 1 / (1 + k * e); sx += w * i; se += w * e
            r = sx / se
            for i, e in c:
                m = r * e; tot += (i - m) * (i - m) / (m + k * m * m)
        return tot - df
    if df == 0 or f(0.) <= 0: return 0.
    lo, hi = 0., 1.
    while f(hi) > 0 and hi < KMAX: hi *= 2
    for _ in range(BISECT):
        c = (lo + hi) / 2
        if f(c) > 0: lo = c
        else: hi = c
    return (lo + hi) / 2

def group(keys, vals):
    d = {}
    for k, v in zip(keys, vals): d.setdefault(k, []).append(v)
    return d

# ------------------------------------------------------------------ step 1: population, cap, b_p of §6
def _num(x): return isinstance(x, (int, float)) and not isinstance(x, bool) and math.isfinite(x)

def prepare(posts):
    """-> usable posts as dicts (o, a, p, c, I capped, q), b, kappa2 of §6 over offices, counts left out"""
    P = []; out = dict(unusable=0, platform_zero=0)
    for o, a, p, c, i, q in posts:
        if not _num(i) or not _num(q) or i < 0 or q <= 0: out['unusable'] += 1; continue
        if c not in CATS and c != 'none': raise ValueError(c)
        P.append(dict(o=o, a=(o, a, p), p=p, c=c, I=float(i), q=float(q)))
    def ratio(num, den):
        x, n = {}, {}
        for t, u, v in zip(P, num, den):
            x[t['p']] = x.get(t['p'], 0.) + u; n[t['p']] = n.get(t['p'], 0.) + v
        return {p: x[p] / n[p] for p in x}
    b = ratio([t['I'] for t in P], [t['q'] for t in P])
    keep = [t for t in P if b[t['p']] > 0]; out['platform_zero'] = len(P) - len(keep); P = keep
    for t in P: t['I'] = min(t['I'], CAP * b[t['p']] * t['q'])
    b = ratio([t['I'] for t in P], [t['q'] for t in P])
    k = 0.
    for r in range(3):
        E = [b[t['p']] * t['q'] for t in P]
        k = kappa2(list(group([t['o'] for t in P], [(t['I'], e) for t, e in zip(P, E)]).values()))
        if r == 2: break
        w = [1 / (1 + k * e) for e in E]
        b = ratio([u * t['I'] for u, t in zip(w, P)], [u * t['q'] for u, t in zip(w, P)])
    return P, b, k, out

# ------------------------------------------------------------------ steps 3, 4: per office
def office_estimate(acc, k):
    """acc: list of (posts in c, posts in rest), posts as (w, I, E). -> (y, v, number of accounts used) or None"""
    S = sT = n1 = n0 = h1 = h0 = vv = 0.; used = 0
    for cs, rs in acc:
        if not cs or not rs: continue
        Xc = sum(w * i for w, i, _ in cs); Ec = sum(w * e for w, _, e in cs)
        X0 = sum(w * i for w, i, _ in rs); E0 = sum(w * e for w, _, e in rs)
        if Ec <= 0 or E0 <= 0: continue
        Ea = Ec + E0; r = (Xc + X0) / Ea
        if r <= 0: continue                                   # T_a = 0: says nothing
        T = r * Ec * E0 / Ea
        va = (k * (sum((w * e) ** 2 for w, _, e in cs) / Ec ** 2 + sum((w * e) ** 2 for w, _, e in rs) / E0 ** 2)
              + (sum(w * w * e for w, _, e in cs) / Ec ** 2 + sum(w * w * e for w, _, e in rs) / E0 ** 2) / r)
        n1 += Xc * E0 / Ea; n0 += X0 * Ec / Ea
        h1 += T * E0 / Ea; h0 += T * Ec / Ea
        sT += T; vv += T * T * va; used += 1
    if used == 0 or sT <= 0: return None
    return math.log((n1 + .5 * h1 / sT) / (n0 + .5 * h0 / sT)), vv / (sT * sT), used

def shrink(ys, vs):
    """one group, tau grid of §6 -> [(score, pv)], tau2, mu (posterior mean of mu)"""
    L, Es, Ps, Mu = [], [], [], []
    for t in TAU:
        w = [1 / (v + t * t) for v in vs]; W = sum(w)
        mu = sum(a * y for a, y in zip(w, ys)) / W
        L.append(-t * t / (2 * PRIOR * PRIOR) + .5 * sum(math.log(a) for a in w) - .5 * math.log(W)
                 - .5 * sum(a * (y - mu) ** 2 for a, y in zip(w, ys)))
        B = [t * t / (t * t + v) for v in vs]
        Es.append([mu + s * (y - mu) for s, y in zip(B, ys)])
        Ps.append([s * v + (1 - s) ** 2 / W for s, v in zip(B, vs)]); Mu.append(mu)
    m = max(L); z = [math.exp(l - m) for l in L]; s = sum(z); z = [a / s for a in z]
    res = []
    for j in range(len(ys)):
        e = sum(a * q[j] for a, q in zip(z, Es))
        # = sum(a*(pv+e_t^2)) - e^2, written without the cancellation
        pv = sum(a * (p[j] + (q[j] - e) ** 2) for a, p, q in zip(z, Ps, Es))
        res.append((e, pv))
    return res, sum(a * t * t for a, t in zip(z, TAU)), sum(a * u for a, u in zip(z, Mu))

# ------------------------------------------------------------------ step 5: county
def mantel_haenszel(strata):
    """[(a, n1, c, n0)] -> (rr, se_log, lo, hi) or None"""
    num = den = vn = 0.
    for a, n1, c, n0 in strata:
        if n1 <= 0 or n0 <= 0: continue
        T = n1 + n0; num += a * n0 / T; den += c * n1 / T; vn += (a + c) * (n1 / T) * (n0 / T)
    if num <= 0 or den <= 0: return None
    rr = num / den; se = math.sqrt(vn / num / den)
    return rr, se, rr * math.exp(-Z * se), rr * math.exp(Z * se)

def informative(strata): return [s for s in strata if s[1] > 0 and s[3] > 0 and s[0] + s[2] > 0]

def fe_beta(st):
    """root of the profile score over informative strata (needs sum a > 0 and sum c > 0); safeguarded Newton"""
    def at(b):
        s = inf = 0.
        for a, n1, c, n0 in st:
            u = n0 / n1 * math.exp(-b); p = 1 / (1 + u); m = a + c
            s += (a * u - c) * p                        # = a - m p
            inf += m * p * (u * p)
        return s, inf
    num = sum(a * n0 / (n1 + n0) for a, n1, c, n0 in st); den = sum(c * n1 / (n1 + n0) for a, n1, c, n0 in st)
    b = math.log(num / den)
    lo, hi, d = b, b, 1e-3
    while at(lo)[0] < 0 and lo > -600: lo = b - d; d *= 2
    d = 1e-3
    while at(hi)[0] > 0 and hi < 600: hi = b + d; d *= 2
    for _ in range(200):
        s, inf = at(b)
        if s > 0: lo = max(lo, b)
        elif s < 0: hi = min(hi, b)
        nb = b + s / inf if inf > 0 else (lo + hi) / 2
        if not lo <= nb <= hi: nb = (lo + hi) / 2
        done = abs(nb - b) <= 1e-15 * (1 + abs(b)); b = nb
        if done: break
    return b

def fe_poisson(strata):
    """fixed-effects Poisson, one binary covariate. -> dict (beta None with a reason when it does not exist)"""
    st = informative(strata); G = len(st)
    r = dict(G=G, beta=None, se_model=None, se=None, reason=None)
    if G == 0: r['reason'] = 'no_informative_account'; return r
    if sum(s[0] for s in st) <= 0: r['reason'] = 'no_events_in_category'; return r       # beta -> -inf
    if sum(s[2] for s in st) <= 0: r['reason'] = 'no_events_in_rest'; return r           # beta -> +inf
    b = fe_beta(st); S, F = [], []
    for a, n1, c, n0 in st:
        u = n0 / n1 * math.exp(-b); p = 1 / (1 + u); S.append((a * u - c) * p); F.append((a + c) * p * (u * p))
    tot = sum(F)
    if not tot > 0: r['reason'] = 'no_information'; return r
    r['beta'] = b; r['se_model'] = 1 / math.sqrt(tot)
    if G == 1: r['reason'] = 'one_account'; return r
    v = 0.
    for j in range(G):
        rest = sum(F[i] for i in range(G) if i != j)      # sum Inf - Inf_a, without the cancellation
        if not rest > 0: r['reason'] = 'no_information'; return r
        v += (S[j] / rest) ** 2
    se = math.sqrt((G - 1) / G * v)
    if not se > 1e-9: r['reason'] = 'no_variation'; return r
    r['se'] = se
    return r

def clustered_se(strata):
    """account sandwich sqrt(G/(G-1) sum s^2)/sum Inf (only to check the fixture)"""
    st = informative(strata); b = fe_beta(st); s2 = inf = 0.
    for a, n1, c, n0 in st:
        p = 1 / (1 + n0 / n1 * math.exp(-b)); s2 += (a - (a + c) * p) ** 2; inf += (a + c) * p * (1 - p)
    return math.sqrt(s2 * len(st) / (len(st) - 1)) / inf

def crude(strata):
    A, N1, C, N0 = (sum(s[j] for s in strata) for j in range(4))
    return (A / N1) / (C / N0) if N1 > 0 and N0 > 0 and C > 0 else None

def simpson(cr, adj, lo, hi):
    if cr is None or adj is None: return None
    if cr <= 0: return True                                # infinitely apart
    if max(cr / adj, adj / cr) > 1.2: return True
    return (cr - 1) * (adj - 1) < 0 and lo is not None and (lo > 1 or hi < 1)

def bh(ps):
    """{key: p or None} -> {key: adjusted or None}"""
    o = sorted((k for k in ps if ps[k] is not None), key=lambda k: ps[k]); m = len(o)
    out = {k: None for k in ps}; cur = 1.
    for i in range(m, 0, -1):
        cur = min(cur, ps[o[i - 1]] * m / i); out[o[i - 1]] = cur
    return out

# ------------------------------------------------------------------ all
def effects(posts, reading='A'):
    """reading A (chosen): b_p of §6's final state, kappa2 over account x category cells, w from it.
    B: w of §6 (kappa2 over offices), kappa2 of the cells in v_a only.  D: kappa2 over offices everywhere.  C: b_p iterated twice again with the cells' kappa2."""
    P, b, k6, left = prepare(posts)
    E = [b[t['p']] * t['q'] for t in P]
    cells = lambda: list(group([(t['a'], t['c']) for t in P], [(t['I'], e) for t, e in zip(P, E)]).values())
    k = kappa2(cells())
    if reading == 'C':
        for _ in range(2):
            x, n = {}, {}
            for t, e in zip(P, E):
                w = 1 / (1 + k * e); x[t['p']] = x.get(t['p'], 0.) + w * t['I']; n[t['p']] = n.get(t['p'], 0.) + w * t['q']
            b = {p: x[p] / n[p] for p in x}; E = [b[t['p']] * t['q'] for t in P]; k = kappa2(cells())
    if reading == 'D': k = k6
    kw = k6 if reading == 'B' else k
    W = [1 / (1 + kw * e) for e in E]
    offices = sorted({str(o) for o, *_ in posts})
    acc = group([t['a'] for t in P], list(zip(P, W, E)))          # account -> [(post, w, E)]
    byo = {o: [] for o in offices}
    for a in acc: byo[str(a[0])].append(a)
    res = dict(b=b, kappa2_offices=k6, kappa2_cells=k, posts_used=len(P), posts_unusable=left['unusable'],
               posts_platform_without_interactions=left['platform_zero'], offices={o: {} for o in offices}, categories={})
    for c in CATS:
        est = {}
        for o in offices:
            pairs = [([(w, t['I'], e) for t, w, e in acc[a] if t['c'] == c], [(w, t['I'], e) for t, w, e in acc[a] if t['c'] != c]) for a in byo[o]]
            both = [p for p in pairs if p[0] and p[1]]
            r = dict(n_posts=sum(len(p[0]) for p in pairs), n_rest=sum(len(p[1]) for p in pairs),
                     n_posts_compared=0, n_rest_compared=0, accounts=0, y=None, v=None, score=None, pv=None,
                     category_effectiveness=None, lo=None, hi=None, reason=None)
            e = office_estimate(pairs, k) if both else None
            if e is None:
                r['reason'] = 'no_posts_in_category' if r['n_posts'] == 0 else 'no_account_with_both' if not both else 'no_interactions'
            else:
                r['y'], r['v'], r['accounts'] = e
                live = [p for p in both if sum(i for _, i, _ in p[0]) + sum(i for _, i, _ in p[1]) > 0]
                r['n_posts_compared'] = sum(len(p[0]) for p in live); r['n_rest_compared'] = sum(len(p[1]) for p in live)
                est[o] = r
            res['offices'][o][c] = r
        tau2 = mu = None
        if est:
            S, tau2, mu = shrink([r['y'] for r in est.values()], [r['v'] for r in est.values()])
            for r, (e, pv) in zip(est.values(), S):
                h = Z * math.sqrt(pv)
                r.update(score=e, pv=pv, category_effectiveness=100 * math.exp(e), lo=100 * math.exp(e - h), hi=100 * math.exp(e + h))
        strata = []
        for a in acc:
            s = [0., 0., 0., 0.]
            for t, w, _ in acc[a]:
                j = 0 if t['c'] == c else 2
                s[j] += w * t['I']; s[j + 1] += w * t['q']
            strata.append(tuple(s))
        f = fe_poisson(strata); mh = mantel_haenszel(strata)
        n = sum(t['c'] == c for t in P)
        if n == 0: f['reason'] = 'no_posts_in_category'
        d = dict(n_posts=n, n_rest=len(P) - n, offices_estimated=len(est), tau2=tau2, mu=mu, accounts_informative=f['G'],
                 beta=f['beta'], se_model=f['se_model'], se=f['se'], ratio=None, lo=None, hi=None, t=None, p=None, p_adjusted=None,
                 mh=None, mh_se_log=None, mh_lo=None, mh_hi=None, crude=crude(strata), simpson=None, reason=f['reason'])
        if mh: d['mh'], d['mh_se_log'], d['mh_lo'], d['mh_hi'] = mh
        if f['beta'] is not None:
            d['ratio'] = math.exp(f['beta'])
            if f['se'] is not None:
                q = t_quantile(f['G'] - 1) * f['se']
                d['t'] = f['beta'] / f['se']; d['p'] = t_two_sided(d['t'], f['G'] - 1)
                d['lo'] = _exp(f['beta'] - q); d['hi'] = _exp(f['beta'] + q)
        d['simpson'] = simpson(d['crude'], d['ratio'], d['lo'], d['hi'])
        res['categories'][c] = d
    for c, p in bh({c: res['categories'][c]['p'] for c in CATS}).items(): res['categories'][c]['p_adjusted'] = p
    return res

def _exp(x): return math.exp(x) if x < 709.78 else None      # an interval end beyond a double is "no upper end"

def fixtures():
    def ok(name, got, want, tol=1e-6):
        good = abs(got - want) <= tol; print('ok  ' if good else 'FAIL', name, got, want); return good
    st = [(30, 400, 60, 1600), (500, 9000, 200, 4500), (5, 50, 90, 1200), (0, 0, 40, 500), (70, 1500, 20, 500)]
    mh = mantel_haenszel(st); f = fe_poisson(st); g = True
    g &= ok('MH', mh[0], 1.299105); g &= ok('MH se', mh[1], .0738641, 1e-7); g &= ok('MH lo', mh[2], 1.124012); g &= ok('MH hi', mh[3], 1.501473)
    g &= ok('beta', f['beta'], .267216105101, 1e-11); g &= ok('model se', f['se_model'], .0753652987, 1e-9)
    g &= ok('clustered se', clustered_se(st), .0666669381, 1e-9); g &= ok('jackknife', f['se'], .1565076574, 1e-8); g &= ok('G', f['G'], 4)
    g &= ok('crude', crude(st), 1.118499)
    s2 = [(40, 500, 300, 5000), (900, 45000, 100, 6000)]; mh = mantel_haenszel(s2); f2 = fe_poisson(s2)
    g &= ok('simpson crude', crude(s2), .568131868, 1e-9); g &= ok('simpson MH', mh[0], 1.231481); g &= ok('lo', mh[2], 1.033144); g &= ok('hi', mh[3], 1.467895)
    print('simpson beta ratio', math.exp(f2['beta']), 'se', f2['se'], 'flag', simpson(crude(s2), math.exp(f2['beta']), None, None))
    for nu, q in ((1, 12.706204736174694), (2, 4.302652729749462), (3, 3.182446305283708), (10, 2.2281388519862735), (100, 1.98397151852355)):
        g &= ok(f't{nu}', t_quantile(nu), q, 1e-9)
    g &= ok('p t=1 nu=1', t_two_sided(1, 1), .5, 1e-14); g &= ok('p t=2.5 nu=2', t_two_sided(2.5, 2), 1 - 2.5 / math.sqrt(2 + 6.25), 1e-14)
    return g

if __name__ == '__main__':
    if len(sys.argv) > 1 and sys.argv[1] == '-':            # JSON list of posts on stdin
        print(json.dumps(effects([tuple(p) for p in json.load(sys.stdin)]), indent=1))
    else: sys.exit(0 if fixtures() else 1)
