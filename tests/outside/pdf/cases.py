"""The reports that are checked: every example in both languages, and sheets that are as nasty as sheets get."""

import json
import struct
import zlib
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("de", "en")
FULL = "co-production"

NAMES = {
    "latin": "Łódź ő ș ẞ – Țară, Čeština, İstanbul",
    "greek": "Ελληνικά Ωμέγα",
    "cyrillic": "Привет, Україна Ґ",
    "arabic": "السلام عليكم",
    "emoji": "Team 😀 👩🏽‍🦽",
    "escapes": "rot \x1b[31mGefahr\x1b[0m \x9b2J \u202everkehrt\u202c Ende",
}


@dataclass
class Case:
    """One report: the sheet, how the binary is called, and words that the PDF must contain."""

    name: str
    sheet: Path
    options: list[str]
    rubric: dict
    texts: dict
    words: list[str] = field(default_factory=list)
    command: str = "report"


def load(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def save(path: Path, content: dict) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def sheet(rubric: dict, name: str, answers: dict, **more) -> dict:
    return {
        "format": "coprod/answers/1",
        "rubric": {"id": rubric["id"], "version": rubric["version"]},
        "organisation": {"name": name, **more.pop("organisation", {})},
        "date": "2026-02-14",
        "language": "en",
        **more,
        "answers": answers,
    }


def large_rubric(folder: Path) -> dict:
    """A rubric of 7 principles, 5 levels and 300 questions, with texts in both languages."""
    principles = [f"p{index}" for index in range(7)]
    levels = [f"l{index}" for index in range(5)]
    cells = [(principle, level) for principle in principles for level in levels]
    questions = [(f"q{index}", *cells[index % len(cells)]) for index in range(300)]
    rubric = {
        "format": "coprod/rubric/1",
        "id": "large",
        "version": "1.0.0",
        "languages": list(LANGUAGES),
        "kind": "full",
        "scoring": {"threshold": "3/4", "essential_minimum": "1/2"},
        "scale": [{"id": "no", "points": 0}, {"id": "partly", "points": 1}, {"id": "fully", "points": 2}],
        "principles": [{"id": principle, "weight": 1} for principle in principles],
        "levels": [{"id": level, "threshold": "3/4"} for level in levels],
        "questions": [
            {"id": name, "principle": principle, "level": level, "weight": 1} for name, principle, level in questions
        ],
    }
    for language, principle, level, question in (
        ("de", "Grundsatz der Verantwortungsübernahme", "Stufe der Weiterentwicklung", "Trifft die Aussage zu, Nummer"),
        ("en", "Principle of shared responsibility", "Level of organisational change", "Is this the case, number"),
    ):
        names = {"no": "Nein", "partly": "Teilweise", "fully": "Ja"}
        save(
            folder / f"{language}.json",
            {
                "format": "coprod/texts/1",
                "language": language,
                "title": "Large",
                "principles": {name: {"name": f"{principle} {name}", "description": name} for name in principles},
                "levels": {
                    "none": {"name": f"{level} null"},
                    **{name: {"name": f"{level} {name}"} for name in levels},
                },
                "scale": {name: {"label": label} for name, label in names.items()},
                "questions": {name: {"text": f"{question} {name}?"} for name, _, _ in questions},
            },
        )
    save(folder / "rubric.json", rubric)
    return rubric


def picture(path: Path) -> Path:
    """A picture of 300 × 90 pixels that becomes transparent from left to right."""
    width, height = 300, 90
    row = b"\0" + b"".join(bytes((0, 90, 60, 255 - index * 255 // width)) for index in range(width))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    pixels = zlib.compress(row * height)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
    return path


def first_sheet(folder: Path) -> dict:
    """A sheet of a folder of many."""
    path = sorted(path for path in folder.iterdir() if path.name != "assessment.json")[0]
    return json.loads(path.read_text(encoding="utf-8").splitlines()[0]) if path.suffix == ".jsonl" else load(path)


def examples(repository: Path) -> list[Case]:
    """Every example, a sheet or a folder of many, in both languages."""
    out = []
    folders = [path.parent for path in (repository / "examples").glob("*/assessment.json")]
    for path in sorted([*(repository / "examples").glob("*.json"), *folders]):
        content = load(path) if path.is_file() else first_sheet(path)
        folder = repository / "rubrics" / content["rubric"]["id"]
        for language in LANGUAGES:
            texts = load(folder / f"{language}.json")
            name = content["organisation"]["name"]
            rubric = load(folder / "rubric.json")
            out.append(Case(f"{path.stem}-{language}", path, ["-l", language], rubric, texts, [name]))
    return out


def nasty(repository: Path, folder: Path, has_summary: bool) -> list[Case]:
    """Sheets that are as nasty as sheets get, written below `folder`."""
    source = repository / "rubrics" / FULL
    rubric = load(source / "rubric.json")
    ids = [question["id"] for question in rubric["questions"]]
    out = []

    def add(name: str, content: dict, options: list[str], rubric: dict, texts: Path, words: list[str]) -> None:
        path = save(folder / f"{name}.json", content)
        for language in LANGUAGES:
            case = [*options, "-l", language]
            out.append(Case(f"{name}-{language}", path, case, rubric, load(texts / f"{language}.json"), words))

    def add_full(name: str, content: dict, words: list[str], options: list[str] | None = None) -> None:
        add(name, content, options or [], rubric, source, words)

    long = "x" * 200
    half = {question: "partly" for question in ids[::2]}
    add_full("long-name", sheet(rubric, long, half, organisation={"scope": long.upper()}), [long, long.upper()])
    answers = {
        question: {"choice": "partly", "note": f"Notiz {name}", "evidence": [name]}
        for question, name in zip(ids, NAMES.values())
    }
    shown = ["Łódź ő ș ẞ", "Ωμέγα", "Привет, Україна Ґ", "[U+0627]", "[U+1F600]"]
    add_full("names", sheet(rubric, " · ".join(NAMES.values()), answers), shown)
    lines = "\n".join(f"Zeile {index} einer langen Notiz mit vielen Wörtern" for index in range(40))
    notes = {question: {"choice": "largely", "note": lines} for question in ids[:3]}
    add_full("notes", sheet(rubric, "Notizen", notes), ["Zeile 39 einer langen Notiz"])
    add_full("unanswered", sheet(rubric, "Nichts", {}), [])
    add_full("everything", sheet(rubric, "Alles", {question: "fully" for question in ids}), [])
    logo = ["--logo", str(picture(folder / "logo.png")), "--logo-alt", "Ein Balken, der verblasst"]
    add_full("logo", sheet(rubric, "Mit Bild", half), ["Mit Bild"], [*logo, "--accent", "#005A3C"])
    statement = folder / "statement.txt"
    statement.write_text("Erste Zeile\n  zweite Zeile\n\nNeuer Absatz \x1b[31m 😀\n", encoding="utf-8")
    said = ["Works council", "Erste Zeile", "zweite Zeile", "Neuer Absatz"]
    add_full("statement", sheet(rubric, "Mit Stellungnahme", half), said, ["--statement", f"Works council={statement}"])
    if has_summary:
        add_full("summary", sheet(rubric, "Kurz", half), ["Kurz"], ["--summary"])
    large = large_rubric(folder / "large")
    points = ("no", "partly", "fully")
    some = {question["id"]: points[index % 3] for index, question in enumerate(large["questions"]) if index % 7}
    options = ["-r", str(folder / "large")]
    add("large", sheet(large, "Dreihundert Fragen", some), options, large, folder / "large", ["q299"])
    return out


def plans(reports: list[Case]) -> list[Case]:
    """The plans of the same sheets, by quarters; a plan knows no summary, logo or statement."""
    known = {"-l", "--rubric", "-r"}
    found = {}
    for case in reports:
        pairs = zip(case.options, case.options[1:])
        options = [part for name, value in pairs if name in known for part in (name, value)]
        found.setdefault((case.sheet, *options), case)
    return [
        Case(f"{case.name}-plan", case.sheet, [*options, "--start", "2026-04-01", "--pace", "8"], case.rubric,
             case.texts, command="plan")
        for (_, *options), case in found.items()
    ]
