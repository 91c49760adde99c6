//! The views of a map, each drawn from what it needs.

use super::actor::actor;
use super::chain::chain;
use super::change::change;
use super::error::{MapError, ViewError};
use super::materials::Materials;
use super::matrix::matrix;
use super::offer::offer;
use super::offices;
use super::options::MapOptions;
use super::paper::Sheet;
use super::picture::picture;
use crate::analysis::Selection;
use crate::domain::{InPhase, Stop, Survey};

/// Which picture of a map is wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Departments as rooms, actors and ties.
    #[default]
    Network,
    /// Department by department.
    Matrix,
    /// Two phases, by id or name, on the same places.
    Change {
        /// The earlier phase.
        from: String,
        /// The later phase.
        to: String,
    },
    /// One offer, by id or name.
    Offer(String),
    /// Offers by life phase and field.
    Chain,
    /// One function, by id, and whom it works with.
    Actor(String),
}

/// From this many offices on a network says little at a glance, and their pairs say more.
const MANY_OFFICES: usize = 10;

impl View {
    /// The view that somebody is shown first who sees so many offices and no function.
    pub fn first_of_offices(offices: usize) -> Self {
        match offices {
            MANY_OFFICES.. => Self::Matrix,
            _ => Self::Network,
        }
    }

    /// What the figures behind a view are about: the sentence over the network is that of the page, about the offices,
    /// however much the picture shows.
    pub fn figures(&self, survey: &Survey, selection: &Selection) -> Selection {
        match self {
            Self::Network => selection.of_headline(survey),
            Self::Matrix | Self::Change { .. } | Self::Offer(_) | Self::Chain | Self::Actor(_) => {
                selection.clone()
            }
        }
    }
}

/// Draws a view of a selection, with its sentence of what to see.
pub fn sheet(
    from: &Materials,
    view: &View,
    selection: &Selection,
    options: &MapOptions,
) -> Result<Sheet, MapError> {
    sheet_watched(from, view, selection, options, &Stop::never())
}

/// The same for somebody who waits for it, as long as that is so.
pub fn sheet_watched(
    from: &Materials,
    view: &View,
    selection: &Selection,
    options: &MapOptions,
    stop: &Stop,
) -> Result<Sheet, MapError> {
    stop.check()?;
    match view {
        View::Network => {
            let picture = picture(from, selection, options, stop)?;
            Ok(Sheet::from(picture))
        }
        View::Matrix => {
            let report = from.report(&view.figures(from.survey, selection), stop)?;
            matrix(from.survey, selection, &report, options)
        }
        View::Change { from: earlier, to } => {
            let phases = [earlier.as_str(), to.as_str()];
            let change = match selection.shows_functions() {
                true => change,
                false => offices::change,
            };
            change(from.survey, phases, selection, options, stop)
        }
        View::Offer(asked) => {
            let phase = offered(from.survey, selection)?;
            offer(phase, asked, selection, options)
        }
        View::Actor(asked) => actor(from.survey, asked, selection, options),
        View::Chain => {
            let phase = offered(from.survey, selection)?;
            chain(phase, selection, options)
        }
    }
}

/// The phase in which offers are looked at: the selected one, else the latest in which there is one.
fn offered<'a>(survey: &'a Survey, selection: &Selection) -> Result<InPhase<'a>, MapError> {
    let selected = selection.phase_in(survey)?;
    // A district may have no offer yet; files without one are the wrong files.
    let none = survey.offers.is_empty();
    if none && (selected.is_none() || !survey.from_district) {
        return Err(ViewError::NoOffers.into());
    }
    // An offer of no phase is there in all of them.
    let last = (0..).take(survey.phases.len()).last();
    let phases = survey.offers.iter().map(|offer| offer.phase.or(last));
    Ok(InPhase {
        survey,
        phase: selected.or_else(|| phases.max().flatten()),
    })
}
