//! What kind of file some bytes are, by how they begin.

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A ZIP file: a workbook of today, or an archive of files.
    Zip,
    /// A workbook of before 2007.
    OldWorkbook,
    /// Anything else: text, or nothing that is known.
    Other,
}

impl Kind {
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            Self::Zip
        } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            Self::OldWorkbook
        } else {
            Self::Other
        }
    }
}

/// Whether a file is called as only workbooks and archives are.
pub(super) fn is_named_as_a_workbook(name: &str) -> bool {
    ends_with(name, &["xlsx", "xls", "ods", "xlsm", "xlsb", "zip"])
}

/// Whether a file is called as texts with a table are.
pub(super) fn is_named_as_csv(name: &str) -> bool {
    ends_with(name, &["csv", "tsv", "txt"])
}

fn ends_with(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    endings
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}
