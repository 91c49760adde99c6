//! The server's values as the domain's; a value that this program never writes is an error, not a guess.

use neo4rs::DeError;

use super::trouble::Trouble;
use crate::domain::{Id, Note, Text};
use crate::store::Error;

/// A value that cannot be read.
#[derive(Debug)]
pub(super) struct Unreadable(String);

impl Unreadable {
    /// The kind of value and the value.
    pub fn new(what: &str, value: &str) -> Self {
        Self(format!("{what} {value:?}"))
    }
}

impl From<DeError> for Unreadable {
    fn from(error: DeError) -> Self {
        Self(error.to_string())
    }
}

impl From<Unreadable> for Error {
    fn from(Unreadable(what): Unreadable) -> Self {
        Self::Unreadable(what)
    }
}

impl From<Unreadable> for Trouble {
    fn from(unreadable: Unreadable) -> Self {
        Self::Lasting(unreadable.into())
    }
}

/// An id.
pub(super) fn id<T>(text: &str) -> Result<Id<T>, Unreadable> {
    Id::parse(text).map_err(|_| Unreadable::new("id", text))
}

/// A text. It is not quoted: it may be someone's name.
pub(super) fn word(text: &str) -> Result<Text, Unreadable> {
    Text::parse(text).map_err(|error| Unreadable(error.to_string()))
}

/// A text, where there is one.
pub(super) fn words(text: Option<&str>) -> Result<Option<Text>, Unreadable> {
    text.map(word).transpose()
}

/// A note, where there is one; it is not quoted either.
pub(super) fn note(text: Option<&str>) -> Result<Option<Note>, Unreadable> {
    text.map(|text| Note::parse(text).map_err(|error| Unreadable(error.to_string())))
        .transpose()
}

/// The value with a code.
pub(super) fn code<T>(
    what: &str,
    from_code: impl Fn(&str) -> Option<T>,
    code: &str,
) -> Result<T, Unreadable> {
    from_code(code).ok_or_else(|| Unreadable::new(what, code))
}

/// The values with codes.
pub(super) fn codes<T, Set: FromIterator<T>>(
    what: &str,
    from_code: impl Fn(&str) -> Option<T>,
    all: Vec<&str>,
) -> Result<Set, Unreadable> {
    all.into_iter()
        .map(|one| code(what, &from_code, one))
        .collect()
}
