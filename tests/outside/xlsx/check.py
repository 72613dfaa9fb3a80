#!/usr/bin/env python3
"""Workbooks from outside: openpyxl finds what the questionnaire needs, LibreOffice saves it again, and nothing is lost.

Usage: check.py BINARY
"""

import datetime
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[3]
SHEETS = {"de": ("Bitte zuerst lesen", "Fragen", "Hilfe"), "en": ("Read me first", "Questions", "Help")}
HEADS = {
    "de": ["Kennung", "Grundsatz", "Frage", "Antwort", "Notiz", "Nachweise", "Begründung"],
    "en": ["ID", "Principle", "Question", "Answer", "Note", "Evidence", "Reason"],
}
NAMES = ["Choices", "FormatVersion", "RubricId", "RubricVersion", "Field_organisation", "Field_date"]


def run(binary, *arguments):
    done = subprocess.run([binary, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, f"{arguments}: {done.stderr}"
    return done.stderr


def questions(rubric):
    return json.loads((ROOT / "rubrics" / rubric / "rubric.json").read_text(encoding="utf-8"))["questions"]


def check_cells(sheet, open_columns):
    """Letters, wrapping and locks of a sheet's cells."""
    assert not sheet.merged_cells.ranges, f"{sheet.title}: merged cells"
    for row in sheet.iter_rows():
        assert any(cell.value is not None for cell in row), f"{sheet.title}: row {row[0].row} is blank"
        for cell in row:
            place = f"{sheet.title}!{cell.coordinate}"
            assert cell.data_type != "f", f"{place}: a formula"
            assert cell.font.sz == 12 and cell.alignment.wrap_text, place
            assert cell.protection.locked != (cell.row > 1 and cell.column in open_columns), place


def check_protection(sheet):
    protection = sheet.protection
    assert protection.sheet and not protection.password, f"{sheet.title}: protected without a password"
    assert not protection.selectLockedCells and not protection.selectUnlockedCells, f"{sheet.title}: cells to choose"
    assert not protection.formatRows and not protection.formatColumns, f"{sheet.title}: rows and columns can be made larger"


def validations(sheet):
    """The validation of each cell."""
    out = {}
    for rule in sheet.data_validations.dataValidation:
        assert len(rule.promptTitle or "") <= 32 and len(rule.prompt or "") <= 255, rule.sqref
        assert len(rule.errorTitle or "") <= 32 and len(rule.error or "") <= 255, rule.sqref
        for cells in rule.sqref.ranges:
            for row, column in cells.cells:
                assert (row, column) not in out, f"{sheet.title}: two validations at {row}, {column}"
                out[row, column] = rule
    return out


def check_questions(sheet, language, expected):
    assert [cell.value for cell in sheet[1]] == HEADS[language], sheet.title
    assert [cell.value for cell in sheet["A"]][1:] == [question["id"] for question in expected], sheet.title
    assert sheet.freeze_panes == "A2", sheet.freeze_panes
    check_cells(sheet, {4, 5, 6, 7})
    check_protection(sheet)
    rules = validations(sheet)
    for row, question in enumerate(expected, start=2):
        rule = rules[row, 4]
        wanted = "Choices" if question.get("na_allowed", True) else "ChoicesWithoutNotApplicable"
        assert rule.type == "list" and rule.formula1.lstrip("=") == wanted, (question["id"], rule.formula1)
        assert rule.showErrorMessage and rule.errorTitle and rule.error and rule.promptTitle and rule.prompt
        assert all(rules[row, column].prompt for column in (5, 6, 7)), question["id"]


def check_book(path, rubric, language, perspectives=None):
    book = openpyxl.load_workbook(path)
    with zipfile.ZipFile(path) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        # openpyxl calls every height a fixed one; rows shall grow with what is written into them.
        assert sheets and all(b"customHeight" not in parts.read(name) for name in sheets), "fixed heights"
    front, one, help_sheet = SHEETS[language]
    asked = questions(rubric)
    lists = book["Lists"]
    assert lists.sheet_state == "hidden" and book.active.title == front
    for name in NAMES:
        assert name in book.defined_names, f"{name} is not defined"
    assert book.properties.title and any(prop.name == "Language" for prop in book.custom_doc_props.props)
    assert book.properties.created.year == 2000, "no clock"
    check_cells(book[help_sheet], set())
    check_protection(book[front])
    assert not book[front].merged_cells.ranges
    sheet, cell = next(iter(book.defined_names["RubricId"].destinations))
    assert book[sheet][cell].value == rubric
    if perspectives is None:
        assert book.sheetnames == [front, one, help_sheet, "Lists"], book.sheetnames
        check_questions(book[one], language, asked)
        return
    sheets = book.sheetnames[1:-2]
    assert len(sheets) == len(perspectives), sheets
    for sheet, perspective in zip(sheets, perspectives):
        mine = [question for question in asked if perspective in question.get("perspectives", [perspective])]
        check_questions(book[sheet], language, mine)


def normal(sheet):
    """A sheet with long answers only, without what no workbook holds."""
    sheet = {key: value for key, value in sheet.items() if key != "comment"}
    sheet["answers"] = {
        key: value if isinstance(value, dict) else {"choice": value}
        for key, value in sheet["answers"].items()
        if key != "comment"
    }
    return sheet


def save_again(path, folder):
    """LibreOffice opens the workbook and saves it."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, path]
    subprocess.run(command, check=True, capture_output=True)
    return Path(folder) / Path(path).name


def check_round(binary, example, language, folder):
    """Out, through LibreOffice, and in again: the same sheet."""
    form, saved, back = Path(folder) / "form.xlsx", Path(folder) / "saved", Path(folder) / "back.json"
    run(binary, "form", "-q", "-l", language, "--from", example, "-o", form)
    saved.mkdir(exist_ok=True)
    again = save_again(form, saved)
    assert again.read_bytes() != form.read_bytes(), "LibreOffice wrote a file of its own"
    for path in (form, again):
        back.unlink(missing_ok=True)
        run(binary, "import", "-q", path, "-o", back)
        found, wanted = (normal(json.loads(file.read_text(encoding="utf-8"))) for file in (back, Path(example)))
        assert found == wanted, f"{example.name} {path}: {found} != {wanted}"
    book = openpyxl.load_workbook(again)
    assert book["Lists"].sheet_state == "hidden"
    assert validations(book[SHEETS[language][1]]), "the lists are still there"


def check_filled_in(binary, folder):
    """What people type: labels of any language, numbers, ids; columns moved and added; saved by LibreOffice."""
    form, back = Path(folder) / "typed.xlsx", Path(folder) / "typed.json"
    run(binary, "form", "-q", "-l", "en", "-r", "co-production-quick", "-o", form)
    book = openpyxl.load_workbook(form)
    sheet = book["Questions"]
    typed = ["Fully", "teilweise", 2, "no", "3", "I don't know", "Trifft auf uns nicht zu", " LARGELY ", None]
    for row, value in enumerate(typed, start=2):
        sheet.cell(row, 4).value = value
    sheet.cell(8, 7).value = "gibt es nicht"
    sheet.cell(2, 6).value = "minutes\nphoto"
    sheet.cell(1, 8).value = "My remarks"
    sheet.cell(2, 8).value = "for me only"
    sheet.insert_cols(1)
    sheet.title = "Renamed"
    # Without the group's consent the number of people would be left out.
    filled = {"organisation": "Example Ltd", "setting": "Arbeitgeber", "people": 7, "shown": "Ja"}
    for name, value in ((f"Field_{name}", value) for name, value in filled.items()):
        where, cell = next(iter(book.defined_names[name].destinations))
        book[where][cell].value = value
    where, cell = next(iter(book.defined_names["Field_date"].destinations))
    book[where][cell].value = datetime.date(2026, 3, 14)
    book.save(form)
    again = save_again(form, Path(folder) / "saved")
    for path in (form, again):
        back.unlink(missing_ok=True)
        said = run(binary, "import", "-l", "en", path, "-o", back)
        assert "My remarks" in said, said
        sheet = normal(json.loads(back.read_text(encoding="utf-8")))
        choices = [answer["choice"] for answer in sheet["answers"].values()]
        assert choices == ["fully", "partly", "largely", "no", "fully", "dk", "na", "largely"], choices
        assert sheet["organisation"] == {"name": "Example Ltd", "setting": "employer"}, sheet["organisation"]
        assert sheet["date"] == "2026-03-14" and sheet["people"] == 7, sheet
        assert next(iter(sheet["answers"].values()))["evidence"] == ["minutes", "photo"]


def main():
    binary = Path(sys.argv[1]).resolve()
    perspectives = json.loads((ROOT / "rubrics/co-production/rubric.json").read_text(encoding="utf-8"))["perspectives"]
    with tempfile.TemporaryDirectory() as folder:
        for language in ("de", "en"):
            for rubric in ("co-production", "co-production-quick"):
                path = Path(folder) / f"{rubric}-{language}.xlsx"
                run(binary, "form", "-q", "-l", language, "-r", rubric, "-o", path)
                check_book(path, rubric, language)
            path = Path(folder) / f"by-{language}.xlsx"
            run(binary, "form", "-q", "-l", language, "--by-perspective", "-o", path)
            check_book(path, "co-production", language, [perspective["id"] for perspective in perspectives])
            print(f"ok: workbooks in {language}")
        examples = sorted((ROOT / "examples").glob("*.json"))
        assert len(examples) >= 4
        for number, example in enumerate(examples):
            check_round(binary, example, ("de", "en")[number % 2], folder)
            print(f"ok: {example.name} through LibreOffice")
        check_filled_in(binary, folder)
        print("ok: what people type")


main()
