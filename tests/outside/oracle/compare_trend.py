"""Compares the program's comparisons and verdicts with the reference implementation on random cases.

    compare_trend.py BINARY [--cases N] [--seed S]

Case i has the seed S + i: `--seed X --cases 1` repeats the case X.
"""
import argparse
import copy
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

from compare import differences, show
from generate import make_answer, make_rubric, make_sheets
from score import load
from trend import Refused, compare, judge, without_raw


def some_changed(rng, rubric, sheets):
    """The same sheets with some answers changed, so that small differences and levels that just fell occur."""
    changed = copy.deepcopy(sheets)
    for sheet in changed:
        for question in rubric["questions"]:
            if rng.random() < 0.25:
                answer = make_answer(rng, rng.choice(["any", "top", "bottom", "unknown", "na"]), rubric["scale"])
                sheet["answers"].pop(question["id"], None)
                if answer is not None:
                    sheet["answers"][question["id"]] = answer
    return changed


def new_version(rng, rubric, old, new):
    """Makes the rubric a second version: some questions had another id, some another meaning."""
    rubric["version"] = "2.0.0"
    names, mapping = {}, {}
    for question in rubric["questions"]:
        key, chance = question["id"], rng.random()
        before = f"old{key}" if rng.random() < 0.3 else key
        names[key] = before
        if chance < 0.85:
            mapping[before] = key if rng.random() < 0.5 else {"became": "same", "to": [key]}
        else:
            mapping[before] = {"became": rng.choice(["reworded", "split", "dropped"])}
    rubric["replaces"] = {"1.0.0": mapping}
    for sheet in old:
        sheet["answers"] = {names[key]: answer for key, answer in sheet["answers"].items()}
    for sheet in new:
        sheet["rubric"]["version"] = "2.0.0"


def case(seed):
    rng = random.Random(seed)
    rubric = make_rubric(rng)
    old = make_sheets(rng, rubric, False)
    new = some_changed(rng, rubric, old) if rng.random() < 0.7 else make_sheets(rng, rubric, False)
    for sheet in new:
        sheet["date"] = rng.choice(["2026-03-14", "2027-01-01", "2026-03"])
    if rng.random() < 0.25:
        new_version(rng, rubric, old, new)
    return rng, rubric, old, new


def make_rules(rng, rubric):
    """Rules in the order of verdicts, and the options that say them."""
    def share():
        value = Fraction(rng.randint(0, 20), 20)
        return value, rng.choice([str(value), str(float(value)), f"{float(value * 100)}%"])

    rules, options = [], []
    levels = [level["id"] for level in rubric["levels"]]
    overall = rng.choice(levels) if rng.random() < 0.4 else None
    if overall:
        rules.append(("level", None, overall))
        options += ["--level", overall]
    if rng.random() < 0.4:
        value, text = share()
        rules.append(("score", None, value))
        options += ["--score", text]
    for principle in rubric["principles"]:
        if rng.random() < 0.4:
            level = rng.choice(levels[levels.index(overall):] if overall else levels)
            rules.append(("principle", principle["id"], level))
            options += ["--principle", f"{principle['id']}={level}"]
        if rng.random() < 0.4:
            value, text = share()
            rules.append(("principle", principle["id"], value))
            options += ["--principle", f"{principle['id']}={text}"]
    if rng.random() < 0.3 or not rules:
        value, text = share()
        rules.append(("coverage", None, value))
        options += ["--coverage", text]
    return rules, options


def write(directory, name, content):
    path = os.path.join(directory, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
    return path


def run(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    return done.returncode, done.stdout, done.stderr.decode(errors="replace").strip()


def trend(binary, path, rubric, folders, sheets):
    """The problems of one comparison, and what it is expected to be; None where it is refused."""
    try:
        expected = compare(rubric, *sheets)
    except Refused:
        expected = None
    code, out, err = run([binary, "compare", *folders, "--rubric", path, "-f", "json"])
    if expected is None:
        return ([] if code == 3 and not out else [f"compare: expected to be refused, got {code}"]), None
    if code != 0:
        return [f"compare: exit code {code}: {err}"], expected
    actual = json.loads(out, parse_float=Fraction)
    found = differences(without_raw(expected), actual)
    return [f"compare {pointer}: expected {show(one)}, got {show(other)}" for pointer, one, other in found], expected


def gate(binary, rng, path, rubric, folders, sheets, compared):
    """The problems of one gate."""
    rules, options = make_rules(rng, rubric)
    strict = rng.random() < 0.3
    if strict:
        options.append("--strict")
    total = rng.random() < 0.3
    if total:
        options += ["--contested", "total"]
    if compared and rng.random() < 0.6:
        most = rng.choice([None, Fraction(0), Fraction(1, 20), Fraction(1, 5)])
        rules.append(("baseline", None, most))
        options += ["--baseline", folders[0]] + ([] if most is None else ["--max-drop", str(most)])
    expected = judge(rubric, sheets, rules, strict, compared, total)
    command = [binary, "check", folders[1], "--rubric", path, "-f", "json", "--today", "2027-02-01", *options]
    code, out, err = run(command)
    passed = all(holds for _, _, holds in expected)
    if code != (0 if passed else 1):
        return [f"check {' '.join(options)}: expected {'met' if passed else 'not met'}, got {code}: {err}"]
    actual = json.loads(out)
    found = [(rule["rule"], rule.get("principle"), rule["passed"]) for rule in actual["rules"]]
    if found != expected or actual["passed"] != passed:
        return [f"check {' '.join(options)}: expected {expected}, got {found}"]
    return []


def main():
    parser = argparse.ArgumentParser(description="Compare comparisons and verdicts with the reference implementation.")
    parser.add_argument("binary")
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    failed = refused = gates = 0
    for seed in range(options.seed, options.seed + options.cases):
        with tempfile.TemporaryDirectory() as directory:
            rng, rubric, old, new = case(seed)
            path = write(directory, "rubric.json", rubric)
            for name, sheets in (("old", old), ("new", new)):
                for index, sheet in enumerate(sheets):
                    write(directory, f"{name}/{index}.json", sheet)
            folders = [os.path.join(directory, name) for name in ("old", "new")]
            # The oracle reads the same files as the program, so that both see the numbers as written.
            rubric = load(path)
            problems, compared = trend(options.binary, path, rubric, folders, (old, new))
            refused += compared is None
            for _ in range(3):
                gates += 1
                problems += gate(options.binary, rng, path, rubric, folders, new, compared)
        for problem in problems:
            print(f"seed {seed} {problem}")
        failed += bool(problems)
    print(f"{options.cases - failed} passed, {failed} failed; {refused} comparisons refused, {gates} gates")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
