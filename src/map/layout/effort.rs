//! How much effort the search for a good layout is worth.

use super::graph::ClusteredGraph;

/// Up to this many nodes several candidates are improved twice.
const HANDFUL: usize = 60;

/// Up to this many nodes a search that counts all crossings is quick.
const FEW: usize = 120;

/// Up to this many nodes crossings and stress are evaluated. In larger pictures bands replace ties, so that crossings of
/// single ties say nothing.
pub const MOST_EVALUATED: usize = 230;

/// The limits of one search for better places.
#[derive(Debug, Clone, Copy)]
pub struct SearchLimits {
    /// Tried moves for each node by a rough evaluation, and by an exact one.
    pub trials: (usize, usize),
    /// Pairs of ties compared at most.
    pub work: usize,
    /// The threshold at the beginning: how much worse a move may be, as a share of the mean crossings of a node.
    pub heat: f64,
    /// The weight of the whole stress, as a multiple of all crossings at the start.
    pub stress: f64,
    /// Tried moves at most that free struck single ties.
    pub repairs: usize,
}

/// How many starts, arrangements and tried moves a graph is worth.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Layouts from random places.
    pub starts: usize,
    /// How many of the best become candidates at once.
    pub arranged: usize,
    /// Whether further starts become candidates, and further candidates are improved, while a single tie is struck.
    pub others: bool,
    /// Tried moves of rooms in each arrangement.
    pub moves: usize,
    /// How many of the best candidates are improved.
    pub improved: usize,
    /// The limits of their first search, and of another of the best one.
    pub searches: (SearchLimits, SearchLimits),
}

impl Effort {
    /// Much for small graphs, less for large ones, so that the time stays bounded.
    pub fn of(graph: &ClusteredGraph) -> Self {
        let (n, rooms) = (graph.nodes(), graph.rooms.max(1));
        let links = graph.links().len();
        let moves = match rooms {
            0..=24 => (5_000_000 / (links * (10 + rooms) + 100)).clamp(800, 5_000),
            _ => (12_000_000 / (rooms * rooms)).clamp(50, 6_000),
        };
        let search = |trials, work: usize, heat| SearchLimits {
            trials,
            work: work * 1_000_000,
            heat,
            // With many nodes no reader follows single ties: the overview, that is stress, counts more.
            stress: if n <= FEW { 1.5 } else { 8.0 },
            // Bands are drawn around what stands in the way.
            repairs: if n == rooms || n > MOST_EVALUATED {
                800
            } else {
                3_000
            },
        };
        let never = search((0, 0), 0, 0.0);
        // With few ties an exact evaluation is as fast as a rough one.
        let sparse = graph.tie_count() <= 4 * n;
        // Of more nodes, or of many ties, the last search usually frees such a tie.
        let others = n <= FEW && sparse;
        let effort = |starts, arranged, improved, searches| Self {
            starts,
            arranged,
            others: others && arranged > 1,
            moves,
            improved,
            searches,
        };
        match n {
            // A picture of rooms alone is one among others of the page.
            _ if n == rooms => effort(8, 1, 1, (search((0, 20), 5, 0.1), never)),
            0..=HANDFUL if sparse => {
                let searches = (search((0, 60), 60, 0.3), search((0, 120), 60, 0.3));
                effort(8, 4, 2, searches)
            }
            0..=FEW if sparse => effort(8, 2, 1, (search((0, 60), 60, 0.1), never)),
            0..=MOST_EVALUATED => effort(
                12,
                6,
                3,
                (search((60, 60), 60, 0.3), search((0, 400), 600, 0.3)),
            ),
            _ => effort(1, 1, 1, (never, never)),
        }
    }
}
