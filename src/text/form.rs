//! The words of questionnaires to fill in elsewhere: in a browser and on paper.

/// A text, and the same easy to read; the second is empty where the first is easy enough.
pub type Said = [&'static str; 2];

macro_rules! said {
    ($($field:ident),* $(,)?) => {
        /// The words of questionnaires in one language. `{…}` are filled in.
        #[derive(Debug)]
        #[allow(missing_docs)] // The words say what each one is.
        pub struct FormWords {
            $(pub $field: Said,)*
        }

        impl FormWords {
            /// Every text with its name, in the order of this file.
            pub fn all(&self) -> Vec<(&'static str, Said)> {
                vec![$((stringify!($field), self.$field)),*]
            }
        }
    };
}

said! {
    // Everywhere
    skip, language, easy, easy_note, no_script, error, problem, steps,
    // The first page
    about_head, about, time_head, time, time_at_most, voluntary_head, voluntary, data_head, responsible, audience,
    deletion, not_said, stays, how_head, legal_head, start, file_head, file_hint, file_label, keep_head, keep_hint,
    keep_label, keep_delete,
    // Who answers
    who_head, who, who_one, who_group, code, code_hint, people, people_hint, consent, consent_hint, consent_yes,
    consent_no, perspective, perspective_hint, whole,
    // The organisation
    organisation_head, organisation, date, setting, setting_employer, setting_provider, setting_both,
    setting_open, sector, size, sector_hint, size_hint,
    // Questions
    question, principle, help, evidence_examples, reason, more, note, note_hint, evidence, evidence_hint, go_on, back,
    skip_question, clear, cleared, no_answer,
    // The overview
    overview_head, overview, done_all, done_some, not_asked, open_head, no_open, change, give, download_head, download_hint, download,
    download_now, downloaded, send_to, send_to_unknown, copy, copy_hint, clear_all, clear_all_sure, clear_all_yes,
    clear_all_no, cleared_all,
    // Errors
    error_answer, error_who, error_people, error_consent, error_perspective, error_name, error_code, error_date, error_setting,
    error_file_read, error_file_json, error_file_other, error_file_rubric, error_file_version, error_file_perspective,
    error_file_organisation, error_file_empty,
    // What happened
    loaded, loaded_storage, ignored, ignored_answer, ignored_text, ignored_fact, conflict, conflict_file, conflict_here, kept_on,
    kept_off, kept_deleted, kept_failed, language_on, easy_on, easy_off,
    // On paper
    paper_how, paper_return, paper_return_to, paper_name, paper_na_reason, paper_note, paper_evidence, paper_one,
    paper_group, paper_code,
}
