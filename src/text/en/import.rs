//! English: imports.

use crate::error::{ImportFault, Personal};
use crate::text::ImportWords;

fn sheets(count: usize) -> String {
    if count == 1 { "1 sheet".into() } else { format!("{count} sheets") }
}

fn rows(count: usize) -> String {
    if count == 1 { "1 row".into() } else { format!("{count} rows") }
}

pub const IMPORT: ImportWords = ImportWords {
    sheet: |sheet| format!("sheet “{sheet}”"),
    row: |row| format!("row {row}"),
    column: |letters, heading| format!("column {letters} ({heading})"),
    read_as: |name| match name {
        "json" => "answer sheets",
        "xlsx" => "workbook",
        "kobo" => "KoboToolbox or ODK, one row a respondent",
        "limesurvey" => "LimeSurvey, one row a respondent",
        "questions" => "table with one row a question",
        "respondents" => "table with one row a respondent",
        _ => "text table",
    },
    read: |what, count, made| format!("read as {what}: {}, {}.", rows(count), sheets(made)),
    personal: |list| format!("not stored, because it could tell who answered: {list}."),
    platform: |list| format!("not needed, added by the survey platform: {list}."),
    unused: |list| format!("not needed: {list}."),
    empty_rows: |count, list| format!("{} without any answer left out: {list}.", rows(count)),
    unsent: |count| match count {
        1 => "1 response was not sent off, and counts all the same. Take it out if it should not.".to_owned(),
        _ => format!("{count} responses were not sent off, and count all the same. Take them out if they should not."),
    },
    rejected: |count| match count {
        1 => "1 response was not approved by a reviewer, and counts all the same. Take it out if it should not."
            .to_owned(),
        _ => format!(
            "{count} responses were not approved by a reviewer, and count all the same. Take them out if they should not."
        ),
    },
    labels: |list| {
        format!(
            "numbers were read as the options' labels, not as points: {list}. With --map they can mean something else."
        )
    },
    points: |list| {
        format!("numbers were read as points of the options: {list}. With --map they can mean something else.")
    },
    missing: |count, list| {
        let what = if count == 1 { "1 question has".to_owned() } else { format!("{count} questions have") };
        format!("{what} no column or row here and count as unanswered: {list}.")
    },
    written: |count, path| format!("Written: {path} ({})", sheets(count)),
    dry_run: |count| format!("Nothing was written (--dry-run); {} would be.", sheets(count)),
    and_more: |count| format!("and {count} more"),
};

/// “ Did you mean …?”
fn meant(word: Option<&String>) -> String {
    word.map_or_else(String::new, |word| format!(" Did you mean `{word}`?"))
}

pub fn fault(fault: &ImportFault) -> String {
    match fault {
        ImportFault::UnknownFormat { known } => {
            format!("this is neither JSON nor a workbook (.xlsx) nor a text table (CSV). If it is the questionnaire itself (.html), fill it in in a browser and import the file that it downloads. Known for `--from`: {known}.")
        }
        ImportFault::NotThisFormat { wanted } => {
            format!("this cannot be read as `{wanted}`. Leave `--from` out, or name what it is.")
        }
        ImportFault::BareUtf16 => {
            "this looks like UTF-16 without a byte order mark. Save the file as “CSV UTF-8”, or add `--encoding utf-16le` (or `utf-16be`)."
                .into()
        }
        ImportFault::NotUtf8 { byte } => format!(
            "the byte {byte:#04X} is not UTF-8. Save the file as “CSV UTF-8”; or, if Excel wrote it as plain CSV, add `--encoding windows-1252`."
        ),
        ImportFault::NoTable => "there is no table: a row of headings is needed, and rows below.".into(),
        ImportFault::NoAnswerColumn => {
            "no column holds answers. Needed: a column for each question with its code as heading, or the columns `id` and `answer`, or `--map FILE`.".into()
        }
        ImportFault::NoRows => "there are headings, but no rows below them.".into(),
        ImportFault::NoAnswers => "no row holds an answer; nothing was written.".into(),
        ImportFault::Ragged { found, expected } => format!(
            "the row has {found} cells, but there are {expected} headings. A cell with a separator or a line break in it must stand in quotation marks."
        ),
        ImportFault::RowTooLarge { limit_mib } => {
            format!("the row is larger than {limit_mib} MiB. Is a closing quotation mark missing?")
        }
        ImportFault::SameColumn { first } => {
            format!("this column means the same as the column {first}. Leave one of them out, with `--map` if need be.")
        }
        ImportFault::UnknownColumn { heading, meant: word } => {
            format!("the column `{heading}` is unknown and was ignored.{}", meant(word.as_ref()))
        }
        ImportFault::LikelyQuestion { heading, question } => format!(
            "the column `{heading}` is unknown; is it the question `{question}`, which has no column? Correct the heading, or say in a map what it means (`ignore`: nothing)."
        ),
        ImportFault::AmbiguousColumn { heading } => {
            format!("`{heading}` can mean several questions. Use the question's code, or say with `--map` which is meant.")
        }
        ImportFault::AmbiguousAnswer { found } => {
            format!("`{found}` can mean several options. Use the option's id, or say with `--map` which is meant.")
        }
        ImportFault::IdAndWords { id, words } => format!(
            "the row has the id `{id}`, but the words of the question `{words}`. Was a column sorted or moved by itself? Put both together again."
        ),
        ImportFault::NotInMap { found } => {
            format!("the map says nothing of the value `{found}`, but of others in this column. Add it to the map.")
        }
        ImportFault::RowsDisagree { question, first } => {
            format!("`{question}` is answered in another way in row {first}. Keep one of the rows.")
        }
        ImportFault::ResponseTwice { first } => {
            format!("this response was read already, in row {first}. Keep it once.")
        }
        ImportFault::QuestionTwice { question, first } => {
            format!("`{question}` stands in row {first} already, with the same answer; the row was ignored.")
        }
        ImportFault::FieldDisagrees { field, found, first, row } => format!(
            "`{field}` is `{found}` here and `{first}` in row {row}. A table with one row a question is one sheet; split it."
        ),
        ImportFault::BrokenCharacter => {
            "the text holds a character that was lost when the file was saved. Export it again as UTF-8.".into()
        }
        ImportFault::Missing { option } => {
            let what = match option.split(' ').next().unwrap_or_default() {
                "--organisation" => "the name of the organisation",
                "--date" => "when the answers were given",
                _ => "which questionnaire it answers",
            };
            format!("the file does not say {what}. Give it with `{option}`.")
        }
        ImportFault::Contradicts { option, given, found } => format!(
            "the file says `{found}`, but `{option}` says `{given}`. Leave the option out, or correct the file."
        ),
        ImportFault::AmbiguousDate { found } => {
            format!("`{found}` is no date that can be read without doubt. Write it as 2026-03-14, or give `--date`.")
        }
        ImportFault::NotAPseudonym { found } => format!(
            "`{found}` is no pseudonym. Write a few letters and a number, as r-07; names are never stored."
        ),
        ImportFault::LeftOutPersonal { what } => {
            let what = match what {
                Personal::Mail => "an e-mail address",
                Personal::Internet => "an internet address of a computer (IP)",
                Personal::Phone => "a phone number",
            };
            format!("{what} in the text was replaced by `[…]`: it could tell who answered.")
        }
        ImportFault::NoSuchColumn { heading, meant: word } => {
            format!("the table has no column `{heading}`.{}", meant(word.as_ref()))
        }
        ImportFault::BadTarget { found, meant: word } => format!(
            "`{found}` is no target. Possible: a question's code, also with `.note`, `.evidence` or `.reason`; a field as `perspective` or `date`; `ignore`.{}",
            meant(word.as_ref())
        ),
        ImportFault::Workbook(fault) => super::workbook::fault(fault),
        ImportFault::More { errors } => format!("and {errors} more of this kind."),
    }
}
