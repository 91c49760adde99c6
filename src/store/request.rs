//! What a request is known by when it comes again.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Revision;

/// The SHA-256 of what a request sent: where to, and the fields or files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Content([u8; 32]);

impl Content {
    /// The content of these parts, one after the other; where one ends and the next begins is part of it.
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Self(hash.finalize().into())
    }

    /// The content of a request that is sent again after its step was taken back: a request of its own.
    #[must_use]
    pub fn again_after(self, step: Revision) -> Self {
        Self::of([self.0.as_slice(), step.0.to_le_bytes().as_slice()])
    }
}

impl FromStr for Content {
    type Err = BadContent;

    fn from_str(text: &str) -> Result<Self, BadContent> {
        let mut bytes = [0; 32];
        if text.len() != 2 * bytes.len() || !text.is_ascii() {
            return Err(BadContent);
        }
        for (at, byte) in bytes.iter_mut().enumerate() {
            let digits = &text[2 * at..2 * at + 2];
            *byte = u8::from_str_radix(digits, 16).map_err(|_| BadContent)?;
        }
        Ok(Self(bytes))
    }
}

/// A text that is no SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("it is not the 64 digits of a SHA-256")]
pub struct BadContent;

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What a request is known by: the same id with the same content is the same request, with another one it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Request {
    /// The number that whoever sent it gave it.
    pub id: Uuid,
    /// What it sent.
    pub content: Content,
}

impl Request {
    /// A request that is never repeated.
    pub fn once() -> Self {
        let id = Uuid::new_v4();
        Self {
            id,
            content: Content::of([id.as_bytes().as_slice()]),
        }
    }
}

/// How long a request is known again, in days.
pub const KNOWN_FOR: i64 = 30;
