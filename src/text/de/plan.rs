//! German: plans.

use crate::text::plan::PlanWords;

pub const PLAN: PlanWords = PlanWords {
    title: |organisation| format!("Plan: {organisation}"),
    subject: "Die Schritte mit dem geringsten Aufwand zur nächsten Stufe der Koproduktion, berechnet aus einer Selbsteinschätzung",
    footer: "Plan aus einer Selbsteinschätzung, keine Prüfung",
    target: "Ziel",
    target_level: |level| format!("{level}, für jeden Grundsatz, der darunter liegt"),
    target_next: "die nächste Stufe jedes Grundsatzes",
    target_budget: |budget| {
        format!("das Beste, was ein Aufwand von {budget} bringt: die höchste Stufe, dann der höchste Wert")
    },
    only: "Nur diese Grundsätze",
    excluded: "Bleiben, wie sie sind",
    most_steps: "Schritte je Frage, höchstens",
    pace: "Beginn und Tempo",
    pace_value: |start, pace| format!("{start}, je Quartal ein Aufwand von {pace}"),
    calculated: "Stufen und Werte nach dem Plan sind berechnet: Sie gelten, wenn jeder Schritt gelingt und alle anderen Antworten bleiben, wie sie sind.",
    summary: "Zusammenfassung",
    leads: |questions, effort, [level, score], [level_then, score_then]| {
        let steps = if questions == 1 { "Eine Frage ist".to_owned() } else { format!("{questions} Fragen sind") };
        let end = if level == level_then {
            format!("Die Gesamtstufe bleibt „{level}“")
        } else {
            format!("Die Gesamtstufe steigt von „{level}“ auf „{level_then}“")
        };
        format!("{steps} zu bearbeiten, der Aufwand ist {effort}. {end}; der Wert geht von {score} auf {score_then}.")
    },
    stands: |level, score| format!("Die Gesamtstufe ist jetzt „{level}“, der Wert {score}."),
    self_view: "Die Stufen sind aus Sicht der Organisation selbst angegeben.",
    nothing_to_do: "Das Ziel ist schon erreicht; es ist nichts zu tun.",
    unclear_level: |range| {
        format!(
            "Für den Bericht ist zu wenig bekannt, um eine einzelne Stufe zu nennen: {range}. Der Plan geht von dem aus, was bekannt ist."
        )
    },
    for_all_together: "Das gilt für alle zusammen, nicht für das, was Menschen mit Behinderung sehen.",
    buys_nothing: "Für diesen Aufwand ist kein Schritt zu haben.",
    budget_left: |left| format!("Übrig bleibt ein Aufwand von {left}."),
    not_feasible: "So ist das Ziel nicht zu erreichen:",
    nothing_applies: "Keine Frage trifft zu, also gibt es keine Stufe zu erreichen.",
    all_hidden: "Es lässt sich nichts planen: Die Fragen der nächsten Stufen bleiben zum Schutz kleiner Gruppen verborgen. Bitten Sie die Gruppen um gemeinsame Antwortbögen, oder fragen Sie mehr Menschen.",
    cell_hidden: |principle, level| {
        format!(
            "{principle}: Für die Stufe „{level}“ lässt sich nicht planen, weil alle ihre Fragen zum Schutz kleiner Gruppen verborgen bleiben."
        )
    },
    level_empty: |level| {
        format!("Keine Frage der Stufe „{level}“ trifft zu, und was nicht zutrifft, kann nie eine Stufe heben.")
    },
    essential_fixed: |principle, level, question, id| {
        format!(
            "{principle}, {level}: Die wesentliche Frage „{question}“ ({id}) darf nicht auf ihren Mindestwert steigen."
        )
    },
    short: |principle, level, best, needed| {
        format!("{principle}, {level}: Mit allen erlaubten Schritten erreicht der Wert {best}; nötig sind {needed}.")
    },
    advice: |steps, excluded| match (steps, excluded) {
        (true, true) => {
            "Erlauben Sie mehr Schritte (--max-step), nehmen Sie weniger Fragen aus (--exclude), oder planen Sie nur für andere Grundsätze (--principle)."
        }
        (true, false) => {
            "Erlauben Sie mehr Schritte (--max-step), oder planen Sie nur für andere Grundsätze (--principle)."
        }
        (false, true) => {
            "Nehmen Sie weniger Fragen aus (--exclude), oder planen Sie nur für andere Grundsätze (--principle)."
        }
        (false, false) => "Planen Sie nur für andere Grundsätze (--principle).",
    },
    slack_effort: |slack| {
        format!(
            "Der Fragebogen ist für eine genaue Antwort zu groß: Ein besserer Plan könnte höchstens einen Aufwand von {slack} sparen."
        )
    },
    left_out: |count, level, score| {
        let questions = if count == 1 { "1 Frage bleibt".to_owned() } else { format!("{count} Fragen bleiben") };
        format!(
            "{questions} im Plan außen vor, um kleine Gruppen zu schützen. Darum können seine Stufen und Werte, auch die einzelner Grundsätze, und was er plant, vom Bericht abweichen, der sie mitzählt: {level}; {score}."
        )
    },
    slack_score: |slack| {
        format!(
            "Der Fragebogen ist für eine genaue Antwort zu groß: Ein besserer Plan könnte den Wert höchstens um {slack} heben."
        )
    },
    level_open: "Vielleicht ist mit diesem Aufwand eine höhere Stufe zu erreichen.",
    principles_caption: "Der Plan nach Grundsätzen",
    principles_heads: ["Grundsatz", "Jetzt", "Ziel", "Nach dem Plan", "Aufwand"],
    ask_first: "Zuerst klären",
    ask_first_intro: "Was hier nicht bekannt ist, zählt als die niedrigste Antwort. Wo die Antwort besser ist, braucht der Plan weniger:",
    ask_first_unreachable: "Was hier nicht bekannt ist, zählt als die niedrigste Antwort. Wo die Antwort besser ist, kann das Ziel näher rücken:",
    steps: "Schritte",
    steps_intro: "Die Nummern geben die Reihenfolge an: zuerst, was hilft, eine Stufe zu erreichen, dann, was nur den Wert hebt. In beidem kommen niedrigere Stufen vor höheren, der schwächere Grundsatz zuerst und Wesentliches vor dem Übrigen.",
    steps_heads: ["Nr.", "Was zu tun ist", "Antwort", "Aufwand", "Hebt"],
    from_to: |from, to| format!("von „{from}“ auf „{to}“"),
    completes: |level| format!("{level} ist erreicht"),
    completes_it: "damit erreicht",
    quarter_intro: "Ein Schritt steht in dem Quartal, in dem er fällig ist; ein großer beginnt früher.",
    undecided: "Wer: noch zu entscheiden",
    quarter: |number, first, last| format!("{number}. Quartal: {first} bis {last}"),
    after_group: |level, score| format!("Nach diesen Schritten ist die Gesamtstufe „{level}“, der Wert {score}."),
    details: "Die Schritte im Einzelnen",
    answer: "Antwort",
    effort: "Aufwand",
    lifts: "Hebt",
    who: "Wer",
    due: "Bis",
    find_out: "Zuerst herausfinden, wie es steht: Die Antwort ist noch nicht bekannt.",
    what_if: "Was wäre, wenn",
    what_if_intro: "Einzelne Antworten, die die Stufe ihres Grundsatzes ändern würden, wenn alles andere bleibt, wie es ist.",
    what_if_none: "Keine einzelne Antwort ändert eine Stufe.",
    raises: "Würde eine Stufe heben",
    lowers: "Würde eine Stufe senken",
    lowers_brief: |count| match count {
        1 => "Eine Antwort würde eine Stufe senken, wenn sie fällt; der ganze Plan nennt sie.".to_owned(),
        _ => format!("{count} Antworten würden eine Stufe senken, wenn sie fallen; der ganze Plan nennt sie."),
    },
    what_if_heads: ["Frage", "Antwort", "Grundsatz", "Stufe dann"],
    method: "Wie der Plan zustande kommt",
    method_sentences: [
        "Aufwand wird in Einheiten gezählt: Ein kleiner Schritt der Antwort zählt 1, ein mittlerer 2, ein großer 3, wie es der Fragebogen sagt. Er vergleicht Schritte; er nennt keine Tage und kein Geld.",
        "Von allen Wegen zum Ziel ist der Plan einer mit dem geringsten Aufwand; von diesen der, der die wenigsten Fragen ändert, dann der, der am meisten erreicht, dann der mit mehr Schritten bei den früheren Fragen.",
        "Unbekannte Antworten zählen als die niedrigste. Deshalb kann die Stufe jetzt unter der Stufe der bekannten Antworten liegen.",
        "Wer: der Teil der Organisation, den der Fragebogen zu einer Frage nennt. Das ist ein Vorschlag; Menschen mit Behinderung gehören zu jedem Schritt dazu.",
    ],
    all_in_detail: "Jeder Schritt steht im Einzelnen im ganzen Plan: mit -o plan.pdf.",
    sheets: ["Schritte", "Grundsätze", "Zuerst klären", "Was wäre, wenn", "Über den Plan"],
    sheet_heads: [
        "Nr.",
        "Kennung",
        "Was zu tun ist",
        "Wie",
        "Nutzen",
        "Antwort jetzt",
        "Antwort dann",
        "Aufwand",
        "Grundsatz",
        "Stufe",
        "Wer",
        "Bis",
        "Erledigt",
    ],
    ask_heads: ["Kennung", "Frage", "Grundsatz"],
    what_if_sheet_heads: ["Kennung", "Frage", "Richtung", "Antwort", "Grundsatz", "Stufe jetzt", "Stufe dann"],
    up_down: ["aufwärts", "abwärts"],
    actions_added: |added, kept| format!("Maßnahmen hinzugefügt: {added}. Unverändert geblieben: {kept}."),
    no_actions: "Es wurden keine Maßnahmen geschrieben: Das Ziel ist nicht zu erreichen.",
    leads_recommendations: |count| match count {
        1 => "Die erste ist der Plan mit dem geringsten Aufwand zur nächsten Stufe.".to_owned(),
        _ => {
            format!("Die ersten {count} sind der Plan mit dem geringsten Aufwand zur nächsten Stufe jedes Grundsatzes.")
        }
    },
    recommendations_marked: "Was mit „Geplant bis“ bezeichnet ist, gehört zum Plan mit dem geringsten Aufwand zur nächsten Stufe jedes Grundsatzes, soweit er sich zeigen lässt, ohne kleine Gruppen zu verraten.",
    recommendations_steps: "Die Schritte stehen im Abschnitt des Grundsatzes.",
    recommendations_rest: "Danach folgt, was sonst offen ist: zuerst, was die Gesamtstufe bremst, wesentliche Fragen vor anderen. Die Schritte stehen im Abschnitt des Grundsatzes.",
    not_known: "nicht bekannt",
    planned: |to| format!("Geplant bis „{to}“."),
};
