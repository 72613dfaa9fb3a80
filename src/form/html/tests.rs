//! Checks of the HTML form.
