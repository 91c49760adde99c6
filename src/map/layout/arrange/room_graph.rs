//! The rooms as the nodes of a graph.

use crate::map::layout::graph::RoomLink;
use crate::map::plane::{Reach, Rect};

/// The rooms that are to be arranged in a frame.
#[derive(Debug, Clone)]
pub struct RoomGraph {
    /// How far each room reaches from its centre.
    pub reach: Vec<Reach>,
    /// The linked pairs of rooms.
    pub links: Vec<RoomLink>,
    /// The weight of a single tie that runs through a third room.
    pub single_weight: f64,
    /// The part of the page for the rooms.
    pub frame: Rect,
    /// The gap below which two rooms look like one.
    pub gap: f64,
}

/// A room that another is linked to.
#[derive(Debug, Clone, Copy)]
pub struct Neighbour {
    pub room: usize,
    /// How strongly the two attract each other.
    pub attraction: f64,
    /// The weight of their link where it runs through a third room.
    pub strike_weight: f64,
}

/// The weight of a link of one or two ties that runs through a third room, where none is the only one in its phase.
const ONE_OF_TWO: f64 = 0.8;

impl RoomGraph {
    /// How strongly each linked pair attracts each other, from its share of the ties of the strongest pair.
    pub fn attractions(&self) -> Vec<f64> {
        let most = self.links.iter().map(|link| link.ties as f64);
        let most = most.fold(0.0, f64::max);
        let attraction = |link: &RoomLink| {
            let share = link.ties as f64 / most;
            0.2 + 0.4 * share.sqrt() + 0.4 * share
        };
        self.links.iter().map(attraction).collect()
    }

    /// The weight of each link where it runs through a third room.
    pub fn strike_weights(&self, attractions: &[f64]) -> Vec<f64> {
        let weight = |(link, attraction): (&RoomLink, &f64)| match link.ties {
            _ if link.has_single => self.single_weight,
            ..=2 => ONE_OF_TWO,
            _ => *attraction,
        };
        self.links.iter().zip(attractions).map(weight).collect()
    }

    /// The neighbours of each room, in the order of their numbers.
    pub fn neighbours(&self, attractions: &[f64], strike_weights: &[f64]) -> Vec<Vec<Neighbour>> {
        let mut neighbours = vec![Vec::new(); self.reach.len()];
        let weights = attractions.iter().zip(strike_weights);
        for (link, (attraction, strike_weight)) in self.links.iter().zip(weights) {
            for (from, room) in [(link.a, link.b), (link.b, link.a)] {
                neighbours[from].push(Neighbour {
                    room,
                    attraction: *attraction,
                    strike_weight: *strike_weight,
                });
            }
        }
        neighbours
    }
}
