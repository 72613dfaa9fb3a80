"""Compares the PDF report with typst on a similar tagged document, as whole processes in turns.

    pip install typst                                    in an environment of its own
    cargo build --release --locked --bin coprod
    python benches/typst.py [RUNS]                       with that environment's Python

The Markdown report of the same sheet, turned into typst's markup (headings, paragraphs, lists, tables with header rows,
the same font), is what typst sets. Figures are left out on its side, which is in its favour. Nothing here fails: it prints.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COPROD = os.path.join(os.environ.get("CARGO_TARGET_DIR", os.path.join(ROOT, "target")), "release", "coprod")
FONTS = os.path.join(ROOT, "src", "formats", "pdf", "fonts")
SHEET = os.path.join(ROOT, "examples", "lichtquelle-it.json")
COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], pdf_standards=['ua-1'])"


def escaped(text):
    """Markdown's words as typst's, strong words kept."""
    text = re.sub(r"\\(.)", r"\1", text)
    parts = re.split(r"\*\*(.+?)\*\*", text)
    plain = [re.sub(r"([\\#$*_`<>@~\[\]=/\-+])", r"\\\1", part) for part in parts]
    return "".join(f"#strong[{part}]" if index % 2 else part for index, part in enumerate(plain))


def table(rows):
    cells = [[escaped(cell.strip()) for cell in row.strip("|").split(" | ")] for row in rows]
    head, body = cells[0], cells[2:]
    line = lambda row: ", ".join(f"[{cell}]" for cell in row)
    return "\n".join([f"#table(columns: {len(head)}, table.header({line(head)}),", *(f"  {line(row)}," for row in body), ")"])


def markup(markdown):
    out = ['#set document(title: "Report")', '#set text(lang: "en", font: "Atkinson Hyperlegible Next", size: 10pt)',
           '#set page(paper: "a4", numbering: "1 of 1")', "#set heading(numbering: none)"]
    rows = []
    for line in markdown.splitlines() + [""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            out += [table(rows), ""]
            rows = []
        if heading := re.match(r"(#+) (.*)", line):
            out.append(f"{'=' * len(heading[1])} {escaped(heading[2])}")
        elif item := re.match(r"( *)([-*]|\d+\.) (.*)", line):
            out.append(f"{item[1]}{'+' if item[2][0].isdigit() else '-'} {escaped(item[3])}")
        elif quote := re.match(r"> ?(.*)", line):
            out.append(f"#quote(block: true)[{escaped(quote[1])}]" if quote[1] else "")
        else:
            out.append(escaped(line))
    return "\n".join(out)


def once(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def peak(command):
    found = subprocess.run(["/usr/bin/time", "-f", "%M", *command], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    return int(found.stderr.split()[-1]) / 1024


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    folder = tempfile.mkdtemp()
    source, ours, theirs = (os.path.join(folder, name) for name in ("report.typ", "ours.pdf", "theirs.pdf"))
    done = subprocess.run([COPROD, "report", SHEET, "-q", "-l", "en", "-f", "markdown"], check=True, stdout=subprocess.PIPE)
    with open(source, "w", encoding="utf-8") as file:
        file.write(markup(done.stdout.decode()))
    commands = {"coprod": [COPROD, "report", SHEET, "-q", "-l", "en", "-o", ours],
                "typst": [sys.executable, "-c", COMPILE, source, theirs, FONTS],
                "python3 alone": [sys.executable, "-c", "pass"]}
    found = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            wall = once(command)
            if turn:
                found[name].append(wall)
    for name, values in found.items():
        print(f"{name:14} median {statistics.median(values):8.1f} ms  (least {min(values):.1f})  peak {peak(commands[name]):6.1f} MiB")
    medians = {name: statistics.median(values) for name, values in found.items()}
    print(f"coprod / typst: {medians['coprod'] / medians['typst']:.2f}; "
          f"without Python's own start: {medians['coprod'] / (medians['typst'] - medians['python3 alone']):.2f}")
    print(f"sizes: {os.path.getsize(ours) / 1000:.0f} kB and {os.path.getsize(theirs) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
