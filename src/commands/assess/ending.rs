//! Breaking off at any moment: Ctrl-C arrives on a thread of its own, while the interview waits for an entry that
//! may never come. Whoever notices first says how to go on; nothing is ever half saved.

use super::autosave::Autosave;
use crate::error::Error;
use crate::exit::Exit;
use crate::interview::Menu;
use crate::text::harmless;
use std::io::{self, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long the menu gets to put the terminal in order by itself.
const TIDY: Duration = Duration::from_millis(200);

/// What is to be done when the interview ends, however it ends.
#[derive(Clone)]
pub struct Ending(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    save: Option<Autosave>,
    /// Whether keys are read one by one, with the cursor hidden.
    menu: bool,
    farewell: Vec<String>,
    said: bool,
}

impl Ending {
    /// Listens for Ctrl-C and for the request to end.
    pub fn new() -> Self {
        let ending = Self(Arc::new(Mutex::new(State::default())));
        let heard = ending.clone();
        // It fails only if somebody listens already, who then does the same.
        let _ = ctrlc::set_handler(move || heard.exit());
        ending
    }

    /// Keys are read one by one from now on.
    pub fn use_menu(&self) {
        self.state().menu = true;
    }

    /// What is said when the interview is broken off.
    pub fn farewell(&self, lines: Vec<String>) {
        self.state().farewell = lines;
    }

    /// Works on this file from now on.
    pub fn keep(&self, save: Autosave) {
        self.state().save = Some(save);
    }

    /// Saves the sheet.
    ///
    /// # Errors
    /// What [`Autosave::save`] fails with.
    pub fn save(&self, text: &str) -> Result<(), Error> {
        self.state().save.as_mut().map_or(Ok(()), |save| save.save(text))
    }

    /// Ends the work on the file.
    ///
    /// # Errors
    /// What [`Autosave::finish`] fails with.
    pub fn finish(&self) -> Result<(), Error> {
        self.state().save.as_mut().map_or(Ok(()), Autosave::finish)
    }

    /// Says how to go on, once, and lets go of the file. After Ctrl-C the line of the prompt is still open.
    pub fn break_off(&self, line_is_open: bool) -> Exit {
        self.state().break_off(line_is_open);
        Exit::Interrupted
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[allow(clippy::exit)] // The other thread waits for an entry and cannot be woken.
    fn exit(&self) {
        if self.state().menu {
            std::thread::sleep(TIDY);
        }
        // Held until the end: no save begins any more, and one that is under way has ended.
        let mut state = self.state();
        state.break_off(true);
        std::process::exit(Exit::Interrupted as i32);
    }
}

impl State {
    fn break_off(&mut self, line_is_open: bool) {
        if self.menu {
            Menu::restore_cursor();
        }
        if !std::mem::replace(&mut self.said, true) {
            let mut text = String::from(if line_is_open { "\n" } else { "" });
            for line in &self.farewell {
                text.push_str(&format!("{}\n", harmless(line)));
            }
            // Nobody is left to tell if that fails.
            let _ = io::stderr().lock().write_all(text.as_bytes());
        }
        if let Some(save) = &mut self.save {
            let _ = save.finish();
        }
    }
}
