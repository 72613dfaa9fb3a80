"""Checks the PDF questionnaires of a binary with tools from outside.

    paper.py BINARY --tools DIRECTORY

Writes the forms of both rubrics in both languages, easy and in large print, twice each, and holds them against
`qpdf --check`, `pdfua`, `outloud`, `pdffonts` and `pdfinfo -struct-text`: every question is there with its options in
a list, each with an empty box as its label. In large print no letter is smaller than 18 points, except in the footer.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(REPOSITORY / "tests" / "outside" / "pdf"))

from check import Failure, Structure, check_fonts, check_outloud, missing, run, squeezed  # noqa: E402

CASES = [
    ("full-de", "co-production", "de", []),
    ("full-en-staff", "co-production", "en", ["-p", "staff", "--organisation", "Łódź <b>& Söhne", "--setting", "employer"]),
    ("quick-en", "co-production-quick", "en", ["--contact", "hr@example.org", "--audience", "a", "--delete-after", "b"]),
    ("quick-de-easy-large", "co-production-quick", "de", ["--easy", "--large"]),
    ("full-en-large", "co-production", "en", ["--large"]),
]
LEAST_LARGE = 18.0


def letter_sizes(file: Path) -> list[float]:
    """The heights of all letters that are drawn, by Poppler's count of each font's size."""
    xml = run("pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", str(file))
    return [float(size) for size in re.findall(r'<fontspec [^>]*\bsize="(\d+)"', xml)]


def check(name: str, rubric: str, language: str, options: list[str], binary: Path, tools: Path, folder: Path) -> str:
    file, again = folder / f"{name}.pdf", folder / f"{name}.2.pdf"
    arguments = [str(binary), "form", "-q", "-r", rubric, "-l", language, *options, "-o"]
    run(*arguments, str(file))
    run(*arguments, str(again), environment={"TZ": "Pacific/Auckland", "LC_ALL": "C"})
    if file.read_bytes() != again.read_bytes():
        raise Failure("two runs gave different files")
    run("qpdf", "--check", str(file))
    run(str(tools / "pdfua"), "check", str(file))
    structure = Structure(run("pdfinfo", "-struct-text", str(file)))
    check_outloud(tools / "outloud", file, structure)
    check_fonts(run("pdffonts", str(file)))

    easy = "--easy" in options
    texts = json.loads((REPOSITORY / "rubrics" / rubric / f"{language}.json").read_text(encoding="utf-8"))
    questions = json.loads((REPOSITORY / "rubrics" / rubric / "rubric.json").read_text(encoding="utf-8"))["questions"]
    chosen = {option: options[options.index(option) + 1] for option in ("-p", "--setting") if option in options}
    asked = [
        question
        for question in questions
        if chosen.get("-p") in (None, *question.get("perspectives", [chosen.get("-p")]))
        and chosen.get("--setting") in (None, *question.get("settings", [chosen.get("--setting")]))
    ]
    headings = [squeezed(words) for _, tag, words in structure.elements if tag == "H3"]
    said = "easy" if easy else "text"
    words = [f"{texts['questions'][question['id']][said]} ({question['id']})" for question in asked]
    wanted = [squeezed(f"{number}. {text}") for number, text in enumerate(words, 1)]
    if headings != wanted:
        raise Failure(f"{len(headings)} headings of questions, {len(wanted)} questions asked, or in other words")
    first = next(iter(texts["scale"].values()))
    label = first["easy" if easy else "label"]
    bodies = [words.strip() for _, tag, words in structure.elements if tag in ("LBody", "P")]
    if bodies.count(label) < len(asked):
        raise Failure(f"“{label}” is offered {bodies.count(label)} times for {len(asked)} questions")
    if "--large" in options:
        sizes = letter_sizes(file)
        small = [size for size in sizes if size < LEAST_LARGE]
        # The footer, which says nothing that is needed to answer.
        if not sizes or len(small) > 1:
            raise Failure(f"letters smaller than {LEAST_LARGE}: {sorted(small)}")
    pages = re.search(r"^Pages:\s+(\d+)", run("pdfinfo", str(file)), re.MULTILINE)
    return f"{pages[1] if pages else '?'} pages, {len(asked)} questions, {file.stat().st_size // 1000} kB"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("--tools", type=Path, required=True, help="where pdfua and outloud are")
    options = parser.parse_args()
    binary, tools = options.binary.resolve(), options.tools.resolve()
    lacking = missing(binary, tools)
    if lacking:
        print("\n".join(lacking), file=sys.stderr)
        return 1
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in CASES:
            try:
                print(f"passed  {case[0]}: {check(*case, binary, tools, Path(folder))}", flush=True)
            except (Failure, OSError, ValueError, KeyError, subprocess.TimeoutExpired) as failure:
                failed += 1
                print(f"FAILED  {case[0]}: {failure}", flush=True)
    print(f"{len(CASES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
