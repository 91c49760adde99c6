//! Values to bytes: workbook, CSV, GraphML, GEXF and JSON, the same bytes for the same content.

mod choices;
mod content;
mod csv_zip;
mod extract;
mod gexf;
mod graph;
mod graphml;
mod json;
mod known;
mod lists;
mod names;
mod sheets;
mod template;
mod xlsx;

pub use content::{Content, Format};
pub use template::{template, template_of};

use crate::domain::PhaseId;
use crate::text::{Errors, Lang};
use extract::Extract;

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The phase that was asked for does not exist.
    #[error("there is no funding phase {0}")]
    NoSuchPhase(PhaseId),
    /// The format cannot hold it, such as more text than a workbook's cell takes.
    #[error("the file cannot be written: {0}")]
    Failed(String),
}

impl ExportError {
    /// The error as a sentence.
    pub fn say(&self, lang: Lang) -> String {
        let say = Errors::of(lang);
        match self {
            Self::NoSuchPhase(phase) => (say.no_such_phase)(phase.as_str(), &[]),
            Self::Failed(reason) => (say.cannot_export)(reason),
        }
    }
}

/// Writes a district's network.
pub fn export(content: &Content, format: Format) -> Result<Vec<u8>, ExportError> {
    let extract = Extract::of(content)?;
    match format {
        Format::GraphMl => graphml::write(&extract),
        Format::Gexf => gexf::write(&extract),
        Format::Json => json::write(&extract),
        Format::Xlsx => xlsx::write(&extract, content.lang),
        Format::CsvZip => csv_zip::write(&extract, content.lang),
    }
}

fn failed(error: impl std::fmt::Display) -> ExportError {
    ExportError::Failed(error.to_string())
}
