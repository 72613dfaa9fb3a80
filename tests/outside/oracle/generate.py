"""Small random rubrics and answer sheets that sit on the edges of the scoring rules. The same seed gives the same case.

    generate.py SEED DIRECTORY [--respondents]     writes one case as files
"""
import json
import os
import random
import sys
from fractions import Fraction

from score import PHASES, score

OPTIONS = ["no", "not-yet", "partly", "half", "largely", "fully"]
# Orders that are not alphabetical: a program that sorts by id instead of keeping the rubric's order is found out.
PRINCIPLES = ["zest", "equality", "access", "voice", "care-2", "diversity"]
LEVELS = ["start", "compliance", "recognition", "better", "art"]
PERSPECTIVES = ["staff", "hr", "users", "council"]
ASPECTS = ["involvement", "power", "reciprocity", "routine"]
NUMBERS = [1, 2, 3, 5, 0.1, 0.2, 0.3, 0.5, 0.7, 1.25, 2.5, "1/3", "2/3", "7/5", "6/4"]
THRESHOLDS = ["3/4", "5/8", "2/3", "1/3", "1/2", 0.75, 0.6, 0.05, 0.9, 1, "99/100"]


def some(rng, values, count=None):
    """A non-empty part of values, in their order."""
    chosen = rng.sample(values, count or rng.randint(1, len(values)))
    return [value for value in values if value in chosen]


def maybe(rng, chance, target, key, value):
    """Optional keys are often left out, so that the defaults are tested too."""
    if rng.random() < chance:
        target[key] = value


def make_rubric(rng):
    count = rng.randint(2, 6)
    points = sorted(rng.sample(range(0 if rng.random() < 0.5 else 1, count + 6), count))
    if rng.random() < 0.4:
        points = list(range(count))  # the plain scale, where ties are most frequent
    scale = [{"id": name, "points": p} for name, p in zip(some(rng, OPTIONS, count), points)]
    principles = [{"id": name} for name in rng.sample(PRINCIPLES, rng.randint(1, 6))]
    levels = [{"id": name} for name in rng.sample(LEVELS, rng.randint(1, 5))]
    weighted = rng.random() < 0.7  # equal weights give the frequent ties, also of coverage with 4/5
    for thing in principles + levels:
        maybe(rng, 0.5 * weighted, thing, "weight", rng.choice(NUMBERS))
    for level in levels:
        maybe(rng, 0.3, level, "threshold", rng.choice(THRESHOLDS))
    rubric = {"format": "coprod/rubric/1", "id": "fuzz", "version": "1.0.0", "languages": ["en"],
              "scale": scale, "principles": principles, "levels": levels}
    maybe(rng, 0.5, rubric, "kind", rng.choice(["full", "quick"]))
    maybe(rng, 0.2, rubric, "comment", "random")
    scoring = {}
    maybe(rng, 0.5, scoring, "threshold", rng.choice(THRESHOLDS))
    # The minimum is often exactly the value of an option, so that an essential question just reaches it.
    minima = ["1/2", 0.4] + [f"{p}/{points[-1]}" for p in points if p > 0]
    maybe(rng, 0.5, scoring, "essential_minimum", rng.choice(minima))
    maybe(rng, 0.7, rubric, "scoring", scoring)

    perspectives = some(rng, PERSPECTIVES) if rng.random() < 0.6 else []
    if perspectives:
        rubric["perspectives"] = [{"id": name} for name in perspectives]
        maybe(rng, 0.5, rubric["perspectives"][-1], "lived_experience", True)
    facets = []
    if rng.random() < 0.4:
        facets.append({"id": "component", "values": ["culture", "structure", "board"]})
    if rng.random() < 0.7:
        facets.append({"id": "phase", "values": list(PHASES) if rng.random() < 0.8 else some(rng, list(PHASES))})
    if rng.random() < 0.7:
        facets.append({"id": "aspect", "values": ASPECTS if rng.random() < 0.7 else ASPECTS[:3]})
    if facets:
        rubric["facets"] = facets

    questions = []
    sparse = rng.random() < 0.4
    for principle in principles:
        for level in levels:
            for _ in range(rng.choice([0, 0, 1, 2] if sparse else [0, 1, 1, 2, 3, 5])):
                questions.append({"principle": principle["id"], "level": level["id"]})
    questions = questions or [{"principle": principles[0]["id"], "level": levels[-1]["id"]}]
    rng.shuffle(questions)
    names = rng.sample(range(100, 999), len(questions))
    for name, question in zip(names, questions):
        question["id"] = f"q{name}"
        maybe(rng, 0.5 * weighted, question, "weight", rng.choice(NUMBERS))
        maybe(rng, 0.3, question, "essential", rng.random() < 0.8)
        maybe(rng, 0.3, question, "na_allowed", rng.random() < 0.5)
        maybe(rng, 0.3, question, "effort", rng.choice([2, [rng.randint(1, 3) for _ in range(count - 1)]]))
        if perspectives:
            maybe(rng, 0.3, question, "perspectives", some(rng, perspectives) if rng.random() < 0.8 else [])
        maybe(rng, 0.2, question, "settings", rng.choice([["employer"], ["provider"], ["employer", "provider"], []]))
        own = {f["id"]: some(rng, f["values"]) for f in facets if rng.random() < 0.8}
        if own:
            question["facets"] = own
    rubric["questions"] = questions

    def named(things):
        return {thing["id"]: {"name": "Name of " + thing["id"]} for thing in things}

    texts = {"title": "Random rubric", "principles": named(principles), "levels": named(levels),
             "scale": {option["id"]: {"label": option["id"]} for option in scale},
             "questions": {q["id"]: {"text": f"Question {q['id']}?"} for q in questions}}
    if rng.random() < 0.5:
        texts["levels"]["none"] = {"name": "Starting out"}
        texts["scale"].update(na={"label": "Not applicable"}, dk={"label": "Don't know"})
    rubric["texts"] = {"en": texts}
    return rubric


def make_answer(rng, mode, scale):
    """One answer in one of its written forms; None leaves it out."""
    if mode == "mixed":
        mode = rng.choice(["any", "any", "any", "top", "top", "unknown", "na"])
    if rng.random() < 0.1:
        mode = rng.choice(["any", "unknown", "na"])
    if mode == "unknown":
        return rng.choice(["dk", {"choice": "dk"}, None, None, {"note": "to be asked"}, {}])
    if mode == "na":
        return rng.choice(["na", {"choice": "na", "reason": "does not arise"}])
    option = {"top": scale[-1], "bottom": scale[0]}.get(mode) or rng.choice(scale)
    return rng.choice([option["id"], option["points"], {"choice": option["id"]}, {"choice": option["points"]},
                       {"choice": option["id"], "note": "seen", "evidence": ["minutes"]}])


def make_sheets(rng, rubric, respondents):
    organisation = {"name": "Random e.V."}
    maybe(rng, 0.6, organisation, "setting", rng.choice(["employer", "provider", "both"]))
    offered = [p["id"] for p in rubric.get("perspectives", [])] or PERSPECTIVES[:3]
    speakers = rng.sample(offered + [None], rng.randint(1, len(offered) + 1))
    if not respondents and rng.random() < 0.5:
        speakers = speakers[:1]
    # The mood of a cell is shared by the sheets: otherwise no cell would be all unknown, or all not applicable, and the
    # possible levels would hardly ever have a hole.
    every = ["top", "any", "mixed", "unknown", "na", "bottom"]
    moods = rng.choice([["top"], ["na"], ["unknown", "top"], ["top", "top", "any", "mixed"], ["mixed"], ["any"],
                        every, every])
    mood = {(p["id"], l["id"]): rng.choice(moods) for p in rubric["principles"] for l in rubric["levels"]}
    sheets = []
    for speaker in speakers:
        for _ in range(rng.randint(5, 7) if respondents else 1):
            sheet = {"format": "coprod/answers/1", "rubric": {"id": "fuzz", "version": "1.0.0"},
                     "organisation": dict(organisation), "date": "2026-03-14", "answers": {}}
            if speaker:
                sheet["perspective"] = speaker
            if respondents:
                sheet["respondent"] = f"r-{len(sheets) + 1}"
            elif len(speakers) > 1:
                sheet["people"] = rng.randint(5, 40)  # enough people that nothing has to be hidden
            silent = rng.random() < 0.05
            for question in rubric["questions"]:  # also those not for this sheet: their answers have to be ignored
                answer = make_answer(rng, mood[question["principle"], question["level"]], rubric["scale"])
                if answer is not None and not silent:
                    sheet["answers"][question["id"]] = answer
            sheets.append(sheet)
    return sheets


def written(rng, value):
    """A Fraction as a rubric may write it: an integer, a decimal if there is an exact one, or "a/b"."""
    if value.denominator == 1:
        return int(value)
    decimal = float(value)
    return decimal if Fraction(str(decimal)) == value and rng.random() < 0.5 else str(value)


def make_ties(rng, rubric, sheets):
    """Sets some thresholds to a score that a cell has, which is where inexact arithmetic goes wrong."""
    scored = score(rubric, sheets)
    for i, level in enumerate(rubric["levels"]):
        found = [value for p in scored["principles"] for value in p["cells"][i]["score"].values()
                 if value and value.denominator < 10**9]
        if found and rng.random() < 0.5:
            level["threshold"] = written(rng, Fraction(rng.choice(found)))


def case(seed, respondents=False):
    """A rubric and its sheets: joint statements of different perspectives or, with respondents, several people of each.

    Only with several sheets of one perspective do the two voices differ."""
    rng = random.Random(seed)
    rubric = make_rubric(rng)
    sheets = make_sheets(rng, rubric, respondents)
    make_ties(rng, rubric, sheets)
    return rubric, sheets


def write(rubric, sheets, directory):
    """Returns the path of the rubric and those of the sheets."""
    contents = [("rubric.json", rubric)] + [(f"sheet-{i:02}.json", sheet) for i, sheet in enumerate(sheets, 1)]
    paths = [os.path.join(directory, name) for name, _ in contents]
    for path, (_, content) in zip(paths, contents):
        with open(path, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=1)
    return paths[0], paths[1:]


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: generate.py SEED DIRECTORY [--respondents]")
    os.makedirs(sys.argv[2], exist_ok=True)
    write(*case(int(sys.argv[1]), "--respondents" in sys.argv[3:]), sys.argv[2])
