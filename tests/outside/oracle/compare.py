"""Compares the program's results with the reference implementation on random cases.

    compare.py BINARY [--cases N] [--seed S] [--respondents]

Case i has the seed S + i: `--seed X --cases 1` repeats the case X, `generate.py X DIRECTORY` writes its files.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from fractions import Fraction

from generate import case, write
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
    command = [binary, "report", *sheets, "--rubric", rubric, "-f", "json"]
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
    options = parser.parse_args()
    failed = 0
    for seed in range(options.seed, options.seed + options.cases):
        with tempfile.TemporaryDirectory() as directory:
            rubric, sheets = write(*case(seed, options.respondents), directory)
            voices = ["equal", "headcount"] if len(sheets) > 1 else ["equal"]
            problems = [f"seed {seed} {voice} {problem}" for voice in voices
                        for problem in run(options.binary, rubric, sheets, voice)]
        for problem in problems:
            print(problem)
        failed += bool(problems)
    print(f"{options.cases - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
