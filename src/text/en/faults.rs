//! English: what is wrong, and what to do about it.

use crate::error::{Fault, Kind, Misuse};

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Principle => "principle",
        Kind::Level => "level",
        Kind::Question => "question",
        Kind::Option => "answer",
        Kind::Perspective => "perspective",
        Kind::Facet => "facet",
        Kind::FacetValue => "facet value",
        Kind::Setting => "setting",
        Kind::Kind => "value",
        Kind::Language => "language",
        Kind::Source => "source",
    }
}

/// " Did you mean `x`?", or the known words if there are few.
fn meant(meant: Option<&String>, known: &[String]) -> String {
    match meant {
        Some(word) => format!(" Did you mean `{word}`?"),
        None if known.is_empty() => " The questionnaire has none. Leave it out, or add it there.".into(),
        None if known.len() <= 12 => format!(" Known: {}.", known.join(", ")),
        None => String::new(),
    }
}

pub fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Utf16 => "the text is UTF-16. Save it as UTF-8.".into(),
        Fault::NotUtf8 { byte } => format!("the byte {byte:#04X} is not UTF-8. Save the file as UTF-8."),
        Fault::EmptyFile => "the file is empty. Name the right file, or save it again.".into(),
        Fault::NotJson { detail } => format!("this is not JSON ({detail}). Mend the text here."),
        Fault::TooLarge { limit_mib } => format!("the file is larger than {limit_mib} MiB and was not read."),
        Fault::NoSheets => "the folder holds no answer sheet (*.json or *.jsonl), nor anything else that is read here; workbooks and exports are for `coprod import`. Name another folder, or the file itself.".into(),
        Fault::Expected { what } => format!("expected here: {what}. Correct what stands here."),
        Fault::EmptyText => "the text is empty. Write something here; a key that is not needed may also be left out.".into(),
        Fault::MissingKey { key } => format!("the key `{key}` is missing. Add it."),
        Fault::UnknownKey { key, meant: word, ignored } => {
            let ignored = if *ignored { " It is ignored." } else { " Remove it, or call it `comment`." };
            let hint = word.as_ref().map_or_else(|| ignored.to_owned(), |word| format!(" Did you mean `{word}`?"));
            format!("unknown key `{key}`.{hint}")
        }
        Fault::DuplicateKey { key } => format!("the key `{key}` appears twice. Keep one of them."),
        Fault::OtherFormat { found, reads } => format!("the format is `{found}`; this program reads `{reads}` here. Name another file; if it lies in a folder that you named, move it out of there."),
        Fault::NoFormat { reads } => format!("the key `format` is missing; this program reads `{reads}` here."),
        Fault::BadId { found, question: true } => {
            format!("`{found}` is no question id. Use small letters and digits only, a letter first.")
        }
        Fault::BadId { found, question: false } => {
            format!("`{found}` is no id. Use small letters, digits and hyphens, a letter first.")
        }
        Fault::DuplicateId { id } => format!("`{id}` appears twice. Every id may be used once."),
        Fault::ReservedId { id } => format!("`{id}` is reserved. Choose another id."),
        Fault::UnknownId { kind: Kind::Question, found, .. } if found.trim().is_empty() => {
            "an answer without the id of its question. Write the id.".into()
        }
        Fault::UnknownId { kind: what, found, meant: word, known } => {
            format!("unknown {} `{found}`.{}", kind(*what), meant(word.as_ref(), known))
        }
        Fault::NotANumber => "expected here: a number, as 0.5 or \"1/2\".".into(),
        Fault::NotPositive { found } => format!("{found} is not greater than 0. Write a positive number."),
        Fault::NotAShare { found } => format!("{found} does not lie between 0 and 1. Write a share, as 0.6, 60% or 3/5."),
        Fault::NotAWholeNumber => "expected here: a whole number without sign. Correct it.".into(),
        Fault::EmptyList => "the list is empty. Write one entry at least.".into(),
        Fault::BadVersion { found } => format!("`{found}` is no version. Write it as 1.0.0."),
        Fault::BadLanguage { found } => format!("`{found}` is no language tag. Write it as `de` or `pt-BR`."),
        Fault::ScaleTooShort => "a scale needs two options at least. Add what is missing.".into(),
        Fault::ScaleNotIncreasing => "an option must have more points than the one before. Put the options in order, or correct the points.".into(),
        Fault::EffortLength { found, steps } => {
            let steps = if *steps == 1 { "1 step".to_owned() } else { format!("{steps} steps") };
            format!("{found} efforts for {steps} of the scale. Give one a step, or one number for all.")
        }
        Fault::NoTexts { language } => {
            format!("the texts for `{language}` are missing. Add them or drop the language.")
        }
        Fault::OtherLanguage { found, expected } => format!("the language is `{found}`, expected is `{expected}`. Correct it, or rename the file."),
        Fault::EmptyCell { principle, level } => format!("no question for {principle} at the level {level}."),
        Fault::EmptyMeansAll { key } => format!("an empty `{key}` means everybody. Leave the key out."),
        Fault::MinAboveMax { min, max } => format!("the least number {min} is above the highest number {max}."),
        Fault::Lint(lint) => super::lint::lint(lint),
        Fault::Import(fault) => super::import::fault(fault),
        Fault::Gate(fault) => super::gate::fault(fault),
        Fault::BadDate { found } => format!("`{found}` is no date. Write it as 2026-03-14."),
        Fault::NoSuchPoints { found, known } => format!("no option has {found} points. The options have: {known}."),
        Fault::AllUnanswered => "the sheet holds no answers; every question counts as unanswered.".into(),
        Fault::NoReason => "\"not applicable\" without a reason. Write why: in a table in the column “Reason”, in JSON as `reason`.".into(),
        Fault::ReasonUnused => "a reason stands here, but the answer is not \"not applicable\". Change the answer, or write the text as a note.".into(),
        Fault::NaNotAllowed => "this question applies to everybody; \"not applicable\" counts as unanswered.".into(),
        Fault::NotAskedPerspective { perspective } => {
            format!("this question is not for the perspective `{perspective}`; the answer is ignored.")
        }
        Fault::NotAskedSetting { setting } => {
            format!("this question is not for the setting `{setting}`; the answer is ignored.")
        }
        Fault::RubricUnknown { found, meant: word, known } => format!(
            "there is no built-in questionnaire `{found}`.{} For your own one, give `--rubric PATH`.",
            meant(word.as_ref(), known)
        ),
        Fault::RubricMismatch { sheet, given } => {
            format!("the sheet answers `{sheet}`, but `--rubric` gives `{given}`. Use the questionnaire of the sheet.")
        }
        Fault::RubricNewer { sheet, rubric } => {
            format!("answered to version {sheet}; the version at hand is {rubric} and may lack questions.")
        }
        Fault::RubricOlderMinor { sheet, rubric } => {
            format!("answered to version {sheet}; version {rubric} may have more questions.")
        }
        Fault::RubricOtherMajor { sheet, rubric } => {
            format!(
                "answered to version {sheet}; in version {rubric} questions have another meaning. Give the questionnaire of that version with `--rubric`, or one whose `replaces` says what has become of its questions."
            )
        }
        Fault::AnswerAgain { fate, to } if to.is_empty() => {
            format!("this question was {fate}; its answer does not count any more.")
        }
        Fault::AnswerAgain { fate, to } => format!("this question was {fate}; answer {} instead.", to.join(", ")),
        Fault::CarriedOver { to } => format!("carried over to `{to}`."),
        Fault::OtherOrganisation { found, first } => {
            format!("the organisation is “{found}”, in the first sheet “{first}”. A report is about one organisation.")
        }
        Fault::OtherRubric { found, first } => format!("the sheet answers {found}, the first one {first}."),
        Fault::SecondOrganisationSheet => {
            "a second joint sheet of the whole organisation. Keep one of them, or give each its perspective.".into()
        }
        Fault::SameFileTwice => "the file is given twice. Give it once.".into(),
        Fault::SameRespondentTwice { respondent, first } => format!(
            "the respondent `{respondent}` is in {first} too. Everybody counts once: keep one of the two sheets, or give one a pseudonym of its own."
        ),
        Fault::SameAnswersTwice { first } => {
            format!("the same joint sheet as {first}, answer by answer. Both count; take one away if it is a copy.")
        }
        Fault::MixedVersions { versions } => {
            format!("the sheets answer different versions of the questionnaire: {versions}.")
        }
        Fault::SecondRound { first } => format!("a second `coprod/assessment/1` beside {first}. Keep one of them."),
        Fault::MixedScopes => {
            "the sheets name different scopes, so that they may not speak of the same. The report gives one only if a joint sheet or enough persons name it. If one holds for all, say so in `assessment.json`.".into()
        }
        Fault::MixedPeriods => {
            "the sheets name different periods, so that they may not speak of the same. The report gives one only if a joint sheet or enough persons name it. If one holds for all, say so in `assessment.json`.".into()
        }
        Fault::MoreThanInvited { perspective } => format!(
            "more people answered from the perspective `{perspective}` than were invited. Correct the number; no response rate is given."
        ),
        Fault::AnswerNotRepeated { known } => format!(
            "this answer is no option. It is not repeated here, since several people's sheets are read. Known: {known}."
        ),
        Fault::OnPersons { fault: inner } => format!(
            "on sheets of single persons: {} Which ones is not said, so that nobody is recognised.",
            self::fault(inner)
        ),
        Fault::ActionsOfRubric { found, needed } => {
            format!(
                "the actions are about the questionnaire `{found}`; the sheets answer `{needed}`. Name another file."
            )
        }
        Fault::ActionsOfOrganisation { found, needed } => {
            format!("the actions are those of “{found}”; the sheets are about “{needed}”. Name another file.")
        }
        Fault::TooLongForCell => {
            "the text is too long for a cell of a spreadsheet (32,767 characters at most). Shorten it.".into()
        }
        Fault::LanguageNotInRubric { wanted, used } => {
            format!("the questionnaire has no texts in `{wanted}`; `{used}` is used.")
        }
    }
}

pub fn misuse(misuse: &Misuse) -> String {
    match misuse {
        Misuse::Gate(misuse) => super::gate::misuse(misuse),
        Misuse::BinaryToTerminal { format } => {
            format!(
                "{format} is not text for a terminal. Give a file with `-o FILE` or send the output to one with `>`."
            )
        }
        Misuse::UnknownExtension { extension, meant, known } => {
            let hint = meant.as_ref().map_or_else(|| format!(" Known: {known}."), |w| format!(" Did you mean `.{w}`?"));
            format!("no format ends in `.{extension}`.{hint} Or say it with `--format`.")
        }
        Misuse::NeedsOption { option } => format!("`--no-input` is set and `{option}` is missing. Give it."),
        Misuse::NeedsTerminal => "say what to do: `coprod --help` lists the commands.".into(),
        Misuse::NotAPseudonym { found } => format!(
            "--respondent: `{found}` is no pseudonym. Write a few letters and a number, as r-07; names are never stored."
        ),
        Misuse::BadEpoch { found } => format!(
            "SOURCE_DATE_EPOCH: `{found}` is no number of seconds since 1970. Correct it, or give the date with `--today 2026-03-14`."
        ),
        Misuse::BadDate { option, found } => format!("{option}: `{found}` is no date. Write it as 2026-03-14."),
        Misuse::UnknownRubric { found, meant, known } => {
            let hint = meant.as_ref().map_or_else(|| format!(" Known: {known}."), |w| format!(" Did you mean `{w}`?"));
            format!("there is no questionnaire `{found}`.{hint} A path to a folder or a file is fine too.")
        }
        Misuse::NoPerspectives => "--perspective: this questionnaire has no perspectives. Leave the option out.".into(),
        Misuse::Several(all) => all.iter().map(self::misuse).collect::<Vec<_>>().join(" "),
        Misuse::UnknownValue { option, found, meant, known } => {
            let hint = meant.as_ref().map_or_else(|| format!(" Known: {known}."), |w| format!(" Did you mean `{w}`?"));
            format!("{option}: `{found}` is not known.{hint}")
        }
        Misuse::BadColour { found } => format!("--accent: `{found}` is no colour. Write it as #2A0845."),
        Misuse::PoorContrast { found, ratio } => format!(
            "--accent: {found} has a contrast of {ratio}:1 to white paper; at least 4.5:1 is needed. Choose a darker colour."
        ),
        Misuse::BadStatement { found } => {
            format!("--statement: `{found}` is not NAME=FILE, for example \"Works council=council.txt\".")
        }
        Misuse::BadLogo { path, detail } => format!("--logo: `{path}` cannot be used ({detail}). Give a PNG file."),
        Misuse::BadNumber { option, found, positive } => {
            let least = if *positive { "greater than 0" } else { "of 0 or more" };
            format!("{option}: `{found}` is no number {least}. Write it as 12, 2.5 or 5/2.")
        }
        Misuse::NeedsAlso { option, needed } => format!("{option} needs {needed}. Give both, or neither."),
        Misuse::PlanTooLong => {
            "--pace: at this pace the plan would take longer than a hundred years. Give a larger number.".into()
        }
        Misuse::AlreadyExists { path } => format!("`{path}` exists already. Choose another name."),
        Misuse::HoldsAnswers { path } => {
            format!("`{path}` exists already and holds answers, which would be lost. Choose another name.")
        }
        Misuse::HoldsOwn { path, format } => {
            format!("`{path}` exists already and holds `{format}`, which would be lost. Choose another name.")
        }
        Misuse::ChangedMeanwhile { path, rescued } => format!(
            "`{path}` was changed by another program meanwhile. It was left alone; your answers are in `{rescued}`."
        ),
        Misuse::WouldReplace { path } => format!("`{path}` exists already. Choose another name, or add `--force` to replace it."),
        Misuse::FolderNotEmpty { path } => format!("the folder `{path}` is not empty. Name a new one."),
        Misuse::ManySheets { count, path } => format!("{count} sheets do not fit into one file `{path}`. Name a folder, or a file that ends in .jsonl."),
        Misuse::BadPrefix { found } => format!("--prefix: `{found}` cannot begin a pseudonym. Use up to 16 small letters, digits and hyphens."),
        Misuse::NeedsOptions { options } => format!("`--no-input` is set; missing: {options}. Give everything on the command line."),
        Misuse::AnswersAreJson { path } => format!("`{path}`: answers are kept as JSON. Give a name that ends in .json; `coprod report` makes a report of it."),
        Misuse::NoInterview => {
            "`--no-input` is set, and an interview has to ask its questions. Leave it out; answers from a pipe are read line by line."
                .into()
        }
        Misuse::Contradicts { option, given, path, has: Some(has) } => {
            format!("{option}: `{given}` contradicts `{path}`, which says `{has}`. Leave the option out, or name another file.")
        }
        Misuse::Contradicts { option, given, path, has: None } => {
            format!("{option}: `{given}` contradicts `{path}`, which names none. Leave the option out, or name another file.")
        }
        Misuse::NotAsked { questions } => {
            format!("--questions: not asked of this perspective in this setting: {questions}. Leave them out.")
        }
        Misuse::OneSheet { option, found } => {
            format!("`{option}` takes exactly one answer sheet; here are {found}.")
        }
        Misuse::OptionOfOtherFormat { option, format, formats } => {
            format!("`{option}` means nothing for the format {format}. Leave it out, or choose: {formats}.")
        }
        Misuse::NoSheetsIn { extension } => format!(
            "answer sheets are not written as `.{extension}`. Choose a name that ends in `.json` or `.jsonl`, or a new folder."
        ),
        Misuse::NothingToAsk => "no question is left to ask. Check the perspective, `--setting`, `--questions` and `--only`.".into(),
    }
}
