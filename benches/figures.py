"""Measures what the program promises: time and memory of whole processes, as medians, in turns, in one run.

    cargo build --release --locked --bin coprod --example hello
    python3 benches/figures.py [RUNS]

Absolute times depend on the machine; the differences and ratios to the smallest program with clap, measured in the same
run, are what counts. Nothing here fails: it prints.
"""

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


def once(command):
    """Wall time in milliseconds and peak memory in MiB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = (time.perf_counter() - start) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return wall, usage.ru_maxrss / 1024


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    out = os.path.join(tempfile.mkdtemp(), "report.")
    commands = {"hello world with clap": [HELLO]}
    for name in ["json", "table", "pdf", "html", "markdown", "csv", "xlsx"]:
        extension = {"table": "txt", "markdown": "md"}.get(name, name)
        commands[f"report -f {name}"] = [COPROD, "report", SHEET, "-q", "-f", name, "-o", out + extension]
    commands["report -f json > /dev/null"] = [COPROD, "report", SHEET, "-q", "-f", "json"]
    found = {name: [] for name in commands}
    for _ in range(2):
        for command in commands.values():
            once(command)
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(once(command))
    base = statistics.median(wall for wall, _ in found["hello world with clap"])
    print(f"{'medians of ' + str(runs) + ' runs':32} {'ms':>8} {'over hello':>11} {'peak MiB':>9}")
    for name, values in found.items():
        wall = statistics.median(value for value, _ in values)
        peak = max(value for _, value in values)
        print(f"{name:32} {wall:8.2f} {wall - base:+11.2f} {peak:9.1f}")
    size = os.path.getsize(COPROD) / 1e6
    print(f"release binary: {size:.1f} MB; PDF: {os.path.getsize(out + 'pdf') / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
