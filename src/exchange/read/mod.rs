//! Bytes into sheets: what kind of file it is, and its cells as text.

mod archive;
mod bounds;
mod coding;
mod csv_file;
mod files;
mod found;
mod gathered;
mod graph;
mod kind;
mod merged;
mod old_workbook;
mod open_document;
mod outline;
mod quotes;
mod room;
mod row;
mod shape;
mod sheet;
mod sheltered;
mod workbook;
mod zipped;

pub(super) use coding::encoded_once;
pub(super) use files::{sheets, sources};
pub(super) use found::Found;
pub(super) use room::{ANALYSIS, IMPORT, PHASES_FREE};
pub use room::{ANALYSIS_MEGABYTES, IMPORT_MEGABYTES};
pub(super) use row::{MAX_COLUMNS, Row, is_nothing, mark_of};
pub(super) use shape::{Kind, Marks, Matrix, Named, Partner, Partners, Shape, is_sum};
pub(super) use sheet::{Sheet, letters, stem};
