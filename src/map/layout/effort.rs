//! How much looking for better places a network is worth.

use super::local_search::Search;
use super::starts::Network;

/// So few nodes are quickly laid out in several ways and looked through once more.
const HANDFUL: usize = 60;

/// Up to so many nodes trying them at many other places is quick.
const FEW: usize = 120;

/// Of more nodes than this bands are drawn, so that the crossings of single ties say nothing, and the page must not wait.
pub const FOLLOWED: usize = 230;

/// How many starts, arrangements and tried moves a network of this size is worth.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Layouts from random places.
    pub starts: usize,
    /// The best of them whose rooms are arranged at once, others where these leave an only tie struck.
    pub arranged: usize,
    /// Tried moves of rooms in each arrangement.
    pub moves: usize,
    /// The best of these that are settled.
    pub settled: usize,
    /// How each of them is settled, and how the best of them once more.
    pub searches: (Search, Search),
}

impl Effort {
    /// Much for small networks, less for large ones, so that the time stays bounded.
    pub fn of(network: &Network) -> Self {
        let (n, rooms) = (network.room_of.len(), network.rooms.max(1));
        let links = network.links().len();
        let moves = match rooms {
            0..=24 => (5_000_000 / (links * (10 + rooms) + 100)).clamp(800, 5_000),
            _ => (12_000_000 / (rooms * rooms)).clamp(50, 6_000),
        };
        let search = |trials, work: usize, heat| Search {
            trials,
            work: work * 1_000_000,
            heat,
            // Of many nodes the overview counts more: single ties can't be followed anyway.
            stress: if n <= FEW { 1.5 } else { 8.0 },
            // Bands are drawn around what stands in the way.
            repairs: if n == rooms || n > FOLLOWED {
                800
            } else {
                3_000
            },
        };
        let never = search((0, 0), 0, 0.0);
        let effort = |starts, arranged, moves, settled, searches| Self {
            starts,
            arranged,
            moves,
            settled,
            searches,
        };
        // Of few ties an exact look is as quick as a rough one.
        let sparse = network.ties.len() <= 4 * n;
        match n {
            // A picture of rooms alone is one among others of the page.
            _ if n == rooms => effort(8, 1, moves, 1, (search((0, 20), 5, 0.1), never)),
            0..=HANDFUL if sparse => {
                let searches = (search((0, 60), 60, 0.3), search((0, 120), 60, 0.3));
                effort(8, 4, moves, 2, searches)
            }
            0..=FEW if sparse => effort(8, 2, moves, 1, (search((0, 60), 60, 0.1), never)),
            0..=FOLLOWED => effort(
                12,
                6,
                moves,
                3,
                (search((60, 60), 60, 0.3), search((0, 400), 600, 0.3)),
            ),
            _ => effort(1, 1, moves, 1, (never, never)),
        }
    }
}
