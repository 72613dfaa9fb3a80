//! The questions asked one by one. The interview knows a [`Prompter`] and nothing of terminals:
//!
//! | what | where |
//! |---|---|
//! | what the interview needs of whoever asks | [`prompter`] |
//! | line by line, for screen readers, braille and pipes | [`lines`] |
//! | with arrow keys | [`menu`] |
//! | by a script, for tests | `scripted` |
//! | what is asked before the first question | [`intake`] |
//! | order, back, skip, save, review | [`session`] |
//! | how a question is put into words | [`question`] |
//! | what an entry means: commands, numbers, labels | [`entry`] |

pub mod entry;
pub mod intake;
pub mod lines;
pub mod menu;
pub mod prompter;
pub mod question;
#[cfg(test)]
mod scripted;
pub mod session;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

pub use lines::Lines;
pub use menu::Menu;
pub use prompter::{Prompt, Prompter, Reply, Stop};
pub use session::{Outcome, Session};
