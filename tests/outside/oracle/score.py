"""Reference implementation of the scoring rules, for differential tests of the program.

It follows the scoring document sentence by sentence and is meant to be read beside it: everything is a Fraction, so
that ties are ties, and nothing is made fast. Input is taken to be valid.
"""
import json
import sys
from fractions import Fraction

KINDS = ("point", "low", "high")
HALF = Fraction(1, 2)
PUBLISHABLE = Fraction(4, 5)  # coverage from which a level that may still change is published as a point
EARLY, LATE = ("planning", "design"), ("delivery", "evaluation")
PHASES = EARLY + LATE
NA, DK, UNANSWERED = "na", "dk", None  # what an answer is if it is not a value


def load(path):
    """Decimals are read as written: 0.7 is 7/10, not the nearest binary number."""
    with open(path, encoding="utf-8-sig") as file:
        return json.load(file, parse_float=Fraction)


def number(written):
    """A weight or threshold: an integer, a decimal or "a/b"."""
    return Fraction(str(written))


def mean(pairs):
    """Weighted mean of (weight, value); a value of None is left out, and the mean of nothing is None, never 0."""
    known = [(weight, value) for weight, value in pairs if value is not None]
    return sum(w * v for w, v in known) / sum(w for w, _ in known) if known else None


def bounds(pairs):
    """Weighted mean of (weight, score) for point, low and high separately."""
    return {kind: mean([(weight, score[kind]) for weight, score in pairs]) for kind in KINDS}


# --- Answers and questions -------------------------------------------------------------------------------------------

def asked(question, sheet):
    """Who speaks for the whole organisation, or for both settings, is asked everything. An empty list is as none."""
    perspectives, settings = question.get("perspectives"), question.get("settings")
    perspective, setting = sheet.get("perspective"), sheet["organisation"].get("setting")
    return ((not perspectives or perspective is None or perspective in perspectives)
            and (not settings or setting in (None, "both") or setting in settings))


def read_answer(question, sheet, scale):
    """The answer's value (points / highest points), NA, DK or UNANSWERED."""
    answer = sheet["answers"].get(question["id"])
    if isinstance(answer, dict):
        answer = answer.get("choice")
    if answer == "na":
        return NA if question.get("na_allowed", True) else UNANSWERED
    if answer == "dk" or answer is None:
        return DK if answer == "dk" else UNANSWERED
    points = next(option["points"] for option in scale if answer in (option["id"], option["points"]))
    return Fraction(points, scale[-1]["points"])


def question_score(question, groups, scale):
    """The organisation's value of a question, None if it is not applicable in any group.

    Each group weighs the same, however many people are in it."""
    lowest = Fraction(scale[0]["points"], scale[-1]["points"])
    parts, said_dk = [], False
    for sheets in groups:
        answers = [read_answer(question, sheet, scale) for sheet in sheets if asked(question, sheet)]
        answers = [answer for answer in answers if answer != NA]
        if not answers:
            continue
        known = [answer for answer in answers if isinstance(answer, Fraction)]
        unknown = len(answers) - len(known)
        said_dk = said_dk or DK in answers
        parts.append({"low": (sum(known) + unknown * lowest) / len(answers),
                      "high": Fraction(sum(known) + unknown) / len(answers),
                      "point": sum(known) / len(known) if known else None,
                      "coverage": Fraction(len(known), len(answers))})
    if not parts:
        return None
    result = {key: mean([(1, part[key]) for part in parts]) for key in KINDS + ("coverage",)}
    # For the order of blockers only: a question nobody could answer counts as the worst.
    result["base"] = lowest if result["point"] is None else result["point"]
    result["said_dk"] = said_dk
    return result


# --- Cells and levels ------------------------------------------------------------------------------------------------

def weight(thing):
    return number(thing.get("weight", 1))


def cell_result(level, questions, results, scoring):
    """One principle at one level."""
    applicable = [(q, results[q["id"]]) for q in questions if results[q["id"]] is not None]
    threshold = number(level.get("threshold", scoring.get("threshold", "3/4")))
    minimum = number(scoring.get("essential_minimum", "1/2"))
    score = bounds([(weight(q), r) for q, r in applicable])

    def reaches(value, bar):
        return value is not None and value >= bar  # unknown fails; only `point` can be unknown here

    passes = {kind: not applicable or reaches(score[kind], threshold) and all(
        reaches(r[kind], minimum) for q, r in applicable if q.get("essential")) for kind in KINDS}

    blockers = []
    if not passes["point"]:
        # sorted() is stable: equal gaps keep the rubric's order.
        gaps = sorted(applicable, key=lambda qr: -weight(qr[0]) * (1 - qr[1]["base"]))
        first = [q["id"] for q, r in gaps if q.get("essential") and r["base"] < minimum]
        blockers = first + [q["id"] for q, r in gaps if r["base"] < 1 and q["id"] not in first]

    without_point = [r for _, r in applicable if r["point"] is None]
    dont_know = sum(r["said_dk"] for r in without_point)
    return {"level": level["id"], "score": score, "passes": passes, "blockers": blockers,
            "counts": {"questions": len(questions), "applicable": len(applicable),
                       "answered": len(applicable) - len(without_point),
                       "dont_know": dont_know, "unanswered": len(without_point) - dont_know}}


def is_empty(cell):
    return cell["counts"]["applicable"] == 0


def reached(cells, kind):
    """t: the number of cells that pass, counted from the first up to the first that fails."""
    return next((t for t, cell in enumerate(cells) if not cell["passes"][kind]), len(cells))


def reachable(cells):
    """Every t that some completion of the unknowns reaches. Cells share no question, so that the best case of the first
    t and the worst case of the next one can hold together."""
    return {t for t in range(len(cells) + 1)
            if t <= reached(cells, "high") and (t == len(cells) or not cells[t]["passes"]["low"])}


def level_result(levels, filled, t, possible, coverage, publish_all=False):
    """t and possible as ids. filled: for each level, whether anything applies there; an empty level is never shown."""
    def shown(top):
        return next((levels[i]["id"] for i in reversed(range(top)) if filled[i]), "none")

    result = {kind: shown(t[kind]) for kind in KINDS}
    result["possible"] = list(dict.fromkeys(shown(top) for top in sorted(possible)))
    result["status"] = ("certain" if result["low"] == result["high"]
                        else "provisional" if coverage >= PUBLISHABLE else "insufficient")
    if result["status"] == "insufficient" and not publish_all:
        result["point"] = None
    return result


NO_LEVEL = {"point": None, "low": None, "high": None, "possible": [], "status": None}


# --- Involvement -----------------------------------------------------------------------------------------------------

def involvement(rubric, results):
    """The kind of involvement; None where the rubric does not have both facets."""
    if not {"phase", "aspect"} <= {facet["id"] for facet in rubric.get("facets", [])}:
        return None

    def having(aspect, phase=None):
        return [q for q in rubric["questions"] if aspect in q.get("facets", {}).get("aspect", [])
                and (phase is None or phase in q.get("facets", {}).get("phase", []))]

    def half(kind, questions):
        value = mean([(weight(q), results[q["id"]][kind]) for q in questions if results[q["id"]] is not None])
        return value is not None and value >= HALF

    def label(kind):
        involved = [p for p in PHASES if half(kind, having("involvement", p))]
        shared = [p for p in involved if half(kind, having("power", p))]
        early, late = any(p in EARLY for p in shared), any(p in LATE for p in shared)
        if not involved:
            return "no_participation"
        if not shared:
            return "participation"
        if (len(shared) == len(PHASES) and half(kind, having("reciprocity"))
                and (not having("routine") or half(kind, having("routine")))):
            return "co_production"
        return "co_creation" if early and late else "co_design" if early else "co_delivery"

    applies = any(results[q["id"]] is not None for p in PHASES for q in having("involvement", p))
    return {key: label(kind) if applies else None for key, kind in zip(("kind", "low", "high"), KINDS)}


# --- The whole -------------------------------------------------------------------------------------------------------

def question_scores(rubric, sheets, voice="equal"):
    """The organisation's value of every question by its id, None where it is not applicable."""
    groups = {}
    for sheet in sheets:
        # The sheets without a perspective are a group of their own (None); by head count all sheets are one group.
        groups.setdefault(sheet.get("perspective") if voice == "equal" else None, []).append(sheet)
    return {q["id"]: question_score(q, groups.values(), rubric["scale"]) for q in rubric["questions"]}


def score(rubric, sheets, voice="equal", only=None, publish_all=False):
    """The numeric part of a result: overall, principles, facets and involvement, with Fractions for numbers.

    only: ids of the questions that count; all others are taken as not applicable."""
    questions, levels, scoring = rubric["questions"], rubric["levels"], rubric.get("scoring", {})
    results = question_scores(rubric, sheets, voice)
    if only is not None:
        results = {key: value if key in only else None for key, value in results.items()}

    principles, applicable = [], []
    for principle in rubric["principles"]:
        own = [q for q in questions if q["principle"] == principle["id"]]
        cells = [cell_result(level, [q for q in own if q["level"] == level["id"]], results, scoring)
                 for level in levels]
        result = {"id": principle["id"], "level": NO_LEVEL, "cells": cells,
                  # By the weight of the levels, so that a level with many questions does not dominate.
                  "score": bounds([(weight(level), cell["score"]) for level, cell in zip(levels, cells)]),
                  "coverage": mean([(weight(q), results[q["id"]]["coverage"]) for q in own if results[q["id"]]])}
        if not all(map(is_empty, cells)):
            t = {kind: reached(cells, kind) for kind in KINDS}
            filled = [not is_empty(cell) for cell in cells]
            result["level"] = level_result(levels, filled, t, reachable(cells), result["coverage"], publish_all)
            applicable.append((principle, result))
        principles.append(result)

    overall = {"level": NO_LEVEL, "score": bounds([(weight(p), r["score"]) for p, r in applicable]), "coverage": None}
    if applicable:
        columns = [r["cells"] for _, r in applicable]
        if any(r["score"]["point"] is None for _, r in applicable):
            overall["score"]["point"] = None
        overall["coverage"] = min(r["coverage"] for _, r in applicable)
        # The weakest principle decides. m is possible if nobody must stay below it and somebody can be exactly there.
        t = {kind: min(reached(cells, kind) for cells in columns) for kind in KINDS}
        sets = [reachable(cells) for cells in columns]
        possible = {m for m in set.union(*sets) if all(max(one) >= m for one in sets)}
        filled = [any(not is_empty(cells[i]) for cells in columns) for i in range(len(levels))]
        overall["level"] = level_result(levels, filled, t, possible, overall["coverage"], publish_all)

    facets = {facet["id"]: [{"id": value, "score": bounds([
        (weight(q), results[q["id"]]) for q in questions
        if results[q["id"]] is not None and value in q.get("facets", {}).get(facet["id"], [])])}
        for value in facet["values"]] for facet in rubric.get("facets", [])}

    return {"overall": overall, "principles": principles, "facets": facets,
            "involvement": involvement(rubric, results)}


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: score.py RUBRIC SHEET...")
    print(json.dumps(score(load(sys.argv[1]), [load(path) for path in sys.argv[2:]]), indent=2, default=float))
