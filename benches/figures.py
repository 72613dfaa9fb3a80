"""Measures what the program promises: time and memory of whole processes, as medians, in turns, in one run.

    cargo build --release --locked --bin coprod --example hello
    python3 benches/figures.py [RUNS]

Absolute times depend on the machine; the differences and ratios to the smallest program with clap, measured in the same
run, are what counts. Nothing here fails: it prints.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RELEASE = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release")
COPROD = os.path.join(RELEASE, "coprod")
HELLO = os.path.join(RELEASE, "examples", "hello")
SHEET = os.path.join(ROOT, "examples", "lichtquelle-it.json")
QUICK = os.path.join(ROOT, "examples", "muehlental.json")
YEARS = [os.path.join(ROOT, "examples", "compare", f"{year}.json") for year in (2024, 2025, 2026)]


def once(command):
    """Wall time of one run in milliseconds."""
    start = time.perf_counter()
    code = subprocess.call(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = (time.perf_counter() - start) * 1000
    if code != 0:
        raise SystemExit(f"{command} ended with {code}")
    return wall


def peak(command):
    """Peak memory in MiB, by GNU time: what Python itself could read would count its own memory too."""
    if not os.path.exists("/usr/bin/time"):
        return "n/a"
    run = ["/usr/bin/time", "-f", "%M", *command]
    found = subprocess.run(run, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    return f"{int(found.stderr.split()[-1]) / 1024:.1f}"


def twelve(folder):
    """Twelve yearly sheets, made of the three of the example."""
    paths = []
    for index in range(12):
        with open(YEARS[index % 3], encoding="utf-8") as file:
            sheet = json.load(file)
        sheet["date"] = f"{2010 + index}-06-01"
        paths.append(os.path.join(folder, f"{index:02}.json"))
        with open(paths[-1], "w", encoding="utf-8") as file:
            json.dump(sheet, file)
    return paths


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    out = os.path.join(tempfile.mkdtemp(), "report.")
    commands = {"hello world with clap": [HELLO]}
    for name in ["json", "table", "pdf", "html", "markdown", "csv", "xlsx"]:
        extension = {"table": "txt", "markdown": "md"}.get(name, name)
        commands[f"report -f {name}"] = [COPROD, "report", SHEET, "-q", "-f", name, "-o", out + extension]
    commands["report -f json > /dev/null"] = [COPROD, "report", SHEET, "-q", "-f", "json"]
    commands["the same, quick check"] = [COPROD, "report", QUICK, "-q", "-f", "json"]
    for name, extension in [("html", "html"), ("markdown", "md"), ("pdf", "pdf")]:
        commands[f"form -f {name}"] = [COPROD, "form", "-q", "-f", name, "-o", f"{out}form.{extension}"]
    rules = ["--score", "1%", "--coverage", "1%", "--max-age", "99999", "--principle", "access=1%"]
    commands["check, four rules"] = [COPROD, "check", SHEET, "-q", *rules]
    commands["check, with a baseline"] = [COPROD, "check", YEARS[1], "-q", "--baseline", YEARS[0], *rules]
    years = twelve(os.path.dirname(out))
    commands["compare of 2 sheets, json"] = [COPROD, "compare", *years[:2], "-q", "-f", "json"]
    commands["compare of 12 sheets, json"] = [COPROD, "compare", *years, "-q", "-f", "json"]
    commands["compare of 12 sheets, table"] = [COPROD, "compare", *years, "-q"]
    found = {name: [] for name in commands}
    for _ in range(2):
        for command in commands.values():
            once(command)
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(once(command))
    base = statistics.median(found["hello world with clap"])
    print(f"{'medians of ' + str(runs) + ' runs':32} {'ms':>8} {'over hello':>11} {'peak MiB':>9}")
    for name, values in found.items():
        wall = statistics.median(values)
        print(f"{name:32} {wall:8.2f} {wall - base:+11.2f} {peak(commands[name]):>9}")
    size = os.path.getsize(COPROD) / 1e6
    pdf, form = os.path.getsize(out + "pdf") / 1e3, os.path.getsize(out + "form.html") / 1e3
    print(f"release binary: {size:.1f} MB; PDF: {pdf:.0f} kB; HTML form: {form:.0f} kB")


if __name__ == "__main__":
    main()
