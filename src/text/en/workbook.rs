//! English: what is wrong with a workbook.

use crate::error::WorkbookFault;

pub fn fault(fault: &WorkbookFault) -> String {
    match fault {
        WorkbookFault::Protected => {
            "this is an old workbook (.xls), or one with a password. Open it and save it as .xlsx without a password."
                .into()
        }
        WorkbookFault::OpenDocument => "this is an OpenDocument file (.ods). Open it and save it as .xlsx.".into(),
        WorkbookFault::NotAWorkbook => "this is a ZIP file, but no workbook (.xlsx).".into(),
        WorkbookFault::Broken { detail } => {
            format!("the workbook is broken. Open it in Excel or LibreOffice and save it again. (What the reader says: `{detail}`)")
        }
        WorkbookFault::TooManyParts { found, limit } => {
            format!(
                "the file consists of {found} parts; at most {limit} are read. Copy the answers into a new workbook."
            )
        }
        WorkbookFault::PartTooLarge { part, limit_mib } => format!(
            "`{part}` is larger than {limit_mib} MiB when unpacked; that much is not read. Export the answers as CSV."
        ),
        WorkbookFault::TooLarge { limit_mib } => {
            format!(
                "the file is larger than {limit_mib} MiB when unpacked; that much is not read. Export the answers as CSV."
            )
        }
        WorkbookFault::TooManyCells { limit } => {
            format!("the sheet has more than {limit} cells; that many are not read. Export the answers as CSV.")
        }
        WorkbookFault::OtherFormat { found, reads } => format!(
            "the workbook is of the format `{found}`; this version reads `{reads}`. Write the questionnaire anew with `coprod form`."
        ),
        WorkbookFault::Macros => "the workbook holds macros. They were not run and are not needed.".into(),
        WorkbookFault::ExternalLinks => "the workbook refers to other files. They were not opened.".into(),
        WorkbookFault::CommentsIgnored => {
            "the workbook holds comments on cells. They were not read: what is to be said of an answer belongs into the column “Note”."
                .into()
        }
        WorkbookFault::NoQuestions => {
            "no sheet holds questions and answers: a row with the headings ID and Answer is needed, and rows below."
                .into()
        }
        WorkbookFault::NothingAnswered => "no question is answered in any sheet.".into(),
        WorkbookFault::SheetIgnored => "the sheet was ignored. If it holds answers, import it from a file of its own.".into(),
        WorkbookFault::NoAnswerHeading => {
            "the column with the answers is not to be found: its heading must be “Answer” or “Antwort”. Correct the heading.".into()
        }
        WorkbookFault::AboveHeadings => "The row stands above the headings and was not read.".into(),
        WorkbookFault::NoHeading => "the column has no heading and was ignored.".into(),
        WorkbookFault::Formula { value } => format!("a formula stands here; its last value `{value}` was taken."),
        WorkbookFault::FormulaWithoutValue => {
            "a formula stands here whose value is no plain text or number. Write the value itself.".into()
        }
        WorkbookFault::ErrorValue { found } => {
            format!("`{found}` stands here, an error of the spreadsheet. Correct the cell.")
        }
        WorkbookFault::SheetTwice { first } => format!(
            "the sheet “{first}” holds answers to the same questions already. Keep one of the two, or import them from workbooks of their own."
        ),
        WorkbookFault::Merged { range } => {
            format!(
                "the cells {range} are merged: it cannot be told what the entry belongs to. Unmerge them and fill in each."
            )
        }
        WorkbookFault::NothingHere { option } => {
            format!("nothing stands here, but it is needed. Fill it in, or give `{option}`.")
        }
        WorkbookFault::Unclear { found, known } => format!("`{found}` is not understood. Possible: {known}."),
        WorkbookFault::PeopleLeftOut => {
            "nobody said that the group's answer may be shown by itself: it counts like a single person's, and the number of people was left out.".into()
        }
        WorkbookFault::WhoUnsaid => "it is not said who answers here, so it counts as a joint answer and keeps its day. If it is one person's, choose “One person” on the first sheet, in a workbook for one perspective.".into(),
        WorkbookFault::PersonWithPeople => {
            "one person answers, but a number of people is given. Empty one of the two cells.".into()
        }
    }
}
