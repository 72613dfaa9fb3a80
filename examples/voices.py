"""Makes the answer sheets of the made-up organisations with many voices; run it from anywhere, it writes beside itself.

    python3 examples/voices.py

The same sheets come out every time. Pseudonyms do not follow the order of arrival, and a person's sheet keeps only the
month, as the program itself does it.
"""

import json
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))
RUBRIC = json.load(open(os.path.join(HERE, "..", "rubrics", "co-production", "rubric.json"), encoding="utf-8"))
OPTIONS = [option["id"] for option in RUBRIC["scale"]]
# A minimum is in place more often than shared power.
EASE = {"compliance": 0.16, "recognition": 0.0, "transformation": -0.2}


def asked(question, perspective, setting):
    """Whether a perspective is asked a question in a setting."""
    who = question.get("perspectives")
    where = question.get("settings")
    fits = perspective is None or who is None or perspective in who
    return fits and (where is None or setting == "both" or setting in where)


def answers(chance, perspective, setting, leaning, unknown, quirk):
    """Answers of one voice: how favourably it sees each principle, how often it does not know."""
    out = {}
    for question in RUBRIC["questions"]:
        if not asked(question, perspective, setting):
            continue
        id_ = question["id"]
        if chance.random() < unknown:
            out[id_] = "dk"
            continue
        value = leaning[question["principle"]] + EASE[question["level"]] + quirk[id_] + chance.gauss(0, 0.12)
        out[id_] = OPTIONS[max(0, min(3, round(value * 3)))]
    return out


def quirks(chance):
    """Some practices are further than others, whoever looks at them."""
    return {question["id"]: chance.gauss(0, 0.1) for question in RUBRIC["questions"]}


def leaning(equality, diversity, access, reciprocity):
    return {"equality": equality, "diversity": diversity, "access": access, "reciprocity": reciprocity}


def sheet(organisation, date, language, given, **more):
    """A sheet in the order of its format."""
    out = {"format": "coprod/answers/1", "rubric": {"id": RUBRIC["id"], "version": RUBRIC["version"]}}
    out.update({"organisation": organisation, "date": date, "language": language})
    out.update(more)
    out["answers"] = given
    return out


def write(path, value):
    path = os.path.join(HERE, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        json.dump(value, file, ensure_ascii=False, indent=2)
        file.write("\n")


def pseudonyms(chance, count):
    letters = "bcdfghkmnprstvwxz"
    names = [f"{a}{digit}{b}" for a in letters for digit in range(2, 10) for b in letters]
    return chance.sample(names, count)


def real_gap():
    """24 people of one organisation: leadership sees access much more favourably than people with disabilities."""
    chance = random.Random("Hof Sonnenfeld")
    organisation = {"name": "Hof Sonnenfeld gGmbH", "sector": "social-services", "country": "DE", "size": "50-249",
                    "setting": "both"}
    groups = [("leadership", 6, leaning(0.72, 0.58, 0.86, 0.7), 0.02, 0.05),
              ("staff", 5, leaning(0.6, 0.5, 0.62, 0.56), 0.06, 0.08),
              ("disabled-staff", 8, leaning(0.46, 0.46, 0.4, 0.42), 0.1, 0.07),
              ("service-users", 5, leaning(0.42, 0.44, 0.44, 0.4), 0.2, 0.09)]
    quirk = quirks(chance)
    names = iter(pseudonyms(chance, sum(count for _, count, *_ in groups)))
    for perspective, count, lean, unknown, spread in groups:
        for _ in range(count):
            own = chance.gauss(0, spread)
            given = answers(chance, perspective, "both", {key: value + own for key, value in lean.items()}, unknown,
                            quirk)
            name = next(names)
            write(f"hof-sonnenfeld/{name}.json", sheet(organisation, "2026-05", "de", given, perspective=perspective,
                                                       respondent=name))
    write("hof-sonnenfeld/assessment.json", {
        "format": "coprod/assessment/1",
        "comment": "24 Menschen haben einzeln geantwortet. Die Leitung sieht den Zugang viel günstiger als die "
                   "Menschen mit Behinderung, und deren Sicht steht im Bericht neben jeder Stufe.",
        "organisation": "Hof Sonnenfeld gGmbH",
        "scope": "Gärtnerei, Küche und Wohnangebote",
        "period": "Januar bis Mai 2026",
        "invited": {"leadership": 6, "management": 4, "staff": 31, "disabled-staff": 12, "service-users": 40},
        "process": {"chose_questions": "Steuerungsgruppe, zur Hälfte Menschen mit Behinderung",
                    "answered": "24 Personen, freiwillig und unter Pseudonym",
                    "interpreted": "Steuerungsgruppe in zwei gemeinsamen Sitzungen",
                    "decides": "Geschäftsführung gemeinsam mit dem Werkstattrat"},
        "responsible": "Stabsstelle Teilhabe",
        "deletion_date": "2026-12-31",
    })


def too_small():
    """12 people in groups that are all too small to be shown; two of them together are not."""
    chance = random.Random("Saltmarsh Homes")
    organisation = {"name": "Saltmarsh Homes", "sector": "housing", "country": "GB", "size": "10-49",
                    "setting": "provider"}
    groups = [("leadership", 2, leaning(0.8, 0.66, 0.8, 0.74), 0.0),
              ("management", 1, leaning(0.74, 0.6, 0.72, 0.66), 0.04),
              ("staff", 3, leaning(0.66, 0.56, 0.68, 0.6), 0.05),
              ("disabled-staff", 2, leaning(0.6, 0.54, 0.56, 0.52), 0.08),
              ("service-users", 4, leaning(0.58, 0.5, 0.54, 0.5), 0.15)]
    quirk = quirks(chance)
    total = sum(count for _, count, *_ in groups)
    names = iter(pseudonyms(chance, total))
    lines = []
    for perspective, count, lean, unknown in groups:
        for _ in range(count):
            given = answers(chance, perspective, "provider", lean, unknown, quirk)
            lines.append(sheet(organisation, "2026-04", "en", given, perspective=perspective, respondent=next(names)))
    # In the order of the pseudonyms, which is none.
    lines.sort(key=lambda line: line["respondent"])
    path = os.path.join(HERE, "saltmarsh-homes")
    os.makedirs(path, exist_ok=True)
    with open(os.path.join(path, "answers.jsonl"), "w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    write("saltmarsh-homes/assessment.json", {
        "format": "coprod/assessment/1",
        "comment": "12 people answered, and every single perspective is smaller than five. Only the total is shown, "
                   "and people with disabilities as one group.",
        "period": "April 2026",
        "invited": {"leadership": 2, "management": 2, "staff": 9, "disabled-staff": 3, "service-users": 22},
        "process": {"chose_questions": "A tenant and the director", "answered": "12 people, under pseudonyms",
                    "interpreted": "Tenants' meeting", "decides": "Board, with two tenants"},
        "responsible": "The director",
        "deletion_date": "2026-10",
    })


NOTES = {
    "leadership": {"equ1a": "Seit 2024 steht die Anhörung in der Geschäftsordnung.",
                   "acc2a": "Zuletzt im Februar."},
    "works-council": {"acc1a": "Die Betriebsvereinbarung gilt seit 2023.",
                      "equ3c": "Bisher ein Vorhaben: der neue Pausenraum."},
    "disability-representation": {"acc1b": "Das Zeiterfassungsgerät lässt sich nicht mit dem Screenreader bedienen.",
                                  "rec1a": "Rückmeldungen kommen, aber oft spät."},
}
EVIDENCE = {
    "leadership": {"equ1a": ["Geschäftsordnung, Abschnitt 4", "Protokolle Januar bis März 2026"],
                   "div1a": ["Liste der Arbeitsgruppen"]},
    "works-council": {"acc1a": ["Betriebsvereinbarung Inklusion"], "rec1c": ["Schulungsplan 2026"]},
    "disability-representation": {"equ2c": ["Freistellung vom 1.9.2025"]},
}


def joint():
    """Groups that answered together, and two offices that say what they say officially."""
    chance = random.Random("Druckhaus Lindner")
    organisation = {"name": "Druckhaus Lindner GmbH", "sector": "manufacturing", "country": "DE", "size": "50-249",
                    "setting": "employer", "scope": "Werk Nord"}
    voices = [("leadership", 4, leaning(0.8, 0.7, 0.84, 0.74)), ("hr", 3, leaning(0.76, 0.66, 0.8, 0.7)),
              ("staff", 11, leaning(0.68, 0.6, 0.72, 0.64)), ("disabled-staff", 7, leaning(0.58, 0.56, 0.6, 0.54)),
              ("disability-representation", None, leaning(0.6, 0.56, 0.62, 0.58)),
              ("works-council", None, leaning(0.66, 0.6, 0.7, 0.62))]
    quirk = quirks(chance)
    for perspective, people, lean in voices:
        given = answers(chance, perspective, "employer", lean, 0.04, quirk)
        notes, evidence = NOTES.get(perspective, {}), EVIDENCE.get(perspective, {})
        for id_ in given:
            if id_ in notes or id_ in evidence:
                given[id_] = {"choice": given[id_]}
                if id_ in notes:
                    given[id_]["note"] = notes[id_]
                if id_ in evidence:
                    given[id_]["evidence"] = evidence[id_]
        more = {"perspective": perspective}
        if people:
            more["people"] = people
        write(f"druckhaus-lindner/{perspective}.json", sheet(organisation, "2026-03-19", "de", given, **more))
    write("druckhaus-lindner/assessment.json", {
        "format": "coprod/assessment/1",
        "comment": "Vier Gruppen haben gemeinsam geantwortet; Betriebsrat und Schwerbehindertenvertretung geben "
                   "offizielle Stellungnahmen ab. Einzelne Personen sind in keinem Bogen zu erkennen.",
        "organisation": "Druckhaus Lindner GmbH",
        "period": "erstes Quartal 2026",
        "process": {"chose_questions": "Personalabteilung mit der Schwerbehindertenvertretung",
                    "answered": "Vier Gruppen in je einer Sitzung, zwei Vertretungen",
                    "interpreted": "Inklusionsteam",
                    "decides": "Geschäftsführung und Betriebsrat"},
        "responsible": "Inklusionsbeauftragter",
        "deletion_date": "2027-03-31",
    })


if __name__ == "__main__":
    real_gap()
    too_small()
    joint()
