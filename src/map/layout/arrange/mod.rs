//! The rooms in the frame: close where departments work together, apart where not, no tie through a third room, the
//! whole frame used.

mod arrangement;
mod energy;
mod room_graph;
mod search;
mod spread;

pub use room_graph::RoomGraph;
pub use search::{Arranged, Schedule, arrange};
