//! Bytes ↔ tables ↔ values: workbooks and CSV files in and out, and surveys that are kept.

mod apostrophe;
pub mod columns;
mod corrected;
mod correction;
mod fault;
mod frozen;
mod groups;
mod header;
mod input;
mod notice;
mod out;
mod plan;
mod read;
mod said;
mod stopping;
mod survey;
mod tables;
mod uncalculated;
mod watched;

pub use correction::{Correction, Instead, NameOf, Subject};
pub use fault::{Earlier, Fault, Faults, MAX_FAULTS, Place, Problem, Words};
pub use frozen::{FROZEN_FORMAT, Frozen, MOST_UNPACKED, ThawError, freeze, thaw};
pub use groups::{Choices, Fixable, Group};
pub use input::{ImportOptions, Input, MAX_CELL, Renamed};
pub use notice::{MAX_NOTICES, Notice};
pub use out::{Content, ExportError, Format, export, template};
pub use plan::{Held, Plan, Rename, Twin, plan, read_date};
pub use read::{ANALYSIS_MEGABYTES, IMPORT_MEGABYTES};
pub use stopping::PlanError;
pub use survey::{survey, survey_of_offers};
pub use tables::{Tables, read_tables};
pub use watched::{plan_watched, read_watched};
