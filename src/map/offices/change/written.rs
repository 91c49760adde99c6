//! The change as it is written to JSON.

use serde::Serialize;

use super::super::geometry::placed;
use super::content::Office;
use super::scene::Drawn;
use crate::analysis::PairState;
use crate::map::network::geometry::{PlacedActor, PlacedDepartment, PlacedTie};
use crate::map::paper::style::{HEIGHT, WIDTH};
use crate::text::views::InPhase;

/// The picture as it is written to JSON: the geometry of the network's picture without actors and ties, the pairs as the
/// reports of the phases tell them, and of each office the ties that stay inside.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Written<'a> {
    width: f64,
    height: f64,
    actors: [PlacedActor; 0],
    departments: Vec<PlacedDepartment>,
    ties: [PlacedTie; 0],
    pairs: Vec<WrittenPair<'a>>,
    inside: Vec<WrittenOffice<'a>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct WrittenPair<'a> {
    a: &'a str,
    b: &'a str,
    fate: Option<&'static str>,
    from: Side,
    to: Side,
}

/// A pair in a phase, in the words of the report: its state, and its ties where they may be said.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Side {
    state: PairState,
    ties: Option<u32>,
}

impl From<InPhase> for Side {
    fn from(side: InPhase) -> Self {
        let state = match side {
            InPhase::NotAsked => PairState::NotAsked,
            _ if side.any() => PairState::Reported,
            _ => PairState::NoneReported,
        };
        let ties = side.ties();
        Self { state, ties }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct WrittenOffice<'a> {
    department: &'a str,
    from: Option<WrittenShare>,
    to: Option<WrittenShare>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct WrittenShare {
    inside: u32,
    all: u32,
}

/// What is written of a drawn change.
pub fn written<'a>(drawn: &Drawn<'a>) -> Written<'a> {
    let changes = drawn.changes;
    let departments = changes.present();
    let departments = departments
        .map(|(place, office)| placed(&drawn.placed, place, &office.name, office.shown()));
    let pairs = changes.pairs.iter().map(|pair| {
        let [a, b] = changes.called(pair);
        let [from, to] = pair.phases.map(Side::from);
        WrittenPair {
            a,
            b,
            fate: pair.turn.map(|turn| turn.code()),
            from,
            to,
        }
    });
    Written {
        width: WIDTH,
        height: HEIGHT,
        actors: [],
        departments: departments.collect(),
        ties: [],
        pairs: pairs.collect(),
        inside: changes
            .present()
            .map(|(_, office)| inside(office))
            .collect(),
    }
}

fn inside(office: &Office) -> WrittenOffice<'_> {
    let shares = office.shares.map(|share| {
        share.map(|share| WrittenShare {
            inside: share.inside,
            all: share.all,
        })
    });
    let [from, to] = shares;
    WrittenOffice {
        department: &office.name,
        from,
        to,
    }
}
