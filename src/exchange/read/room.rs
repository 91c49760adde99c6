//! How much may be read, of all files and sheets together.

use super::super::fault::Problem;

/// The most files, those in archives counted too.
pub(super) const MAX_FILES: usize = 200;

/// The most megabytes that the files of an import have when unpacked.
pub const IMPORT_MEGABYTES: u64 = IMPORT.megabytes;

/// The most megabytes that plain files for figures and maps have when unpacked.
pub const ANALYSIS_MEGABYTES: u64 = ANALYSIS.megabytes;

/// What may be read before it is too much.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Limits {
    /// Megabytes of all files together when unpacked.
    pub megabytes: u64,
    /// Megabytes of memory that the cells of workbooks and their styles may take beside their texts.
    held: u64,
    /// Rows with a value, of all sheets together.
    pub rows: usize,
    /// Whether it is read for figures, and not for a district.
    pub is_survey: bool,
}

/// Rows of the funding phases that no limit counts: an export writes them of itself, and must come in again.
pub(in super::super) const PHASES_FREE: usize = 100;

/// The limits of an import.
pub(in super::super) const IMPORT: Limits = Limits {
    megabytes: 50,
    held: 150,
    rows: 100_000,
    is_survey: false,
};

/// The limits of an analysis of plain files, where nothing is kept: a million ties take a tenth of it.
pub(in super::super) const ANALYSIS: Limits = Limits {
    megabytes: 200,
    held: 250,
    rows: 3_000_000,
    is_survey: true,
};

/// Megabytes that the sheets of workbooks may have as they are written: a million rows of which most are only coloured.
const SHEETS: u64 = 250;

/// What a cell takes beside the bytes of its text.
const CELL: u64 = 48;

/// What may still be read.
#[derive(Clone)]
pub(super) struct Room {
    pub limits: Limits,
    /// Bytes that may still be unpacked.
    pub packed: u64,
    /// Bytes that the sheets of workbooks of today may still have: cells that were only coloured count among them.
    pub sheets: u64,
    /// Bytes of texts that cells may still hold: a few of a file can stand for a long text in many cells.
    texts: u64,
    /// Bytes that cells and styles may still take beside.
    held: u64,
    /// Rows that may still hold something; the header of each sheet is free.
    rows: usize,
    /// Files that may still come.
    files: usize,
}

impl Room {
    pub fn of(limits: Limits) -> Self {
        Self {
            limits,
            packed: limits.megabytes * 1_000_000,
            sheets: SHEETS * 1_000_000,
            texts: limits.megabytes * 1_000_000,
            held: limits.held * 1_000_000,
            rows: limits.rows + PHASES_FREE,
            files: MAX_FILES,
        }
    }

    /// Takes a file from those that may still come.
    pub fn file(&mut self) -> Result<(), Problem> {
        let left = self.files.checked_sub(1);
        self.files = left.ok_or(Problem::TooManyFiles(MAX_FILES))?;
        Ok(())
    }

    /// Takes bytes from what may still be unpacked.
    pub fn unpack(&mut self, bytes: u64) -> Result<(), Problem> {
        let left = self.packed.checked_sub(bytes);
        self.packed = left.ok_or(Problem::TooLarge(self.limits.megabytes))?;
        Ok(())
    }

    /// Takes the bytes of a sheet from those that may still come.
    pub fn unpack_sheet(&mut self, bytes: u64) -> Result<(), Problem> {
        let left = self.sheets.checked_sub(bytes);
        self.sheets = left.ok_or(Problem::TooLarge(self.limits.megabytes))?;
        Ok(())
    }

    /// Takes a text from what cells may still hold.
    pub fn hold(&mut self, text: &str) -> Result<(), Problem> {
        let left = self.texts.checked_sub(text.len() as u64);
        self.texts = left.ok_or(Problem::TooLarge(self.limits.megabytes))?;
        self.hold_bytes(CELL)
    }

    /// Takes so much memory from what may still be held.
    pub fn hold_bytes(&mut self, bytes: u64) -> Result<(), Problem> {
        let left = self.held.checked_sub(bytes);
        self.held = left.ok_or(Problem::TooLarge(self.limits.megabytes))?;
        Ok(())
    }

    /// Whether so many bytes of texts could still be held.
    pub fn judge(&self, bytes: u64) -> Result<(), Problem> {
        let too_large = Problem::TooLarge(self.limits.megabytes);
        (bytes <= self.texts).then_some(()).ok_or(too_large)
    }

    /// Takes a row from what may still be read.
    pub fn row(&mut self) -> Result<(), Problem> {
        let left = self.rows.checked_sub(1);
        self.rows = left.ok_or(Problem::TooManyRows(self.limits.rows))?;
        Ok(())
    }
}
