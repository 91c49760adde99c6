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
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::domain::{Frozen, FrozenState, Survey};
use crate::text::{FrozenText, Lang};
use body::Body;

/// The version of the body that is written; all up to it are read.
///
/// In version 1 a tie that was not agreed in writing may only not have been asked about.
pub const FROZEN_FORMAT: u32 = 2;

/// The version of the body of a whole state: the survey, and beside it what leaders are told, the district and the phases.
pub const STATE_FORMAT: u32 = 3;

/// The most bytes that a body has when unpacked, far more than any district needs.
pub const MOST_UNPACKED: u64 = 128_000_000;

/// Why a frozen survey cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ThawError {
    /// A later program wrote it.
    #[error("format {0} is newer than {STATE_FORMAT}")]
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
            Self::Newer(format) => (text.newer)(format, STATE_FORMAT),
            Self::Damaged => text.damaged.to_owned(),
            Self::TooLarge => (text.too_large)(MOST_UNPACKED / 1_000_000),
        }
    }
}

/// Freezes a survey: the same survey gives the same bytes.
///
/// Whoever keeps a release takes the phases that it is about first: [`Survey::of_phases`].
pub fn freeze(survey: &Survey) -> Frozen {
    packed(FROZEN_FORMAT, &Body::of(survey))
}

/// Freezes a whole state: the same gives the same bytes.
pub fn freeze_state(state: &FrozenState) -> Frozen {
    packed(STATE_FORMAT, state)
}

fn packed(format: u32, body: &impl Serialize) -> Frozen {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::default());
    serde_json::to_writer(&mut packed, body).expect("plain rows can be written to memory");
    packed.flush().expect("memory takes it");
    let bytes = packed.finish().expect("memory takes it");
    Frozen {
        format,
        sha256: hex(&bytes),
        bytes,
    }
}

/// The survey that was frozen.
pub fn thaw(frozen: &Frozen) -> Result<Survey, ThawError> {
    if frozen.format > FROZEN_FORMAT {
        return Err(ThawError::Newer(frozen.format));
    }
    let mut survey: Survey =
        serde_json::from_slice(&unpacked(frozen)?).map_err(|_| ThawError::Damaged)?;
    if frozen.format < 2 {
        for tie in &mut survey.ties {
            tie.binding = tie.binding.filter(|agreed| *agreed);
        }
    }
    match sound::is_sound(&survey) {
        true => Ok(survey),
        false => Err(ThawError::Damaged),
    }
}

/// The whole state that was frozen.
pub fn thaw_state(frozen: &Frozen) -> Result<FrozenState, ThawError> {
    if frozen.format > STATE_FORMAT {
        return Err(ThawError::Newer(frozen.format));
    }
    let state: FrozenState =
        serde_json::from_slice(&unpacked(frozen)?).map_err(|_| ThawError::Damaged)?;
    match sound::is_sound(&state.survey) {
        true => Ok(state),
        false => Err(ThawError::Damaged),
    }
}

/// The JSON of a body whose bytes are those that were frozen.
fn unpacked(frozen: &Frozen) -> Result<Vec<u8>, ThawError> {
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
    Ok(json)
}

fn hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
