//! The picture of an offer as it is written to JSON.

use serde::Serialize;

use super::content::{Around, Role};
use super::plan::Plan;
use crate::map::paper::style::{HEIGHT, WIDTH};
use crate::map::plane::{Rect, tenths};

/// The box of a party or of the offer as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedBox {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// A party as it is written to JSON; without a box where the page has no room for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedParty<'a> {
    id: &'a str,
    kind: &'static str,
    role: &'static str,
    department: &'a str,
    #[serde(rename = "box")]
    place: Option<PlacedBox>,
}

/// The picture as it is written to JSON: the offer in the middle, and each party with its role.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OfferGeometry<'a> {
    width: f64,
    height: f64,
    offer: &'a str,
    #[serde(rename = "box")]
    place: PlacedBox,
    parties: Vec<PlacedParty<'a>>,
}

impl From<Rect> for PlacedBox {
    fn from(rect: Rect) -> Self {
        Self {
            x: tenths(rect.left),
            y: tenths(rect.top),
            width: tenths(rect.width()),
            height: tenths(rect.height()),
        }
    }
}

/// What is written of an offer and those around it.
pub fn geometry<'a>(around: &'a Around, plan: &Plan) -> OfferGeometry<'a> {
    let parties = Role::ALL.into_iter().flat_map(|role| {
        let parts = around.with(role).iter().enumerate();
        parts.map(move |(at, part)| PlacedParty {
            id: &part.id,
            kind: part.kind,
            role: role.code(),
            department: &part.department,
            place: plan.party(role, at).map(PlacedBox::from),
        })
    });
    OfferGeometry {
        width: WIDTH,
        height: HEIGHT,
        offer: &around.id,
        place: plan.card.into(),
        parties: parties.collect(),
    }
}
