"""Checks the gate's JUnit XML from outside: with a parser that build tools use, and against the rules of the common
schemas (the one of Ant, and the one of Jenkins where it is stricter), written down below.

    check.py BINARY
"""
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from junitparser import Failure, JUnitXml, Skipped

TIMESTAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}")
NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
WHOLE = re.compile(r"[0-9]+")
SUITE = {"name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors", "skipped", "time"}


def token(text):
    """A name of the schema: without line ends, tabs or spaces at its ends, and not empty."""
    return bool(text) and text == " ".join(text.split())


def faults(xml):
    """Everything in a file that the schemas do not allow."""
    root = ET.fromstring(xml)
    if root.tag != "testsuites" or root.attrib:
        yield f"the root is {root.tag} {root.attrib}"
    for suite in root:
        if suite.tag != "testsuite" or set(suite.attrib) != SUITE:
            yield f"{suite.tag} has {sorted(suite.attrib)}"
            continue
        for key in ("name", "package", "hostname"):
            if not token(suite.get(key)):
                yield f"{key} is no token: {suite.get(key)!r}"
        for key in ("id", "tests", "failures", "errors", "skipped"):
            if not WHOLE.fullmatch(suite.get(key)):
                yield f"{key} is no whole number"
        if not TIMESTAMP.fullmatch(suite.get("timestamp")) or not NUMBER.fullmatch(suite.get("time")):
            yield "timestamp or time"
        tags = [child.tag for child in suite]
        cases = suite.findall("testcase")
        if tags != ["properties"] + ["testcase"] * len(cases) + ["system-out", "system-err"]:
            yield f"the order is {tags}"
        for entry in suite.find("properties"):
            if entry.tag != "property" or set(entry.attrib) != {"name", "value"} or not token(entry.get("name")):
                yield f"property {entry.attrib}"
        for case in cases:
            if set(case.attrib) != {"name", "classname", "time"} or not all(token(case.get(k)) for k in ("name", "classname")):
                yield f"testcase {case.attrib}"
            if len(case) > 1:
                yield "more than one outcome"
            for outcome in case:
                if outcome.tag == "failure" and set(outcome.attrib) != {"type", "message"}:
                    yield f"failure {outcome.attrib}"
                if outcome.tag not in ("failure", "skipped") or len(outcome):
                    yield f"outcome {outcome.tag}"
        counts = [suite.get("tests"), suite.get("failures"), suite.get("skipped")]
        found = [len(cases), sum(c.find("failure") is not None for c in cases), sum(c.find("skipped") is not None for c in cases)]
        if counts != [str(count) for count in found]:
            yield f"counts {counts}, found {found}"


def main():
    binary = str(Path(sys.argv[1]).resolve())
    examples = Path(__file__).resolve().parents[3] / "examples"
    problems, checked = [], 0
    with tempfile.TemporaryDirectory() as directory:
        policy = Path(directory) / "policy.json"
        policy.write_text(json.dumps({
            "format": "coprod/policy/1", "level": "transformation", "coverage": 1, "evidence": "100%", "max_age": 1,
            "exceptions": [{"rule": "level", "reason": "<a> & \"b\" ]]>\n\t'c' \u00e4 \U0001F600", "expires": "2099-12-31"}],
        }), encoding="utf-8")
        nasty = json.loads((examples / "kleeblatt.json").read_text(encoding="utf-8"))
        nasty["organisation"]["name"] = "<b>\u001b[31m ]]> & \"x\"\n\u0085\ufffe"
        strange = Path(directory) / "strange.json"
        strange.write_text(json.dumps(nasty), encoding="utf-8")
        for sheet in [*sorted(examples.glob("*.json")), strange]:
            for language in ("de", "en"):
                command = [binary, "check", str(sheet), "--policy", str(policy), "-f", "junit", "-l", language]
                done = subprocess.run([*command, "--today", "2026-05-01"], capture_output=True, check=False)
                if done.returncode not in (0, 1):
                    problems.append(f"{sheet.name}: exit code {done.returncode}: {done.stderr.decode()}")
                    continue
                checked += 1
                problems += [f"{sheet.name} {language}: {fault}" for fault in faults(done.stdout)]
                parsed = JUnitXml.fromstring(done.stdout)
                results = [type(result) for suite in parsed for case in suite for result in case.result]
                if Failure not in results or Skipped not in results:
                    problems.append(f"{sheet.name} {language}: the parser sees {results}")
    for problem in problems:
        print(problem)
    print(f"{checked} files checked, {len(problems)} problems")
    return 1 if problems or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
