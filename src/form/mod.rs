//! Questionnaires out: what can be read and filled in elsewhere.

pub mod booklet;
