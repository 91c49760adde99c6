//! What the page of a district shows: figures, what its pictures are of, and the change since the phase before.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::analysis::{Comparison, Inclusion, Options, Selection, SiloReport};
use crate::domain::{PhaseId, Programme};
use crate::service::{Drawing, Seen};
use crate::text::Lang;

use super::App;
use super::errors::{Error, Result};
use super::page::district_link;
use super::reader::Reader;

/// Everything that the page of a district shows.
pub struct Shown {
    /// What is seen of the district.
    pub seen: Seen,
    /// The phase that is shown.
    pub phase: PhaseId,
    /// The day of the data.
    pub as_of: Option<NaiveDate>,
    /// The figures.
    pub report: Arc<SiloReport>,
    /// What they are of.
    pub selection: Selection,
    /// The phase before with cooperations, and what changed since.
    pub before: Option<Before>,
}

/// The phase before.
pub struct Before {
    /// The phase.
    pub phase: PhaseId,
    /// What changed since, over who was there in both phases.
    pub comparison: Arc<Comparison>,
    /// The figures as leaders read them: they are told what changed from one report to the other.
    pub report: Option<Arc<SiloReport>>,
}

/// The phase that an address asks for, else the one shown first.
pub fn asked_phase(seen: &Seen, reader: &Reader) -> Result<PhaseId> {
    match reader.asked("phase") {
        Some(asked) => Ok(seen.phase(asked)?),
        None => seen.latest_phase().ok_or(Error::NoPhase),
    }
}

/// The name of a phase, else its id.
pub fn phase_name<'a>(programme: &'a Programme, phase: &'a PhaseId) -> &'a str {
    let known = programme.phases.get(phase);
    known.map_or(phase.as_str(), |one| one.name.as_str())
}

impl Shown {
    /// Loads what is shown of one phase.
    pub async fn load(app: &App, seen: &Seen, phase: &PhaseId) -> Result<Self> {
        let selection = app.service.usual(seen, phase).await;
        let report = app.service.report(seen, &selection, Options::shown());
        let report = report.await?;
        let before = before(app, seen, phase, &selection).await?;
        Ok(Self {
            seen: seen.clone(),
            phase: phase.clone(),
            as_of: app.service.date(seen).await?,
            report,
            selection,
            before,
        })
    }

    /// What a picture on the page is of, and how it is drawn: the figures are about the offices, the picture about the
    /// whole prevention chain.
    pub fn pictured(&self, lang: Lang) -> (Selection, Drawing) {
        let selection = Selection {
            scope: Inclusion::All,
            ..self.selection.clone()
        };
        (selection, Drawing::on_screen(lang, self.as_of))
    }

    /// The address of another page about the phase that is shown.
    pub fn link(&self, reader: &Reader, rest: &str, items: &[(&str, &str)]) -> String {
        let mut items = items.to_vec();
        items.push(("phase", self.phase.as_str()));
        district_link(&self.seen, reader, rest, &items)
    }
}

async fn before(
    app: &App,
    seen: &Seen,
    phase: &PhaseId,
    selection: &Selection,
) -> Result<Option<Before>> {
    let mut with_reports = seen.phases_with_reports();
    let place = with_reports.iter().position(|one| one == phase);
    let Some(place) = place.and_then(|place| place.checked_sub(1)) else {
        return Ok(None);
    };
    let before = with_reports.swap_remove(place);
    let comparison = app
        .service
        .comparison(seen, before.as_str(), phase.as_str(), selection)
        .await?;
    let report = match seen {
        Seen::Working(_) | Seen::Frozen(_) => None,
        Seen::Leading(_) => {
            let selection = app.service.usual(seen, &before).await;
            let report = app.service.report(seen, &selection, Options::shown());
            Some(report.await?)
        }
    };
    Ok(Some(Before {
        phase: before,
        comparison,
        report,
    }))
}
