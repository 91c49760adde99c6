//! Bytes ↔ tables ↔ values: workbooks and CSV files in and out, and surveys that are kept.

mod apostrophe;
mod chosen;
pub mod columns;
mod copies;
mod fault;
mod foreign;
mod frozen;
mod header;
mod input;
mod notice;
mod old_coding;
mod out;
mod plan;
mod read;
mod recognised;
mod shapes;
mod stopping;
mod survey;
mod tables;
mod told;
mod unsound;
mod watched;

pub use chosen::{BadColumn, Columns, column_keys};
pub use fault::{Fault, Faults, MAX_FAULTS, Place, Problem, Words};
pub use frozen::{FROZEN_FORMAT, Frozen, MOST_UNPACKED, ThawError, freeze, thaw};
pub use input::{ImportOptions, Input, MAX_CELL};
pub use notice::{MAX_NOTICES, Notice, ReadAs};
pub use old_coding::OldCoding;
pub use out::{Content, ExportError, Format, export, template};
pub use plan::{Held, Plan, plan, read_date};
pub use read::{ANALYSIS_MEGABYTES, IMPORT_MEGABYTES};
pub use shapes::{Asked, asked};
pub use stopping::PlanError;
pub use survey::{Reading, Surveyed, read_survey, survey, survey_of_offers, surveyed};
pub use tables::{Tables, read_tables};
pub use watched::{plan_watched, read_watched};
