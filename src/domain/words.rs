//! Texts that people write: trimmed, NFC, bounded, without control characters.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::id::composed;

/// The longest text in characters.
pub const MAX_TEXT: usize = 4_000;

/// The longest name in characters: of a department, an actor, an offer, a phase or a section.
pub const MAX_NAME: usize = 300;

/// The longest note in characters: a note is for a hint, not for a case.
pub const MAX_NOTE: usize = 200;

/// A name or another text of 1 to [`MAX_TEXT`] characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text(Arc<str>);

/// A remark of 1 to [`MAX_NOTE`] characters, never exported for leaders.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Note(Text);

/// Why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    /// Nothing but white space.
    #[error("a text is empty")]
    Empty,
    /// More characters than the limit, which is given.
    #[error("a text is longer than {0} characters")]
    TooLong(usize),
    /// A control character other than a line break or a tab.
    #[error("a text holds a control character")]
    Control,
}

impl Text {
    /// Reads a text; line breaks and tabs stay, each break as one `\n`, other control characters are refused.
    pub fn parse(text: &str) -> Result<Self, BadText> {
        parse(text, MAX_TEXT).map(Self)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Note {
    /// Reads a note.
    pub fn parse(text: &str) -> Result<Self, BadText> {
        parse(text, MAX_NOTE).map(|text| Self(Text(text)))
    }

    /// The note's text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

fn parse(text: &str, limit: usize) -> Result<Arc<str>, BadText> {
    let mut text = composed(text.trim());
    // One kind of line break: a workbook would change the others, and the text would differ after a round trip.
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n").into();
    }
    if text.is_empty() {
        return Err(BadText::Empty);
    }
    if text.chars().count() > limit {
        return Err(BadText::TooLong(limit));
    }
    if text
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\n' | '\t'))
    {
        return Err(BadText::Control);
    }
    Ok(text.into())
}

impl TryFrom<String> for Text {
    type Error = BadText;
    fn try_from(text: String) -> Result<Self, BadText> {
        Self::parse(&text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.as_ref().to_owned()
    }
}

impl TryFrom<String> for Note {
    type Error = BadText;
    fn try_from(text: String) -> Result<Self, BadText> {
        Self::parse(&text)
    }
}

impl From<Note> for String {
    fn from(note: Note) -> Self {
        note.0.into()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
