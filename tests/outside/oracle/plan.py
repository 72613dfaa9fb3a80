"""Reference implementation of plans, for differential tests of the program: it tries everything.

Cells share no question, so each cell is tried on its own; for a budget, what a cell can gain for each effort is put
together cell by cell. Everything is a Fraction, and nothing is made fast. Input is taken to be valid.
"""
import itertools
from fractions import Fraction

from score import mean, number, question_score, weight


class Base:
    """Where an organisation stands by its base values: an unknown answer counts as the lowest."""

    def __init__(self, rubric, sheets, voice):
        groups = {}
        for sheet in sheets:
            groups.setdefault(sheet.get("perspective") if voice == "equal" else None, []).append(sheet)
        self.rubric, self.levels = rubric, rubric["levels"]
        self.principles = [p["id"] for p in rubric["principles"]]
        self.scale = rubric["scale"]
        self.values_of_options = [Fraction(o["points"], self.scale[-1]["points"]) for o in self.scale]
        scoring = rubric.get("scoring", {})
        self.minimum = number(scoring.get("essential_minimum", "1/2"))
        self.thresholds = [number(l.get("threshold", scoring.get("threshold", "3/4"))) for l in self.levels]
        scored = {q["id"]: question_score(q, groups.values(), self.scale) for q in rubric["questions"]}
        self.unknown = {q for q, result in scored.items() if result is not None and result["point"] is None}
        self.values = {q: result["base"] for q, result in scored.items() if result is not None}
        self.cells = {(p, l): [q for q in rubric["questions"] if q["principle"] == p and
                               q["level"] == self.levels[l]["id"] and q["id"] in self.values]
                      for p in self.principles for l in range(len(self.levels))}
        self.applicable = [p for p in self.principles if any(self.cells[p, l] for l in range(len(self.levels)))]

    def passes(self, cell, values):
        questions = self.cells[cell]
        return not questions or (
            all(values[q["id"]] >= self.minimum for q in questions if q.get("essential")) and
            sum(weight(q) * values[q["id"]] for q in questions) >=
            self.thresholds[cell[1]] * sum(weight(q) for q in questions))

    def run(self, principle, values):
        count = range(len(self.levels))
        return next((l for l in count if not self.passes((principle, l), values)), len(self.levels))

    def level(self, run, filled):
        return next((self.levels[l]["id"] for l in reversed(range(run)) if filled(l)), "none")

    def level_of(self, principle, values):
        return self.level(self.run(principle, values), lambda l: self.cells[principle, l])

    def overall_run(self, values):
        return min(self.run(p, values) for p in self.applicable)

    def overall(self, values):
        if not self.applicable:
            return {"level": None, "score": None}
        filled = lambda l: any(self.cells[p, l] for p in self.applicable)
        weights = {p["id"]: weight(p) for p in self.rubric["principles"]}
        score = mean([(weights[p], self.score(p, values)) for p in self.applicable])
        return {"level": self.level(self.overall_run(values), filled), "score": score}

    def score(self, principle, values):
        cells = [(level, self.cells[principle, l]) for l, level in enumerate(self.levels)]
        return mean([(weight(level), mean([(weight(q), values[q["id"]]) for q in cell])) for level, cell in cells])

    def start(self, question):
        base = self.values[question["id"]]
        return max(i for i, value in enumerate(self.values_of_options) if value <= base)


class Limits:
    def __init__(self, exclude=(), max_step=None):
        self.exclude, self.max_step = exclude, max_step


def options(base, question, limits):
    """What a question may become, staying first: (steps, option, value, effort)."""
    start, last = base.start(question), len(base.scale) - 1
    if question["id"] in limits.exclude:
        last = start
    elif limits.max_step is not None:
        last = min(last, start + limits.max_step)
    effort = question.get("effort", 1)
    efforts = [number(e) for e in effort] if isinstance(effort, list) else [number(effort)] * (len(base.scale) - 1)
    return [(0, start, base.values[question["id"]], Fraction(0))] + [
        (option - start, option, base.values_of_options[option], sum(efforts[start:option]))
        for option in range(start + 1, last + 1)]


def ways(base, cell, limits, required):
    """Every way through a cell as (effort, changed, value, steps, options), steps in the rubric's order."""
    questions = base.cells[cell]
    for chosen in itertools.product(*(options(base, q, limits) for q in questions)):
        values = {q["id"]: c[2] for q, c in zip(questions, chosen)}
        if not required or base.passes(cell, values):
            yield (sum(c[3] for c in chosen), sum(c[0] > 0 for c in chosen),
                   sum(weight(q) * c[2] for q, c in zip(questions, chosen)), tuple(c[0] for c in chosen), chosen)


def least(base, cell, limits):
    """Effort, then questions changed, then -value, then more steps on the earlier question."""
    return min(ways(base, cell, limits, True), default=None,
               key=lambda way: (way[0], way[1], -way[2], tuple(-steps for steps in way[3])))


def best_for_budget(base, limits, budget):
    """The highest level, then the highest score, then the least effort, the fewest questions, more steps earlier."""
    run, spent = 0, Fraction(0)
    for l in range(len(base.levels)):
        plans = [least(base, (p, l), limits) for p in base.applicable]
        if None in plans or spent + sum(plan[0] for plan in plans) > budget:
            break
        spent += sum(plan[0] for plan in plans)
        run = l + 1
    weights = {p["id"]: weight(p) for p in base.rubric["principles"]}
    total = sum(weights[p] for p in base.applicable)
    found = {Fraction(0): (Fraction(0), 0, (), ())}  # effort -> score, -changed, steps, (question, option) chosen
    for p in base.applicable:
        filled = sum(weight(level) for l, level in enumerate(base.levels) if base.cells[p, l])
        for l, level in enumerate(base.levels):
            cell = base.cells[p, l]
            if not cell:
                continue
            share = weights[p] / total * weight(level) / filled / sum(weight(q) for q in cell)
            best = {}
            for effort, changed, value, steps, chosen in ways(base, (p, l), limits, l < run):
                new = (value, -changed, steps, chosen)
                if effort <= budget and (effort not in best or new[:3] > best[effort][:3]):
                    best[effort] = new
            after = {}
            for before, (score, fewer, all_steps, all_chosen) in found.items():
                for effort, (value, fewer_here, steps, chosen) in best.items():
                    if before + effort <= budget:
                        new = (score + share * value, fewer + fewer_here, all_steps + steps,
                               all_chosen + tuple(zip((q["id"] for q in cell), chosen)))
                        old = after.get(before + effort)
                        if old is None or new[:3] > old[:3]:
                            after[before + effort] = new
            found = after
    effort, (_, _, _, chosen) = min(found.items(), key=lambda item: (-item[1][0], item[0]))
    return run, {question: choice for question, choice in chosen if choice[0] > 0}


def plan(rubric, sheets, voice, goal, limits):
    """goal: ("to", level id), ("next", None) or ("budget", Fraction)."""
    base = Base(rubric, sheets, voice)
    kind, wanted = goal
    levels = [level["id"] for level in base.levels]
    changes, feasible, cells = {}, bool(base.applicable), []
    if kind == "budget":
        run = 0
        if feasible:
            run, changes = best_for_budget(base, limits, wanted)
        cells = [(p, l) for l in range(min(run + 1, len(levels))) for p in base.applicable]
    else:
        for p in base.applicable:
            last = levels.index(wanted) + 1 if kind == "to" else base.run(p, base.values) + 1
            cells += [(p, l) for l in range(min(last, len(levels)))]
        if kind == "to" and not any(base.cells[p, levels.index(wanted)] for p in base.applicable):
            feasible = False
        for cell in cells:
            if base.passes(cell, base.values):
                continue
            way = least(base, cell, limits)
            if way is None:
                feasible = False
                continue
            changes.update({q["id"]: c for q, c in zip(base.cells[cell], way[4]) if c[0] > 0})
    if not feasible:
        changes = {}

    after = {**base.values, **{question: choice[2] for question, choice in changes.items()}}
    questions = {q["id"]: q for q in rubric["questions"]}
    places = {q["id"]: i for i, q in enumerate(rubric["questions"])}

    def order(item):
        question = questions[item[0]]
        value = base.values[item[0]]
        essential = bool(question.get("essential")) and value < base.minimum
        cell = (question["principle"], levels.index(question["level"]))
        lifts = not base.passes(cell, base.values) and base.passes(cell, after)
        return (not lifts, cell[1], base.score(question["principle"], base.values),
                base.principles.index(question["principle"]), not essential, -weight(question) * (1 - value),
                places[item[0]])

    steps = [{"question": question, "from": base.scale[choice[1] - choice[0]]["id"],
              "to": base.scale[choice[1]]["id"], "effort": choice[3], "rank": rank}
             for rank, (question, choice) in enumerate(sorted(changes.items(), key=order), 1)]
    return {"target": wanted if kind == "to" else kind, "feasible": feasible,
            "effort": sum((step["effort"] for step in steps), Fraction(0)) if feasible else None, "steps": steps,
            "ask_first": ask_first(base, cells, limits), "reached": base.overall(after), "what_if": what_if(base)}


def ask_first(base, cells, limits):
    """The unknown questions with which, at the top, a failing cell would need less, or could pass at all."""
    found = []
    for cell in cells:
        if base.passes(cell, base.values):
            continue
        before = least(base, cell, limits)
        for question in base.cells[cell]:
            if question["id"] in base.unknown:
                old = base.values[question["id"]]
                base.values[question["id"]] = Fraction(1)
                now = least(base, cell, limits)
                base.values[question["id"]] = old
                if now is not None and (before is None or now[0] < before[0]):
                    found.append(question["id"])
    return [q["id"] for q in base.rubric["questions"] if q["id"] in found]


def what_if(base):
    """The nearest higher option that raises a level, and the nearest lower one that lowers it, by trying them all."""
    found = []
    ids = ["none"] + [level["id"] for level in base.levels]
    for question in base.rubric["questions"]:
        if question["id"] not in base.values:
            continue
        principle, value = question["principle"], base.values[question["id"]]
        before = base.level_of(principle, base.values)

        def level(other):
            return base.level_of(principle, {**base.values, question["id"]: other})

        higher = [(i, v) for i, v in enumerate(base.values_of_options) if v > value]
        lower = [(i, v) for i, v in reversed(list(enumerate(base.values_of_options))) if v < value]
        for direction, tried in (("up", higher), ("down", lower)):
            for option, other in tried:
                then = level(other)
                moved = ids.index(then) - ids.index(before)
                if moved > 0 if direction == "up" else moved < 0:
                    found.append({"question": question["id"], "direction": direction, "to": base.scale[option]["id"],
                                  "principle": principle, "level_from": before, "level_to": then})
                    break
    return found
