//! The picture of a network as a value.

use super::bands::{Band, Empty};
use super::geometry::Geometry;
use super::scene::Scene;
use crate::map::paper::heading::Heading;
use crate::map::paper::label::Label;
use crate::map::paper::legend::Entry;
use crate::map::paper::marks::Scale;
use crate::map::paper::style::Paper;
use crate::map::plane::{Point, Rect, Route};
use crate::text::Lang;

/// A picture, composed once, written in any format.
#[derive(Debug, Clone)]
pub struct Picture {
    pub(in crate::map) scene: Scene,
    pub(in crate::map) lang: Lang,
    pub(in crate::map) paper: Paper,
    pub(in crate::map) heading: Heading,
    pub(in crate::map) description: String,
    pub(in crate::map) legend: Vec<Entry>,
    pub(in crate::map) scale: Scale,
    pub(in crate::map) radius: f64,
    /// Whether each name has a place under its mark; else marks stand close.
    pub(in crate::map) roomy: bool,
    pub(in crate::map) name_size: f64,
    pub(in crate::map) title_size: f64,
    pub(in crate::map) rooms: Vec<DrawnRoom>,
    pub(in crate::map) actors: Vec<DrawnActor>,
    pub(in crate::map) banded: bool,
    pub(in crate::map) routes: Vec<Route>,
    pub(in crate::map) bands: Vec<Band>,
    pub(in crate::map) empty: Vec<Empty>,
    pub(in crate::map) geometry: Geometry,
}

#[derive(Debug, Clone)]
pub(in crate::map) struct DrawnRoom {
    pub(in crate::map) number: usize,
    pub(in crate::map) hull: Vec<Point>,
    pub(in crate::map) label: Option<Label>,
}

#[derive(Debug, Clone)]
pub(in crate::map) struct DrawnActor {
    pub(in crate::map) node: usize,
    pub(in crate::map) place: Point,
    pub(in crate::map) label: Option<Label>,
}

impl Picture {
    /// The picture with one sentence of what to see under its title.
    pub fn saying(mut self, sentence: &str) -> Self {
        self.heading.say(sentence);
        self
    }

    /// The boxes of the actors' names.
    pub(in crate::map) fn names(&self) -> impl Iterator<Item = Rect> {
        let labels = self.actors.iter().filter_map(|actor| actor.label.as_ref());
        labels.map(Label::rect)
    }

    /// The geometry that it is drawn from.
    pub fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    /// The name of a department.
    pub(in crate::map) fn called(&self, room: usize) -> &str {
        &self.scene.rooms[room].name
    }
}
