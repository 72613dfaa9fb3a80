"""Measures how long an import of 100,000 respondents in one CSV takes, and how much memory it needs.

    cargo build --release --locked --bin coprod
    python3 benches/import.py [RUNS]

Whole processes, medians. Nothing here fails: it prints. Wanted: 3 s and 64 MiB at most for a file of sheets, one a line.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from figures import ROOT, peak

COPROD = os.environ.get("COPROD", os.path.join(ROOT, "target", "release", "coprod"))
ROWS = int(os.environ.get("ROWS", "100000"))


def table(path):
    """A table as KoboToolbox exports it: all 52 questions, a note now and then, and the platform's own columns."""
    with open(os.path.join(ROOT, "rubrics", "co-production", "rubric.json"), encoding="utf-8") as file:
        ids = [question["id"] for question in json.load(file)["questions"]]
    options = ["no", "partly", "largely", "fully", "dk", ""]
    heads = ["start", "end", "deviceid", "perspective", *ids, "equ1anote", "_id", "_uuid", "_submission_time"]
    # Reckoned, not drawn: the same file every time.
    with open(path, "w", encoding="utf-8") as file:
        file.write(";".join(f'"{head}"' for head in heads) + "\n")
        for row in range(ROWS):
            stamp = f"2026-03-{row % 28 + 1:02}T08:{row % 60:02}:{row // 60 % 60:02}.000+01:00"
            cells = [stamp, stamp, f"dev{row}", "staff" if row % 3 else "hr"]
            cells += [options[(row * 7 + index * 5 + row // (index + 1)) % 6] for index in range(len(ids))]
            cells += [f"a note; number {row}" if row % 10 == 0 else "", str(row), f"uuid-{row}", stamp]
            file.write(";".join(f'"{cell}"' for cell in cells) + "\n")


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        path, out = os.path.join(folder, "kobo.csv"), os.path.join(folder, "out.jsonl")
        table(path)
        command = [COPROD, "import", path, "-q", "-r", "co-production", "--organisation", "Example", "--force", "-o", out]
        walls = []
        for _ in range(runs):
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            walls.append(time.perf_counter() - start)
        print(f"{ROWS} rows, {os.path.getsize(path) / 1e6:.0f} MB in, {os.path.getsize(out) / 1e6:.0f} MB out; {runs} runs")
        print(f"import to JSON Lines: {statistics.median(walls):.2f} s, peak {peak(command)} MiB")


if __name__ == "__main__":
    main()
