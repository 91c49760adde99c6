//! The geometry that a picture is drawn from, as the contract writes it.

use serde::Serialize;

use crate::map::paper::heading::HEADER;
use crate::map::paper::label::Label;
use crate::map::paper::legend::LEGEND;
use crate::map::paper::style::{HEIGHT, MARGIN, WIDTH};
use crate::map::plane::{Point, Rect};

/// The part of the page for the rooms.
pub const FRAME: Rect = Rect {
    left: MARGIN,
    top: MARGIN + HEADER,
    right: WIDTH - MARGIN,
    bottom: HEIGHT - MARGIN - LEGEND - 10.0,
};

/// A picture's geometry.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Geometry {
    /// The width of the canvas, the same for all phases.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The actors of the selected phase; none for leaders.
    pub actors: Vec<PlacedActor>,
    /// The departments with an actor in the phase.
    pub departments: Vec<PlacedDepartment>,
    /// The ties between actors; none for leaders.
    pub ties: Vec<PlacedTie>,
    /// The bands between departments, where they stand for the single ties.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<PlacedBand>,
}

impl Geometry {
    /// The geometry as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self)
            .expect("names and finite numbers always have a JSON form")
    }
}

/// An actor's mark.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlacedActor {
    /// The actor's id.
    pub id: String,
    /// Its department.
    pub department: String,
    /// The centre.
    pub x: f64,
    /// The centre.
    pub y: f64,
    /// The radius.
    pub r: f64,
    /// Its name, where it is shown.
    pub label: Option<Label>,
}

/// A department's room.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlacedDepartment {
    /// The department's name.
    pub id: String,
    /// The outline, an open polygon that holds its actors.
    pub hull: Vec<Point>,
    /// Its name, where it has one.
    pub label: Option<Label>,
}

/// A tie.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlacedTie {
    /// One actor's id.
    pub a: String,
    /// The other's.
    pub b: String,
    /// The strength.
    pub strength: f64,
}

/// All ties between two departments as one band.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlacedBand {
    /// One department.
    pub a: String,
    /// The other.
    pub b: String,
    /// How many ties; none where the number stays hidden.
    pub ties: Option<usize>,
}
