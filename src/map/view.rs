//! The views of a map, each drawn from what it needs.

use std::borrow::Cow;

use super::chain::chain;
use super::change::change;
use super::error::{MapError, ViewError};
use super::matrix::matrix;
use super::network::network_watched;
use super::offer::offer;
use super::options::MapOptions;
use super::paper::Sheet;
use super::parties::Network;
use crate::analysis::{self, Options, Selection, SelectionError, SiloReport, headline};
use crate::domain::{self, PhaseId, Stop, Survey};

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
}

impl View {
    /// Whether it is a picture of offers.
    pub fn needs_offers(&self) -> bool {
        match self {
            Self::Network | Self::Matrix | Self::Change { .. } => false,
            Self::Offer(_) | Self::Chain => true,
        }
    }

    /// What the figures behind a view are about: the sentence over the network is that of the page, about the offices,
    /// however much the picture shows.
    pub fn figures(&self, survey: &Survey, selection: &Selection) -> Selection {
        match self {
            Self::Network => selection.of_headline(survey),
            Self::Matrix | Self::Change { .. } | Self::Offer(_) | Self::Chain => selection.clone(),
        }
    }
}

/// What a view is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Materials<'a> {
    /// The actors, departments and ties.
    pub survey: &'a Survey,
    /// The offers, and who takes part in them; files without offers have none.
    pub network: Option<&'a domain::Network>,
    /// The report of [`View::figures`], where it is at hand; else it is made.
    pub report: Option<&'a SiloReport>,
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
            let report = figures(from, view, selection, stop)?;
            let sentence = headline(&report).sentence(options.lang);
            let picture = network_watched(from.survey, selection, options, stop)?;
            Ok(Sheet::from(&picture.saying(&sentence)))
        }
        View::Matrix => {
            let report = figures(from, view, selection, stop)?;
            matrix(from.survey, selection, &report, options)
        }
        View::Change { from: earlier, to } => {
            let phases = [earlier.as_str(), to.as_str()];
            change(from.survey, from.network, phases, selection, options, stop)
        }
        View::Offer(asked) => {
            let (whole, phase) = offers(from, selection)?;
            let network = Network {
                whole,
                phase: &phase,
            };
            offer(from.survey, &network, asked, selection, options)
        }
        View::Chain => {
            let (whole, phase) = offers(from, selection)?;
            let network = Network {
                whole,
                phase: &phase,
            };
            chain(from.survey, &network, selection, options)
        }
    }
}

/// The offers, and the phase in which they are looked at.
fn offers<'a>(
    from: &Materials<'a>,
    selection: &Selection,
) -> Result<(&'a domain::Network, PhaseId), MapError> {
    let whole = from.network.ok_or(ViewError::NoOffers)?;
    let phase = phase(from.survey, whole, selection)?.ok_or(ViewError::NoOffers)?;
    Ok((whole, phase))
}

/// The report at hand, else made.
fn figures<'a>(
    from: &Materials<'a>,
    view: &View,
    selection: &Selection,
    stop: &Stop,
) -> Result<Cow<'a, SiloReport>, MapError> {
    if let Some(report) = from.report {
        return Ok(Cow::Borrowed(report));
    }
    let figures = view.figures(from.survey, selection);
    let report = analysis::report_watched(from.survey, &figures, &Options::default(), stop)?;
    Ok(Cow::Owned(report))
}

/// The selected phase, else the latest in which there is an offer.
fn phase(
    survey: &Survey,
    network: &domain::Network,
    selection: &Selection,
) -> Result<Option<PhaseId>, SelectionError> {
    let place = selection.phase_in(survey)?.map(usize::from);
    if let Some(place) = place {
        return Ok(PhaseId::parse(&survey.phases[place].id).ok());
    }
    let known = |id: &PhaseId| {
        survey
            .phases
            .iter()
            .position(|phase| phase.id == id.as_str())
    };
    let offered = network.offers.values().flat_map(|offer| offer.phases());
    Ok(offered.max_by_key(|id| (known(id), *id)).cloned())
}
