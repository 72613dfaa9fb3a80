//! German: the full report's longer parts.

use crate::text::sections::SectionWords;

pub const SECTIONS: SectionWords = SectionWords {
    status_head: "Stufe",
    strongest: |names| format!("Am stärksten (erst nach Stufe, dann nach Wert): {names}."),
    weakest: |names| format!("Am schwächsten: {names}."),
    next_steps: [
        "Der nächste Schritt, zur Entscheidung",
        "Die nächsten zwei Schritte, zur Entscheidung",
        "Die nächsten drei Schritte, zur Entscheidung",
    ],
    step_heads: ["Schritt", "Wer", "Kosten", "Termin"],
    absent: |names| format!("Aus diesen Perspektiven gibt es keine eigenen Antworten: {names}."),
    nobody_absent: "Aus allen Perspektiven oder von der Organisation insgesamt wurden Antworten gegeben.",
    reading: "Wie dieser Bericht zu lesen ist",
    subject_word: "koproduktion",
    levels_elsewhere: "Eine Stufe sagt, wie weit eine Organisation gekommen ist. Sie zählt nur, wenn auch alle Stufen darunter erreicht sind. Unter der ersten Stufe steht eine Organisation am Anfang.",
    reading_parts: [
        (
            "Stufen",
            "Eine Stufe sagt, welche Art von Koproduktion es gibt: zuerst das Mindestmaß, dann Anerkennung und Unterstützung, dann Transformation, also geteilte Macht. Eine Stufe zählt nur, wenn auch alle Stufen darunter erreicht sind. Unter der ersten Stufe steht eine Organisation am Anfang.",
        ),
        (
            "Werte",
            "Ein Wert sagt, wie viel von dem Gefragten vorhanden ist, von 0 bis 100 Prozent. Ein hoher Wert hebt keine Stufe: Stärke an einer Stelle gleicht ein fehlendes Mindestmaß an einer anderen nicht aus.",
        ),
        (
            "Grenzen und unbekannte Antworten",
            "„Weiß ich nicht“ und unbeantwortete Fragen zählen weder dafür noch dagegen. Wo sie etwas ausmachen, zeigen zwei Grenzen den Wert mit der niedrigsten und mit der höchsten Antwort auf alle diese Fragen. „Sicher“ heißt: Offene Fragen können die Stufe nicht mehr ändern. Es heißt nicht, dass die Antworten stimmen.",
        ),
        (
            "Soziales Modell von Behinderung",
            "Das medizinische Modell sieht den Menschen als das Problem, das sich anpassen muss. Das soziale Modell sieht Barrieren darin, wie die Welt eingerichtet ist; deshalb werden Strukturen und Abläufe umgestaltet. Dieser Bericht folgt dem sozialen Modell: Er fragt, was die Organisation tut, und nie nach einer Diagnose.",
        ),
        (
            "Koproduktion und ihre Nachbarn",
            "Angehört zu werden ist Beteiligung; in der Koproduktion sind Menschen gleichberechtigte Partner. Co-Design ist gemeinsame Arbeit an einem Entwurf zu einem Zeitpunkt und kann ein Teil der Koproduktion sein. Co-Kreation kommt ihr am nächsten, ist aber an ein einzelnes Vorhaben gebunden; Koproduktion verändert, wie die Organisation arbeitet. Das ist unsere Lesart; andere ziehen die Grenzen anders.",
        ),
        (
            "Was die erste Stufe nicht sagt",
            "„Mindestmaß“ meint hier das Mindestmaß an Koproduktion. Es sagt nichts darüber aus, ob Gesetze eingehalten werden, und ist kein Zertifikat.",
        ),
    ],
    model_heading: "Was Koproduktion bedeutet",
    model: "Koproduktion ist eine gleichberechtigte Partnerschaft zwischen denen, die ein Angebot machen oder Arbeit gestalten, und denen, die es nutzen oder sie tun (European Platform for Rehabilitation, EPR, 2016). Menschen mit Behinderung sind Fachleute in eigener Sache. Eine einheitliche Definition gibt es nicht; ihre Werte sind Engagement, Beteiligung, Wahlmöglichkeiten und Kontrolle sowie Einbeziehung (Social Care Policy, 2010). Entstanden ist sie in den 1970er-Jahren in den USA, aus Bewegungen, die Machtstrukturen infrage stellten (Needham, 2009).",
    reached: |label, level, score| format!("{label}: {level}. Wert: {score}."),
    cells: "Die Stufen im Einzelnen",
    explain: "Von den Antworten zum Wert",
    explain_several: "Der Wert einer Frage ist der Mittelwert der Perspektiven, die ihre Antwort kennen. Unter jeder Tabelle steht, wie aus diesen Werten der Wert der Stufe wird.",
    explain_intro: "Jede Antwort hat einen Wert: ihre Punkte geteilt durch die höchste Punktzahl. Unter jeder Tabelle steht die ganze Rechnung.",
    explain_principle: "Von den Stufen zum Wert des Grundsatzes",
    in_percent: |exact, percent| format!("{exact}, das sind {percent}"),
    explain_heads: ["Frage", "Antwort", "Punkte", "Gewicht", "Wesentlich"],
    explain_caption: |principle, level| format!("{principle}, {level}: Antworten"),
    threshold: |share, verdict| format!("Schwelle {share}: {verdict}"),
    reached_word: "erreicht",
    missed_word: "nicht erreicht",
    unknown_at: ["Wenn jede unbekannte Antwort die niedrigste ist", "Wenn jede unbekannte Antwort die höchste ist"],
    essential_missed: |minimum| {
        format!(
            "Eine wesentliche Frage liegt unter ihrem Mindestwert von {minimum}; schon deshalb ist die Stufe nicht erreicht."
        )
    },
    essential_unknown: |minimum| {
        format!(
            "Auf eine wesentliche Frage ist keine Antwort bekannt: Die Stufe gilt erst als erreicht, wenn diese Frage ihren Mindestwert von {minimum} erreicht."
        )
    },
    no_known_answer: "Noch ist keine Antwort bekannt.",
    nothing_applies: "Keine Frage dieser Stufe trifft zu.",
    not_asked: "nicht gefragt",
    notes: "Notizen und Nachweise",
    note_label: "Notiz",
    evidence_label: "Nachweis",
    reason_label: "Begründung",
    steps_of_principle: "Was zu tun ist",
    effort: |effort| format!("Aufwand des nächsten Schritts: {effort}."),
    effort_words: ["klein", "mittel", "groß"],
    effort_number: |number| number.to_owned(),
    references: "Bezüge",
    cuts: "Dieselben Antworten, anders geordnet",
    no_cuts: "Mehr zu den Antworten",
    cuts_intro: "Die Fragen lassen sich auch anders ordnen als nach Grundsätzen. Diese Werte zeigen, wo die Praxis steht, unabhängig vom Grundsatz.",
    facet_heads: ["Teil", "Wert"],
    facet_alt: |name, list| format!("{name}: {list}."),
    phases_caption: "Beteiligung und gemeinsame Entscheidung in jeder Phase",
    phase_heads: ["Phase", "Beteiligung", "Geteilte Macht", "Gemeinsam entschieden"],
    phases_rule: |half, reciprocity, routine| {
        let [also, routine] = routine.map_or_else(Default::default, |routine| {
            [
                ", und bei dem, was überall selbstverständlich ist".to_owned(),
                format!("; überall selbstverständlich: {routine}"),
            ]
        });
        format!(
            "Als beteiligt zählt eine Phase ab {half}, als gemeinsam entschieden, wenn auch die geteilte Macht {half} erreicht. Koproduktion braucht außerdem {half} bei dem, was die Menschen zurückbekommen{also}. Etwas zurückbekommen: {reciprocity}{routine}."
        )
    },
    yes_no: ["ja", "nein"],
    evidence: "Nachweise",
    evidence_share: |backed, all, share| match backed {
        0 if all == 1 => "Die eine Antwort in der oberen Hälfte der Skala nennt keinen Nachweis.".to_owned(),
        1 if all == 1 => "Die eine Antwort in der oberen Hälfte der Skala nennt einen Nachweis.".to_owned(),
        0 => format!("Von {all} Antworten in der oberen Hälfte der Skala nennt keine einen Nachweis."),
        1 => format!("Von {all} Antworten in der oberen Hälfte der Skala nennt 1 einen Nachweis ({share})."),
        _ => format!("Von {all} Antworten in der oberen Hälfte der Skala nennen {backed} einen Nachweis ({share})."),
    },
    evidence_none: "Keine Antwort liegt in der oberen Hälfte der Skala; es gibt also nichts zu belegen.",
    evidence_scores: |claimed, evidenced| {
        format!(
            "Angegebener Wert: {claimed}. Belegter Wert, wenn Antworten der oberen Hälfte ohne Nachweis als unbekannt zählen: {evidenced}."
        )
    },
    evidence_several: "Der Bericht wertet Nachweise nur bei einem einzelnen Bogen aus.",
    crossreference: "Querverweise",
    crossreference_intro: "Welche Fragen welchen Artikel der UN-Behindertenrechtskonvention (UN-BRK) oder welches Prinzip von EQUASS berühren. Die Konvention wurde am 13. Dezember 2006 zusammen mit einem Fakultativprotokoll angenommen und ist für die Europäische Union seit dem 22. Januar 2011 in Kraft; alle Mitgliedstaaten haben sie ratifiziert, das Fakultativprotokoll hatten 22 der damals 28 bis Januar 2019 ratifiziert. Sie steht für den Wechsel vom medizinischen zum sozialen Modell von Behinderung. Die Konvention bindet Staaten; hier leitet sie an. Ein Wert an dieser Stelle sagt nichts darüber aus, ob Vorgaben eingehalten werden.",
    convention: "UN-BRK",
    crossreference_heads: ["Bezug", "Wert", "Fragen"],
    articles: [
        ("2", "Begriffe, darunter angemessene Vorkehrungen"),
        ("3", "allgemeine Grundsätze"),
        ("4(3)", "enge Konsultation und aktive Einbeziehung"),
        ("5", "Gleichberechtigung und Nichtdiskriminierung"),
        ("6", "Frauen mit Behinderungen"),
        ("8", "Bewusstseinsbildung"),
        ("9", "Barrierefreiheit"),
        ("12", "gleiche Anerkennung vor dem Recht, unterstützte Entscheidungen"),
        ("21", "Meinungsfreiheit und Zugang zu Informationen"),
        ("22", "Achtung der Privatsphäre"),
        ("26", "Habilitation und Rehabilitation, Peer-Unterstützung"),
        ("27", "Arbeit und Beschäftigung"),
        ("29", "Teilhabe am politischen und öffentlichen Leben"),
        ("31", "Statistik und Datensammlung"),
        ("33(3)", "Einbeziehung in die Überwachung"),
    ],
    process: "Wer was in dieser Einschätzung getan hat",
    process_heads: ["Aufgabe", "Wer"],
    process_rows: [
        "Hat die Fragen ausgewählt",
        "Hat geantwortet",
        "Hat die Antworten gedeutet",
        "Entscheidet, was folgt",
    ],
    not_said: "nicht angegeben",
    statements: "Stellungnahmen",
    statements_intro: "Raum für Menschen mit Behinderung, ihre Vertretung und den Betriebs- oder Personalrat. Was sie sagen, wird unverändert abgedruckt.",
    statement_of: "Stellungnahme",
    statement_lines: [
        "Menschen mit Behinderung",
        "Schwerbehindertenvertretung oder andere gewählte Vertretung",
        "Betriebsrat, Personalrat oder MAV",
    ],
    statement_more: "Eine weitere Stellungnahme",
    recommendations_intro: "Alle Empfehlungen der Reihe nach: zuerst, was die Gesamtstufe bremst, wesentliche Fragen vor anderen. Die Schritte stehen im Abschnitt des Grundsatzes.",
    recommendation_heads: ["Nr.", "Empfehlung", "Grundsatz", "Warum jetzt"],
    glossary: "Begriffe",
    glossary_terms: [
        (
            "Angemessene Vorkehrungen",
            "Anpassungen, die ein Mensch braucht, um gleichberechtigt teilzuhaben.",
            "co-production",
        ),
        ("Bekannte Antworten", "Der Anteil der zutreffenden Fragen, deren Antwort bekannt ist.", ""),
        ("Eigene Erfahrung", "Die Erfahrung, selbst mit einer Behinderung zu leben.", ""),
        ("EQUASS", "Eine europäische Qualitätszertifizierung für soziale Dienstleistungen.", "EQUASS"),
        (
            "Gegenseitigkeit",
            "Der Grundsatz, dass Mitwirken ein Ergebnis hat und Menschen etwas zurückbekommen.",
            "reciprocity",
        ),
        (
            "Gleichberechtigung",
            "Der Grundsatz, dass alle etwas beitragen und alle Beiträge gleich viel gelten.",
            "equality",
        ),
        (
            "Koproduktion",
            "Gleichberechtigte Partnerschaft zwischen denen, die ein Angebot machen oder Arbeit gestalten, und denen, die es nutzen oder sie tun.",
            "co-production",
        ),
        ("Peer-Unterstützung", "Unterstützung unter Menschen, die eine Erfahrung teilen.", "co-production"),
        ("Schwelle", "Der Wert, den eine Stufe braucht.", ""),
        (
            "Vielfalt",
            "Der Grundsatz, dass das Ergebnis besser wird, je verschiedener die Beteiligten sind.",
            "diversity",
        ),
        ("Wesentliche Frage", "Eine Frage, die ihren eigenen Mindestwert erreichen muss, damit ihre Stufe zählt.", ""),
        ("Zugang", "Der Grundsatz, dass keine Barriere Menschen vom Mitwirken abhält.", "access"),
    ],
};
