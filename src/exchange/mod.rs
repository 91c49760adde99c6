//! Bytes ↔ tables ↔ values: workbooks and CSV files in and out.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{ActorId, Change, District, DistrictId, Network, PhaseId, Programme, Text};
use crate::text::Lang;

mod apostrophe;
pub mod columns;
mod fault;
mod notice;
mod out;
mod plan;
mod read;
mod survey;
mod tables;
mod uncalculated;
mod watched;
mod whole;

pub use fault::{Fault, Faults, MAX_FAULTS, Place, Problem, Words};
pub use notice::{MAX_NOTICES, Notice};
pub use out::{ExportError, export, template};
pub use plan::plan;
pub use survey::survey;
pub use tables::{Tables, read_tables};
pub use watched::{Held, PlanError, plan_watched, read_watched};
pub use whole::network;

/// The most characters that a cell may hold.
pub const MAX_CELL: usize = crate::domain::MAX_TEXT;

/// The most megabytes that the files of an import have when unpacked.
pub const IMPORT_MEGABYTES: u64 = read::IMPORT.megabytes;

/// The most megabytes that plain files for figures and maps have when unpacked.
pub const ANALYSIS_MEGABYTES: u64 = read::ANALYSIS.megabytes;

/// A file that was given: its name without its folder, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The name of the file.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// How an import reads its tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// The phase, by id or name, of rows that name none in files that name none.
    pub phase: Option<String>,
    /// Whether what is missing from the file goes.
    pub replace: bool,
}

/// What an import would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// New funding phases.
    pub programme: Vec<Change>,
    /// What changes in the district.
    pub network: Vec<Change>,
    /// The contacts that change; none: it goes. Never part of a change, so never in the history.
    pub contacts: BTreeMap<ActorId, Option<Text>>,
    /// What is worth knowing though nothing is wrong.
    pub notices: Vec<Notice>,
    /// How many rows the files have, examples aside.
    pub rows: usize,
}

impl Plan {
    /// The number of changes.
    pub fn len(&self) -> usize {
        self.programme.len() + self.network.len() + self.contacts.len()
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What an export holds.
#[derive(Debug, Clone, Copy)]
pub struct Content<'a> {
    /// The id of the district.
    pub district_id: &'a DistrictId,
    /// The district.
    pub district: &'a District,
    /// The funding phases.
    pub programme: &'a Programme,
    /// The network.
    pub network: &'a Network,
    /// The contacts, where the core team asked for them.
    pub contacts: Option<&'a BTreeMap<ActorId, Text>>,
    /// The one phase that is wanted; none: all.
    pub phase: Option<&'a PhaseId>,
    /// The language of sheets, headers and values.
    pub lang: Lang,
}

/// The file formats of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// A workbook.
    Xlsx,
    /// A ZIP of CSV files.
    CsvZip,
    /// GraphML, for networkx, igraph, yEd, Gephi.
    GraphMl,
    /// GEXF, for Gephi.
    Gexf,
    /// JSON.
    Json,
}

impl Format {
    /// The endings of files, as people are told them.
    pub const ENDINGS: &'static str = ".xlsx, .csv.zip, .graphml, .gexf, .json";

    /// All formats.
    pub const ALL: [Self; 5] = [
        Self::Xlsx,
        Self::CsvZip,
        Self::GraphMl,
        Self::Gexf,
        Self::Json,
    ];

    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::CsvZip => "csv.zip",
            Self::GraphMl => "graphml",
            Self::Gexf => "gexf",
            Self::Json => "json",
        }
    }

    /// The media type under which a browser receives it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::CsvZip => "application/zip",
            Self::GraphMl => "application/graphml+xml",
            Self::Gexf => "application/gexf+xml",
            Self::Json => "application/json",
        }
    }

    /// The format that the ending of a file's name stands for.
    pub fn of_file(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|format| name.ends_with(&format!(".{}", format.ending())))
    }
}

/// A day as people write it in a cell: 31.12.2026, 2026-12-31 and more; none where it is no day.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    plan::date(text).ok()
}
