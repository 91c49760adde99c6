//! The network as its readers get it: of functions for the core team, of offices for leaders.

use super::error::MapError;
use super::materials::Materials;
use super::network::scene::Scene;
use super::network::{self, Geometry};
use super::offices::{self, Offices, of_offices};
use super::options::MapOptions;
use super::paper::Sheet;
use crate::analysis::{self, Selection};
use crate::domain::{Stop, Survey};
use crate::text::Lang;

/// The picture of a network, composed once, written in any format.
#[derive(Debug, Clone)]
pub enum Picture {
    /// Departments as rooms, functions and ties.
    Functions(Box<network::Picture>),
    /// Offices alone.
    Offices(Box<Offices>),
}

/// The network of a selection as a picture.
///
/// It shows what the selection names: with [`crate::analysis::Inclusion::Offices`] the offices alone, so a caller that
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
    if selection.shows_functions() {
        let picture = of_functions(survey, selection, options, stop)?;
        return Ok(Picture::Functions(Box::new(picture)));
    }
    let from = Materials {
        survey,
        report: None,
    };
    of_leaders(&from, selection, options, stop)
}

/// The network with the sentence of what to see.
pub fn picture(
    from: &Materials,
    selection: &Selection,
    options: &MapOptions,
    stop: &Stop,
) -> Result<Picture, MapError> {
    let survey = from.survey;
    if !selection.shows_functions() {
        return of_leaders(from, selection, options, stop);
    }
    let report = from.report(&selection.of_headline(survey), stop)?;
    let sentence = analysis::headline(&report).sentence(options.lang);
    let picture = of_functions(survey, selection, options, stop)?;
    Ok(Picture::Functions(Box::new(picture.saying(&sentence))))
}

fn of_functions(
    survey: &Survey,
    selection: &Selection,
    options: &MapOptions,
    stop: &Stop,
) -> Result<network::Picture, MapError> {
    let scene = Scene::of(survey, selection)?;
    Ok(network::Picture::of_scene(
        scene, survey, selection, options, stop,
    )?)
}

fn of_leaders(
    from: &Materials,
    selection: &Selection,
    options: &MapOptions,
    stop: &Stop,
) -> Result<Picture, MapError> {
    let report = from.report(&of_offices(from.survey, selection), stop)?;
    let offices = Offices::of(from.survey, selection, &report, options, stop)?;
    Ok(Picture::Offices(Box::new(offices)))
}

/// The network for a narrow screen.
pub fn pocket(
    from: &Materials,
    selection: &Selection,
    lang: Lang,
    stop: &Stop,
) -> Result<String, MapError> {
    let survey = from.survey;
    if selection.shows_functions() {
        let outline = analysis::outline(survey, selection)?;
        let rooms = Scene::of(survey, selection)?.rooms;
        return Ok(network::pocket(&outline, &rooms, selection, lang));
    }
    let report = from.report(&of_offices(survey, selection), stop)?;
    offices::pocket(survey, selection, &report, lang, stop)
}

impl Picture {
    /// The picture as SVG.
    pub fn svg(&self) -> String {
        match self {
            Self::Functions(picture) => picture.svg(),
            Self::Offices(offices) => offices.sheet.svg().to_owned(),
        }
    }

    /// The picture as PNG, its paper at 150 dots an inch.
    pub fn png(&self) -> Result<Vec<u8>, MapError> {
        match self {
            Self::Functions(picture) => picture.png(),
            Self::Offices(offices) => offices.sheet.png(),
        }
    }

    /// The picture as a page of PDF, landscape, its text selectable.
    pub fn pdf(&self) -> Result<Vec<u8>, MapError> {
        match self {
            Self::Functions(picture) => picture.pdf(),
            Self::Offices(offices) => offices.sheet.pdf(),
        }
    }

    /// The geometry that it is drawn from.
    pub fn geometry(&self) -> &Geometry {
        match self {
            Self::Functions(picture) => picture.geometry(),
            Self::Offices(offices) => &offices.geometry,
        }
    }
}

impl From<Picture> for Sheet {
    fn from(picture: Picture) -> Self {
        match picture {
            Picture::Functions(picture) => Self::from(&*picture),
            Picture::Offices(offices) => offices.sheet,
        }
    }
}
