//! The leaders' picture as a value.

use super::anchors::anchors;
use super::content::{Content, of_offices};
use super::geometry::geometry;
use super::sheet::sheet;
use crate::analysis::{Selection, SiloReport};
use crate::domain::{Stop, Survey};
use crate::map::error::MapError;
use crate::map::network::Geometry;
use crate::map::network::scene::Scene;
use crate::map::options::MapOptions;
use crate::map::paper::Sheet;

/// The offices of a selection as a picture, drawn whole.
#[derive(Debug, Clone)]
pub struct Offices {
    /// The picture.
    pub sheet: Sheet,
    /// What it is drawn from.
    pub geometry: Geometry,
}

impl Offices {
    /// Draws the offices of a selection; `report` is of [`of_offices`].
    pub fn of(
        survey: &Survey,
        selection: &Selection,
        report: &SiloReport,
        options: &MapOptions,
        stop: &Stop,
    ) -> Result<Self, MapError> {
        let selection = &of_offices(survey, selection);
        let scene = Scene::of(survey, selection)?;
        let content = Content::of(survey, selection, &scene, report)?;
        let anchors = anchors(survey, &scene, stop)?;
        let of = (survey, selection, report);
        let (sheet, drawn) = sheet(&content, of, (&scene, &anchors), options);
        let geometry = geometry(&drawn);
        Ok(Self {
            sheet: sheet.with_json(geometry.to_json()),
            geometry,
        })
    }
}
