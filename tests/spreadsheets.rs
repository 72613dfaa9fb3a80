//! Questionnaires as workbooks and forms for survey platforms, and workbooks read back.

mod losses;
mod odd;

use coprod::error::Severity;
use coprod::form::{self, Language, Questionnaire};
use coprod::import::{self, Findings, Input, Job, Wishes};
use coprod::model::{Rubric, Sheet};
use coprod::rubric::{self, Loaded};
use coprod::text::words_for;
use std::io::Cursor;
use std::rc::Rc;

/// A built-in rubric.
pub fn loaded(id: &str) -> Loaded {
    rubric::built_in(id).unwrap().load().unwrap()
}

/// A questionnaire without any wishes.
pub fn questionnaire<'a>(loaded: &'a Loaded, language: &str) -> Questionnaire<'a> {
    let mut tags = vec![language];
    tags.extend(loaded.languages().into_iter().filter(|tag| *tag != language));
    let languages = tags.into_iter().map(|tag| {
        let texts = loaded.texts(tag).unwrap().0;
        Language { texts, words: words_for(tag).unwrap() }
    });
    Questionnaire {
        rubric: &loaded.rubric,
        languages: languages.collect(),
        perspective: None,
        setting: None,
        answers: None,
        organisation: None,
        contact: None,
        audience: None,
        delete_after: None,
        easy: false,
        large: false,
        by_perspective: false,
    }
}

/// A questionnaire that goes on with a sheet.
pub fn going_on<'a>(loaded: &'a Loaded, sheet: &'a Sheet, language: &str) -> Questionnaire<'a> {
    Questionnaire {
        perspective: sheet.perspective.as_deref(),
        setting: sheet.organisation.setting.as_deref(),
        answers: Some(sheet),
        ..questionnaire(loaded, language)
    }
}

/// The file of a questionnaire.
pub fn written(format: &str, form: &Questionnaire) -> Vec<u8> {
    let mut bytes = Vec::new();
    let losses = form::by_name(format).unwrap().write(form, &mut bytes).unwrap();
    assert_eq!(losses, Vec::<String>::new());
    bytes
}

/// What became of a workbook.
#[derive(Debug, Default)]
pub struct Back {
    /// The sheets, and whether each is one person's.
    pub sheets: Vec<(Sheet, bool)>,
    /// Errors and warnings, in English.
    pub errors: Vec<String>,
    pub warnings: Vec<String>,
}

/// Reads a workbook.
pub fn read_back(bytes: &[u8], rubrics: &[&Loaded]) -> Back {
    read_with(bytes, rubrics, &Wishes::default())
}

/// Reads a workbook with wishes.
pub fn read_with(bytes: &[u8], rubrics: &[&Loaded], wishes: &Wishes) -> Back {
    let known: Vec<Rc<import::Questionnaire>> = rubrics
        .iter()
        .map(|loaded| {
            let texts = loaded.languages().into_iter().map(|tag| loaded.texts(tag).unwrap().0).collect();
            Rc::new(import::Questionnaire { rubric: Rc::clone(&loaded.rubric), texts })
        })
        .collect();
    let mut findings = Findings::default();
    findings.begin("form.xlsx");
    let mut back = Back::default();
    let mut find = |id: Option<&str>| {
        let found = known.iter().find(|one| id.is_none_or(|id| one.rubric.id == id)).map(Rc::clone);
        found.ok_or_else(|| {
            let found = id.unwrap_or_default().to_owned();
            import::NoRubric::Fault(coprod::error::Fault::RubricUnknown { found, meant: None, known: Vec::new() })
        })
    };
    let mut take = |imported: import::Imported| {
        back.sheets.push((imported.sheet.clone(), imported.person));
        Ok(())
    };
    let mut file = Cursor::new(bytes);
    let mut job = Job { wishes, find: &mut find, findings: &mut findings, take: &mut take };
    import::importer("xlsx").unwrap().read(&mut Input { name: "form.xlsx", file: &mut file }, &mut job).unwrap();
    for problem in findings.problems() {
        let text = words_for("en").unwrap().problem(&problem);
        let list = if problem.severity == Severity::Error { &mut back.errors } else { &mut back.warnings };
        list.push(text);
    }
    back
}

/// An empty sheet of a rubric.
pub fn empty(rubric: &Rubric) -> Sheet {
    Sheet {
        origin: "form.xlsx".to_owned(),
        rubric: coprod::model::RubricRef { id: rubric.id.clone(), version: rubric.version },
        organisation: coprod::model::Organisation { name: "Beispiel gGmbH".to_owned(), ..Default::default() },
        date: "2026-03-14".to_owned(),
        language: Some("en".to_owned()),
        perspective: None,
        respondent: None,
        people: None,
        process: coprod::model::Process::default(),
        answers: indexmap::IndexMap::new(),
    }
}
