//! A working meeting: the map large on the wall, what came in last, and the quick entry below it.

mod differing;
mod events;
mod latest;
mod live;
mod phones;
mod sheets;
mod start;

use axum::extract::State;
use maud::Markup;

use crate::domain::{DistrictId, PhaseId};
use crate::service::Snapshot;

use super::App;
use super::errors::{Error, Result};
use super::page::district_address;
use super::quick::phase_of;
use super::reader::Reader;
use super::visit::Editor;

pub use events::events;
pub use phones::phones;
pub use sheets::sheets;

/// How much everybody in the room sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// Offices alone, as leaders see them.
    Offices,
    /// Functions and their ties.
    Functions,
}

impl Shows {
    /// All of them, what is proposed first.
    pub const ALL: [Self; 2] = [Self::Offices, Self::Functions];

    /// The word for it in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Offices => "offices",
            Self::Functions => "functions",
        }
    }
}

/// A meeting as its address says it.
pub struct Meeting {
    /// How much is shown.
    pub shows: Shows,
    /// The phase.
    pub phase: PhaseId,
    /// The offer that it is about; none: the whole network.
    pub offer: Option<String>,
}

impl Meeting {
    /// The meeting that an address asks for; none before it is said what everybody sees.
    fn of(view: &Snapshot, reader: &Reader) -> Result<Option<Self>> {
        let Some(asked) = reader.asked("show") else {
            return Ok(None);
        };
        let mut all = Shows::ALL.into_iter();
        let shows = all.find(|shows| shows.code() == asked);
        let phase = phase_of(view, reader.asked("phase"))?.ok_or(Error::NoPhase)?;
        let offer = reader.asked("offer").filter(|offer| !offer.is_empty());
        Ok(Some(Self {
            shows: shows.ok_or(Error::BadRequest)?,
            phase,
            offer: offer.map(str::to_owned),
        }))
    }

    /// The address of the meeting.
    pub fn address(&self, district: &DistrictId, reader: &Reader) -> String {
        let mut items = vec![("show", self.shows.code()), ("phase", self.phase.as_str())];
        items.extend(self.offer.as_deref().map(|offer| ("offer", offer)));
        reader.link(&address(district), &items)
    }
}

/// The address of the page that begins a meeting.
pub fn address(district: &DistrictId) -> String {
    district_address(district) + "/workshop"
}

/// GET /districts/{district}/workshop
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    match Meeting::of(&view, &reader)? {
        Some(meeting) => live::page(&app, &view, &meeting, &reader).await,
        None => start::page(&app, &view, &reader).await,
    }
}
