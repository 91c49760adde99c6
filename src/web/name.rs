//! Names as a page shows them: shortened where nobody would read on.

use std::borrow::Cow;

use maud::{Markup, html};

/// How many letters of a name are shown.
const LETTERS: usize = 120;

/// How many letters of it are told to who points at it.
const WHOLE: usize = 300;

/// A name, or its beginning; the rest is told to who points at it.
pub fn name(name: &str) -> Markup {
    match short(name) {
        Cow::Borrowed(name) => html! { (name) },
        Cow::Owned(begin) => html! { span title=(cut(name, WHOLE)) { (begin) } },
    }
}

/// A name, or its beginning.
pub fn short(name: &str) -> Cow<'_, str> {
    cut(name, LETTERS)
}

/// A line of text, or as much of it as a reader takes in.
pub fn line(line: &str) -> Cow<'_, str> {
    cut(line, 4 * WHOLE)
}

fn cut(text: &str, letters: usize) -> Cow<'_, str> {
    // A cheap test first: most texts have fewer bytes than letters are allowed.
    if text.len() <= letters {
        return Cow::Borrowed(text);
    }
    match text.char_indices().nth(letters) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", text[..end].trim_end())),
    }
}
