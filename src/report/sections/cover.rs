//! The title block: what was assessed, when, with which questionnaire, by whom.

use super::field;
use crate::model::SETTINGS;
use crate::report::Report;
use crate::report::document::Block;
use crate::text::harmless;

/// A sector in words, where it was given by a known id; else as it was given.
fn sector_name(report: &Report, sector: &str) -> String {
    let known = report.words.report.sectors.iter().find(|(id, _)| *id == sector);
    known.map_or(sector, |(_, name)| name).to_owned()
}

/// A size as print sets it: `50-249` with the dash of ranges; anything else as it was given.
fn size_in_words(size: &str) -> String {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match size.split_once('-') {
        Some((from, to)) if number(from) && number(to) => format!("{from}–{to}"),
        _ => size.to_owned(),
    }
}

/// Title, fields, and the sentences that every report says first.
pub fn blocks(report: &Report) -> Vec<Block> {
    let words = &report.words.report;
    let labels = &words.labels;
    let organisation = report.organisation();
    let rubric = format!(
        "{} ({}, {} {})",
        harmless(&report.texts.title),
        report.rubric.id,
        labels.version,
        report.rubric.version
    );
    let perspectives: Vec<String> = report.perspectives().into_iter().map(|id| report.perspective_name(id)).collect();
    let setting = organisation.setting.as_deref().map(|setting| {
        let place = SETTINGS.iter().position(|known| *known == setting);
        place.map_or_else(|| setting.to_owned(), |place| report.words.interview.settings[place].to_owned())
    });
    let fields = [
        (labels.organisation, Some(organisation.name.clone())),
        (labels.sector, organisation.sector.as_deref().map(|sector| sector_name(report, sector))),
        (labels.size, organisation.size.as_deref().map(size_in_words)),
        (labels.setting, setting),
        (labels.scope, organisation.scope.clone()),
        (labels.period, organisation.period.clone()),
        (labels.date, Some(report.words.date(report.date()))),
        (labels.rubric, Some(rubric)),
        (labels.perspectives, Some(perspectives.join(", "))),
        (report.words.voices.responsible, report.round.responsible.clone()),
        (report.words.voices.deletion_date, report.round.deletion_date.as_deref().map(|date| report.words.date(date))),
        (labels.prepared_by, report.options.prepared_by.clone()),
    ];
    let mut blocks = vec![Block::heading(1, super::title(report))];
    for (label, value) in fields {
        if let Some(value) = value {
            blocks.push(Block::Paragraph(field(label, &harmless(&value))));
        }
    }
    let lived = report.lived_sentence();
    let who = report.process().answered.as_deref().filter(|_| report.perspectives().contains(&None));
    let who = who.map(|who| harmless(who).trim_end_matches('.').to_owned());
    let whole = who.map_or_else(String::new, |who| format!(" {}", (words.answered_as_a_whole)(&who)));
    let self_assessment = if report.is_estimate() { words.estimate } else { words.self_assessment };
    blocks.push(Block::Note(vec![
        Block::text(self_assessment),
        Block::text(format!("{lived}{whole} {}", words.participation_only)),
        Block::text(words.legal),
    ]));
    blocks
}
