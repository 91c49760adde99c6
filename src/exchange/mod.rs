//! Bytes ↔ tables ↔ values: workbooks and CSV files in and out, and surveys that are kept.

mod apostrophe;
mod chosen;
pub mod columns;
mod copies;
mod corrected;
mod correction;
mod fault;
mod foreign;
mod frozen;
mod groups;
mod header;
mod input;
mod notice;
mod old_coding;
mod open;
mod out;
mod person;
mod plan;
pub mod quick;
mod read;
mod recognised;
mod said;
mod shapes;
mod stopping;
mod survey;
mod tables;
mod told;
mod unsound;
mod watched;

pub use crate::domain::Frozen;
pub use chosen::{BadColumn, Columns, column_keys};
pub use correction::{Correction, Instead, NameOf, Subject};
pub use fault::{Earlier, Fault, Faults, MAX_FAULTS, Place, Problem, Words};
pub use frozen::{
    FROZEN_FORMAT, MOST_UNPACKED, STATE_FORMAT, ThawError, freeze, freeze_state, thaw, thaw_state,
};
pub use groups::{Choices, Fixable, Group};
pub use input::{ImportOptions, Input, MAX_CELL, Renamed};
pub use notice::{MAX_NOTICES, NamedRow, Notice, ReadAs};
pub use old_coding::OldCoding;
pub use out::{Content, ExportError, Format, export, template, template_of};
pub use person::person_in;
pub use plan::{
    Contacts, Held, Named, Plan, Rename, Twin, alike, alike_apart, alike_to, plan, read_date,
    read_since,
};
pub use read::{ANALYSIS_MEGABYTES, IMPORT_MEGABYTES};
pub use shapes::{Asked, asked};
pub use stopping::PlanError;
pub use survey::{Reading, Surveyed, read_survey, survey, survey_of_offers, surveyed};
pub use tables::{Tables, read_tables};
pub use watched::{plan_watched, read_watched};
