//! German: what is wrong, and what to do about it.

use crate::error::{Fault, Kind, Misuse};

/// The word with its ending: "unbekannte Frage", "unbekannter Grundsatz".
fn unknown(kind: Kind) -> &'static str {
    match kind {
        Kind::Principle => "unbekannter Grundsatz",
        Kind::Level => "unbekannte Stufe",
        Kind::Question => "unbekannte Frage",
        Kind::Option => "unbekannte Antwort",
        Kind::Perspective => "unbekannte Perspektive",
        Kind::Facet => "unbekanntes Merkmal",
        Kind::FacetValue => "unbekannter Merkmalswert",
        Kind::Setting => "unbekannte Rolle",
        Kind::Kind => "unbekannter Wert",
        Kind::Language => "unbekannte Sprache",
        Kind::Source => "unbekannte Quelle",
    }
}

fn meant(meant: Option<&String>, known: &[String]) -> String {
    match meant {
        Some(word) => format!(" Meinten Sie `{word}`?"),
        None if known.is_empty() => {
            " Der Fragebogen hat nichts dergleichen. Lassen Sie die Angabe weg, oder ergänzen Sie den Fragebogen."
                .into()
        }
        None if known.len() <= 12 => format!(" Bekannt sind: {}.", known.join(", ")),
        None => String::new(),
    }
}

fn expected(what: &str) -> &str {
    match what {
        "object" => "ein Objekt in geschweiften Klammern",
        "list" => "eine Liste in eckigen Klammern",
        "text" => "ein Text in Anführungszeichen",
        "true or false" => "true oder false",
        other => other,
    }
}

/// What the JSON reader says, in German; what it does not say today is the general case.
fn json_detail(detail: &str) -> &'static str {
    match detail {
        "expected value" => "hier müsste ein Wert stehen",
        "expected `:`" => "hier fehlt ein Doppelpunkt",
        "expected `,` or `]`" => "hier fehlt ein Komma oder die Klammer `]`",
        "expected `,` or `}`" => "hier fehlt ein Komma oder die Klammer `}`",
        "expected ident" => "hier müsste `true`, `false` oder `null` stehen",
        "key must be a string" => "ein Schlüssel muss in geraden Anführungszeichen stehen",
        "trailing comma" => "vor der Klammer steht ein Komma zu viel",
        "trailing characters" => "nach dem Ende steht noch etwas",
        "invalid number" | "number out of range" => "das ist keine gültige Zahl",
        "invalid escape" | "unexpected end of hex escape" => "der umgekehrte Schrägstrich ist falsch verwendet",
        "invalid unicode code point" | "lone leading surrogate in hex escape" => "dieses Zeichen gibt es nicht",
        "recursion limit exceeded" => "zu tief verschachtelt",
        _ if detail.starts_with("EOF while parsing") => "der Text endet zu früh",
        _ if detail.starts_with("control character") => "ein Steuerzeichen oder Zeilenumbruch steht in einem Text",
        _ => "die Schreibweise stimmt nicht",
    }
}

fn fate(word: &str) -> &str {
    match word {
        "reworded" => "neu formuliert",
        "split" => "geteilt",
        "merged" => "zusammengelegt",
        "dropped" => "gestrichen",
        other => other,
    }
}

pub fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Utf16 => "Der Text ist UTF-16. Speichern Sie ihn als UTF-8.".into(),
        Fault::NotUtf8 { byte } => format!("Das Byte {byte:#04X} ist kein UTF-8. Speichern Sie die Datei als UTF-8."),
        Fault::EmptyFile => "Die Datei ist leer. Nennen Sie die richtige Datei, oder speichern Sie sie neu.".into(),
        Fault::NotJson { detail } => {
            format!("Das ist kein JSON ({}). Berichtigen Sie den Text an dieser Stelle.", json_detail(detail))
        }
        Fault::TooLarge { limit_mib } => format!("Die Datei ist größer als {limit_mib} MiB und wurde nicht gelesen."),
        Fault::NoSheets => "Im Ordner liegt kein Antwortbogen (*.json oder *.jsonl), auch sonst nichts, was hier gelesen wird; Arbeitsmappen und Exporte liest `coprod import` ein. Nennen Sie einen anderen Ordner oder die Datei selbst.".into(),
        Fault::Expected { what } => format!("Hier wird erwartet: {}. Berichtigen Sie, was hier steht.", expected(what)),
        Fault::EmptyText => "Der Text ist leer. Schreiben Sie hier etwas; ein Schlüssel, der nicht gebraucht wird, darf auch fehlen.".into(),
        Fault::MissingKey { key } => format!("Der Schlüssel `{key}` fehlt. Ergänzen Sie ihn."),
        Fault::UnknownKey { key, meant: word, ignored } => {
            let ignored =
                if *ignored { " Er wird übergangen." } else { " Entfernen Sie ihn oder nennen Sie ihn `comment`." };
            let hint = word.as_ref().map_or_else(|| ignored.to_owned(), |word| format!(" Meinten Sie `{word}`?"));
            format!("Unbekannter Schlüssel `{key}`.{hint}")
        }
        Fault::DuplicateKey { key } => format!("Der Schlüssel `{key}` steht zweimal da. Behalten Sie einen davon."),
        Fault::OtherFormat { found, reads } => format!("Das Format ist `{found}`; gelesen wird hier `{reads}`. Nennen Sie eine andere Datei; liegt sie in einem Ordner, den Sie genannt haben, legen Sie sie woanders hin."),
        Fault::NoFormat { reads } => format!("Der Schlüssel `format` fehlt; gelesen wird hier `{reads}`."),
        Fault::BadId { found, question: true } => {
            format!(
                "`{found}` ist keine Fragenkennung. Erlaubt sind kleine Buchstaben und Ziffern, zuerst ein Buchstabe."
            )
        }
        Fault::BadId { found, question: false } => {
            format!(
                "`{found}` ist keine Kennung. Erlaubt sind kleine Buchstaben, Ziffern und Bindestriche, zuerst ein Buchstabe."
            )
        }
        Fault::DuplicateId { id } => format!("`{id}` steht zweimal da. Jede Kennung gibt es nur einmal."),
        Fault::ReservedId { id } => format!("`{id}` ist vergeben. Wählen Sie eine andere Kennung."),
        Fault::UnknownId { kind: Kind::Question, found, .. } if found.trim().is_empty() => {
            "Eine Antwort ohne die Kennung ihrer Frage. Schreiben Sie die Kennung dazu.".into()
        }
        Fault::UnknownId { kind, found, meant: word, known } => {
            let text = format!("{} `{found}`.{}", unknown(*kind), meant(word.as_ref(), known));
            text.replacen('u', "U", 1)
        }
        Fault::NotANumber => "Hier wird eine Zahl erwartet, etwa 0.5 oder \"1/2\".".into(),
        Fault::NotPositive { found } => format!("{found} ist nicht größer als 0. Schreiben Sie eine positive Zahl."),
        Fault::NotAShare { found } => format!("{found} liegt nicht zwischen 0 und 1. Schreiben Sie einen Anteil, etwa 0.6 oder 3/5."),
        Fault::NotAWholeNumber => "Hier wird eine ganze Zahl ohne Vorzeichen erwartet. Berichtigen Sie sie.".into(),
        Fault::EmptyList => "Die Liste ist leer. Schreiben Sie mindestens einen Eintrag.".into(),
        Fault::BadVersion { found } => format!("`{found}` ist keine Version. Schreiben Sie sie als 1.0.0."),
        Fault::BadLanguage { found } => {
            format!("`{found}` ist kein Sprachkürzel. Schreiben Sie es als `de` oder `pt-BR`.")
        }
        Fault::ScaleTooShort => "Eine Skala braucht mindestens zwei Antworten. Ergänzen Sie, was fehlt.".into(),
        Fault::ScaleNotIncreasing => "Eine Antwort muss mehr Punkte haben als die davor. Ordnen Sie die Antworten, oder berichtigen Sie die Punkte.".into(),
        Fault::EffortLength { found, steps } => {
            format!(
                "{found} Aufwände für {steps} Schritte der Skala. Geben Sie je Schritt einen an oder eine Zahl für alle."
            )
        }
        Fault::NoTexts { language } => {
            format!("Die Texte für `{language}` fehlen. Ergänzen Sie sie oder streichen Sie die Sprache.")
        }
        Fault::OtherLanguage { found, expected } => format!("Die Sprache ist `{found}`, erwartet wird `{expected}`. Berichtigen Sie sie, oder benennen Sie die Datei um."),
        Fault::EmptyCell { principle, level } => format!("Keine Frage zu {principle} auf der Stufe {level}."),
        Fault::EmptyMeansAll { key } => format!("Ein leeres `{key}` bedeutet: alle. Lassen Sie den Schlüssel weg."),
        Fault::MinAboveMax { min, max } => format!("Die Mindestzahl {min} liegt über der Höchstzahl {max}."),
        Fault::Lint(lint) => super::lint::lint(lint),
        Fault::Import(fault) => super::import::fault(fault),
        Fault::Gate(fault) => super::gate::fault(fault),
        Fault::BadDate { found } => format!("`{found}` ist kein Datum. Schreiben Sie es als 2026-03-14."),
        Fault::NoSuchPoints { found, known } => format!("Keine Antwort hat {found} Punkte. Es gibt: {known}."),
        Fault::AllUnanswered => "Der Bogen enthält keine Antworten; alle Fragen gelten als unbeantwortet.".into(),
        Fault::NoReason => "„Trifft nicht zu“ ohne Begründung. Schreiben Sie den Grund dazu: in einer Tabelle in die Spalte „Begründung“, in JSON als `reason`.".into(),
        Fault::ReasonUnused => "Hier steht eine Begründung, aber die Antwort ist nicht „Trifft nicht zu“. Ändern Sie die Antwort, oder schreiben Sie den Text als Notiz.".into(),
        Fault::NaNotAllowed => "Diese Frage trifft auf alle zu; „trifft nicht zu“ gilt als unbeantwortet.".into(),
        Fault::NotAskedPerspective { perspective } => {
            format!("Diese Frage ist nicht für die Perspektive `{perspective}`; die Antwort wird übergangen.")
        }
        Fault::NotAskedSetting { setting } => {
            format!("Diese Frage ist nicht für die Rolle `{setting}`; die Antwort wird übergangen.")
        }
        Fault::RubricUnknown { found, meant: word, known } => format!(
            "Den Fragebogen `{found}` gibt es hier nicht.{} Einen eigenen geben Sie mit `--rubric PFAD` an.",
            meant(word.as_ref(), known)
        ),
        Fault::RubricMismatch { sheet, given } => {
            format!(
                "Der Bogen beantwortet `{sheet}`, aber `--rubric` nennt `{given}`. Nehmen Sie den Fragebogen des Bogens."
            )
        }
        Fault::RubricNewer { sheet, rubric } => {
            format!("Beantwortet wurde Version {sheet}; vorhanden ist Version {rubric}, der Fragen fehlen können.")
        }
        Fault::RubricOlderMinor { sheet, rubric } => {
            format!("Beantwortet wurde Version {sheet}; Version {rubric} kann mehr Fragen haben.")
        }
        Fault::RubricOtherMajor { sheet, rubric } => {
            format!(
                "Beantwortet wurde Version {sheet}; in Version {rubric} haben Fragen eine andere Bedeutung. Geben Sie mit `--rubric` den Fragebogen dieser Version an oder einen, dessen `replaces` sagt, was aus den Fragen geworden ist."
            )
        }
        Fault::AnswerAgain { fate: word, to } if to.is_empty() => {
            format!("Diese Frage wurde {}; ihre Antwort zählt nicht mehr.", fate(word))
        }
        Fault::AnswerAgain { fate: word, to } => {
            format!("Diese Frage wurde {}; beantworten Sie stattdessen {}.", fate(word), to.join(", "))
        }
        Fault::CarriedOver { to } => format!("Übernommen als `{to}`."),
        Fault::OtherOrganisation { found, first } => {
            format!("Die Organisation heißt „{found}“, im ersten Bogen „{first}“. Ein Bericht gilt einer Organisation.")
        }
        Fault::OtherRubric { found, first } => format!("Der Bogen beantwortet {found}, der erste {first}."),
        Fault::SecondOrganisationSheet => {
            "Ein zweiter gemeinsamer Bogen der ganzen Organisation. Behalten Sie einen davon oder geben Sie jedem seine Perspektive.".into()
        }
        Fault::SameFileTwice => "Die Datei ist zweimal angegeben. Geben Sie sie einmal an.".into(),
        Fault::SameRespondentTwice { respondent, first } => format!(
            "Die Person `{respondent}` steht auch in {first}. Jede Person zählt einmal: Behalten Sie einen der beiden Bögen oder geben Sie einem ein eigenes Pseudonym."
        ),
        Fault::SameAnswersTwice { first } => format!(
            "Derselbe gemeinsame Bogen wie {first}, Antwort für Antwort. Beide zählen; nehmen Sie einen weg, wenn er eine Kopie ist."
        ),
        Fault::MixedVersions { versions } => {
            format!("Die Bögen beantworten verschiedene Versionen des Fragebogens: {versions}.")
        }
        Fault::SecondRound { first } => {
            format!("Ein zweites `coprod/assessment/1` neben {first}. Behalten Sie eines davon.")
        }
        Fault::MixedScopes => {
            "Die Bögen nennen verschiedene Geltungsbereiche und sprechen vielleicht nicht vom Gleichen. Im Bericht steht der häufigste. Gilt einer für alle, schreiben Sie ihn in `assessment.json`.".into()
        }
        Fault::MixedPeriods => {
            "Die Bögen nennen verschiedene Zeiträume und sprechen vielleicht nicht vom Gleichen. Im Bericht steht der häufigste. Gilt einer für alle, schreiben Sie ihn in `assessment.json`.".into()
        }
        Fault::MoreThanInvited { perspective } => format!(
            "Aus der Perspektive `{perspective}` haben mehr Menschen geantwortet, als eingeladen waren. Berichtigen Sie die Zahl; ein Rücklauf wird nicht angegeben."
        ),
        Fault::AnswerNotRepeated { known } => format!(
            "Diese Antwort gibt es nicht. Sie wird hier nicht wiederholt, weil Bögen mehrerer Menschen gelesen werden. Bekannt sind: {known}."
        ),
        Fault::OnPersons { fault: inner } => format!(
            "Auf Bögen einzelner Personen: {} Auf welchen, steht hier nicht, damit niemand erkannt wird.",
            self::fault(inner)
        ),
        Fault::ActionsOfRubric { found, needed } => format!(
            "Die Maßnahmen gehören zum Fragebogen `{found}`; die Bögen beantworten `{needed}`. Nennen Sie eine andere Datei."
        ),
        Fault::ActionsOfOrganisation { found, needed } => format!(
            "Die Maßnahmen sind die von „{found}“; die Bögen betreffen „{needed}“. Nennen Sie eine andere Datei."
        ),
        Fault::TooLongForCell => {
            "Der Text ist zu lang für die Zelle einer Tabelle (höchstens 32.767 Zeichen). Kürzen Sie ihn.".into()
        }
        Fault::LanguageNotInRubric { wanted, used } => {
            format!("Der Fragebogen hat keine Texte in `{wanted}`; verwendet wird `{used}`.")
        }
    }
}

pub fn misuse(misuse: &Misuse) -> String {
    match misuse {
        Misuse::Gate(misuse) => super::gate::misuse(misuse),
        Misuse::BinaryToTerminal { format } => format!(
            "{format} ist kein Text für ein Terminal. Geben Sie mit `-o DATEI` eine Datei an oder leiten Sie die Ausgabe mit `>` um."
        ),
        Misuse::UnknownExtension { extension, meant, known } => {
            let hint =
                meant.as_ref().map_or_else(|| format!(" Bekannt sind: {known}."), |w| format!(" Meinten Sie `.{w}`?"));
            format!("Kein Format endet auf `.{extension}`.{hint} Oder geben Sie es mit `--format` an.")
        }
        Misuse::NeedsOption { option } => format!("`--no-input` ist gesetzt und `{option}` fehlt. Geben Sie es an."),
        Misuse::NeedsTerminal => "Sagen Sie, was zu tun ist: `coprod --help` nennt die Befehle.".into(),
        Misuse::NotAPseudonym { found } => format!(
            "--respondent: `{found}` ist kein Pseudonym. Schreiben Sie ein paar Buchstaben und eine Zahl, etwa r-07; Namen werden nie gespeichert."
        ),
        Misuse::BadEpoch { found } => format!(
            "SOURCE_DATE_EPOCH: `{found}` ist keine Zahl von Sekunden seit 1970. Berichtigen Sie sie, oder geben Sie das Datum mit `--today 2026-03-14` an."
        ),
        Misuse::BadDate { option, found } => {
            format!("{option}: `{found}` ist kein Datum. Schreiben Sie es als 2026-03-14.")
        }
        Misuse::UnknownRubric { found, meant, known } => {
            let hint =
                meant.as_ref().map_or_else(|| format!(" Bekannt sind: {known}."), |w| format!(" Meinten Sie `{w}`?"));
            format!(
                "Den Fragebogen `{found}` gibt es nicht.{hint} Ein Pfad zu einem Ordner oder einer Datei geht auch."
            )
        }
        Misuse::NoPerspectives => {
            "--perspective: Dieser Fragebogen hat keine Perspektiven. Lassen Sie die Option weg.".into()
        }
        Misuse::Several(all) => all.iter().map(self::misuse).collect::<Vec<_>>().join(" "),
        Misuse::UnknownValue { option, found, meant, known } => {
            let hint =
                meant.as_ref().map_or_else(|| format!(" Bekannt sind: {known}."), |w| format!(" Meinten Sie `{w}`?"));
            format!("{option}: `{found}` ist nicht bekannt.{hint}")
        }
        Misuse::BadColour { found } => format!("--accent: `{found}` ist keine Farbe. Schreiben Sie sie als #2A0845."),
        Misuse::PoorContrast { found, ratio } => format!(
            "--accent: {found} hat zu weißem Papier einen Kontrast von {}:1; mindestens 4,5:1 sind nötig. Wählen Sie eine dunklere Farbe.",
            ratio.replace('.', ",")
        ),
        Misuse::BadStatement { found } => {
            format!("--statement: `{found}` ist nicht NAME=DATEI, zum Beispiel \"Betriebsrat=betriebsrat.txt\".")
        }
        Misuse::BadLogo { path, detail } => {
            format!("--logo: `{path}` ist nicht verwendbar ({detail}). Geben Sie eine PNG-Datei an.")
        }
        Misuse::BadNumber { option, found, positive } => {
            let least = if *positive { "über 0" } else { "ab 0" };
            format!("{option}: `{found}` ist keine Zahl {least}. Schreiben Sie sie als 12, 2.5 oder 5/2.")
        }
        Misuse::NeedsAlso { option, needed } => {
            format!("{option} braucht {needed}. Geben Sie beides an oder keines von beiden.")
        }
        Misuse::PlanTooLong => {
            "--pace: In diesem Tempo dauert der Plan länger als hundert Jahre. Geben Sie eine größere Zahl an.".into()
        }
        Misuse::AlreadyExists { path } => format!("`{path}` gibt es schon. Wählen Sie einen anderen Namen."),
        Misuse::HoldsAnswers { path } => format!(
            "`{path}` gibt es schon und enthält Antworten, die verloren gingen. Wählen Sie einen anderen Namen."
        ),
        Misuse::HoldsOwn { path, format } => {
            format!("`{path}` gibt es schon und enthält `{format}`, was verloren ginge. Wählen Sie einen anderen Namen.")
        }
        Misuse::ChangedMeanwhile { path, rescued } => format!(
            "`{path}` wurde inzwischen von einem anderen Programm geändert. Die Datei blieb, wie sie ist; Ihre Antworten stehen in `{rescued}`."
        ),
        Misuse::WouldReplace { path } => format!("`{path}` gibt es schon. Wählen Sie einen anderen Namen, oder ersetzen Sie die Datei mit `--force`."),
        Misuse::FolderNotEmpty { path } => format!("der Ordner `{path}` ist nicht leer. Nennen Sie einen neuen."),
        Misuse::ManySheets { count, path } => format!("{count} Bögen passen nicht in eine Datei `{path}`. Nennen Sie einen Ordner oder eine Datei mit der Endung .jsonl."),
        Misuse::BadPrefix { found } => format!("--prefix: `{found}` kann kein Pseudonym beginnen. Möglich sind bis zu 16 kleine Buchstaben, Ziffern und Bindestriche."),
        Misuse::NeedsOptions { options } => {
            let lack = if options.contains(',') { "es fehlen" } else { "es fehlt" };
            format!("`--no-input` ist gesetzt; {lack}: {options}. Geben Sie alles auf der Befehlszeile an.")
        }
        Misuse::AnswersAreJson { path } => format!("`{path}`: Antworten werden als JSON gespeichert. Nennen Sie einen Namen, der auf .json endet; `coprod report` macht einen Bericht daraus."),
        Misuse::NoInterview => {
            "`--no-input` ist gesetzt, aber eine Befragung muss fragen. Lassen Sie es weg; umgeleitete Antworten werden Zeile für Zeile gelesen."
                .into()
        }
        Misuse::Contradicts { option, given, path, has: Some(has) } => format!(
            "{option}: `{given}` widerspricht `{path}`; dort steht `{has}`. Lassen Sie die Angabe weg, oder nennen Sie eine andere Datei."
        ),
        Misuse::Contradicts { option, given, path, has: None } => format!(
            "{option}: `{given}` widerspricht `{path}`; dort steht dazu nichts. Lassen Sie die Angabe weg, oder nennen Sie eine andere Datei."
        ),
        Misuse::NotAsked { questions } => {
            format!("--questions: Aus dieser Perspektive und Rolle nicht gefragt: {questions}. Lassen Sie sie weg.")
        }
        Misuse::OneSheet { option, found } => {
            format!("`{option}` nimmt genau einen Antwortbogen; hier sind es {found}.")
        }
        Misuse::OptionOfOtherFormat { option, format, formats } => {
            format!("`{option}` bedeutet beim Format {format} nichts. Lassen Sie es weg, oder wählen Sie: {formats}.")
        }
        Misuse::NoSheetsIn { extension } => format!(
            "Antwortbögen werden nicht als `.{extension}` geschrieben. Wählen Sie einen Namen, der auf `.json` oder `.jsonl` endet, oder einen neuen Ordner."
        ),
        Misuse::NothingToAsk => {
            "Keine Frage bleibt übrig. Prüfen Sie die Perspektive, `--setting`, `--questions` und `--only`.".into()
        }
    }
}
