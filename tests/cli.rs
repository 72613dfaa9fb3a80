//! The command line from outside: what goes in, what comes out, what is said, and the exit code.

mod form;
mod input;
mod language;
mod messages;
mod output;
mod people;
mod text;
mod usage;
