"""Measures reports on many sheets: time and peak memory of whole processes, as medians, in turns, in one run.

    cargo build --release --locked --bin coprod
    python3 benches/voices.py [RUNS]

The sheets answer the full questionnaire, in six perspectives. What matters is the difference between 24 sheets and one,
and how time grows. Nothing here fails: it prints.
"""

import json
import os
import random
import statistics
import sys
import tempfile

from figures import COPROD, ROOT, once, peak

RUBRIC = json.load(open(os.path.join(ROOT, "rubrics", "co-production", "rubric.json"), encoding="utf-8"))
PERSPECTIVES = ["leadership", "management", "hr", "staff", "disabled-staff", "service-users"]
OPTIONS = [option["id"] for option in RUBRIC["scale"]] + ["dk"]


def sheet(chance, number, perspectives):
    """One person's sheet; perspectives see things differently on purpose."""
    perspective = perspectives[number % len(perspectives)]
    weights = {"leadership": [1, 2, 5, 6, 1], "disabled-staff": [4, 5, 2, 1, 2]}.get(perspective, [2, 3, 3, 2, 1])
    questions = [q["id"] for q in RUBRIC["questions"] if perspective in q.get("perspectives", [perspective])]
    return {
        "format": "coprod/answers/1",
        "rubric": {"id": RUBRIC["id"], "version": RUBRIC["version"]},
        "organisation": {"name": "Benchmark", "setting": "both"},
        "date": "2026-05",
        "perspective": perspective,
        "respondent": f"r-{number:05}",
        "answers": {id_: chance.choices(OPTIONS, weights)[0] for id_ in questions},
    }


def written(folder, name, count, perspectives=PERSPECTIVES):
    """A folder with a sheet a file, and a file with a sheet a line."""
    chance = random.Random(name)
    sheets = [sheet(chance, number, perspectives) for number in range(count)]
    path = os.path.join(folder, name)
    os.makedirs(path)
    for one in sheets:
        with open(os.path.join(path, one["respondent"] + ".json"), "w", encoding="utf-8") as file:
            json.dump(one, file, indent=2)
    with open(path + ".jsonl", "w", encoding="utf-8") as file:
        file.writelines(json.dumps(one) + "\n" for one in sheets)
    return path


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    folder = tempfile.mkdtemp()
    report = [COPROD, "report", "-q", "-f", "json"]
    one = os.path.join(written(folder, "1 sheet", 1), "r-00000.json")
    commands = {"1 sheet": report + [one], "1 sheet, PDF": report[:3] + ["-f", "pdf", "-o", folder + "/1.pdf", one]}
    for count in [24, 1000, 5000]:
        path = written(folder, f"{count} sheets", count)
        commands[f"{count} sheets, a folder"] = report + [path]
        commands[f"{count} sheets, one file"] = report + [path + ".jsonl"]
        if count == 24:
            commands["24 sheets, PDF"] = report[:3] + ["-f", "pdf", "-o", folder + "/24.pdf", path]
    two = written(folder, "200 against 200", 400, ["leadership", "disabled-staff"])
    commands["200 against 200, one file"] = report + [two + ".jsonl"]
    found = {name: [] for name in commands}
    for command in commands.values():
        once(command)
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(once(command))
    base = statistics.median(found["1 sheet"])
    print(f"{'medians of ' + str(runs) + ' runs':32} {'ms':>8} {'over 1':>9} {'peak MiB':>9}")
    for name, values in found.items():
        wall = statistics.median(values)
        print(f"{name:32} {wall:8.1f} {wall - base:+9.1f} {peak(commands[name]):>9}")


if __name__ == "__main__":
    main()
