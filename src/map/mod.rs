//! A district's cooperation as a picture: departments as rooms, actors inside, ties between them; SVG, PNG, PDF and geometry.
//!
//! `scene` says what is shown, [`layout`] where it lies, [`routes`] and `bands` how the ties run, [`labels`] which
//! names are shown, `draw` writes the SVG from which PNG and PDF are made. The same survey, selection and options
//! give the same bytes.

mod bands;
mod chain;
mod change;
mod description;
mod detours;
mod draw;
mod entries;
mod findings;
mod fit;
pub mod font;
mod geometry;
mod heading;
pub mod labels;
pub mod layout;
mod legend;
mod lettering;
mod lines;
mod marks;
mod matrix;
mod names;
mod numbers;
mod offer;
mod parties;
mod passing;
mod pdf;
mod picture;
mod pills;
pub mod plane;
mod png;
mod pocket;
pub mod quality;
mod render;
pub mod routes;
mod sample;
mod scene;
mod sheet;
pub mod style;
mod table;
mod union;
mod view;
mod xml;

use chrono::NaiveDate;

use crate::analysis::{ReportError, Selection, SelectionError};
use crate::domain::{Stop, Stopped, Survey};
use crate::text::map::texts;
use crate::text::{Errors, Lang};

pub use geometry::{Geometry, Label, PlacedActor, PlacedBand, PlacedDepartment, PlacedTie};
pub use labels::Labels;
pub use pocket::pocket;
pub use sheet::Sheet;
pub use style::Paper;
pub use table::{Folded, Table, folded, of_both_sides};
pub use view::{Materials, View, ViewError, sheet, sheet_watched};

use bands::{Band, Empty};
use heading::Heading;
use legend::Entry;
use marks::Scale;
use plane::Point;
use routes::Route;
use scene::Scene;

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// The selection does not fit the survey.
    #[error(transparent)]
    Selection(#[from] SelectionError),
    /// The view cannot be drawn of this.
    #[error("{0:?}")]
    View(#[from] ViewError),
    /// The picture could not be turned into an image or a page.
    #[error("the picture could not be drawn: {0}")]
    Render(String),
    /// Nobody waited for it any more.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl From<ReportError> for MapError {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Selection(error) => error.into(),
            ReportError::Stopped(stopped) => stopped.into(),
        }
    }
}

impl MapError {
    /// The error as a sentence.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Selection(error) => error.say(lang),
            Self::View(error) => error.say(lang),
            Self::Render(reason) => (texts(lang).not_drawn)(reason),
            Self::Stopped(_) => Errors::of(lang).too_long.to_owned(),
        }
    }
}

/// How a picture is labelled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct MapOptions {
    /// Which names of actors are shown.
    pub labels: Labels,
    /// The language.
    pub lang: Lang,
    /// The date of the data.
    pub date: Option<NaiveDate>,
    /// Whether the data are invented.
    pub example: bool,
    /// The paper that it is printed on.
    pub paper: Paper,
}

/// A picture, composed once, written in any format.
#[derive(Debug, Clone)]
pub struct Picture {
    scene: Scene,
    lang: Lang,
    paper: Paper,
    heading: Heading,
    description: String,
    legend: Vec<Entry>,
    scale: Scale,
    radius: f64,
    /// Whether each name has a place under its mark; else marks stand close.
    roomy: bool,
    name_size: f64,
    title_size: f64,
    rooms: Vec<DrawnRoom>,
    actors: Vec<DrawnActor>,
    banded: bool,
    routes: Vec<Route>,
    bands: Vec<Band>,
    empty: Vec<Empty>,
    geometry: Geometry,
}

#[derive(Debug, Clone)]
struct DrawnRoom {
    number: usize,
    hull: Vec<Point>,
    label: Option<Label>,
    within: Option<Label>,
}

#[derive(Debug, Clone)]
struct DrawnActor {
    node: usize,
    place: Point,
    label: Option<Label>,
}

/// The network of a selection as a picture.
///
/// It shows what the selection names: with [`crate::analysis::Scope::Offices`] the offices alone, so a caller that
/// wants the whole prevention chain asks for all departments.
pub fn network(
    survey: &Survey,
    selection: &Selection,
    options: &MapOptions,
) -> Result<Picture, MapError> {
    network_watched(survey, selection, options, &Stop::never())
}

/// The same for somebody who waits for it, as long as that is so.
pub fn network_watched(
    survey: &Survey,
    selection: &Selection,
    options: &MapOptions,
    stop: &Stop,
) -> Result<Picture, MapError> {
    Picture::compose(survey, selection, options, stop)
}

impl Picture {
    /// The picture with one sentence of what to see under its title.
    pub fn saying(mut self, sentence: &str) -> Self {
        self.heading.say(sentence);
        self
    }

    /// The boxes of the actors' names.
    fn names(&self) -> impl Iterator<Item = plane::Rect> {
        let labels = self.actors.iter().filter_map(|actor| actor.label.as_ref());
        labels.map(Label::rect)
    }

    /// The picture as SVG.
    pub fn svg(&self) -> String {
        draw::svg(self)
    }

    /// The geometry that it is drawn from.
    pub fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    /// The picture as PNG, its paper at 150 dots an inch.
    pub fn png(&self) -> Result<Vec<u8>, MapError> {
        png::png(&self.svg(), self.paper)
    }

    /// The picture as a page of PDF, landscape, its text selectable.
    pub fn pdf(&self) -> Result<Vec<u8>, MapError> {
        pdf::pdf(
            &draw::parts(self),
            &self.heading.title,
            self.lang,
            self.paper,
        )
    }
}
