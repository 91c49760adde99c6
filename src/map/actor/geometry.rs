//! The picture of a function's surroundings as it is written to JSON.

use serde::Serialize;

use super::content::Surroundings;
use super::plan::{Line, Plan};
use crate::map::paper::style::{HEIGHT, WIDTH};
use crate::map::plane::tenths;

/// A partner as it is written to JSON; without a place where the page has no room for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedPartner<'a> {
    id: &'a str,
    department: &'a str,
    strength: f64,
    reported: &'static str,
    place: Option<[f64; 2]>,
}

/// The picture as it is written to JSON: the function in the middle, and whom it works with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActorGeometry<'a> {
    width: f64,
    height: f64,
    actor: &'a str,
    partners: Vec<PlacedPartner<'a>>,
}

/// What is written of a function and those around it.
pub fn geometry<'a>(surroundings: &'a Surroundings, plan: &Plan) -> ActorGeometry<'a> {
    let partners = surroundings.partners.iter().enumerate();
    let partners = partners.map(|(at, partner)| {
        let mut lines = plan.lines.iter();
        let placed = lines.find(|placed| placed.line == Line::Partner(at));
        PlacedPartner {
            id: &partner.actor.id,
            department: &partner.actor.department,
            strength: partner.strength,
            reported: partner.reported.code(),
            place: placed.map(|placed| [placed.mark().x, placed.mark().y].map(tenths)),
        }
    });
    ActorGeometry {
        width: WIDTH,
        height: HEIGHT,
        actor: &surroundings.middle.id,
        partners: partners.collect(),
    }
}
