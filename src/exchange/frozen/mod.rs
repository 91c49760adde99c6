//! A survey as it was, to be kept and read again: what a release of a district holds.
//!
//! The body is JSON with the keys of each object in their order, deflated. It has a version, so that a later program
//! reads what an earlier one wrote, and a SHA-256, so that what a store lost on the way is not taken for the survey. A
//! survey has no notes, no contacts and no authors, so none can be in it.

mod body;
mod sound;

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

use crate::domain::Survey;
use crate::text::{FrozenText, Lang};
use body::Body;

/// The version of the body that is written; all up to it are read.
///
/// In version 1 a tie that was not agreed in writing may only not have been asked about.
pub const FROZEN_FORMAT: u32 = 2;

/// The most bytes that a body has when unpacked, far more than any district needs.
pub const MOST_UNPACKED: u64 = 128_000_000;

/// A survey as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// The version of its body.
    pub format: u32,
    /// The SHA-256 of its body, in hexadecimal digits.
    pub sha256: String,
    /// The body.
    pub bytes: Vec<u8>,
}

/// Why a frozen survey cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ThawError {
    /// A later program wrote it.
    #[error("format {0} is newer than {FROZEN_FORMAT}")]
    Newer(u32),
    /// It is not what was frozen, or no survey.
    #[error("the body is damaged")]
    Damaged,
    /// It unpacks beyond [`MOST_UNPACKED`].
    #[error("the body unpacks to more than {MOST_UNPACKED} bytes")]
    TooLarge,
}

impl ThawError {
    /// The sentence that tells a person.
    pub fn say(self, lang: Lang) -> String {
        let text = FrozenText::of(lang);
        match self {
            Self::Newer(format) => (text.newer)(format, FROZEN_FORMAT),
            Self::Damaged => text.damaged.to_owned(),
            Self::TooLarge => (text.too_large)(MOST_UNPACKED / 1_000_000),
        }
    }
}

/// Freezes a survey: the same survey gives the same bytes.
///
/// Whoever keeps a release takes the phases that it is about first: [`Survey::of_phases`].
pub fn freeze(survey: &Survey) -> Frozen {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::default());
    let body = Body::of(survey);
    serde_json::to_writer(&mut packed, &body).expect("plain rows can be written to memory");
    packed.flush().expect("memory takes it");
    let bytes = packed.finish().expect("memory takes it");
    Frozen {
        format: FROZEN_FORMAT,
        sha256: hex(&bytes),
        bytes,
    }
}

/// The survey that was frozen.
pub fn thaw(frozen: &Frozen) -> Result<Survey, ThawError> {
    if frozen.format > FROZEN_FORMAT {
        return Err(ThawError::Newer(frozen.format));
    }
    if hex(&frozen.bytes) != frozen.sha256 {
        return Err(ThawError::Damaged);
    }
    let mut json = Vec::new();
    let unpacked = DeflateDecoder::new(frozen.bytes.as_slice());
    let read = unpacked.take(MOST_UNPACKED + 1).read_to_end(&mut json);
    let length = read.map_err(|_| ThawError::Damaged)?;
    if length as u64 > MOST_UNPACKED {
        return Err(ThawError::TooLarge);
    }
    let mut survey: Survey = serde_json::from_slice(&json).map_err(|_| ThawError::Damaged)?;
    if frozen.format < 2 {
        for tie in &mut survey.ties {
            tie.binding = tie.binding.filter(|agreed| *agreed);
        }
    }
    if !sound::is_sound(&survey) {
        return Err(ThawError::Damaged);
    }
    Ok(survey)
}

fn hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
