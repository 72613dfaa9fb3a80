//! `coprod man`: manual pages of the program and of each of its commands.

use super::{Context, output};
use crate::cli;
use crate::error::{Error, Misuse, nearest};
use crate::exit::Exit;
use crate::files::{self, Privacy};
use clap_mangen::Man;
use std::path::Path;

/// Prints one page, or writes all of them to a folder.
///
/// # Errors
/// A command that does not exist, output that cannot be written.
pub fn run(context: &Context, page: &[String], folder: Option<&Path>) -> Result<Exit, Error> {
    let pages = pages(&cli::command(context.words));
    let Some(folder) = folder else {
        let wanted = page.iter().flat_map(|word| word.split(['-', ' '])).collect::<Vec<_>>().join("-");
        let name = if wanted.is_empty() { "coprod".to_owned() } else { format!("coprod-{wanted}") };
        let Some((_, command)) = pages.iter().find(|(known, _)| *known == name) else {
            let short = |name: &str| name.strip_prefix("coprod-").unwrap_or_default().replace('-', " ");
            let names: Vec<String> =
                pages.iter().map(|(name, _)| short(name)).filter(|name| !name.is_empty()).collect();
            let meant = nearest(&wanted.replace('-', " "), names.iter().map(String::as_str));
            let found = page.join(" ");
            return Err(Error::Usage(Misuse::UnknownValue { option: "man", found, meant, known: names.join(", ") }));
        };
        output::write(context, None, &render(&name, command)?, None)?;
        return Ok(Exit::Success);
    };
    std::fs::create_dir_all(folder).map_err(|error| Error::writing(folder, error))?;
    for (name, command) in &pages {
        files::write(&folder.join(format!("{name}.1")), &render(name, command)?, Privacy::Usual)?;
    }
    context.say(&(context.words.program.written)(folder));
    Ok(Exit::Success)
}

/// The pages' names with their commands, the program itself first.
fn pages(root: &clap::Command) -> Vec<(String, clap::Command)> {
    fn below(command: &clap::Command, name: &str, out: &mut Vec<(String, clap::Command)>) {
        out.push((name.to_owned(), command.clone()));
        for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
            below(sub, &format!("{name}-{}", sub.get_name()), out);
        }
    }
    let mut out = Vec::new();
    below(root, "coprod", &mut out);
    out
}

fn render(name: &str, command: &clap::Command) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let title = name.to_uppercase();
    // The page of `coprod rubric lint` is called coprod-rubric-lint, and says how it is typed.
    let typed = command.get_bin_name().map_or_else(|| name.replace('-', " "), str::to_owned);
    let named = command.clone().bin_name(typed).display_name(name.to_owned());
    Man::new(named).title(title).section("1").render(&mut bytes).map_err(Error::output)?;
    Ok(bytes)
}
