"""Compares what the program says of many voices with the reference implementation on random organisations.

    compare_voices.py BINARY [--cases N] [--seed S]
"""
import argparse
import json
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

import voices
from compare import TOLERANCE
from generate import case, write
from score import load, score

K = 5


def survey(seed):
    """A case with respondents. Some groups lose members, so that small ones occur; some see it better or worse than
    others, so that there are gaps."""
    rng = random.Random(f"voices {seed}")
    rubric, sheets = case(seed, True)
    for perspective in rubric.get("perspectives", []):
        if rng.random() < 0.4:
            perspective["lived_experience"] = True
    kept = []
    for group in dict.fromkeys(map(voices.group_of, sheets)):
        own = [sheet for sheet in sheets if voices.group_of(sheet) == group]
        half = len(rubric["scale"]) // 2
        options = rng.choice([None, rubric["scale"][:half], rubric["scale"][half:]])
        for sheet in own if options else []:
            for question in rubric["questions"]:
                if rng.random() < 0.8:
                    sheet["answers"][question["id"]] = rng.choice(options)["id"]
        kept += own[:rng.randint(1, 4)] if rng.random() < 0.4 else own
    return rubric, kept


def figure(value):
    """As it is printed: the extremes are blunted."""
    return value if value is None else Fraction(19, 20) if value == 1 else value


class Check:
    def __init__(self, seed, voice):
        self.where, self.problems = f"seed {seed} {voice}", []

    def same(self, what, expected, actual):
        if isinstance(expected, Fraction) and isinstance(actual, (int, float)) and not isinstance(actual, bool):
            if abs(expected - Fraction(actual)) <= TOLERANCE:
                return
        elif expected == actual:
            return
        self.problems.append(f"{self.where} {what}: expected {expected}, got {actual}")


def check(binary, seed, voice):
    result = Check(seed, voice)
    with tempfile.TemporaryDirectory() as directory:
        rubric_path, paths = write(*survey(seed), directory)
        rubric, sheets = load(rubric_path), [load(path) for path in paths]
        done = subprocess.run([binary, "report", *paths, "--rubric", rubric_path, "-f", "json", "--voice", voice],
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    if done.returncode != 0:
        return [f"{result.where}: exit code {done.returncode}: {done.stderr.decode(errors='replace').strip()}"]
    actual = json.loads(done.stdout)
    if len(sheets) < 2:
        return []
    decided, pool = voices.disclosure(rubric, sheets, K)
    principles = [p["id"] for p in rubric["principles"]]
    lowest_is_zero = rubric["scale"][0]["points"] == 0

    def blunt(value):
        return Fraction(1, 20) if value == 0 and lowest_is_zero else figure(value)

    told = {}
    for entry in actual["disclosure"]:
        told.setdefault(entry["principle"], {})[entry["hidden"]] = entry["reason"]
    known = {p for p in principles if any(voices.known(rubric, s, voices.of_principle(rubric, p)) for s in sheets)}
    withheld = len(sheets) < K or (known and all(decided[p][1] for p in known))
    groups = {}
    for sheet in sheets:
        groups.setdefault(voices.group_of(sheet), []).append(sheet)
    order = [entry["id"] for entry in actual["perspectives"] if entry["id"] not in pool]
    seats = {g: groups[g] if g != voices.POOL else [s for m in pool for s in groups[m]] for g in order}
    shown = set()
    for p in principles:
        hidden, total, views = decided[p]
        for group, reason in hidden.items():
            result.same(f"{p}: {group} is hidden", True, group in told.get(p, {}))
            if not withheld:
                result.same(f"{p}: why {group} is hidden", reason, told.get(p, {}).get(group))
        result.same(f"{p}: the total is hidden", bool(total or withheld), told.get(p, {}).get("total") is not None)
        result.same(f"{p}: the views are hidden", bool(views or withheld),
                    told.get(p, {}).get("views") not in (None, "subtraction") or bool(
                        (views or withheld) and told.get(p, {}).get("views")))
        shown |= {(g, p) for g in seats if g not in told.get(p, {})}

    whole = score(rubric, sheets, voice)
    for i, p in enumerate(principles):
        visible = not decided[p][1] and not withheld
        # Where all chose an extreme, the total would tell it of every group.
        result.same(f"{p}: score", blunt(whole["principles"][i]["score"]["point"]) if visible else None,
                    actual["principles"][i]["score"]["point"])
        for group, own in seats.items():
            entry = next(e for e in actual["perspectives"] if e["id"] == group)
            expected = blunt(score(rubric, own, voice)["principles"][i]["score"]["point"])
            result.same(f"{p}: score of {group}", expected if (group, p) in shown else None,
                        entry["principles"][i]["score"]["point"])
    for group, own in seats.items():
        entry = next(e for e in actual["perspectives"] if e["id"] == group)
        if entry["dont_know"] is not None:
            result.same(f"dk of {group}", voices.dont_know_share(rubric, own, voice), entry["dont_know"])
    for member in pool:
        entry = next(e for e in actual["perspectives"] if e["id"] == member)
        result.same(f"{member} is pooled", (False, None), (entry["shown"], entry["n"]))

    flags = {p["id"] for p in rubric.get("perspectives", []) if p.get("lived_experience")}
    for key, side in (("lived_experience", True), ("others", False)):
        own = [s for s in sheets if (voices.group_of(s) in flags) == side]
        view = actual[key]
        result.same(f"{key} spoke", bool(own), view is not None)
        if not own:
            continue
        expected = score(rubric, own, voice)
        for i, p in enumerate(principles):
            visible = "views" not in told.get(p, {})
            result.same(f"{p}: {key}", blunt(expected["principles"][i]["score"]["point"]) if visible else None,
                        view["principles"][i]["score"]["point"])
        if not any("views" in told.get(p, {}) for p in principles):
            result.same(f"{key}: level", expected["overall"]["level"], {k: view["level"][k] for k in expected["overall"]["level"]})

    if withheld:
        result.same("nothing is compared", ([], None), (actual["gaps"], actual["stability"]))
        return result.problems
    expected = voices.gaps(rubric, seats, shown, K, voice, blunt)
    found = {(gap["principle"], gap["a"], gap["b"]): gap for gap in actual["gaps"]}
    result.same("gaps", sorted(expected), sorted(found))
    for key, gap in expected.items():
        for name, value in gap.items():
            result.same(f"{key} {name}", value, found.get(key, {}).get(name))
    for one, other in zip(voices.agreement(rubric, sheets, K), actual["agreement"]):
        for name, value in one.items():
            result.same(f"agreement {one['principle']} {name}", value, other[name])
    if any(decided[p][1] for p in principles) or None in told:
        result.same("stability", None, actual["stability"])
    else:
        result.same("stability", voices.stable(rubric, sheets, voice), actual["stability"])
    return result.problems


def main():
    parser = argparse.ArgumentParser(description="Compare the program with the reference implementation.")
    parser.add_argument("binary")
    parser.add_argument("--cases", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    failed = 0
    for seed in range(options.seed, options.seed + options.cases):
        problems = [problem for voice in ("equal", "headcount") for problem in check(options.binary, seed, voice)]
        for problem in problems:
            print(problem)
        failed += bool(problems)
    print(f"{options.cases - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
