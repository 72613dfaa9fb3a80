//! A gate's verdict: for people, for scripts, for build servers.

mod github;
mod json;
mod junit;

pub use github::{write as write_github, write_summary};
pub use json::write as write_json;
pub use junit::write as write_junit;
