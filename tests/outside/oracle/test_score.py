"""Tests of the reference implementation: the worked example, edge cases by hand, and brute force over completions."""
import itertools
import unittest
from fractions import Fraction as F

from compare import differences
from generate import case
from score import score

SCALE = [{"id": "no", "points": 0}, {"id": "partly", "points": 1}, {"id": "largely", "points": 2},
         {"id": "fully", "points": 3}]
NOTHING = {"point": None, "low": None, "high": None}
NO_LEVEL = {**NOTHING, "possible": [], "status": None}
ALL_PASS = {"point": True, "low": True, "high": True}


def question(name, level, principle="p", **more):
    return {"id": name, "principle": principle, "level": level, **more}


def rubric(*questions, principles=("p",), levels=("l1", "l2", "l3"), **more):
    return {"scale": SCALE, "principles": [{"id": p} for p in principles],
            "levels": [{"id": level} for level in levels], "questions": list(questions), **more}


def sheet(answers=None, perspective=None, setting=None, **more):
    """sheet(a="fully") or, for several words, sheet({"a": ...}, perspective)."""
    result = {"organisation": {"name": "O"}, "answers": {**(answers or {}), **more}}
    if perspective:
        result["perspective"] = perspective
    if setting:
        result["organisation"]["setting"] = setting
    return result


def only(scored):
    return scored["principles"][0]


class WorkedExample(unittest.TestCase):
    def setUp(self):
        questions = [question("a", "l1", essential=True), question("b", "l1"), question("c", "l1", weight=2),
                     question("d", "l2", essential=True), question("e", "l2"), question("f", "l2"),
                     question("g", "l2"), question("h", "l3"), question("i", "l3")]
        answers = sheet(a="fully", b="largely", c="largely", d="largely", e="dk", f="fully", g="na", h="partly")
        self.scored = score(rubric(*questions), [answers])
        self.principle = only(self.scored)

    def test_cells(self):
        expected = [
            ({"point": F(3, 4), "low": F(3, 4), "high": F(3, 4)}, ALL_PASS, []),
            ({"point": F(5, 6), "low": F(5, 9), "high": F(8, 9)}, {"point": True, "low": False, "high": True}, []),
            ({"point": F(1, 3), "low": F(1, 6), "high": F(2, 3)}, dict.fromkeys(ALL_PASS, False), ["i", "h"])]
        for cell, (scores, passes, blockers) in zip(self.principle["cells"], expected):
            self.assertEqual((cell["score"], cell["passes"], cell["blockers"]), (scores, passes, blockers))

    def test_counts(self):
        self.assertEqual([list(cell["counts"].values()) for cell in self.principle["cells"]],
                         [[3, 3, 3, 0, 0], [4, 3, 2, 1, 0], [2, 2, 1, 0, 1]])

    def test_score_and_coverage(self):
        self.assertEqual(self.principle["score"], {"point": F(23, 36), "low": F(53, 108), "high": F(83, 108)})
        self.assertEqual(self.principle["coverage"], F(7, 9))

    def test_level(self):
        # The point would be l2, but below a coverage of 0.80 only the range is published.
        self.assertEqual(self.principle["level"], {"point": None, "low": "l1", "high": "l2",
                                                   "possible": ["l1", "l2"], "status": "insufficient"})

    def test_the_point_is_level_2_once_coverage_allows_it(self):
        # A further question known for certain at the last level changes no level but lifts the coverage to 8/10.
        questions = [question("a", "l1"), question("d", "l2", essential=True), question("e", "l2"), question("f", "l2"),
                     *(question(f"h{n}", "l3") for n in range(6))]
        known = dict(a="fully", d="largely", e="dk", f="fully", **{f"h{n}": "partly" for n in range(5)})
        level = only(score(rubric(*questions), [sheet(known)]))["level"]
        self.assertEqual(level, {"point": "l2", "low": "l1", "high": "l2", "possible": ["l1", "l2"],
                                 "status": "provisional"})

    def test_one_principle_is_the_overall_result(self):
        self.assertEqual(self.scored["overall"], {key: self.principle[key] for key in ("level", "score", "coverage")})


class EmptyAndUnknown(unittest.TestCase):
    def test_nothing_applicable(self):
        scored = score(rubric(question("a", "l1", essential=True), question("b", "l2")), [sheet(a="na", b="na")])
        expected = {"level": NO_LEVEL, "score": NOTHING, "coverage": None}
        self.assertEqual(scored["overall"], expected)
        self.assertEqual({key: only(scored)[key] for key in expected}, expected)
        for cell in only(scored)["cells"]:
            self.assertEqual((cell["score"], cell["passes"], cell["blockers"]), (NOTHING, ALL_PASS, []))

    def test_an_empty_cell_passes_but_is_never_shown(self):
        questions = [question("a", "l1"), question("b", "l3")]
        level = only(score(rubric(*questions), [sheet(a="fully", b="no")]))["level"]
        self.assertEqual((level["point"], level["possible"]), ("l1", ["l1"]))
        level = only(score(rubric(*questions), [sheet(a="fully", b="fully")]))["level"]
        self.assertEqual((level["point"], level["possible"]), ("l3", ["l3"]))

    def test_na_alone_raises_no_level(self):
        level = only(score(rubric(question("a", "l1"), question("b", "l2")), [sheet(a="fully", b="na")]))["level"]
        self.assertEqual((level["point"], level["status"]), ("l1", "certain"))

    def test_hole_in_possible(self):
        # Level 2 passes for certain: if level 1 does, the principle cannot stop there.
        questions = [question("a", "l1", essential=True), question("b", "l2"), question("c", "l3")]
        level = only(score(rubric(*questions), [sheet(b="fully")]))["level"]
        self.assertEqual(level, {"point": None, "low": "none", "high": "l3", "possible": ["none", "l2", "l3"],
                                 "status": "insufficient"})

    def test_an_unknown_essential_fails_for_the_point(self):
        questions = [question("a", "l1", essential=True)] + [question(f"b{n}", "l1") for n in range(4)]
        principle = only(score(rubric(*questions), [sheet({f"b{n}": "fully" for n in range(4)})]))
        self.assertEqual(principle["cells"][0]["score"]["point"], 1)
        self.assertEqual(principle["cells"][0]["passes"], {"point": False, "low": False, "high": True})
        self.assertEqual(principle["cells"][0]["blockers"], ["a"])
        self.assertEqual(principle["coverage"], F(4, 5))
        self.assertEqual((principle["level"]["point"], principle["level"]["status"]), ("none", "provisional"))

    def test_na_where_it_is_not_allowed_is_unanswered(self):
        principle = only(score(rubric(question("a", "l1", na_allowed=False)), [sheet(a={"choice": "na"})]))
        self.assertEqual(principle["cells"][0]["counts"], {"questions": 1, "applicable": 1, "answered": 0,
                                                           "dont_know": 0, "unanswered": 1})
        self.assertEqual(principle["score"], {"point": None, "low": 0, "high": 1})

    def test_a_lowest_option_above_zero(self):
        scale = [{"id": "no", "points": 1}, {"id": "yes", "points": 4}]
        principle = only(score({**rubric(question("a", "l1")), "scale": scale}, [sheet()]))
        self.assertEqual(principle["score"], {"point": None, "low": F(1, 4), "high": 1})

    def test_a_lowest_option_that_passes(self):
        # The one case in which the point lies below low: unknown fails for it, although no answer could fail.
        scale = [{"id": "most", "points": 3}, {"id": "all", "points": 4}]
        principle = only(score({**rubric(question("a", "l1")), "scale": scale}, [sheet()]))
        self.assertEqual(principle["cells"][0]["passes"], {"point": False, "low": True, "high": True})
        self.assertEqual(principle["cells"][0]["blockers"], ["a"])
        self.assertEqual(principle["level"], {"point": "none", "low": "l1", "high": "l1", "possible": ["l1"],
                                              "status": "certain"})


class Overall(unittest.TestCase):
    def test_the_weakest_principle_decides(self):
        questions = [question(p + str(n), f"l{n}", p) for p in ("p", "q") for n in (1, 2)]
        scored = score(rubric(*questions, principles=("p", "q")), [sheet(p1="fully", p2="fully", q1="fully", q2="no")])
        self.assertEqual([p["level"]["point"] for p in scored["principles"]], ["l2", "l1"])
        self.assertEqual(scored["overall"]["level"], {"point": "l1", "low": "l1", "high": "l1", "possible": ["l1"],
                                                      "status": "certain"})
        self.assertEqual(scored["overall"]["score"]["point"], F(3, 4))

    def test_a_level_that_is_empty_only_for_the_weakest_principle_is_shown(self):
        questions = [question("p1", "l1"), question("p3", "l3"), question("q2", "l2", "q")]
        scored = score(rubric(*questions, principles=("p", "q")), [sheet(p1="fully", p3="no", q2="fully")])
        self.assertEqual([p["level"]["point"] for p in scored["principles"]], ["l1", "l2"])
        self.assertEqual(scored["overall"]["level"]["point"], "l2")

    def test_what_is_not_applicable_does_not_count(self):
        questions = [question("a", "l1"), question("b", "l1", "q")]
        overall = score(rubric(*questions, principles=("p", "q")), [sheet(a="fully", b="na")])["overall"]
        self.assertEqual((overall["level"]["point"], overall["coverage"], overall["score"]["low"]), ("l1", 1, 1))

    def test_no_point_without_the_point_of_every_principle(self):
        questions = [question("a", "l1"), question("b", "l1", "q")]
        overall = score(rubric(*questions, principles=("p", "q")), [sheet(a="fully", b="dk")])["overall"]
        self.assertEqual(overall["score"], {"point": None, "low": F(1, 2), "high": 1})
        self.assertEqual(overall["coverage"], 0)


class Groups(unittest.TestCase):
    def test_every_perspective_weighs_the_same(self):
        sheets = [sheet({"a": "fully"}, "hr"), sheet({"a": "no"}, "staff"), sheet({"a": "dk"}, "staff"),
                  sheet({"a": "na"}, "users")]
        scored = score(rubric(question("a", "l1")), sheets)
        self.assertEqual(only(scored)["score"], {"point": F(1, 2), "low": F(1, 2), "high": F(3, 4)})
        self.assertEqual(only(scored)["coverage"], F(3, 4))
        scored = score(rubric(question("a", "l1")), sheets, "headcount")
        self.assertEqual(only(scored)["score"], {"point": F(1, 2), "low": F(1, 3), "high": F(2, 3)})
        self.assertEqual(only(scored)["coverage"], F(2, 3))

    def test_only_those_asked_count(self):
        hr = question("a", "l1", perspectives=["hr"])
        counts = only(score(rubric(hr), [sheet({"a": "no"}, "staff")]))["cells"][0]["counts"]
        self.assertEqual((counts["questions"], counts["applicable"]), (1, 0))
        for answers in (sheet({"a": "no"}), sheet({"a": "no"}, "hr")):
            self.assertEqual(only(score(rubric(hr), [answers]))["coverage"], 1)
        self.assertEqual(only(score(rubric(question("a", "l1", perspectives=[], settings=[])),
                                    [sheet({"a": "no"}, "staff", "provider")]))["coverage"], 1)

    def test_settings(self):
        employer = question("a", "l1", settings=["employer"])
        for setting, coverage in (("provider", None), ("employer", 1), ("both", 1), (None, 1)):
            self.assertEqual(only(score(rubric(employer), [sheet({"a": "no"}, None, setting)]))["coverage"], coverage)


class Writing(unittest.TestCase):
    def test_forms_of_an_answer(self):
        for answer in ("largely", 2, F(2), {"choice": "largely"}, {"choice": 2, "note": "n"}):
            self.assertEqual(only(score(rubric(question("a", "l1")), [sheet(a=answer)]))["score"]["point"], F(2, 3))
        for answer in ({"note": "n"}, {}):
            counts = only(score(rubric(question("a", "l1")), [sheet(a=answer)]))["cells"][0]["counts"]
            self.assertEqual(counts["unanswered"], 1)

    def test_forms_of_a_number(self):
        for weight in (0.3, "3/10", "6/20"):
            questions = [question("a", "l1", weight=weight), question("b", "l1", weight=0.1)]
            principle = only(score(rubric(*questions, scoring={"threshold": 0.75}), [sheet(a="fully", b="no")]))
            self.assertEqual((principle["score"]["point"], principle["level"]["point"]), (F(3, 4), "l1"))

    def test_blockers(self):
        # Essentials below the minimum, then the rest; by weight times gap; equal ones in the rubric's order.
        questions = [question("c", "l1"), question("a", "l1"), question("w", "l1", weight=3),
                     question("e", "l1", essential=True), question("f", "l1", essential=True, weight=2),
                     question("g", "l1", essential=True), question("t", "l1"), question("n", "l1")]
        answers = sheet(c="partly", a="partly", w="largely", e="partly", f="partly", g="largely", t="fully", n="na")
        self.assertEqual(only(score(rubric(*questions), [answers]))["cells"][0]["blockers"],
                         ["f", "e", "w", "c", "a", "g"])


class Involvement(unittest.TestCase):
    FACETS = [{"id": "phase", "values": ["planning", "design", "delivery", "evaluation"]},
              {"id": "aspect", "values": ["involvement", "power", "reciprocity", "routine"]}]

    def kinds(self, answers, routine=True):
        questions = [question(letter + phase, "l1", facets={"phase": [phase], "aspect": [aspect]})
                     for phase in self.FACETS[0]["values"] for letter, aspect in (("i", "involvement"), ("p", "power"))]
        questions += [question("mutual", "l1", facets={"aspect": ["reciprocity"]})]
        questions += [question("usual", "l1", facets={"aspect": ["routine"]})] * routine
        result = score(rubric(*questions, facets=self.FACETS), [sheet(answers)])["involvement"]
        return result["kind"], result["low"], result["high"]

    def answers(self, *shared, **more):
        no = {letter + phase: "no" for letter in "ip" for phase in self.FACETS[0]["values"]}
        yes = {letter + phase: "largely" for letter in "ip" for phase in shared}
        return {**no, **yes, "mutual": "largely", "usual": "largely", **more}

    def test_rules(self):
        phases = self.FACETS[0]["values"]
        for answers, kind in [
                (self.answers(), "no_participation"),
                (self.answers(pdesign="fully"), "no_participation"),  # power without involvement is not shared
                (self.answers(idesign="largely"), "participation"),
                (self.answers(*phases), "co_production"),
                (self.answers(*phases, usual="partly"), "co_creation"),
                (self.answers(*phases, usual="na"), "co_creation"),
                (self.answers(*phases, mutual="na"), "co_creation"),
                (self.answers("planning", "delivery"), "co_creation"),
                (self.answers("design"), "co_design"),
                (self.answers("evaluation"), "co_delivery")]:
            self.assertEqual(self.kinds(answers), (kind,) * 3)

    def test_a_rubric_without_routine(self):
        answers = self.answers(*self.FACETS[0]["values"])
        del answers["usual"]
        self.assertEqual(self.kinds(answers, routine=False), ("co_production",) * 3)

    def test_unknown(self):
        self.assertEqual(self.kinds({}), ("no_participation", "no_participation", "co_production"))

    def test_nothing_to_say(self):
        na = {"i" + phase: "na" for phase in self.FACETS[0]["values"]}
        self.assertEqual(self.kinds(na), (None, None, None))
        for facets in ([], self.FACETS[:1], self.FACETS[1:]):
            self.assertIsNone(score(rubric(question("a", "l1"), facets=facets), [sheet()])["involvement"])

    def test_facets(self):
        questions = [question("a", "l1", weight=2, facets={"phase": ["planning", "design"]}),
                     question("b", "l1", facets={"phase": ["design"]}), question("c", "l1")]
        facets = score(rubric(*questions, facets=self.FACETS[:1]), [sheet(a="fully", b="dk", c="no")])["facets"]
        self.assertEqual(facets, {"phase": [
            {"id": "planning", "score": {"point": 1, "low": 1, "high": 1}},
            {"id": "design", "score": {"point": 1, "low": F(2, 3), "high": 1}},
            {"id": "delivery", "score": NOTHING}, {"id": "evaluation", "score": NOTHING}]})


def unknowns(rubric, sheets):
    """Every (sheet, question) without a known answer, also those that are not asked: filling them changes nothing."""
    for i, one in enumerate(sheets):
        for q in rubric["questions"]:
            answer = one["answers"].get(q["id"])
            answer = answer.get("choice") if isinstance(answer, dict) else answer
            if answer in (None, "dk") or answer == "na" and not q.get("na_allowed", True):
                yield i, q["id"]


class BruteForce(unittest.TestCase):
    def test_all_completions(self):
        """The bounds and `possible` are what trying out every completion gives."""
        tried = 0
        for seed in range(300):
            rubric, sheets = case(seed)
            open_ = list(unknowns(rubric, sheets))
            options = [option["id"] for option in rubric["scale"]]
            if not open_ or len(options) ** len(open_) > 100:
                continue
            tried += 1
            scored = score(rubric, sheets)
            full = []
            for choice in itertools.product(options, repeat=len(open_)):
                filled = [{**one, "answers": dict(one["answers"])} for one in sheets]
                for (i, name), option in zip(open_, choice):
                    filled[i]["answers"][name] = option
                full.append(score(rubric, filled))
            pairs = [(scored["overall"], [f["overall"] for f in full])]
            pairs += [(p, [f["principles"][i] for f in full]) for i, p in enumerate(scored["principles"])]
            for expected, completed in pairs:
                level, points = expected["level"], [one["score"]["point"] for one in completed]
                self.assertEqual(set(level["possible"]), {one["level"]["point"] for one in completed} - {None}, seed)
                # product() varies from all at the lowest option to all at the highest.
                self.assertEqual((level["low"], level["high"]),
                                 (completed[0]["level"]["point"], completed[-1]["level"]["point"]), seed)
                if points[0] is not None:
                    self.assertEqual((expected["score"]["low"], expected["score"]["high"]), (min(points), max(points)))
                    self.assertTrue(expected["score"]["point"] is None
                                    or min(points) <= expected["score"]["point"] <= max(points), seed)
            if scored["involvement"]:
                self.assertEqual((scored["involvement"]["low"], scored["involvement"]["high"]),
                                 (full[0]["involvement"]["kind"], full[-1]["involvement"]["kind"]), seed)
        self.assertGreater(tried, 30)


class Comparing(unittest.TestCase):
    def test_differences(self):
        expected = {"a": F(1, 3), "b": [True, None], "c": ["x"], "d": {"n": 2}}
        same = {"a": 0.3333333333, "b": [True, None], "c": ["x"], "d": {"n": 2}, "more": 1}
        self.assertEqual(list(differences(expected, {**same, "a": F("0.3333333333")})), [])
        for key, wrong in (("a", F("0.33333")), ("a", None), ("a", True), ("b", [1, None]), ("b", [True]),
                           ("c", ["y"]), ("d", {}), ("d", None)):
            actual = {**same, "a": expected["a"], key: wrong}
            self.assertEqual(len(list(differences(expected, actual))), 1, (key, wrong))


if __name__ == "__main__":
    unittest.main()
