//! Identifiers: short texts, typed by the noun they name, ordered as people order them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The longest id in characters; index keys of the graph store end at about 8 kB.
pub const MAX_ID: usize = 64;

/// The identifier of one `T` within its scope: trimmed, NFC, 1 to [`MAX_ID`] characters, no control characters.
pub struct Id<T> {
    text: Arc<str>,
    noun: PhantomData<fn() -> T>,
}

/// Why a text cannot be an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadId {
    /// Nothing but white space.
    #[error("an id is empty")]
    Empty,
    /// Longer than [`MAX_ID`] characters.
    #[error("an id is longer than {MAX_ID} characters")]
    TooLong,
    /// A control character, NUL among them.
    #[error("an id holds a control character")]
    Control,
}

impl<T> Id<T> {
    /// Reads an id; Unicode is brought to NFC, as a Mac's Excel writes NFD.
    pub fn parse(text: &str) -> Result<Self, BadId> {
        let text = composed(text.trim());
        if text.is_empty() {
            return Err(BadId::Empty);
        }
        if text.chars().count() > MAX_ID {
            return Err(BadId::TooLong);
        }
        if text.chars().any(char::is_control) {
            return Err(BadId::Control);
        }
        Ok(Self {
            text: text.into(),
            noun: PhantomData,
        })
    }

    /// An id from a text that [`slug`] made.
    pub(super) fn made(slug: &str) -> Self {
        Self {
            text: slug.into(),
            noun: PhantomData,
        }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// The text in NFC; without a copy where it is so already, as nearly every text of a store is.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// A name as plain ASCII: lower case letters, digits and single hyphens; never empty.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            c if c.is_ascii_alphanumeric() => slug.push(c),
            c => match std::iter::once(c).nfd().next() {
                Some(base) if base.is_ascii_alphanumeric() => slug.push(base),
                _ if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
                _ => {}
            },
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "x".to_owned()
    } else {
        slug.to_owned()
    }
}

/// Orders texts with runs of digits by their number: `2` before `10`, `Team 9` before `Team 10`.
pub fn natural(a: &str, b: &str) -> Ordering {
    let (x, y) = (a.as_bytes(), b.as_bytes());
    let (mut i, mut j) = (0, 0);
    while i < x.len() && j < y.len() {
        if x[i].is_ascii_digit() && y[j].is_ascii_digit() {
            let (m, n) = (digits(x, i), digits(y, j));
            let (p, q) = (significant(&x[i..m]), significant(&y[j..n]));
            let order = p.len().cmp(&q.len()).then_with(|| p.cmp(q));
            if order != Ordering::Equal {
                return order;
            }
            (i, j) = (m, n);
        } else if x[i] != y[j] {
            return x[i].cmp(&y[j]);
        } else {
            i += 1;
            j += 1;
        }
    }
    (x.len() - i).cmp(&(y.len() - j)).then_with(|| a.cmp(b))
}

fn digits(text: &[u8], from: usize) -> usize {
    from + text[from..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .count()
}

fn significant(digits: &[u8]) -> &[u8] {
    let zeros = digits.iter().take_while(|c| **c == b'0').count();
    &digits[zeros..]
}

// By hand: a derive would demand the same of `T`.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self {
            text: Arc::clone(&self.text),
            noun: PhantomData,
        }
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Id<T> {}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.text, &other.text) {
            return Ordering::Equal;
        }
        natural(&self.text, &other.text)
    }
}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}
