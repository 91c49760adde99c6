//! The change as it is written to JSON.

use serde::Serialize;

use super::content::Changes;
use super::pairs::Counted;
use crate::map::network::geometry::{PlacedActor, PlacedDepartment};
use crate::map::network::picture::Picture;
use crate::map::paper::style::{HEIGHT, WIDTH};

/// A tie as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct WrittenTie<'a> {
    a: &'a str,
    b: &'a str,
    fate: &'static str,
    from: Option<f64>,
    to: Option<f64>,
    comparable: bool,
}

/// An actor as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct WrittenActor {
    stay: &'static str,
    #[serde(flatten)]
    place: PlacedActor,
}

/// A pair of departments as it is written to JSON, with what is new and ended.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct WrittenPair<'a> {
    a: &'a str,
    b: &'a str,
    #[serde(flatten)]
    counted: Counted,
}

/// The picture as it is written to JSON: the geometry of the network's picture, with what became of each part.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangeGeometry<'a> {
    width: f64,
    height: f64,
    actors: Vec<WrittenActor>,
    departments: &'a [PlacedDepartment],
    ties: Vec<WrittenTie<'a>>,
    pairs: Vec<WrittenPair<'a>>,
}

/// What is written of changes drawn in this picture.
pub fn geometry<'a>(changes: &'a Changes, picture: &'a Picture) -> ChangeGeometry<'a> {
    let drawn = picture.geometry();
    let scene = &changes.union;
    let name = |room: usize| scene.rooms[room].name.as_str();
    ChangeGeometry {
        width: WIDTH,
        height: HEIGHT,
        actors: picture
            .actors
            .iter()
            .zip(&drawn.actors)
            .map(|(actor, place)| WrittenActor {
                stay: changes.stays[actor.node].code(),
                place: place.clone(),
            })
            .collect(),
        departments: &drawn.departments,
        ties: scene
            .ties
            .iter()
            .zip(&changes.ties)
            .map(|(tie, change)| WrittenTie {
                a: &scene.nodes[tie.a].id,
                b: &scene.nodes[tie.b].id,
                fate: change.fate.code(),
                from: change.strengths[0],
                to: change.strengths[1],
                comparable: change.comparable,
            })
            .collect(),
        pairs: changes
            .pairs
            .iter()
            .map(|pair| WrittenPair {
                a: name(pair.a),
                b: name(pair.b),
                counted: pair.counted,
            })
            .collect(),
    }
}
