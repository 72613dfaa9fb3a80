//! What is said about the files of an import: what became of them, and what was left out.

use crate::commands::Context;
use crate::import::findings::Account;

/// So many columns, rows or questions are named.
const NAMED: usize = 20;

/// Says what became of each file.
pub fn say(context: &Context, accounts: &[Account]) {
    let words = &context.words.import;
    for account in accounts {
        let mut begin = format!("{}: ", account.file);
        if let Some(sheet) = &account.sheet {
            begin.push_str(&format!("{}: ", (words.sheet)(sheet)));
        }
        let line = |text: String| context.say(&format!("{begin}{text}"));
        line((words.read)((words.read_as)(account.read_as), account.rows, account.sheets));
        if !account.personal.is_empty() {
            line((words.personal)(&list(context, &quoted(&account.personal))));
        }
        if !account.platform.is_empty() {
            line((words.platform)(&list(context, &quoted(&account.platform))));
        }
        if !account.unused.is_empty() {
            line((words.unused)(&list(context, &quoted(&account.unused))));
        }
        if !account.empty_rows.is_empty() {
            let rows: Vec<String> = account.empty_rows.iter().map(ToString::to_string).collect();
            line((words.empty_rows)(rows.len(), &list(context, &rows)));
        }
        if let Some(labels) = &account.labels {
            line((words.labels)(labels));
        }
        if let Some(points) = &account.points {
            line((words.points)(points));
        }
        if account.unsent > 0 {
            line((words.unsent)(account.unsent));
        }
        if account.rejected > 0 {
            line((words.rejected)(account.rejected));
        }
        if !account.missing.is_empty() {
            line((words.missing)(account.missing.len(), &list(context, &account.missing)));
        }
    }
}

fn quoted(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("`{}`", crate::text::shorten(name, 60))).collect()
}

/// The first names of a list, and how many more there are.
fn list(context: &Context, names: &[String]) -> String {
    let mut out = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        out.push_str(&format!(" {}", (context.words.import.and_more)(names.len() - NAMED)));
    }
    out
}
