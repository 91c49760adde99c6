//! Bytes into sheets: what kind of file it is, and its cells as text.

mod archive;
mod bounds;
mod csv_file;
mod files;
mod gathered;
mod old_workbook;
mod open_document;
mod room;
mod row;
mod sheet;
mod sheltered;
mod workbook;

pub(super) use files::{sheets, sources};
pub(super) use room::{ANALYSIS, IMPORT, PHASES_FREE};
pub use room::{ANALYSIS_MEGABYTES, IMPORT_MEGABYTES};
pub(super) use row::{MAX_COLUMNS, Row};
pub(super) use sheet::{Sheet, letters, stem};
