//! The frozen bodies in a backup: their bytes in hexadecimal digits.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::BadBackup;
use crate::domain::Frozen;

/// A frozen body.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    sha256: String,
    format: u32,
    bytes: String,
}

/// The line of a body.
pub(super) fn line(frozen: Frozen) -> Line {
    Line {
        sha256: frozen.sha256,
        format: frozen.format,
        bytes: digits(&frozen.bytes),
    }
}

/// A body whose bytes are those of its sum.
pub(super) fn read(line: Line) -> Result<Frozen, BadBackup> {
    let pairs = line.bytes.as_bytes().chunks(2);
    let bytes = pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    let bytes: Option<Vec<u8>> = bytes.collect();
    let bytes = bytes.filter(|bytes| digits(&Sha256::digest(bytes)) == line.sha256);
    Ok(Frozen {
        bytes: bytes.ok_or_else(|| super::damaged("a release is not what was frozen"))?,
        sha256: line.sha256,
        format: line.format,
    })
}

/// Bytes as they are written.
pub(super) fn digits(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let pair = |byte: &u8| [byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)]));
    bytes.iter().flat_map(pair).collect()
}
