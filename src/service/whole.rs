//! What is told of a district as a whole: no office, no pair and no function is in it.

use serde::Serialize;

use crate::analysis::{Response, Silo, SiloReport, headline};
use crate::text::headline::Headline;

/// The figures of a district as a whole.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WholeFigures {
    /// The district's name.
    pub title: String,
    /// The phase by its id.
    pub phase: Option<String>,
    /// The functions of the offices that are told.
    pub actors: usize,
    /// The ties among these.
    pub ties: usize,
    /// How complete the answers are.
    pub response: Option<Response>,
    /// Whether ties stay inside the offices.
    pub silo: Silo,
    /// What is said first.
    #[serde(skip)]
    pub headline: Headline,
}

impl WholeFigures {
    /// What a report for leaders says of the whole.
    pub fn of(report: &SiloReport) -> Self {
        Self {
            title: report.title.clone(),
            phase: report.phase.clone(),
            actors: report.actors,
            ties: report.ties,
            response: report.response,
            silo: report.silo.clone(),
            headline: headline(report),
        }
    }
}
