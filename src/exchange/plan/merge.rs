//! What two rows say together of one thing: an empty cell beside a filled one contradicts nothing.

use crate::domain::{Note, Text, look_alike};

/// What a row says in a column: an outer none where the file lacks the column, an inner none where the cell is empty.
pub(super) type Field<T> = Option<Option<T>>;

/// The key of the first column in which two rows contradict each other.
pub(super) type Contradicts = &'static str;

/// What two rows say together in a column.
pub(super) fn merged<T: Clone + PartialEq>(
    key: Contradicts,
    a: &Field<T>,
    b: &Field<T>,
) -> Result<Field<T>, Contradicts> {
    merged_by(key, a, b, |x, y| x == y)
}

/// The same of texts, as these look.
pub(super) fn merged_texts<T: Clone + AsText>(
    key: Contradicts,
    a: &Field<T>,
    b: &Field<T>,
) -> Result<Field<T>, Contradicts> {
    merged_by(key, a, b, |x, y| {
        x.as_text() == y.as_text() || look_alike(x.as_text()) == look_alike(y.as_text())
    })
}

/// The same of what every row must say.
pub(super) fn agreed<T: Clone + PartialEq>(
    key: Contradicts,
    a: &T,
    b: &T,
) -> Result<T, Contradicts> {
    if a == b { Ok(a.clone()) } else { Err(key) }
}

fn merged_by<T: Clone>(
    key: Contradicts,
    a: &Field<T>,
    b: &Field<T>,
    same: impl Fn(&T, &T) -> bool,
) -> Result<Field<T>, Contradicts> {
    match (a, b) {
        (Some(Some(x)), Some(Some(y))) if !same(x, y) => Err(key),
        (Some(Some(_)), _) | (_, None) => Ok(a.clone()),
        (_, Some(_)) => Ok(b.clone()),
    }
}

/// What a person wrote.
pub(super) trait AsText {
    fn as_text(&self) -> &str;
}

impl AsText for Text {
    fn as_text(&self) -> &str {
        self.as_str()
    }
}

impl AsText for Note {
    fn as_text(&self) -> &str {
        self.as_str()
    }
}
