//! The chain as it is written to JSON.

use serde::Serialize;

use super::axes::{FIELDS, PHASES};
use super::content::Chain;
use super::look::Alone;
use super::plan::Plan;
use crate::map::paper::style::{HEIGHT, WIDTH};
use crate::map::plane::{Rect, tenths};

/// A block as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedOffer<'a> {
    id: &'a str,
    name: &'a str,
    field: &'static str,
    life_phases: Vec<&'static str>,
    responsible: Option<&'a str>,
    sign: Option<&'a str>,
    providers: Vec<&'a str>,
    alone: Option<&'static str>,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// A cell without an offer as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedGap {
    life_phase: &'static str,
    field: &'static str,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// The picture as it is written to JSON: each block with its box (an offer in several fields, or in life phases that do
/// not follow each other, has several), and each cell without an offer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChainGeometry<'a> {
    width: f64,
    height: f64,
    offers: Vec<PlacedOffer<'a>>,
    gaps: Vec<PlacedGap>,
}

/// What is written of a chain on this page.
pub fn geometry<'a>(chain: &'a Chain, plan: &Plan) -> ChainGeometry<'a> {
    let place = |rect: Rect| {
        let [x, y] = [rect.left, rect.top].map(tenths);
        (x, y, tenths(rect.width()), tenths(rect.height()))
    };
    let offers = plan.blocks.iter().map(|block| {
        let offer = &chain.offers[block.offer];
        let (x, y, width, height) = place(block.rect);
        PlacedOffer {
            id: &offer.id,
            name: &offer.name,
            field: FIELDS[block.field].code(),
            life_phases: PHASES[block.from..=block.to]
                .iter()
                .map(|phase| phase.code())
                .collect(),
            responsible: offer.responsible.as_deref(),
            sign: offer.block.sign.as_deref(),
            providers: offer.providers.iter().map(String::as_str).collect(),
            alone: offer.block.alone.map(Alone::code),
            x,
            y,
            width,
            height,
        }
    });
    let gaps = chain.gaps().into_iter().map(|(field, phase)| {
        let (x, y, width, height) = place(plan.cell(field, phase));
        PlacedGap {
            life_phase: PHASES[phase].code(),
            field: FIELDS[field].code(),
            x,
            y,
            width,
            height,
        }
    });
    ChainGeometry {
        width: WIDTH,
        height: HEIGHT,
        offers: offers.collect(),
        gaps: gaps.collect(),
    }
}
