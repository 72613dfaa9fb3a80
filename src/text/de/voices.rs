//! German: many voices.

use crate::text::voices::VoiceWords;

pub const VOICES: VoiceWords = VoiceWords {
    heading: "Perspektiven",
    weights: [
        "Im Gesamtwert wiegt jede Perspektive gleich viel, egal wie viele Menschen für sie gesprochen haben: Das „vollständig“ der Leitung darf das „nein“ von Menschen mit Behinderung nicht übertönen.",
        "Im Gesamtwert wiegt jede Person gleich viel; große Gruppen wiegen deshalb mehr als kleine.",
    ],
    fewer: |k| format!("< {k}"),
    fewer_means: |k| {
        format!(
            "„< {k}“ heißt: Aus dieser Perspektive haben weniger als {k} Menschen geantwortet; deshalb wird nichts davon gezeigt."
        )
    },
    not_shown: "nicht gezeigt",
    at_least: |share| format!("≥ {share}"),
    at_most: |share| format!("≤ {share}"),
    disclosure: "Was nicht gezeigt wird, und warum",
    rules: |k| {
        format!(
            "Niemand darf an den eigenen Antworten erkannt werden. Eine Gruppe wird gezeigt, wenn mindestens {k} Menschen aus ihr etwas geantwortet haben; ließe sich eine kleine Gruppe aus dem Gesamtwert und den anderen errechnen, bleibt auch die kleinste andere verborgen. Kleine Gruppen mit eigener Erfahrung von Behinderung werden zusammen gezeigt, wenn sie gemeinsam groß genug sind. Einzelne Antworten, Notizen und Nachweise von Personen werden nie gezeigt; offizielle Stellungnahmen sind öffentlich."
        )
    },
    question_rule: |k| {
        format!(
            "Mittelwerte einzelner Fragen werden von einer Gruppe erst ab zehn Menschen gezeigt, von allen zusammen nur, wenn mindestens {k} Menschen die Antwort wissen; eine offizielle Stellungnahme ist öffentlich."
        )
    },
    joint_rule: |k| {
        format!(
            "Hier werden nur gemeinsame Antworten von Gruppen berichtet. Sie werden auch gezeigt, wenn weniger als {k} Menschen dahinterstehen: Das setzt voraus, dass die Gruppen damit einverstanden sind."
        )
    },
    publication: |k| {
        format!(
            "Zur Veröffentlichung werden nur Gruppen ab {k} Menschen gezeigt, und alle Werte sind auf Hundertstel gerundet."
        )
    },
    widened: "Wo aus der genauen Spanne folgen würde, was eine kleine Gruppe geantwortet hat, ist die Spanne nach außen auf ganze 10\u{a0}% gerundet.",
    dominance: "Eine Stimme macht einen großen Teil des Gesamtwerts aus. Dieser Bericht ist nur für den Gebrauch in der Organisation bestimmt.",
    nothing_shown: |k| {
        format!(
            "Es haben weniger als {k} Menschen geantwortet. Damit niemand erkannt wird, wird kein Ergebnis gezeigt. Fragen Sie mehr Menschen oder bitten Sie die Gruppen um gemeinsame Antwortbögen."
        )
    },
    overall_hidden: |reason| format!("Die Gesamtstufe wird nicht gezeigt: {reason}."),
    side_too_few: |k| format!("auf einer Seite haben weniger als {k} Menschen geantwortet"),
    reasons: [
        |k| format!("weniger als {k} Menschen haben geantwortet"),
        |_| "verborgen, damit sich keine kleinere Gruppe errechnen lässt".to_owned(),
        |_| "zusammen mit anderen gezeigt, die eigene Erfahrung von Behinderung haben".to_owned(),
        |k| format!("insgesamt haben weniger als {k} Menschen geantwortet"),
        |_| "ein Teil davon ist verborgen".to_owned(),
        |_| "eine verborgene Gruppe ließe sich daraus errechnen".to_owned(),
        |_| "niemand aus der Gruppe weiß hier etwas".to_owned(),
    ],
    hidden: |who, principles, why| format!("{who} ({principles}): {why}."),
    coverage: |share| format!("Bekannte Antworten: {share} bei dem Grundsatz mit den wenigsten."),
    everywhere: "alle Grundsätze",
    lived: "Menschen mit Behinderung",
    others: "Die anderen",
    together: "Alle zusammen",
    pooled: "Menschen mit eigener Erfahrung von Behinderung",
    statement: |name| format!("{name} (offizielle Stellungnahme)"),
    scores: "Werte nach Perspektiven, von 0 bis 1",
    perspective: "Perspektive",
    overall: "Insgesamt",
    answered: ["Wer geantwortet hat", "Wer eingeladen war, und wer geantwortet hat"],
    people_heads: ["Perspektive", "Eingeladen", "Geantwortet", "Rücklauf", "Weiß ich nicht", "Stufe"],
    not_said: "nicht angegeben",
    invited_nobody: |names| format!("Eingeladen, aber ohne Antwort: {names}."),
    dumbbells: "Wie Menschen mit Behinderung und die anderen jeden Grundsatz sehen",
    dumbbells_alt: |list| format!("{list}."),
    dumbbells_remark: "In einer Zeichnung zeigt das gefüllte Quadrat, was Menschen mit Behinderung sehen, das offene, was die anderen sehen; die Linie dazwischen ist der Unterschied.",
    dumbbell: |principle, [(a, x), (b, y)]| format!("{principle}: {a} {x}, {b} {y}"),
    views: "Zwei Sichtweisen",
    sees: |level| format!("Menschen mit Behinderung sehen: {level}"),
    others_see: |level| format!("Die anderen sehen: {level}"),
    all_see: |level| format!("Alle zusammen: {level}"),
    contested: "Diese Stufe ist umstritten: Menschen mit Behinderung sehen eine niedrigere. Sie darf nicht ohne deren Sicht genannt werden.",
    contested_by: |sees| {
        format!("{sees}. Die Gesamtstufe ist deshalb umstritten und darf nicht ohne diese Sicht genannt werden.")
    },
    shared: "Menschen mit Behinderung sehen keine niedrigere Stufe als alle zusammen.",
    shared_overall: |principles| {
        format!(
            "Menschen mit Behinderung sehen insgesamt keine niedrigere Stufe als alle zusammen, wohl aber hier: {principles}."
        )
    },
    shared_unclear: "Ob Menschen mit Behinderung eine niedrigere Stufe sehen als alle zusammen, lässt sich nicht sagen: Zu viele Antworten sind unbekannt.",
    no_lived: "Aus der Perspektive von Menschen mit Behinderung wurden keine Antworten gegeben. Die Stufe ist so, wie die Organisation sich selbst sieht.",
    no_others: "Alle Antworten wurden aus der Perspektive von Menschen mit Behinderung gegeben.",
    views_unknown: "Die beiden Sichtweisen lassen sich nicht vergleichen: Mindestens eine Seite kennt keine Antwort.",
    views_hidden: "Die beiden Sichtweisen werden nicht gezeigt, weil eine Seite zu klein ist oder sich errechnen ließe.",
    gaps: "Wo die Sichtweisen auseinandergehen",
    gap: |principle, [(a, x), (b, y)], p| {
        format!(
            "{principle} sieht aus der Perspektive „{a}“ viel günstiger aus als aus der Perspektive „{b}“: {x} gegen {y} (p\u{a0}{p})."
        )
    },
    strong: "Diese Unterschiede sind groß und kaum Zufall:",
    not_strong: "Auch diese Unterschiede sind groß; bei so wenigen Menschen ist Zufall aber nicht auszuschließen:",
    no_gap: |count| match count {
        1 => "Die gezeigten Gruppen sehen keinen Grundsatz sehr unterschiedlich (1 Vergleich).".to_owned(),
        _ => format!("Die gezeigten Gruppen sehen keinen Grundsatz sehr unterschiedlich ({count} Vergleiche)."),
    },
    gaps_method: |count| {
        format!(
            "Verglichen werden die Mittelwerte dessen, was jede Person sieht, {count}-mal. Die Tabelle weiter oben mittelt zuerst jede Frage über die Gruppe; deshalb können ihre Werte etwas abweichen. Genannt wird ein Unterschied von mindestens einer halben Stufe der Antwortskala mit großer Wirkung (Cliffs Delta ab 0,474); p sagt, wie wahrscheinlich ihn allein der Zufall brächte, nach einem exakten Permutationstest, korrigiert für alle Vergleiche (Holm). Wer recht hat, sagt kein Test."
        )
    },
    too_few_for_gaps: |k| {
        format!(
            "Verglichen werden Gruppen, die hier gezeigt werden und in denen mindestens {k} Menschen die Hälfte der Antworten kennen. Solche Gruppen gibt es hier weniger als zwei."
        )
    },
    gaps_joint: "Die Gruppen haben gemeinsam geantwortet; deshalb gibt es keine einzelnen Personen, deren Sicht sich vergleichen ließe. Die Tabelle oben zeigt, was jede Gruppe sieht.",
    contrasts: "Die Fragen, bei denen die Sichtweisen am weitesten auseinandergehen",
    contrast: |question, [(a, x), (b, y)]| format!("{question} „{a}“: {x}, „{b}“: {y}."),
    dont_know: |list| {
        format!(
            "Anteil von „weiß ich nicht“: {list}. Wo er hoch ist, haben Informationen die Menschen vielleicht nicht erreicht."
        )
    },
    dont_know_entry: |who, share| format!("{who}: {share}"),
    agreement: "Übereinstimmung",
    agreement_words: [
        "keine Übereinstimmung",
        "schwache Übereinstimmung",
        "mäßige Übereinstimmung",
        "starke Übereinstimmung",
        "sehr starke Übereinstimmung",
    ],
    agreement_entry: |principle, word, value| format!("{principle}: {word} ({value})"),
    agreement_of: |list| {
        format!(
            "Wie weit alle, die geantwortet haben, bei den einzelnen Fragen übereinstimmen (Median von a_wg): {list}."
        )
    },
    no_recommendation: "Es gibt nichts mehr zu empfehlen: Was gezeigt werden kann, liegt bei 95\u{a0}% oder mehr.",
    agreement_two: "Wie weit die Menschen bei den einzelnen Fragen übereinstimmen, wird nicht angegeben: Bei nur zwei möglichen Antworten kann das übliche Maß (a_wg) eine abweichende Antwort nicht von vielen unterscheiden.",
    alpha_entry: |principle, value, word| format!("{principle} {value} ({word})"),
    alpha_of: |list| {
        format!("Wie verlässlich sie stärkere von schwächerer Praxis unterscheiden (Krippendorffs Alpha): {list}.")
    },
    alpha_words: ["nicht verlässlich", "mit Vorsicht", "verlässlich"],
    agreement_meaning: "Geringe Übereinstimmung ist kein Messfehler: Wer an verschiedenen Stellen steht, sieht Verschiedenes, und der Unterschied ist selbst ein Ergebnis.",
    no_agreement: "Zu wenige Menschen haben dieselben Fragen beantwortet, um etwas über ihre Übereinstimmung zu sagen.",
    stability: "Stabilität",
    stable: "Keine einzelne Person gibt den Ausschlag: Wer auch weggelassen wird, jede Stufe bleibt dieselbe.",
    unstable: "Mindestens eine Stufe hängt von einer einzelnen Person ab: Es gibt jemanden, ohne dessen Antworten sie anders wäre. Lesen Sie die Stufen mit Vorsicht.",
    stability_unknown: |k| {
        format!("Bei weniger als {k} Menschen wird nicht gesagt, ob eine einzelne Person den Ausschlag gibt.")
    },
    responsible: "Verantwortlich für die Antworten",
    deletion_date: "Löschung der Antworten",
    explain_intro: "Mehrere Menschen haben geantwortet: Einzelne Antworten werden nicht gezeigt, der Mittelwert einer Frage nur, wenn genug Menschen die Antwort wissen.",
    means_hidden: "nicht gezeigt",
    cell: |level, score, verdict| format!("{level}: {score}, {verdict}."),
    sheet: "Perspektiven",
};
