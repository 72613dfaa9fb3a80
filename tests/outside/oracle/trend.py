"""Reference implementation of comparisons and of the gate, for differential tests of the program.

As score.py, it follows the scoring document (part F) sentence by sentence and makes nothing fast.
"""
from fractions import Fraction

from score import PUBLISHABLE, is_empty, number, question_scores, reached, score, weight

STABLE = Fraction(1, 20)
IN_COMMON = Fraction(4, 5)


class Refused(Exception):
    """The versions have too little in common."""


def same_questions(rubric, old, new):
    """The ids of the rubric's questions that every answered version has with the same meaning."""
    own = {q["id"]: weight(q) for q in rubric["questions"]}
    major = rubric["version"].split(".")[0]
    versions = {}
    for version in {sheet["rubric"]["version"] for sheet in old + new}:
        if version.split(".")[0] == major:
            versions[version] = (set(own), sum(own.values()))
            continue
        mapping = next(m for v, m in rubric["replaces"].items() if v.split(".")[0] == version.split(".")[0])
        same = {m if isinstance(m, str) else m["to"][0] for m in mapping.values()
                if isinstance(m, str) or m["became"] == "same"}
        again = [key for key, m in mapping.items() if isinstance(m, dict) and m["became"] != "same"]
        versions[version] = (same, sum(own[key] for key in same) + sum(own.get(key, Fraction(1)) for key in again))
    common = set.intersection(*(same for same, _ in versions.values()))
    for _, total in versions.values():
        if total == 0 or sum(own[key] for key in common) / total < IN_COMMON:
            raise Refused
    return common


def renamed(rubric, sheets):
    """Sheets of an older version with the ids of the rubric at hand."""
    out = []
    for sheet in sheets:
        version, answers = sheet["rubric"]["version"], sheet["answers"]
        if version.split(".")[0] != rubric["version"].split(".")[0]:
            mapping = next(m for v, m in rubric["replaces"].items() if v.split(".")[0] == version.split(".")[0])
            answers = {}
            for key, answer in sheet["answers"].items():
                became = mapping.get(key, key)
                if isinstance(became, str):
                    answers[became] = answer
                elif became["became"] == "same":
                    answers[became["to"][0]] = answer
        out.append({**sheet, "answers": answers})
    return out


def raw_level(levels, columns):
    """The level by the known answers, whether it may be published or not; None where nothing applies."""
    columns = [cells for cells in columns if not all(map(is_empty, cells))]
    if not columns:
        return None
    top = min(reached(cells, "point") for cells in columns)
    return next((levels[i]["id"] for i in reversed(range(top)) if any(not is_empty(c[i]) for c in columns)), "none")


def delta(old, new):
    if old["low"] is None or new["low"] is None:
        return None
    known = old["point"] is not None and new["point"] is not None
    return {"point": new["point"] - old["point"] if known else None,
            "low": new["low"] - old["high"], "high": new["high"] - old["low"]}


def verdict_of(change):
    if change["point"] is None:
        return "unknown"
    if abs(change["point"]) < STABLE:
        return "stable"
    if change["point"] > 0:
        return "improved_certain" if change["low"] > 0 else "improved_provisional"
    return "regressed_certain" if change["high"] < 0 else "regressed_provisional"


def start_option(rubric, result):
    top = rubric["scale"][-1]["points"]
    return max(i for i, option in enumerate(rubric["scale"]) if Fraction(option["points"], top) <= result["base"])


KEYS = ("delta", "verdict", "level", "composition", "regressed", "essential_lost", "common")


def compare(rubric, old, new):
    """`principles` and `overall` of a comparison."""
    same = same_questions(rubric, old, new)
    old, new = renamed(rubric, old), renamed(rubric, new)
    before, after = question_scores(rubric, old), question_scores(rubric, new)
    common = {key for key in same if before[key] is not None and after[key] is not None}
    whole = [score(rubric, sheets) for sheets in (old, new)]
    part = [score(rubric, sheets, only=common) for sheets in (old, new)]
    minimum = number(rubric.get("scoring", {}).get("essential_minimum", "1/2"))
    levels = rubric["levels"]

    def entry(find, columns, inside):
        change = delta(*(find(one)["score"] for one in part))
        if change is None:
            return {"comparable": False, **dict.fromkeys(KEYS)}
        own = [q for q in rubric["questions"] if q["id"] in common and inside(q)]
        shown = [find(one)["level"]["point"] for one in whole]
        raw = [raw_level(levels, columns(one)) for one in part]
        kept = lambda value: value is not None and value >= minimum
        return {"comparable": True, "delta": change, "verdict": verdict_of(change),
                "level": {"old": shown[0], "new": shown[1]},
                "composition": None not in shown and shown[0] != shown[1] and raw[0] == raw[1],
                "regressed": [q["id"] for q in own if start_option(rubric, after[q["id"]])
                              < start_option(rubric, before[q["id"]])],
                "essential_lost": [q["id"] for q in own if q.get("essential") and kept(before[q["id"]]["point"])
                                   and not kept(after[q["id"]]["point"])],
                "common": len(own), "raw": raw}

    principles = []
    for i, principle in enumerate(rubric["principles"]):
        found = entry(lambda one, i=i: one["principles"][i], lambda one, i=i: [one["principles"][i]["cells"]],
                      lambda q, p=principle: q["principle"] == p["id"])
        principles.append({"id": principle["id"], **found})
    overall = entry(lambda one: one["overall"], lambda one: [p["cells"] for p in one["principles"]], lambda q: True)
    return {"principles": principles, "overall": overall}


def without_raw(compared):
    """What the program writes too."""
    strip = lambda part: {key: value for key, value in part.items() if key != "raw"}
    return {"principles": [strip(part) for part in compared["principles"]], "overall": strip(compared["overall"])}


# --- The gate --------------------------------------------------------------------------------------------------------

def rank(rubric, level):
    return (["none"] + [one["id"] for one in rubric["levels"]]).index(level)


def level_holds(rubric, found, required, strict):
    level = found["level"]
    if level["status"] is None:
        return False
    # Where the point may not be published, the lowest is what is known for sure.
    shown = rank(rubric, level["point"] or level["low"])
    # The point can be below the lowest where the lowest option is enough for an unknown essential question.
    shown = min(shown, rank(rubric, level["low"])) if strict else shown
    return shown >= rank(rubric, required)


def score_holds(found, least, strict):
    value = found["score"]
    if value["low"] is None:
        return False
    known = value["point"] is not None and (found["coverage"] >= PUBLISHABLE or value["low"] == value["high"])
    return (value["point"] if known and not strict else value["low"]) >= least


def drop_holds(rubric, part, most, strict, coverage):
    change = part["delta"]
    judged = change["low"] if strict else change["point"]
    if judged is None:
        return False
    holds = (lambda drop: drop > -STABLE) if most is None else (lambda drop: drop >= -most)
    if not strict and (coverage is None or coverage < PUBLISHABLE) and holds(change["low"]) != holds(change["high"]):
        return False  # too little is known of the newer one, and the unknown answers decide
    if not holds(judged):
        return False
    if most is not None or None in part["level"].values():
        return True
    old, new = part["raw"]
    return old is None or new is None or rank(rubric, new) >= rank(rubric, old)


def contested(rubric, sheets):
    """Of everything (None) and each principle, what people with lived experience see where their level is lower.

    Only for joint sheets, of which none is hidden."""
    flags = {one["id"] for one in rubric.get("perspectives", []) if one.get("lived_experience")}
    theirs = [sheet for sheet in sheets if sheet.get("perspective") in flags]
    if not theirs:
        return {}

    def parts(own):
        found = score(rubric, own)
        return {None: found["overall"], **{principle["id"]: principle for principle in found["principles"]}}

    def lower(one, other):
        """By what may be published: the points, or ranges that do not meet."""
        at = lambda level, key: None if level[key] is None else rank(rubric, level[key])
        mine, yours = at(one, "point"), at(other, "point")
        if mine is None or yours is None:
            mine, yours = at(one, "high"), at(other, "low")
        return mine is not None and yours is not None and mine < yours

    view, whole = parts(theirs), parts(sheets)
    return {key: view[key] for key in whole if lower(view[key]["level"], whole[key]["level"])}


def judge(rubric, sheets, rules, strict=False, compared=None, total=False):
    """For each rule (name, principle or None, what is required) whether it holds, in the order of verdicts.

    total: a contested level is not judged by the lower one."""
    found = score(rubric, sheets)
    of = {principle["id"]: principle for principle in found["principles"]}
    lower = {} if total else contested(rubric, sheets)
    out = []
    for name, principle, required in rules:
        one = of[principle] if principle else found["overall"]
        if name == "level" or name == "principle" and isinstance(required, str):
            out.append((name, principle, level_holds(rubric, lower.get(principle, one), required, strict)))
        elif name in ("score", "principle"):
            out.append((name, principle, score_holds(one, required, strict)))
        elif name == "coverage":
            out.append((name, None, one["coverage"] is not None and one["coverage"] >= required))
        elif name == "baseline":
            whole = compared["overall"]
            out.append((name, None, whole["comparable"]
                        and drop_holds(rubric, whole, required, strict, found["overall"]["coverage"])))
            out += [(name, part["id"], drop_holds(rubric, part, required, strict, of[part["id"]]["coverage"]))
                    for part in compared["principles"] if part["comparable"]]
    return out
