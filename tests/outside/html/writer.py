"""Opens HTML reports as a word processor does, and looks at what is left of them.

    writer.py BINARY

LibreOffice Writer reads the report and saves it as OpenDocument; what is looked at is that document: every heading
with its depth, every table with its rows, every figure with its text alternative, and no script. Whoever edits a
report in a word processor must find all of it. Exit code 1 if anything is missing.
"""

import html.parser
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
REPORTS = [("muehlental.json", "de"), ("harbour-view.json", "en"), ("hof-sonnenfeld", "de")]
SECONDS = 300
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"


class Page(html.parser.HTMLParser):
    """The headings, tables and pictures of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[tuple[int, str]] = []
        self.rows: list[int] = []
        self.pictures: list[str] = []
        self.open = False

    def handle_starttag(self, tag: str, attributes: list) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
            self.open = True
        elif tag == "table":
            self.rows.append(0)
        elif tag == "tr":
            self.rows[-1] += 1
        elif tag == "img":
            self.pictures.append(plain(dict(attributes)["alt"]))

    def handle_endtag(self, tag: str) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            depth, text = self.headings[-1]
            self.headings[-1] = (depth, text + data)


def plain(text: str) -> str:
    return " ".join(text.split())


def words(element: xml.Element) -> str:
    return plain("".join(element.itertext()))


def check(binary: str, example: str, language: str, folder: Path) -> str:
    page = folder / f"{Path(example).stem}-{language}.html"
    source = REPOSITORY / "examples" / example
    subprocess.run([binary, "report", source, "-q", "-l", language, "-o", page], check=True, timeout=SECONDS)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "odt:writer8", "--infilter=HTML (StarWriter)", "--outdir", folder, page]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    with zipfile.ZipFile(page.with_suffix(".odt")) as parts:
        content = xml.fromstring(parts.read("content.xml"))
    wanted = Page()
    wanted.feed(page.read_text(encoding="utf-8"))

    headings = [(int(found.get(f"{TEXT}outline-level", "0")), words(found)) for found in content.iter(f"{TEXT}h")]
    expected = [(depth, plain(text)) for depth, text in wanted.headings]
    assert [text for _, text in headings] == [text for _, text in expected], "other headings, or another order"
    assert headings == expected, "headings of another depth"

    tables = list(content.iter(f"{TABLE}table"))
    rows = [sum(1 for _ in table.iter(f"{TABLE}table-row")) for table in tables]
    assert rows == wanted.rows, f"tables with {rows} rows, not {wanted.rows}"

    told = [words(found) for frame in content.iter(f"{DRAW}frame") if frame.find(f"{DRAW}image") is not None
            for found in [*frame.iter(f"{SVG}title"), *frame.iter(f"{SVG}desc")]]
    lost = [alt for alt in wanted.pictures if alt not in told]
    assert wanted.pictures and not lost, f"figures without their alternative: {lost}"
    assert not list(content.iter(f"{TEXT}script")), "a script"
    return f"{len(headings)} headings, {len(tables)} tables, {len(wanted.pictures)} figures"


def main() -> int:
    binary = str(Path(sys.argv[1]).resolve())
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        for example, language in REPORTS:
            try:
                print(f"passed  {example} {language}: {check(binary, example, language, Path(temporary))}", flush=True)
            except (AssertionError, OSError, subprocess.SubprocessError, xml.ParseError) as failure:
                failed += 1
                print(f"FAILED  {example} {language}: {failure}", flush=True)
    print(f"{len(REPORTS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
