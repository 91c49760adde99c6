//! The write-ahead log beside a file, as far as it tells which file it was written for.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// What a token begins with, wherever it stands.
pub(super) const PREFIX: &[u8] = b"seal-";

/// How long a token is: the prefix and 32 digits.
const LENGTH: usize = PREFIX.len() + 32;

/// The write-ahead log of a file.
pub(super) fn log_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// How many bytes the log of a file has; none where there is none.
pub(super) fn log_length(file: &Path) -> u64 {
    std::fs::metadata(log_of(file)).map_or(0, |about| about.len())
}

/// What the pages of a log hold.
pub(super) struct Log {
    /// The tokens under which it was written.
    pub tokens: BTreeSet<String>,
    /// The layouts that the file had meanwhile, where the log holds its first page.
    pub layouts: BTreeSet<i64>,
}

impl Log {
    /// Reads a log; none where it holds no page.
    ///
    /// It is a head of 32 bytes, then pages, each behind 24 bytes with its number, which repeat the head's salt: pages
    /// behind another salt are of an earlier log in the same file. See "The SQLite Database File Format", section 4.
    pub fn read(log: &Path) -> std::io::Result<Option<Self>> {
        let mut reader = match File::open(log) {
            Ok(file) => BufReader::with_capacity(1 << 20, file),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let mut head = [0; 32];
        if !filled(&mut reader, &mut head)? {
            return Ok(None);
        }
        let size = number(&head[8..12]).min(1 << 16);
        let mut page = vec![0; usize::try_from(size).unwrap_or_default()];
        let mut found = Self {
            tokens: BTreeSet::new(),
            layouts: BTreeSet::new(),
        };
        let (mut pages, mut frame) = (0, [0; 24]);
        while page.len() >= 512
            && filled(&mut reader, &mut frame)?
            && frame[8..16] == head[16..24]
            && filled(&mut reader, &mut page)?
        {
            pages += 1;
            if number(&frame[..4]) == 1 {
                found.layouts.insert(number(&page[40..44]).into());
            }
            let token = page.windows(LENGTH).find(|window| is_token(window));
            let token = token.map(|token| String::from_utf8_lossy(token).into_owned());
            found.tokens.extend(token);
        }
        Ok((pages > 0).then_some(found))
    }
}

/// A number as SQLite writes it.
fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn is_token(bytes: &[u8]) -> bool {
    let digits = bytes.strip_prefix(PREFIX);
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// Whether the buffer could be filled.
fn filled(reader: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<bool> {
    match reader.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}
