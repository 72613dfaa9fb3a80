"""Reference implementation of what is said of many voices: who is hidden, gaps, agreement, stability.

Like score.py it follows the scoring document sentence by sentence, in Fractions, and makes nothing fast: the permutation
p is counted by trying every way.
"""
from fractions import Fraction
from itertools import combinations
from math import comb

from score import DK, NA, asked, mean, number, read_answer, score, weight

POOL, ORGANISATION = "lived-experience", "organisation"


def group_of(sheet):
    return sheet.get("perspective") or ORGANISATION


def known(rubric, sheet, questions):
    """The known answers as {question id: value}."""
    answers = {q["id"]: read_answer(q, sheet, rubric["scale"]) for q in questions if asked(q, sheet)}
    return {name: value for name, value in answers.items() if isinstance(value, Fraction)}


def people(sheet):
    return 1 if sheet.get("respondent") else max(1, sheet.get("people", 1))


def of_principle(rubric, principle):
    return [q for q in rubric["questions"] if q["principle"] == principle]


# --- D. Who is hidden ------------------------------------------------------------------------------------------------

def decide(groups, lived, n, k, chosen=None, ends=()):
    """For one principle: hidden groups with their reason, whether the total is, whether the views are.

    chosen: the values that each group chose; ends: the lowest and the highest of the scale."""
    chosen = chosen or {}
    values = lambda members: set().union(*(chosen.get(g, set()) for g in members))
    open_ends = [end for end in ends if values(groups) - {end}]

    def exposes(members):
        inside = [g for g in members if g in hidden]
        at_end = any(values(inside) <= {end} for end in open_ends)
        return bool(inside) and (len(inside) == 1 or sum(n[g] for g in inside) < k or at_end)

    hidden = {g: "too_few" for g in groups if 0 < n[g] < k}
    while exposes(groups):
        others = [g for g in groups if g not in hidden and n[g] > 0]
        if not others:
            break
        hidden[min(others, key=lambda g: (n[g], g))] = "complementary"
    total = 0 < sum(n.values()) < k
    sides = [[g for g in groups if (g in lived) == side] for side in (True, False)]
    views = total or any(0 < sum(n[g] for g in side) < k or exposes(side) for side in sides)
    return hidden, total, views


def pooled(groups, members, counts, k):
    """Groups and counts with some of them as one; None if that does not make a group of k."""
    sums = {p: sum(n[g] for g in members) for p, n in counts.items()}
    if len(members) < 2 or all(value < k for value in sums.values()):
        return None
    return ([g for g in groups if g not in members] + [POOL],
            {p: {**{g: n[g] for g in groups if g not in members}, POOL: sums[p]} for p, n in counts.items()})


def disclosure(rubric, sheets, k):
    """{principle: (hidden, total, views)}, and who is pooled."""
    groups = list(dict.fromkeys(map(group_of, sheets)))
    flags = {p["id"]: p.get("lived_experience", False) for p in rubric.get("perspectives", [])}
    lived = [g for g in groups if flags.get(g)]
    counts = {p["id"]: {g: sum(people(s) for s in sheets if group_of(s) == g
                               and known(rubric, s, of_principle(rubric, p["id"]))) for g in groups}
              for p in rubric["principles"]}
    took_part = {g: sum(people(s) for s in sheets if group_of(s) == g) for g in groups}

    chosen = {p: {g: {value for s in sheets if group_of(s) == g
                      for value in known(rubric, s, of_principle(rubric, p)).values()} for g in groups}
              for p in counts}
    points = [option["points"] for option in rubric["scale"]]
    ends = [Fraction(min(points), max(points)), Fraction(1)]

    def all_of(kept, counts):
        pool = [g for g in groups if g not in kept]
        of = lambda p: {**chosen[p], POOL: set().union(*(chosen[p][g] for g in pool))}
        return {p: decide(kept, lived + [POOL], n, k, of(p), ends) for p, n in counts.items()}

    small = [g for g in lived if took_part[g] < k or any(0 < n[g] < k for n in counts.values())]
    members, first = small, pooled(groups, small, counts, k)
    if first is None:
        members, first = [], (groups, counts)
    decided = all_of(*first)
    every = pooled(groups, lived, counts, k)
    if every:
        again = all_of(*every)
        shown = [{p for p, (_, _, views) in found.items() if not views} for found in (decided, again)]
        if shown[0] < shown[1]:
            members, decided = lived, again
    return decided, members


# --- C. Gaps, agreement, stability -----------------------------------------------------------------------------------

def unit(rubric, sheet, principle):
    """A respondent's own score, if what is known covers half of the weight of what was asked and applies."""
    questions = [q for q in of_principle(rubric, principle) if asked(q, sheet)
                 and read_answer(q, sheet, rubric["scale"]) != NA]
    values = known(rubric, sheet, questions)
    if not values or 2 * sum(weight(q) for q in questions if q["id"] in values) < sum(map(weight, questions)):
        return None
    cells = [(weight(level), mean([(weight(q), values.get(q["id"])) for q in questions if q["level"] == level["id"]]))
             for level in rubric["levels"]]
    return mean(cells)


def cliffs_delta(xs, ys):
    return Fraction(sum((x > y) - (x < y) for x in xs for y in ys), len(xs) * len(ys))


def permutation_p(xs, ys):
    """Two-sided, of the rank sum with mid-ranks; None where trying every way takes too long."""
    if comb(len(xs) + len(ys), len(xs)) > 20000:
        return None
    every = xs + ys
    ranks = [sum(2 * (y < x) + (y == x) for y in every) + 1 for x in every]  # doubled
    middle = len(xs) * (len(every) + 1)
    found = abs(sum(ranks[:len(xs)]) - middle)
    far = [abs(sum(chosen) - middle) >= found for chosen in combinations(ranks, len(xs))]
    return Fraction(sum(far), len(far))


def holm(values):
    order, result, highest = sorted(range(len(values)), key=lambda i: values[i]), [None] * len(values), Fraction(0)
    for place, i in enumerate(order):
        highest = max(highest, min(Fraction(1), (len(values) - place) * values[i]))
        result[i] = highest
    return result


def gaps(rubric, groups, shown, k, voice, blunt):
    """groups: {id: sheets}, in order; shown: {(group, principle)}. {(principle, a, b): …}

    The mean of a pool is that of its perspectives' means; blunt: how extremes are printed."""
    found, scale = {}, rubric["scale"]
    half_step = Fraction(scale[-1]["points"] - scale[0]["points"], scale[-1]["points"] * (len(scale) - 1) * 2)

    def units(sheets, p):
        values = [unit(rubric, s, p) for s in sheets if s.get("respondent")]
        return [value for value in values if value is not None]

    def middle(sheets, p):
        parts = [[s for s in sheets if group_of(s) == g] for g in dict.fromkeys(map(group_of, sheets))]
        return mean([(1, mean([(1, u) for u in units(part, p)])) for part in (parts if voice == "equal" else [sheets])])

    for a, b in combinations(groups, 2):
        for p in (p["id"] for p in rubric["principles"]):
            xs, ys = units(groups[a], p), units(groups[b], p)
            if {(a, p), (b, p)} <= shown and min(len(xs), len(ys)) >= k:
                delta, means = cliffs_delta(xs, ys), [middle(groups[a], p), middle(groups[b], p)]
                found[p, a, b] = {"delta": delta, "difference": blunt(means[0]) - blunt(means[1]),
                                  "p": permutation_p(xs, ys), "notable": abs(delta) >= Fraction(474, 1000)
                                  and abs(means[0] - means[1]) >= half_step}
    if all(gap["p"] is not None for gap in found.values()):
        for gap, corrected in zip(found.values(), holm([gap["p"] for gap in found.values()])):
            gap["p_holm"], gap["strong"] = corrected, gap["notable"] and corrected <= Fraction(1, 20)
    else:
        for gap in found.values():
            gap.pop("p")
    return found


def a_wg(values, options):
    """values: option indices of one question."""
    n, low, high = len(values), 0, options - 1
    if n < 5:
        return None
    m = Fraction(sum(values), n)
    variance = sum((v - m) ** 2 for v in values) / (n - 1)
    if variance == 0:
        return Fraction(1)
    if not Fraction(low * (n - 1) + high, n) <= m <= Fraction(high * (n - 1) + low, n):
        return None
    return 1 - 2 * variance / (((high + low) * m - m * m - high * low) * Fraction(n, n - 1))


def alpha(units, options):
    """Ordinal; units: the option indices that were given to each question."""
    units = [unit for unit in units if len(unit) >= 2]
    pairs = {(c, d): Fraction(0) for c in range(options) for d in range(options)}
    for one in units:
        for i, c in enumerate(one):
            for j, d in enumerate(one):
                if i != j:
                    pairs[c, d] += Fraction(1, len(one) - 1)
    n = [sum(pairs[c, d] for d in range(options)) for c in range(options)]

    def squared(c, d):
        c, d = min(c, d), max(c, d)
        return (sum(n[c:d + 1]) - (n[c] + n[d]) / 2) ** 2

    expected = sum(n[c] * n[d] * squared(c, d) for c in range(options) for d in range(options)) if units else 0
    if expected == 0:
        return None
    observed = sum(value * squared(c, d) for (c, d), value in pairs.items())
    return 1 - (sum(n) - 1) * observed / expected


def median(values):
    values = sorted(values)
    if not values:
        return None
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2


def agreement(rubric, sheets, k):
    scale = rubric["scale"]
    points = [Fraction(option["points"], scale[-1]["points"]) for option in scale]
    result = []
    for p in rubric["principles"]:
        questions, persons = of_principle(rubric, p["id"]), [s for s in sheets if s.get("respondent")]
        answers = [known(rubric, sheet, questions) for sheet in persons]
        raters = sum(map(bool, answers))
        entry = {"principle": p["id"], "a_wg": None, "alpha": None, "raters": None}
        if raters >= k:
            units = [[points.index(one[q["id"]]) for one in answers if q["id"] in one] for q in questions]
            entry["raters"] = raters
            found = [a_wg(values, len(scale)) for values in units if len(values) >= max(5, k)]
            entry["a_wg"] = median([value for value in found if value is not None])
            if sum(len(values) >= 2 for values in units) >= 5:
                entry["alpha"] = alpha(units, len(scale))
        result.append(entry)
    return result


def levels(rubric, sheets, voice):
    """The levels of the known answers, also where only the range may be published."""
    result = score(rubric, sheets, voice, publish_all=True)
    return [part["level"]["point"] for part in [result["overall"], *result["principles"]]]


def stable(rubric, sheets, voice):
    whole = levels(rubric, sheets, voice)
    return all(levels(rubric, sheets[:i] + sheets[i + 1:], voice) == whole
               for i, sheet in enumerate(sheets) if sheet.get("respondent"))


def dont_know_share(rubric, sheets, voice):
    def share(sheets):
        answers = [read_answer(q, s, rubric["scale"]) for s in sheets for q in rubric["questions"] if asked(q, s)]
        answers = [answer for answer in answers if answer != NA]
        return Fraction(answers.count(DK), len(answers)) if answers else None

    parts = [[s for s in sheets if group_of(s) == g] for g in dict.fromkeys(map(group_of, sheets))]
    return mean([(1, share(part)) for part in (parts if voice == "equal" else [sheets])])
