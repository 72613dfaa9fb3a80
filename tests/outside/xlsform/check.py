#!/usr/bin/env python3
"""XLSForms from outside: pyxform compiles them, ODK Validate accepts them, and no language has a gap.

Usage: check.py BINARY
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
from pyxform.xls2xform import convert

ROOT = Path(__file__).resolve().parents[3]
XFORMS = "{http://www.w3.org/2002/xforms}"
# Rows of these kinds show no text; a group around one question has no heading of its own.
SILENT = {"today", "calculate", "end_group"}


def rows(sheet):
    """A sheet's rows as dictionaries by the heads in row 1."""
    heads = [cell.value for cell in sheet[1]]
    return [dict(zip(heads, (cell.value for cell in row))) for row in sheet.iter_rows(min_row=2)]


def languages(heads, what):
    return [head for head in heads if head.startswith(f"{what}::")]


def check_gaps(book, name):
    """Every text exists in every language; pyxform does not ask for that."""
    survey, choices = rows(book["survey"]), rows(book["choices"])
    labels, hints = languages(survey[0], "label"), languages(survey[0], "hint")
    assert labels and [head.split("::")[1] for head in labels] == [head.split("::")[1] for head in hints], name
    for row in survey:
        inner = row["type"] == "begin_group" and row["name"].endswith("_group")
        if row["type"] not in SILENT and not inner:
            assert all(row[head] for head in labels), f"{name}: {row['name']} lacks a label: {row}"
        given = [bool(row[head]) for head in hints]
        assert all(given) or not any(given), f"{name}: {row['name']} lacks a hint: {row}"
    for row in choices:
        assert all(row[head] for head in labels), f"{name}: choice {row['name']} lacks a label: {row}"
    return labels


def check_compiled(path, name):
    """pyxform compiles it, ODK Validate accepts it, and the form's texts have no gap either."""
    result = convert(str(path), validate=True, pretty_print=False)
    missing = [warning for warning in result.warnings if "translation" in warning.lower()]
    assert not missing, f"{name}: {missing}"
    tree = ElementTree.fromstring(result.xform)
    texts = {}
    for translation in tree.iter(f"{XFORMS}translation"):
        ids = {}
        for text in translation.iter(f"{XFORMS}text"):
            ids[text.get("id")] = "".join("".join(value.itertext()) for value in text.iter(f"{XFORMS}value"))
        texts[translation.get("lang")] = ids
    assert len(texts) >= 2, f"{name}: {list(texts)}"
    first = next(iter(texts.values()))
    for language, ids in texts.items():
        assert ids.keys() == first.keys(), f"{name}: {language} differs: {ids.keys() ^ first.keys()}"
        gaps = [key for key, text in ids.items() if text.strip() in ("", "-")]
        assert not gaps, f"{name}: {language} has gaps: {gaps}"
    return len(first)


def check_codes(book, rubric, name, perspective):
    """Questions and options have the codes of the rubric."""
    structure = json.loads((ROOT / "rubrics" / rubric / "rubric.json").read_text(encoding="utf-8"))
    names = [row["name"] for row in rows(book["survey"]) if row["name"]]
    assert len(names) == len(set(names)), f"{name}: names stand twice"
    for question in structure["questions"]:
        asked = perspective is None or perspective in question.get("perspectives", [perspective])
        assert (question["id"] in names) == asked, f"{name}: {question['id']}"
        if asked:
            assert f"{question['id']}note" in names, f"{name}: {question['id']}note"
    options = [row["name"] for row in rows(book["choices"]) if row["list_name"] == "options"]
    assert options == [choice["id"] for choice in structure["scale"]] + ["na", "dk"], f"{name}: {options}"
    settings = rows(book["settings"])[0]
    assert settings["version"] == structure["version"], f"{name}: {settings}"


def main():
    binary = Path(sys.argv[1]).resolve()
    cases = [
        ("co-production", []),
        ("co-production", ["--easy"]),
        ("co-production", ["-p", "service-users", "--setting", "provider", "--organisation", "O'Neill \"& Söhne\" ${x}"]),
        ("co-production-quick", ["--contact", "HR", "--audience", "the board", "--delete-after", "31 December"]),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for rubric, options in cases:
            for language in ("de", "en"):
                name = " ".join([rubric, language, *options])
                path = Path(folder) / "form.xlsx"
                command = [binary, "form", "-q", "-f", "xlsform", "-r", rubric, "-l", language, "-o", path, *options]
                subprocess.run(command, check=True)
                book = openpyxl.load_workbook(path)
                labels = check_gaps(book, name)
                assert labels[0].endswith(f"({language})"), f"{name}: {labels}"
                perspective = options[1] if "-p" in options else None
                check_codes(book, rubric, name, perspective)
                count = check_compiled(path, name)
                print(f"ok: {name}: {count} texts in {len(labels)} languages")


main()
