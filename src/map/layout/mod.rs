//! Where nodes and rooms lie: rooms that never overlap, their nodes inside, the whole frame used.
//!
//! [`layout`] makes [`Places`] of a [`Problem`], in these steps:
//! 1. `starts`: layouts of points by minimal stress (`terms`, `sgd`) from several random places;
//! 2. `placement`: each room packed with the boxes that its nodes need (`pack`, `packed_room`), the rooms arranged in the
//!    frame (`arrange`), the nodes of each room turned towards their ties;
//! 3. `candidates`: several such layouts improved side by side by a local search (`local_search`), which moves nodes and
//!    rooms (`state`) where that saves crossings, stress, or ties over third nodes and rooms.
//!
//! Where nothing fits, [`in_rows`] sets the rooms in rows, and [`in_open_rows`] where there is no tie. Where places were kept, [`extend`] leaves them as they are and
//! adds what is new.
//!
//! Terms: a *single tie* is the only one between its two rooms. A tie *strikes* a node or room that is none of its ends'
//! where the straight line runs over it: it would read as if it ended there.
//!
//! Only + − × / and √ and seeded generators are used: the same bytes on every machine, on any number of cores. The
//! layout knows nothing of paper, names and views; only boxes.

mod arrange;
mod candidates;
mod effort;
mod extend;
mod graph;
mod local_search;
mod pack;
mod packed_room;
mod placement;
mod places;
mod problem;
mod random;
mod rows;
mod sgd;
mod starts;
mod state;
mod terms;

pub use extend::extend;
pub use graph::{ClusteredGraph, RoomLink, hops};
pub use places::{PlacedRoom, Places, layout};
pub use problem::Problem;
pub use rows::{in_open_rows, in_rows};
pub use starts::Starts;
