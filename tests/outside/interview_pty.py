#!/usr/bin/env python3
"""Drives the interview through a pseudo-terminal, as a person with a keyboard does, and watches the screen.

    python3 tests/outside/interview_pty.py target/debug/coprod

Standard library only. Exit code 0: everything holds.
"""

import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COPROD = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "target/debug/coprod"))
UP, DOWN, ENTER, ESC, CTRL_C, CTRL_D = "\x1b[A", "\x1b[B", "\r", "\x1b", "\x03", "\x04"


class Screen:
    """As much of a terminal as the program uses. Lines that scroll out are kept, and can no longer be changed."""

    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.lines = [[]]
        self.row = self.column = 0
        self.cursor_visible = True
        self.rest = ""

    def top(self):
        return max(0, len(self.lines) - self.rows)

    def feed(self, text):
        text = self.rest + text
        self.rest = ""
        at = 0
        while at < len(text):
            c = text[at]
            if c == "\x1b":
                match = re.match(r"\x1b\[([?0-9;]*)([A-Za-z])", text[at:])
                if not match:
                    self.rest = text[at:]
                    return
                self.escape(match.group(1), match.group(2))
                at += match.end()
                continue
            at += 1
            if c == "\r":
                self.column = 0
            elif c == "\n":
                self.down()
            elif c == "\b":
                self.column = max(0, self.column - 1)
            elif c >= " ":
                self.put(c)

    def down(self):
        self.row += 1
        if self.row == len(self.lines):
            self.lines.append([])

    def put(self, c):
        if self.column >= self.columns:
            self.column = 0
            self.down()
        line = self.lines[self.row]
        line.extend(" " * (self.column + 1 - len(line)))
        line[self.column] = c
        self.column += 1

    def escape(self, arguments, letter):
        number = int(arguments) if arguments.isdigit() else None
        if letter == "A":
            self.row = max(self.top(), self.row - (number or 1))
        elif letter == "B":
            self.row = min(len(self.lines) - 1, self.row + (number or 1))
        elif letter == "C":
            self.column = min(self.columns - 1, self.column + (number or 1))
        elif letter == "D":
            self.column = max(0, self.column - (number or 1))
        elif letter == "K":
            del self.lines[self.row][0 if number == 2 else self.column :]
        elif letter == "J":
            assert number in (None, 0), f"erases the screen: ESC[{arguments}J"
            del self.lines[self.row][self.column :]
            for line in self.lines[self.row + 1 :]:
                line.clear()
        elif arguments == "?25":
            self.cursor_visible = letter == "h"
        elif letter != "m":
            raise AssertionError(f"unknown escape sequence ESC[{arguments}{letter}")

    def text(self):
        return ["".join(line).rstrip() for line in self.lines]

    def current(self):
        """What stands above the cursor's line and on it, without empty lines at the end."""
        lines = self.text()
        while lines and not lines[-1]:
            lines.pop()
        return lines


class Terminal:
    def __init__(self, args, folder, columns, rows=24, **environment):
        self.screen = Screen(rows, columns)
        self.raw = b""
        env = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ.get("PATH", ""), "SOURCE_DATE_EPOCH": "1773446400"}
        env.update(environment)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.chdir(folder)
            os.execve(COPROD, [COPROD, *args], env)
        self.code = None
        self.decoded = 0

    def read(self, seconds):
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return None
        if not data:
            return None
        self.raw += data
        # A character may be cut in two.
        text = self.raw[self.decoded :].decode("utf-8", "ignore")
        self.decoded += len(text.encode())
        self.screen.feed(text)
        return True

    def settle(self, quiet=0.06):
        while self.read(quiet):
            pass

    def wait_for(self, part, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            # Wrapped text is still the same text.
            if part in joined(self.screen.text()[-self.screen.rows - 40 :]):
                self.settle()
                return
            if self.read(0.1) is None:
                break
        self.fail(f"not seen: {part!r}")

    def type(self, *keys):
        for key in keys:
            os.write(self.fd, key.encode())
            self.settle()

    def end(self, code):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            if self.read(0.1) is None:
                break
        _, status = os.waitpid(self.pid, 0)
        got = os.waitstatus_to_exitcode(status)
        os.close(self.fd)
        self.pid = None
        if got != code:
            self.fail(f"exit code {got}, expected {code}")
        if not self.screen.cursor_visible:
            self.fail("the cursor is left hidden")

    def wait_for_last(self, line):
        end = time.monotonic() + 20
        while self.screen.current()[-1:] != [line]:
            if time.monotonic() > end:
                self.fail(f"not the last line: {line!r}")
            self.read(0.1)

    def last(self, count):
        return self.screen.current()[-count:]

    def see(self, part):
        if part not in joined(self.screen.text()):
            self.fail(f"not on the screen: {part!r}")

    def fail(self, why):
        print("\n".join(self.screen.text()), file=sys.stderr)
        raise AssertionError(why)


def joined(lines):
    return " ".join(" ".join(lines).split())


def texts(language):
    with open(os.path.join(ROOT, "rubrics/co-production", f"{language}.json"), encoding="utf-8") as file:
        return json.load(file)


def longest_question():
    """The German question that needs most room, asked of everybody."""
    questions = texts("de")["questions"]
    return max(questions.items(), key=lambda item: len(item[1]["text"]) + len(item[1].get("help", "")))


def start(*more):
    return ["assess", "-r", "co-production", "-l", "de", "-p", "all", "--organisation", "Größe & Söhne", "--sector", "it",
            "--size", "1-9", "--setting", "both", "-o", "bogen.json", "--no-accessible", *more]


def answers(folder, file="bogen.json"):
    with open(os.path.join(folder, file), encoding="utf-8") as handle:
        return json.load(handle)["answers"]


def a_menu_erases_nothing_but_its_own(folder, columns):
    question_id, question = longest_question()
    terminal = Terminal(start("--questions", question_id), folder, columns, rows=40)
    terminal.wait_for("Mehr …")
    above = terminal.screen.current()
    options = next(i for i, line in enumerate(above) if line.strip() == "Nein")
    above = above[:options]
    flat = joined(above)
    assert " ".join(question["text"].split()) in flat, "the question is wrapped by word, and whole"
    assert " ".join(question["help"].split()) in flat, "the help is whole"
    assert all(len(line) <= columns for line in above)
    terminal.type(ENTER)
    assert not os.path.exists(os.path.join(folder, "bogen.json")) or answers(folder) == {}, "Enter alone answers nothing"
    for key in [DOWN] * 9 + [UP] * 13 + ["j", "k", "1", "x", DOWN]:
        terminal.type(key)
        assert terminal.screen.current()[:options] == above, f"erased above the options at {columns} columns, key {key!r}"
    for line in terminal.last(6):
        assert len(line) < columns, line
    # Esc goes back; there is nothing before the first question.
    terminal.type(ESC)
    terminal.wait_for("Das ist die erste Frage.")
    assert terminal.screen.current()[:options] == above
    terminal.type(DOWN, DOWN, ENTER)
    terminal.wait_for("Ihre Antwort: Teilweise.")
    terminal.wait_for("ändert eine Antwort")
    assert terminal.screen.current()[:options] == above
    assert answers(folder) == {question_id: "partly"}
    terminal.type(ENTER)
    terminal.end(0)
    assert "coprod report bogen.json" in "".join(terminal.screen.text()), "a command is not broken into lines"


def more_holds_every_command(folder, columns):
    terminal = Terminal(start("--questions", "equ1a,equ1b,equ1c"), folder, columns, rows=50)
    terminal.wait_for("Mehr …")
    more = [UP, ENTER]
    terminal.type(*more)
    terminal.wait_for("Zurück zur Frage")
    terminal.type(ESC)
    terminal.wait_for_last("  Mehr …")
    terminal.type(*more, *[DOWN] * 1, ENTER)
    terminal.wait_for_last("  Mehr …")
    terminal.type(*more, *[DOWN] * 2, ENTER)
    terminal.wait_for("Beispiele für Nachweise:")
    terminal.type(*more, *[DOWN] * 4, ENTER)
    terminal.wait_for("Frage 2 von 3")
    terminal.type(*more, *[DOWN] * 5, ENTER)
    terminal.wait_for("Ihre Notiz")
    terminal.type("Wie früher: ä", ENTER)
    terminal.wait_for("Notiz gespeichert.")
    terminal.type(*more, *[DOWN] * 6, ENTER)
    terminal.wait_for("Ein Nachweis")
    terminal.type("Protokoll", ENTER)
    terminal.wait_for("Es gibt 1 Nachweis.")
    terminal.type(*more, *[DOWN] * 8, ENTER)
    terminal.wait_for("3 Fragen sind unbeantwortet:")
    terminal.type(*more, *[DOWN] * 7, ENTER)
    terminal.wait_for("Zu welcher Frage")
    terminal.type("3", ENTER)
    terminal.wait_for("Frage 3 von 3")
    terminal.type(DOWN, ENTER)
    terminal.wait_for("Ihre Antwort: Nein.")
    terminal.type("b", ENTER)
    terminal.wait_for("So lassen: Nein")
    terminal.type(*more, *[DOWN] * 9, ENTER)
    terminal.wait_for("Entwurf, nicht geprüfte")
    terminal.type(*more, *[DOWN] * 10, ENTER)
    terminal.end(0)
    assert answers(folder) == {"equ1b": {"note": "Wie früher: ä", "evidence": ["Protokoll"]}, "equ1c": "no"}, answers(folder)


def help_names_the_keys_and_the_question_stays_in_sight(folder):
    """A small window: after help the question is shown again, directly above its options."""
    question_id, question = longest_question()
    terminal = Terminal(start("--questions", question_id), folder, 40, rows=30)
    terminal.wait_for("Mehr …")
    text = " ".join(question["text"].split())
    for more in ([UP, ENTER, DOWN, DOWN, ENTER], [UP, ENTER, *[DOWN] * 8, ENTER]):
        terminal.type(*more)
        terminal.wait_for_last("  Mehr …")
        screen = terminal.screen.text()[-terminal.screen.rows :]
        assert text in joined(screen), "the question is on the screen:\n" + "\n".join(screen)
        assert joined(screen).index(text) < joined(screen).index("Vollständig")
    said = joined(terminal.screen.text())
    assert "Tasten: Pfeil hoch" in said and "g 12" not in said, "the menu's help names its own keys"
    # The longer menu pushes the question away; it is back when that is left.
    terminal.type(UP, ENTER)
    terminal.wait_for("Zurück zur Frage")
    terminal.type(ESC)
    terminal.wait_for_last("  Mehr …")
    assert text in joined(terminal.screen.text()[-terminal.screen.rows :])
    # Commands at a text are no text.
    terminal.type(UP, ENTER, *[DOWN] * 5, ENTER)
    terminal.wait_for("Ihre Notiz")
    terminal.type("?", ENTER)
    terminal.wait_for("Hier schreiben Sie einen Text")
    terminal.type("z", ENTER)
    terminal.wait_for_last("  Mehr …")
    terminal.type(UP, ENTER, *[DOWN] * 6, ENTER)
    terminal.wait_for("Ein Nachweis")
    terminal.type("q", ENTER)
    terminal.end(0)
    assert answers(folder) == {}, answers(folder)


def q_and_esc_go_back(folder):
    terminal = Terminal(start(), folder, 80, rows=50)
    terminal.wait_for("Mehr …")
    terminal.type(DOWN, ENTER)
    terminal.wait_for("Frage 2 von")
    for key in (ESC, "q"):
        seen = "\n".join(terminal.screen.text()).count("Frage 1 von")
        terminal.type(key)
        terminal.wait_for("So lassen: Nein")
        assert "\n".join(terminal.screen.text()).count("Frage 1 von") == seen + 1
        terminal.type(UP, UP, ENTER)
        terminal.settle()
    terminal.type(CTRL_C)
    terminal.end(130)


def ctrl_c_gives_the_cursor_back(folder):
    for state in ("options", "more", "text", "signal"):
        terminal = Terminal(start(), folder, 80, rows=50)
        terminal.wait_for("Mehr …")
        if state == "options":
            terminal.type(DOWN)
        if state in ("more", "text"):
            terminal.type(UP, ENTER)
        if state == "text":
            terminal.type(*[DOWN] * 5, ENTER)
            terminal.wait_for("Ihre Notiz")
        assert terminal.screen.cursor_visible == (state == "text")
        before = terminal.raw
        if state == "signal":
            os.kill(terminal.pid, signal.SIGINT)
        else:
            terminal.type(CTRL_C)
        terminal.wait_for("Weiter geht es mit: coprod assess")
        assert b"\x1b[?25h" in terminal.raw[len(before) :]
        assert terminal.raw[len(before) :].count("Weiter geht es".encode()) == 1, "said once"
        cooked = termios.tcgetattr(terminal.fd)
        assert cooked[3] & termios.ECHO and cooked[3] & termios.ICANON, "the terminal is in order again"
        terminal.end(130)
        assert sorted(os.listdir(folder)) == ["bogen.json"], os.listdir(folder)


def long_labels_of_an_own_rubric_are_cut(folder, columns):
    label = "Über alle Maßen öfter, größer und höher, als es früher üblich gewesen wäre, und das äußerst regelmäßig überall"
    rubric = {
        "format": "coprod/rubric/1", "id": "own", "version": "1.0.0", "languages": ["de"],
        "scale": [{"id": "no", "points": 0}, {"id": "yes", "points": 1}],
        "principles": [{"id": "p"}], "levels": [{"id": "l"}],
        "questions": [{"id": "q1", "principle": "p", "level": "l"}],
        "texts": {"de": {"title": "Eigener\x1b[2J Bogen", "principles": {"p": {"name": "P"}}, "levels": {"l": {"name": "L"}},
                         "scale": {"no": {"label": label}, "yes": {"label": "Kurz\x1b[31m"}},
                         "questions": {"q1": {"text": "Ist das so?"}}}},
    }
    with open(os.path.join(folder, "own.json"), "w", encoding="utf-8") as file:
        json.dump(rubric, file)
    args = start()
    args[2] = "own.json"
    args[6] = "all"
    terminal = Terminal(args, folder, columns)
    terminal.wait_for("Mehr …")
    above = terminal.screen.current()[:-5]
    assert any("Ist das so?" in line for line in above)
    for key in [DOWN] * 7 + [UP] * 3:
        terminal.type(key)
        assert terminal.screen.current()[: len(above)] == above
    assert b"\x1b[31m" not in terminal.raw and b"\x1b[2J" not in terminal.raw, "escapes of the rubric are harmless"
    terminal.type(CTRL_C)
    terminal.end(130)
    assert "coprod assess --rubric own.json" in "".join(terminal.screen.text()), "a command is not broken into lines"


def more_perspectives_than_lines(folder):
    """Twelve perspectives in a window of ten lines: dialoguer shows pages; what was above stays."""
    args = [part for part in start() if part not in ("-p", "all")]
    terminal = Terminal(args, folder, 60, rows=10)
    terminal.wait_for("Sie müssen keine Behinderung angeben.")
    above = [line for line in terminal.screen.current() if line and not line.startswith("  ")]
    for key in [DOWN] * 15 + [UP] * 5:
        terminal.type(key)
        assert [line for line in terminal.screen.current() if line and line[0] not in " >"] == above
    terminal.type(ESC)
    terminal.type(CTRL_C)
    terminal.end(130)


def lines_on_a_terminal(folder):
    """Asked for, at TERM=dumb, and in a narrow window: no escape sequence at all."""
    cases = [({}, 80, ["--accessible"]), ({"TERM": "dumb"}, 80, []), ({}, 39, []), ({"COPROD_ACCESSIBLE": "1"}, 80, []),
             ({"ACCESSIBLE": "yes"}, 80, [])]
    for environment, columns, flags in cases:
        args = [part for part in start() if part != "--no-accessible"] + flags
        terminal = Terminal(args, folder, columns, **environment)
        terminal.wait_for("Antwort 1 bis")
        terminal.type("teilweise", ENTER)
        terminal.wait_for("Ihre Antwort: Teilweise.")
        terminal.type("z", ENTER, ENTER, CTRL_D)
        terminal.wait_for("Weiter geht es mit: coprod assess")
        terminal.end(130)
        assert b"\x1b" not in terminal.raw, (environment, columns, flags)
        os.remove(os.path.join(folder, "bogen.json"))
    terminal = Terminal([part for part in start() if part != "--no-accessible"], folder, 80, COPROD_ACCESSIBLE="0", ACCESSIBLE="1")
    terminal.wait_for("Menü mit Pfeiltasten")
    terminal.wait_for("Mehr …")
    terminal.type(CTRL_C)
    terminal.end(130)


def bare_coprod_leads_a_newcomer(folder):
    # In lines, to a sheet.
    terminal = Terminal(["-l", "de"], folder, 80)
    terminal.wait_for("1 bis 2:")
    terminal.type(ENTER)
    terminal.wait_for("Es wurde nichts eingegeben.")
    terminal.type("2", ENTER)
    terminal.wait_for("Was möchten Sie tun?")
    terminal.type("1", ENTER)
    for part, entry in [("Welcher Fragebogen?", "2"), ("Aus welcher Perspektive", "Keine Angabe"), ("Wie heißt", "Haus Ä"),
                        ("Branche", ""), ("Wie viele", ""), ("Arbeitgeber", "3"), ("Enter: antworten-haus-ae.json", "")]:
        terminal.wait_for(part.replace("antworten", "answers"))
        terminal.type(entry, ENTER)
    terminal.wait_for("Frage 1 von 12")
    terminal.type("2", ENTER, "q", ENTER)
    terminal.wait_for("coprod assess -o answers-haus-ae.json")
    terminal.end(0)
    assert b"\x1b" not in terminal.raw
    # With arrow keys, on from there.
    terminal = Terminal(["-l", "de"], folder, 80)
    terminal.wait_for("1 bis 2:")
    assert b"\x1b" not in terminal.raw, "it begins in lines"
    terminal.type("Pfeiltasten", ENTER)
    terminal.wait_for("Eine Einschätzung fortsetzen")
    terminal.type(DOWN, DOWN, ENTER)
    terminal.wait_for("Eine andere Datei")
    terminal.type(DOWN, ENTER)
    terminal.wait_for("Weiter geht es: 1 von 12 Fragen")
    terminal.wait_for("Frage 2 von 12")
    terminal.type(CTRL_C)
    terminal.end(130)
    # A report, in the mode that the environment decided.
    terminal = Terminal(["-l", "de"], folder, 80, COPROD_ACCESSIBLE="1")
    terminal.wait_for("Was möchten Sie tun?")
    terminal.type("3", ENTER)
    terminal.wait_for("Welche Datei mit Antworten?")
    terminal.type("1", ENTER)
    terminal.wait_for("Auf dem Bildschirm")
    terminal.type("2", ENTER)
    terminal.wait_for("Enter: answers-haus-ae.pdf")
    terminal.type(ENTER)
    terminal.end(0)
    with open(os.path.join(folder, "answers-haus-ae.pdf"), "rb") as file:
        assert file.read(5) == b"%PDF-"
    # A questionnaire for others.
    terminal = Terminal(["-l", "de"], folder, 80, COPROD_ACCESSIBLE="1")
    terminal.wait_for("Was möchten Sie tun?")
    terminal.type("4", ENTER)
    for part, entry in [("Welcher Fragebogen?", "2"), ("Welche Art", "1"), ("Wer bekommt", "--hr@example.org"),
                        ("Enter: fragebogen.html", "")]:
        terminal.wait_for(part)
        terminal.type(entry, ENTER)
    terminal.end(0)
    with open(os.path.join(folder, "fragebogen.html"), encoding="utf-8") as file:
        page = file.read()
    assert page.startswith("<!DOCTYPE html>") and "--hr@example.org" in page
    # And out again.
    terminal = Terminal([], folder, 80)
    terminal.wait_for("1 to 2:")
    terminal.type("q", ENTER)
    terminal.end(0)


def main():
    checks = []
    for columns in (40, 80, 120):
        checks.append((a_menu_erases_nothing_but_its_own, columns))
        checks.append((more_holds_every_command, columns))
        checks.append((long_labels_of_an_own_rubric_are_cut, columns))
    checks += [(help_names_the_keys_and_the_question_stays_in_sight,), (q_and_esc_go_back,), (ctrl_c_gives_the_cursor_back,), (more_perspectives_than_lines,),
               (lines_on_a_terminal,), (bare_coprod_leads_a_newcomer,)]
    failed = 0
    for check, *arguments in checks:
        folder = tempfile.mkdtemp(prefix="coprod-pty-")
        name = " ".join([check.__name__.replace("_", " "), *map(str, arguments)])
        try:
            check(folder, *arguments)
            print(f"ok      {name}", flush=True)
        except AssertionError as error:
            failed += 1
            print(f"FAILED  {name}: {error}", flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
