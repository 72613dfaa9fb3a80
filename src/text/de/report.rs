//! German: reports.

use crate::text::report::{Headings, Labels, Method, ReportWords};

pub const REPORT: ReportWords = ReportWords {
    title_elsewhere: |rubric, organisation| format!("{rubric}: {organisation}"),
    title_elsewhere_quick: |rubric, organisation| format!("{rubric}: {organisation} (eine Schätzung)"),
    title: |organisation| format!("Koproduktion: {organisation}"),
    title_quick: |organisation| format!("Koproduktion: {organisation} – eine Schätzung"),
    subject_elsewhere: |rubric| format!("{rubric}: eine Selbsteinschätzung"),
    subject: "Wie weit Menschen mit Behinderung Arbeit und Angebote als gleichberechtigte Partner gestalten: eine Selbsteinschätzung",
    page_of: "Seite {page} von {pages}",
    self_assessment: "Dies ist eine Selbsteinschätzung, keine Prüfung und kein Zertifikat.",
    estimate: "Dies ist eine Schätzung aus einem Kurz-Check mit wenigen Fragen. Sie ist eine Selbsteinschätzung, keine Prüfung und kein Zertifikat.",
    footer: "Selbsteinschätzung, keine Prüfung",
    footer_quick: "Schätzung aus einem Kurz-Check, keine Prüfung",
    labels: Labels {
        organisation: "Organisation",
        scope: "Geltungsbereich",
        period: "Zeitraum",
        date: "Datum",
        rubric: "Fragebogen",
        version: "Version",
        perspectives: "Antworten aus den Perspektiven",
        sector: "Branche",
        size: "Größe",
        setting: "Rolle",
        prepared_by: "Erstellt von",
        digest: "Prüfsumme des Fragebogens",
        tool: "Erstellt mit",
    },
    sectors: &[
        ("education", "Bildung"),
        ("health", "Gesundheit"),
        ("housing", "Wohnungswirtschaft"),
        ("it", "IT"),
        ("manufacturing", "verarbeitendes Gewerbe"),
        ("public-administration", "öffentliche Verwaltung"),
        ("retail", "Handel"),
        ("social-services", "soziale Dienstleistungen"),
    ],
    whole_organisation: "die Organisation insgesamt",
    with_lived_experience: "Aus der Perspektive von Menschen mit Behinderung wurden Antworten gegeben.",
    without_lived_experience: "Aus der Perspektive von Menschen mit Behinderung wurden keine Antworten gegeben.",
    answered_as_a_whole: |who| {
        format!("Die Organisation hat als Ganzes geantwortet. Als Antwortende nennt sie: {who}.")
    },
    participation_only: "Einen Fragebogen zu beantworten ist Beteiligung, noch keine Koproduktion.",
    self_view: "aus Sicht der Organisation selbst",
    headings: Headings {
        summary: "Zusammenfassung",
        profile: "Profil",
        blockers: "Was der nächsten Stufe im Weg steht",
        recommendations: "Empfehlungen",
        involvement: "Art der Beteiligung",
        method: "Methode",
        sources: "Quellen",
    },
    none: "Am Anfang",
    place: |rank, levels| format!("{rank} von {levels}"),
    not_applicable: "nichts trifft zu",
    score: "Wert",
    level: "Stufe",
    level_reached: "Erreichte Stufe",
    level_estimated: "Stufe (Schätzung)",
    estimate_mark: "Schätzung",
    possible: |range| format!("möglich: {range}"),
    unknown_lived_experience: "Aus der Perspektive von Menschen mit Behinderung ist keine Antwort bekannt.",
    principle: "Grundsatz",
    answered: "Beantwortet",
    of: |part, whole| format!("{part} von {whole}"),
    states: ["erreicht", "nicht erreicht", "offen: unbekannte Antworten entscheiden", "keine Frage trifft zu"],
    provisional: "vorläufig",
    statuses: [
        "Sicher: Offene Fragen können diese Stufe nicht mehr ändern.",
        "Vorläufig: Offene Fragen können diese Stufe noch ändern.",
        "Zu wenig ist bekannt, um eine einzelne Stufe zu nennen: Nur die Spanne wird angegeben.",
    ],
    quoted: |name| format!("„{name}“"),
    between: |low, high| format!("zwischen {low} und {high}"),
    or: "oder",
    profile: "Das Profil",
    overall: |level, weakest| {
        format!("Der schwächste Grundsatz bestimmt die Gesamtstufe: {level}; was sie bremst: {weakest}.")
    },
    overall_highest: |level| format!("Die Gesamtstufe ist die höchste: {level}."),
    overall_unclear: |level, quick| {
        let estimated = if quick { "geschätzte " } else { "" };
        format!(
            "Der schwächste Grundsatz bestimmt die {estimated}Gesamtstufe: {level}; zu wenig ist bekannt, um zu sagen, was sie bremst."
        )
    },
    overall_nothing: "Eine Stufe lässt sich nicht nennen, weil keine Frage zutrifft.",
    overall_quick: |level, weakest| {
        format!("Der schwächste Grundsatz bestimmt die geschätzte Gesamtstufe: {level}; was sie bremst: {weakest}.")
    },
    overall_highest_quick: |level| format!("Die geschätzte Gesamtstufe ist die höchste: {level}."),
    coverage: |share, dont_know, unanswered| {
        format!(
            "Bekannte Antworten: {share} im Grundsatz mit den wenigsten. Weiß ich nicht: {dont_know}. Unbeantwortet: {unanswered}."
        )
    },
    coverage_full: "Alle Fragen, die zutreffen, sind beantwortet.",
    heat_map: "Profil nach Grundsatz und Stufe",
    bars: "Wert je Grundsatz",
    bars_remark: "Der Wert folgt aus den bekannten Antworten. Eine Spanne (in einer Zeichnung die dünne Linie mit zwei Enden) zeigt, wie weit die unbekannten Antworten ihn noch verschieben können.",
    bars_alt: |list| format!("Werte je Grundsatz: {list}."),
    heat_alt: |profile| format!("{profile} Die Tabelle des Profils nennt alle Werte."),
    blocks: |principle, level| format!("{principle}: was der Stufe „{level}“ im Weg steht"),
    blocks_unclear: |principle| format!("{principle}: was im Weg steht"),
    nothing_blocks: "Alle Stufen sind erreicht.",
    answer: "Antwort",
    unanswered: "unbeantwortet",
    counts_as_unanswered: |label| format!("{label} (zählt als unbeantwortet)"),
    dont_know: "weiß ich nicht",
    several: "mehrere Antworten",
    essential: "wesentlich",
    blocker_heads: ["Frage", "Antwort", "Anmerkung"],
    blocker_caption: |principle| format!("{principle}: Fragen, bei denen noch etwas fehlt"),
    reasons: [
        "Bremst die Gesamtstufe.",
        "Bremst die nächste Stufe dieses Grundsatzes.",
        "Wird für eine spätere Stufe wichtig.",
        "Diese Stufe ist erreicht; dies macht sie noch besser.",
    ],
    secures: "Diese Stufe ist nur vorläufig erreicht; dies hilft, sie zu sichern.",
    in_place: [
        "Was diese Stufe verlangt, ist da; dies macht es noch besser.",
        "Was diese Stufe verlangt, ist nur vorläufig da; dies hilft, es zu sichern.",
    ],
    counts_later: "Die Stufe zählt erst, wenn die Stufen darunter erreicht sind.",
    essential_below: "Eine wesentliche Frage, unter ihrem Mindestwert.",
    essential_unknown: "Eine wesentliche Frage.",
    find_out: "Zuerst herausfinden, wie es steht: Die Antwort ist noch nicht bekannt.",
    benefit: "Nutzen",
    nothing_to_judge: "Keine Frage trifft zu; deshalb lässt sich nichts sagen.",
    no_recommendation: "Es gibt nichts mehr zu empfehlen: Alle Antworten liegen am oberen Ende der Skala.",
    first_in_detail: |title| format!("Die erste im Einzelnen – {title}:"),
    all_in_detail: "Alle Empfehlungen mit ihren Schritten stehen im ganzen Bericht: mit -o bericht.pdf.",
    method: Method {
        scores: "Jede Antwort zählt ihre Punkte, geteilt durch die höchste Punktzahl. Ein Feld (Grundsatz und Stufe) ist der gewichtete Mittelwert seiner Fragen, ein Grundsatz der Mittelwert seiner Felder.",
        level_weights: |list| format!("Im Mittelwert eines Grundsatzes wiegen die Stufen verschieden: {list}."),
        principle_weights: |list| format!("Im Gesamtmittelwert wiegen die Grundsätze verschieden: {list}."),
        thresholds: |list| {
            format!(
                "Eine Stufe ist erreicht, wenn ihr Feld die Schwelle erreicht ({list}), jede wesentliche Frage ihren eigenen Mindestwert erreicht und alle Stufen darunter erreicht sind. Stufen werden nie gemittelt."
            )
        },
        threshold: |level, share| format!("{level} {share}"),
        weakest: "Die Gesamtstufe ist die des schwächsten Grundsatzes: Stärke in einem Grundsatz gleicht ein fehlendes Mindestmaß in einem anderen nicht aus.",
        unknown: "Unbekannte Antworten zählen weder dafür noch dagegen: Die Spanne zeigt, was sie noch ändern können. Was nicht zutrifft, bleibt außen vor.",
        voices: [
            "Mehrere Perspektiven wiegen gleich viel, egal wie viele Menschen für jede gesprochen haben.",
            "Jede Person wiegt gleich viel; große Gruppen wiegen deshalb mehr als kleine.",
        ],
    },
    legal: "Die erste Stufe sagt nichts darüber aus, ob Gesetze eingehalten werden (SGB IX, AGG, BFSG).",
    before_you_start: "Vor dem Start: Betriebs- oder Personalrat oder MAV beteiligen (§ 94, § 87 Abs. 1 BetrVG), die Schwerbehindertenvertretung vorher anhören (§ 178 Abs. 2 SGB IX), den Datenschutz klären (Art. 9 und 35 DSGVO, § 26 Abs. 3 BDSG); auch Pseudonyme sind personenbezogen; dies ist keine Rechtsberatung.",
    involvement_kinds: [
        "keine Beteiligung",
        "Anhörung (Konsultation)",
        "Co-Design",
        "gemeinsame Erbringung (Co-Delivery)",
        "Co-Kreation",
        "Koproduktion",
    ],
    involvement: |kind| format!("Die Antworten beschreiben: {kind}."),
    involvement_range: |low, high| {
        format!("Je nach den unbekannten Antworten liegt die Art der Beteiligung zwischen „{low}“ und „{high}“.")
    },
    involvement_contested: "Diese Begriffe sind umstritten, und dies ist unsere Lesart: Co-Kreation ist an ein einzelnes Vorhaben gebunden, Koproduktion verändert die ganze Arbeitsweise; manche stellen Co-Kreation über die Koproduktion.",
    involvement_shared: "In allen vier Phasen wird gemeinsam entschieden, und die Menschen bekommen etwas zurück.",
    involvement_rules: [
        "In keiner Phase der Arbeit erreicht die Beteiligung von Menschen mit Behinderung die Hälfte des Höchstwerts.",
        "Menschen mit Behinderung sind in mindestens einer Phase beteiligt, aber in keiner erreicht auch die geteilte Macht die Hälfte des Höchstwerts.",
        "In allen vier Phasen wird gemeinsam entschieden, die Menschen bekommen etwas zurück, und das ist überall selbstverständlich.",
        "Es wird früh (Planung oder Gestaltung) und spät (Erbringung oder Bewertung) gemeinsam entschieden.",
        "Nur früh (Planung oder Gestaltung) wird gemeinsam entschieden.",
        "Nur spät (Erbringung oder Bewertung) wird gemeinsam entschieden.",
    ],
    warnings: "Hinweise zur Eingabe",
    shortened: |left_out| format!("… [{left_out} weitere Zeichen]"),
};
