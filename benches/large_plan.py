"""Measures how long plans take: 300 questions in one cell, in 12 cells, and the built-in bank.

    cargo build --release --locked --bin coprod --example hello
    python3 benches/large_plan.py [RUNS]

Whole processes, medians. Nothing here fails: it prints. Wanted: the built-in bank within 5 ms over the smallest program
with clap; 300 questions in 12 cells within 200 ms; 300 questions in one cell exact within 1 s, or with the bound on what
a better plan could save.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

COPROD = os.environ.get("COPROD")
if not COPROD:
    from figures import COPROD
from figures import HELLO, SHEET


def rubric(cells, weight, effort, levels=3):
    """300 questions in so many cells; weight and effort are functions of a generator."""
    rng = random.Random(7)
    principles = [f"p{i}" for i in range(max(1, cells // levels))]
    names = [f"l{i}" for i in range(min(cells, levels))]
    questions = [
        {"id": f"q{i}", "principle": principles[i % len(principles)],
         "level": names[i // len(principles) % len(names)], "weight": weight(rng), "effort": effort(rng)}
        for i in range(300)
    ]
    for question in questions:
        if question["effort"] == "weight":
            question["effort"] = question["weight"]
    texts = {
        "title": "Large", "principles": {p: {"name": p} for p in principles}, "levels": {n: {"name": n} for n in names},
        "scale": {o: {"label": o} for o in ["no", "partly", "largely", "fully"]},
        "questions": {q["id"]: {"text": f"Is {q['id']} there?"} for q in questions},
    }
    scale = [{"id": o, "points": p} for p, o in enumerate(["no", "partly", "largely", "fully"])]
    return {"format": "coprod/rubric/1", "id": "large", "version": "1.0.0", "languages": ["en"], "scale": scale,
            "principles": [{"id": p} for p in principles], "levels": [{"id": n} for n in names],
            "questions": questions, "texts": {"en": texts}}


def sheets(folder, perspectives, answer):
    """Sheets of so many perspectives; with several, values lie between the options."""
    rng = random.Random(11)
    paths = []
    for voice in range(perspectives):
        content = {"format": "coprod/answers/1", "rubric": {"id": "large", "version": "1.0.0"}, "date": "2026-01-01",
                   "organisation": {"name": "Example"}, "answers": {f"q{i}": answer(rng) for i in range(300)}}
        if perspectives > 1:
            content["perspective"] = f"v{voice}"
        paths.append(os.path.join(folder, f"sheet-{voice}.json"))
        with open(paths[-1], "w", encoding="utf-8") as file:
            json.dump(content, file)
    return paths


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    one, steps = lambda rng: 1, lambda rng: [rng.randint(1, 3) for _ in range(3)]
    decimal = lambda rng: f"{rng.randint(1, 9999)}/1000"
    fine = lambda rng: f"{rng.randint(1, 10**9)}/{10**9}"
    low = lambda rng: rng.choice(["no", "partly", "largely", "dk"])
    cases = [
        ("one cell, equal weights", 1, one, steps, 1, low, []),
        ("one cell, everything unknown", 1, one, steps, 1, lambda rng: "dk", []),
        ("one cell, weights 0.001 to 9.999", 1, decimal, steps, 1, low, []),
        ("one cell, 7 perspectives", 1, decimal, steps, 7, low, []),
        ("one cell, efforts as fine as weights", 1, fine, lambda rng: [fine(rng) for _ in range(3)], 1, low, []),
        ("one cell, effort = weight, nine digits", 1, fine, lambda rng: "weight", 1, low, []),
        ("one cell, effort = weight, seven sheets", 1, fine, lambda rng: "weight", 7, low, []),
        ("one cell, budget of 150", 1, one, steps, 1, low, ["--budget", "150"]),
        ("one cell, 7 perspectives, budget", 1, decimal, steps, 7, low, ["--budget", "150"]),
        ("12 cells, to the highest level", 12, decimal, steps, 1, low, ["--to", "l2"]),
        ("12 cells, budget of 150", 12, decimal, steps, 1, low, ["--budget", "150"]),
    ]
    print(f"{'300 questions, medians of ' + str(runs) + ' runs':44} {'ms':>8}  exact  slack")
    for name, cells, weight, effort, perspectives, answer, options in cases:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "rubric.json")
            with open(path, "w", encoding="utf-8") as file:
                json.dump(rubric(cells, weight, effort), file)
            command = [COPROD, "plan", *sheets(folder, perspectives, answer), "-q", "-r", path, "-f", "json", *options]
            walls = []
            for _ in range(runs):
                start = time.perf_counter()
                done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
                walls.append((time.perf_counter() - start) * 1000)
        plan = json.loads(done.stdout)
        print(f"{name:44} {statistics.median(walls):8.1f}  {str(plan['exact']).lower():5}  {plan['slack']}")
    walls = {"hello world with clap": [HELLO], "plan, built-in bank": [COPROD, "plan", SHEET, "-q", "-f", "json"],
             "plan to the highest level": [COPROD, "plan", SHEET, "-q", "-f", "json", "--to", "transformation"],
             "plan with a budget": [COPROD, "plan", SHEET, "-q", "-f", "json", "--budget", "40"]}
    for name, command in walls.items():
        if not os.path.exists(command[0]):
            continue
        found = []
        for _ in range(max(runs, 10)):
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            found.append((time.perf_counter() - start) * 1000)
        print(f"{name:44} {statistics.median(found):8.1f}")


if __name__ == "__main__":
    main()
