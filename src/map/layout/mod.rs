//! Where everything lies: departments as rooms that never overlap, their actors inside, the whole page used.
//!
//! The steps: stress minimisation from several starts ([`stress`], [`skeleton`]), each room packed with the boxes
//! that its nodes need ([`pack`]), the rooms arranged on the page (`arrange`), the nodes of each room turned towards
//! their ties (`start`), and then nodes and rooms tried at other places where that saves crossings, stress, or ties over
//! third nodes and rooms (`settle`), in several layouts at a time (`field`). Only + − × / and √, a seeded generator for
//! each start and step: the same bytes on every machine, on any number of cores.

pub mod arrange;
mod candidates;
mod effort;
mod incremental_stress;
mod local_search;
mod moves;
mod outline;
pub mod pack;
mod placement;
mod room;
mod segments;
pub mod sgd;
mod shelves;
pub mod starts;
mod state;

use candidates::Field;
pub use effort::Effort;
use effort::FOLLOWED;
pub use shelves::shelves;
pub use starts::{Network, skeletons};

use super::plane::{Point, Rect, hull};
use crate::domain::{Stop, Stopped};

/// The boxes to be laid out.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The nodes, rooms and ties.
    pub network: Network,
    /// The box around each node's centre that no other may overlap.
    pub footprints: Vec<Rect>,
    /// The boxes of each node's mark and name about its centre, which its room has to hold.
    pub bodies: Vec<[Rect; 2]>,
    /// The width and height of each room's name.
    pub titles: Vec<(f64, f64)>,
    /// The part of the page for the rooms.
    pub frame: Rect,
    /// The margin of a room around what it holds.
    pub margin: f64,
    /// The radius of a node.
    pub radius: f64,
    /// The least gap between two rooms.
    pub gap: f64,
}

/// A laid-out room.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// Its outline, holding its nodes, their names and its own.
    pub hull: Vec<Point>,
    /// The box of its name.
    pub title: Rect,
}

/// Where everything lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The nodes.
    pub nodes: Vec<Point>,
    /// The rooms.
    pub rooms: Vec<Room>,
}

/// Lays a plan out; none where the boxes do not fit on the page.
///
/// Of the layouts from the best starts the one is taken that leaves the fewest only ties over something, and of these
/// the one with the fewest crossings and the least stress.
pub fn lay_out(
    plan: &Plan,
    skeletons: &[Vec<Point>],
    effort: Effort,
    stop: &Stop,
) -> Result<Option<Layout>, Stopped> {
    let members = plan.network.members();
    let found = Field::of(plan, &members, skeletons, effort, stop).and_then(|mut field| {
        field.free();
        field.look();
        field.best()
    });
    // The searches end early where nobody waits any more: what they found is no answer then.
    stop.check()?;
    Ok(found.map(|(nodes, titles)| drawn(plan, &members, &nodes, titles)))
}

/// The nodes with the rooms around them.
fn drawn(plan: &Plan, members: &[Vec<usize>], places: &[Point], titles: Vec<Rect>) -> Layout {
    let nodes: Vec<Point> = places.iter().map(|node| node.rounded()).collect();
    let rooms = members.iter().zip(titles);
    let rooms = rooms.map(|(members, title)| {
        let bodies = |places: &[Point]| -> Vec<Rect> {
            let of = |node: &usize| plan.bodies[*node].map(|body| body.shifted(places[*node]));
            members.iter().flat_map(of).collect()
        };
        let touches = bodies(&nodes).iter().any(|body| body.overlaps(&title));
        let up = if touches { ROUNDED } else { 0.0 };
        let title = title.shifted(Point::new(0.0, -up));
        let corners: Vec<Point> = bodies(places)
            .iter()
            .chain([&title])
            .flat_map(Rect::corners)
            .collect();
        Room {
            hull: hull(&corners, plan.margin),
            title,
        }
    });
    Layout {
        rooms: rooms.collect(),
        nodes,
    }
}

/// So much higher a room's name lies where what is under it touches it once rounded.
const ROUNDED: f64 = 0.1;
