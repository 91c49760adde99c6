//! What is exported, and in which format.

use std::collections::BTreeMap;

use crate::domain::{ActorId, District, DistrictId, MapPlaces, Network, PhaseId, Programme, Text};
use crate::text::Lang;

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
    /// The places of its map, where they are known.
    pub places: Option<&'a MapPlaces>,
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
