"""Measures how long a rubric of 5,000 questions and about 5 MB takes: to be read, and to be linted.

    cargo build --release --locked --bin coprod
    python3 benches/large_rubric.py [RUNS]

Whole processes, medians. Nothing here fails: it prints. Wanted: read in less than 100 ms, linted in less than 2 s.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from figures import COPROD

HELP = "What is meant is this. No: it is nowhere. Partly: it is in one place. Fully: it is everywhere. " * 7


def rubric():
    ids = [f"q{index}" for index in range(5000)]
    principles, levels = [f"p{index}" for index in range(5)], [f"l{index}" for index in range(4)]
    names = {"title": "Large", "scale": {option: {"label": option} for option in ["no", "partly", "fully"]}}
    names["principles"] = {principle: {"name": principle} for principle in principles}
    names["levels"] = {level: {"name": level} for level in levels}
    names["questions"] = {
        question: {
            "text": f"Is the thing of {question} there?",
            "easy": "Is it there?",
            "help": HELP,
            "evidence": ["a document"],
            "recommendation": {"title": "Do it", "steps": ["One step.", "Another step."]},
        }
        for question in ids
    }
    questions = [
        {"id": question, "principle": principles[index % 5], "level": levels[index % 4], "weight": "3/2",
         "effort": [1, 2], "perspectives": ["one", "two"], "tags": ["t"], "references": ["source"]}
        for index, question in enumerate(ids)
    ]
    return {
        "format": "coprod/rubric/1", "id": "large", "version": "1.0.0", "languages": ["en"],
        "scale": [{"id": "no", "points": 0}, {"id": "partly", "points": 1}, {"id": "fully", "points": 2}],
        "principles": [{"id": principle} for principle in principles], "levels": [{"id": level} for level in levels],
        "perspectives": [{"id": "one"}, {"id": "two"}], "sources": [{"id": "source", "citation": "A source"}],
        "questions": questions, "texts": {"en": names},
    }


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    folder = tempfile.mkdtemp()
    large, sheet = os.path.join(folder, "large.json"), os.path.join(folder, "sheet.json")
    with open(large, "w", encoding="utf-8") as file:
        json.dump(rubric(), file)
    with open(sheet, "w", encoding="utf-8") as file:
        answers = {"format": "coprod/answers/1", "rubric": {"id": "large", "version": "1.0.0"}, "date": "2026-01-01",
                   "organisation": {"name": "Example"}, "answers": {"q0": "fully"}}
        json.dump(answers, file)
    # A perspective that does not exist ends the command as soon as the rubric has been read.
    commands = {
        "read": [COPROD, "rubric", "show", large, "-p", "none"],
        "lint": [COPROD, "rubric", "lint", large],
        "report -f json": [COPROD, "report", sheet, "-q", "-r", large, "-f", "json"],
    }
    print(f"{os.path.getsize(large) / 1e6:.1f} MB, 5,000 questions; medians of {runs} runs")
    for name, command in commands.items():
        walls = []
        for _ in range(runs):
            start = time.perf_counter()
            code = subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            walls.append((time.perf_counter() - start) * 1000)
            if code != (2 if name == "read" else 0):
                raise SystemExit(f"{command} ended with {code}")
        print(f"{name:16} {statistics.median(walls):8.1f} ms")


if __name__ == "__main__":
    main()
