"""Checks the PDF reports of a binary with tools from outside.

    check.py BINARY --tools DIRECTORY [--keep DIRECTORY] [--bless]

Makes the reports that `cases.py` names, twice each, and holds them against `qpdf --check`, `pdfua`, `outloud`,
`pdffonts` (everything embedded) and `pdfinfo -struct-text` (the table of principles and the sheet's own words are
there, in reading order). Of two reports, one in each language, the whole structure is held against the snapshots in
`structure/`, which `--bless` writes anew: what changed in what people hear is to be seen in every change. Prints a line a file and a last line with the numbers; exit code 1 if anything failed.

Nothing is installed here. `pdfua` and `outloud` are Python packages and are looked for in the directory given by
`--tools`; `qpdf`, `pdfinfo` and `pdffonts` (Poppler) on the path.
"""

import argparse
import concurrent.futures
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from cases import Case, examples, nasty, plans

REPOSITORY = Path(__file__).resolve().parents[3]
SECONDS = 600
# Reports whose whole structure, as Poppler tells it, is kept beside this file.
SNAPSHOTS = Path(__file__).resolve().parent / "structure"
KEPT = ("muehlental-de", "harbour-view-en")


def run(*command: str, fine: tuple[int, ...] = (0,), environment: dict[str, str] | None = None) -> str:
    """A command's output; an exit code that is not fine is a failure that shows what the command said."""
    settings = {**os.environ, **(environment or {})}
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, env=settings)
    out = done.stdout.decode("utf-8", "replace")
    if done.returncode not in fine:
        said = (out + done.stderr.decode("utf-8", "replace")).strip()
        raise Failure(f"{Path(command[0]).name}: exit code {done.returncode}: {said[-2000:]}")
    return out


class Failure(Exception):
    """What is wrong with a report."""


class Structure:
    """What a screen reader meets: the elements in order, each with its depth, its tag and its own words."""

    def __init__(self, dump: str) -> None:
        self.elements: list[tuple[int, str, str]] = []
        for line in dump.splitlines():
            depth = len(line) - len(line.lstrip())
            text = line.strip()
            if text.startswith('"'):
                # A lone hyphen stands where a word is divided: a mark of its own whose /ActualText is a soft hyphen,
                # which readers leave out, but this dump shows what is drawn.
                if self.elements and text != '"-"':
                    above, tag, words = self.elements[-1]
                    self.elements[-1] = (above, tag, words + text[1:-1])
            elif text and not text.startswith("/"):
                self.elements.append((depth, re.split(r"[ :]", text, maxsplit=1)[0], ""))

    def text(self) -> str:
        return plain(" ".join(words for _, _, words in self.elements))

    def tables(self) -> list[list[str]]:
        """The cells of each table in reading order."""
        out: list[list[str]] = []
        for _, tag, words in self.elements:
            if tag == "Table":
                out.append([])
            elif tag in ("TH", "TD") and out:
                out[-1].append(plain(words))
            elif tag == "Span" and out and out[-1]:
                out[-1][-1] = plain(out[-1][-1] + words)
        return out


def plain(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def squeezed(text: str) -> str:
    """The text without any spaces: a word that is wider than a line is cut where the line ends."""
    return re.sub(r"\s", "", text)


def is_repeated_content(finding: dict, structure: Structure) -> bool:
    """PAG-001 takes a line at the upper or lower edge of three pages for a running header or footer. Every
    principle's section has a heading for each level, with the level's name, and says of each unknown answer that it
    has to be found out first; by chance several of them stand at a page's edge. Proof for each file: the lines are
    words of the structure tree's headings, paragraphs and lists, and the only running line there is, which says
    the page's number, is not in the tree."""
    text = squeezed(structure.text())
    samples = [squeezed(sample).rstrip("…").lstrip("•–") for sample in finding["evidence"].split("; ")]
    number = re.search(r"(Seite|Page)\d+(von|of)\d+", text)
    return number is None and all(sample in text for sample in samples)


def is_repeated_header_row(finding: dict, structure: Structure) -> bool:
    """TAG-002 takes the header row that is drawn once more where a table goes on for prose that nobody hears. A
    header row must be tagged once only, or it would be read as a second table's. Proof for each file: all words
    of the line, broken or whole, are parts of words in tagged header cells."""
    heads = " ".join(words for _, tag, words in structure.elements if tag == "TH")
    return all(word.rstrip("-…") in heads for word in finding["evidence"].split())


def is_sentence_with_figures(finding: dict, _structure: Structure) -> bool:
    """FIG-012 calls an alternative text no language if fewer than half of its characters are letters. The
    alternative of a figure with bounds says every bar's name and its three numbers, so figures prevail, but it is
    read out as language. Proof for each file: every text that is reported has at least three different words."""
    samples = finding["evidence"].split("; ")
    words = {word.lower() for sample in samples for word in re.findall(r"[^\W\d_]{3,}", sample)}
    return len(words) >= 3


# Findings that are false alarms where the function proves it; any other finding fails.
FALSE_ALARMS = {
    "FIG-012": is_sentence_with_figures,
    "PAG-001": is_repeated_content,
    "TAG-002": is_repeated_header_row,
}


def check_principles(case: Case, result: dict, structure: Structure) -> None:
    """The table of principles: its header names the levels, its rows say each principle and what is known of it."""
    levels = [plain(case.texts["levels"][level["id"]]["name"]) for level in case.rubric["levels"]]
    expected = list(levels)
    for principle in result["principles"]:
        counts = [cell["counts"] for cell in principle["cells"]]
        expected.append(plain(principle["name"]))
        for cell in principle["cells"]:
            point = cell["score"]["point"]
            expected.extend([] if point is None else [str(int(point * 100))])
        # A question can be answered on one sheet and not on another: of several, the share that is known stands there.
        if result["sheets"] == 1:
            expected.extend(str(sum(count[key] for count in counts)) for key in ("answered", "applicable"))
        elif principle["coverage"] is not None:
            expected.append(str(int(principle["coverage"] * 100)))
    # Percentages are rounded, except next to a threshold; so one more is right as well.
    for cells in structure.tables():
        words = " ".join(cells).replace("(", " ").split()
        if in_order([word for entry in expected for word in entry.replace("(", " ").split()], words):
            return
    raise Failure("pdfinfo -struct-text: no table with levels, principles and counts in reading order")


def in_order(wanted: list[str], words: list[str]) -> bool:
    """Whether the wanted words stand among the others in their order."""
    rest = iter(words)
    return all(any(same(want, word) for word in rest) for want in wanted)


def same(want: str, word: str) -> bool:
    number = re.match(r"\d+", word)
    if want.isdigit() and number:
        return int(number[0]) - int(want) in (0, 1)
    return want.rstrip(",.)") == word.rstrip(",.)")


def check_fonts(listing: str) -> None:
    rows = listing.splitlines()[2:]
    if not rows:
        raise Failure("pdffonts: no font")
    for row in rows:
        embedded = row.split()[-5]
        if embedded != "yes":
            raise Failure(f"pdffonts: not embedded: {row}")


def check_outloud(tool: Path, file: Path, structure: Structure) -> None:
    report = json.loads(run(str(tool), "--quiet", "--json", "-", "--fail-on", "never", str(file)))
    for result in report["results"]:
        if result["error"]:
            raise Failure(f"outloud: {result['error']}")
        for finding in result["findings"]:
            excuse = FALSE_ALARMS.get(finding["rule"])
            if excuse is None or not excuse(finding, structure):
                raise Failure(f"outloud: {finding['rule']} page {finding.get('page')}: {finding['message']}")


def check_snapshot(name: str, dump: str, bless: bool) -> None:
    path = SNAPSHOTS / f"{name}.txt"
    if bless:
        path.parent.mkdir(exist_ok=True)
        path.write_text(dump, encoding="utf-8")
        return
    kept, found = path.read_text(encoding="utf-8").splitlines(), dump.splitlines()
    for number, (before, now) in enumerate(zip(kept, found, strict=False), start=1):
        if before != now:
            raise Failure(f"{path.name}: line {number} was {before.strip()!r} and is {now.strip()!r} (see --bless)")
    if len(kept) != len(found):
        raise Failure(f"{path.name}: {len(kept)} lines were kept, and there are {len(found)} (see --bless)")


def check(case: Case, binary: Path, tools: Path, folder: Path, bless: bool) -> str:
    """Makes and checks one report; what there is to say about it."""
    file, again = folder / f"{case.name}.pdf", folder / f"{case.name}.2.pdf"
    arguments = [str(binary), case.command, str(case.sheet), *case.options]
    run(*arguments, "-o", str(file))
    run(*arguments, "-o", str(again), environment={"TZ": "Pacific/Auckland", "LC_ALL": "C"})
    if file.read_bytes() != again.read_bytes():
        raise Failure("two runs gave different files")
    again.unlink()
    result = json.loads(run(*[option for option in arguments if option != "--summary"], "-f", "json"))
    run("qpdf", "--check", str(file))
    run(str(tools / "pdfua"), "check", str(file))
    dump = run("pdfinfo", "-struct-text", str(file))
    if case.name in KEPT:
        check_snapshot(case.name, dump, bless)
    structure = Structure(dump)
    check_outloud(tools / "outloud", file, structure)
    check_fonts(run("pdffonts", str(file)))
    # A plan shows other things of the principles.
    if case.command == "report":
        check_principles(case, result, structure)
    text = squeezed(structure.text())
    for words in case.words:
        if squeezed(words) not in text:
            raise Failure(f"pdfinfo -struct-text: not there: {words}")
    pages = re.search(r"^Pages:\s+(\d+)", run("pdfinfo", str(file)), re.MULTILINE)
    return f"{pages[1] if pages else '?'} pages, {file.stat().st_size // 1000} kB"


def missing(binary: Path, tools: Path) -> list[str]:
    out = [] if binary.is_file() else [f"no such binary: {binary}"]
    packages = [name for name in ("pdfua", "outloud") if not (tools / name).exists()]
    programs = [name for name in ("qpdf", "pdfinfo", "pdffonts") if not shutil.which(name)]
    out += [f"missing in {tools}: {name} (a Python package)" for name in packages]
    return out + [f"missing on the path: {name}" for name in programs]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("--tools", type=Path, required=True, help="where pdfua and outloud are")
    parser.add_argument("--keep", type=Path, help="where the reports stay (default: a folder that is removed)")
    parser.add_argument("--bless", action="store_true", help="write the snapshots anew")
    options = parser.parse_args()
    binary, tools = options.binary.resolve(), options.tools.resolve()
    lacking = missing(binary, tools)
    if lacking:
        print("\n".join(lacking), file=sys.stderr)
        return 1
    failed = 0
    with tempfile.TemporaryDirectory() as temporary, concurrent.futures.ThreadPoolExecutor(2) as pool:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        has_summary = "--summary" in run(str(binary), "report", "--help")
        cases = examples(REPOSITORY) + nasty(REPOSITORY, folder.resolve() / "sheets", has_summary)
        cases += plans(cases)
        jobs = [(case, pool.submit(check, case, binary, tools, folder, options.bless)) for case in cases]
        for case, job in jobs:
            try:
                print(f"passed  {case.name}: {job.result()}", flush=True)
            except (Failure, OSError, ValueError, KeyError, subprocess.TimeoutExpired) as failure:
                failed += 1
                print(f"FAILED  {case.name}: {failure}", flush=True)
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
