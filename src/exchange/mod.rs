//! Bytes ↔ tables ↔ values: workbooks and CSV files in and out, and surveys that are kept.

mod apostrophe;
pub mod columns;
mod fault;
mod frozen;
mod header;
mod input;
mod notice;
mod out;
mod person;
mod plan;
mod read;
mod stopping;
mod survey;
mod tables;
mod uncalculated;
mod watched;

pub use fault::{Fault, Faults, MAX_FAULTS, Place, Problem, Words};
pub use frozen::{FROZEN_FORMAT, Frozen, MOST_UNPACKED, ThawError, freeze, thaw};
pub use input::{ImportOptions, Input, MAX_CELL};
pub use notice::{MAX_NOTICES, NamedRow, Notice};
pub use out::{Content, ExportError, Format, export, template, template_of};
pub use person::person_in;
pub use plan::{Contacts, Held, Plan, plan, read_date};
pub use read::{ANALYSIS_MEGABYTES, IMPORT_MEGABYTES};
pub use stopping::PlanError;
pub use survey::{survey, survey_of_offers};
pub use tables::{Tables, read_tables};
pub use watched::{plan_watched, read_watched};
