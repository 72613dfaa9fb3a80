"""Compares the program's results with the reference implementation on random cases.

    compare.py BINARY [--cases N] [--seed S] [--respondents] [--plans]

With --plans, plans are compared instead of reports: to a level, to the next ones, and for a budget.

Case i has the seed S + i: `--seed X --cases 1` repeats the case X, `generate.py X DIRECTORY` writes its files.
"""
import argparse
import json
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

from generate import case, write
from plan import Limits, plan
from score import load, score

TOLERANCE = Fraction(1, 10**9)
MISSING = object()


def differences(expected, actual, pointer=""):
    """Every difference as (JSON pointer, expected, actual). Keys that only the program writes are allowed."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            yield from differences(value, actual.get(key, MISSING), f"{pointer}/{key}")
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for i, (one, other) in enumerate(zip(expected, actual)):
            yield from differences(one, other, f"{pointer}/{i}")
    elif isinstance(expected, Fraction):
        # bool is a kind of int in Python, but true is not a score.
        number = isinstance(actual, (int, Fraction)) and not isinstance(actual, bool)
        if not number or abs(expected - actual) > TOLERANCE:
            yield pointer, expected, actual
    elif type(expected) is not type(actual) or expected != actual:
        yield pointer, expected, actual


def show(value):
    return "(missing)" if value is MISSING else json.dumps(value, default=float)


def run(binary, rubric, sheets, voice):
    """The problems of one run, as lines."""
    # The oracle reads the same files as the program, so that both see the numbers as written.
    expected = score(load(rubric), [load(sheet) for sheet in sheets], voice)
    return compare(expected, [binary, "report", *sheets, "--rubric", rubric, "-f", "json"], voice)


def run_plans(binary, rubric, sheets, voice, seed):
    """The problems of three plans with random limits, as lines."""
    rng = random.Random(seed)
    questions, answers = load(rubric), [load(sheet) for sheet in sheets]
    levels = [level["id"] for level in questions["levels"]]
    budget = Fraction(rng.randint(0, 40), 2)
    problems = []
    for goal, options in [(("next", None), ["--next"]), (("to", level := rng.choice(levels)), ["--to", level]),
                          (("budget", budget), ["--budget", str(budget)])]:
        ids = [question["id"] for question in questions["questions"]]
        exclude = rng.sample(ids, rng.choice([0, 0, 1, min(2, len(ids))]))
        max_step = rng.choice([None, None, 1, 2])
        if exclude:
            options += ["--exclude", ",".join(exclude)]
        if max_step:
            options += ["--max-step", str(max_step)]
        expected = plan(questions, answers, voice, goal, Limits(exclude, max_step))
        command = [binary, "plan", *sheets, "--rubric", rubric, "-f", "json", *options]
        problems += [f"{' '.join(options)} {problem}" for problem in compare(expected, command, voice)]
    return problems


def compare(expected, command, voice):
    """The differences between what is expected and what a command writes, as lines."""
    if voice != "equal":
        command += ["--voice", voice]
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return ["no result within 60 seconds"]
    if done.returncode != 0:
        return [f"exit code {done.returncode}: {done.stderr.decode(errors='replace').strip()}"]
    try:
        actual = json.loads(done.stdout, parse_float=Fraction)
    except ValueError as error:
        return [f"stdout is not JSON: {error}"]
    return [f"{pointer}: expected {show(one)}, got {show(other)}"
            for pointer, one, other in differences(expected, actual)]


def main():
    parser = argparse.ArgumentParser(description="Compare the program with the reference implementation.")
    parser.add_argument("binary")
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--respondents", action="store_true", help="sheets of single people, several a perspective")
    parser.add_argument("--plans", action="store_true", help="compare plans instead of reports")
    options = parser.parse_args()
    failed = 0
    for seed in range(options.seed, options.seed + options.cases):
        with tempfile.TemporaryDirectory() as directory:
            rubric, sheets = write(*case(seed, options.respondents), directory)
            voices = ["equal", "headcount"] if len(sheets) > 1 else ["equal"]
            problems = [f"seed {seed} {voice} {problem}" for voice in voices
                        for problem in (run_plans(options.binary, rubric, sheets, voice, seed) if options.plans
                                        else run(options.binary, rubric, sheets, voice))]
        for problem in problems:
            print(problem)
        failed += bool(problems)
    print(f"{options.cases - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
