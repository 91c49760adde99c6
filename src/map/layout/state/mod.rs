//! Nodes and rooms as they lie at the moment, and the moves that are tried: whether they fit, and what they cost.
//!
//! [`State`] (`current`) holds the places and keeps what they cost up to date, by `segments` the crossings, by
//! `incremental_stress` the stress; `strikes` adds ties over nodes and through rooms. `moves` proposes, `make_way` moves
//! what is in the way, `trial` accepts or rejects.

mod acceptance;
mod current;
mod incremental_stress;
mod make_way;
mod moves;
mod outline;
mod segments;
mod stretch;
mod strikes;
mod trial;

pub use acceptance::{Acceptance, Evaluation, NewPlaces};
pub use current::State;
pub use moves::{Move, MoveKind};
pub use outline::{Outline, body_reach};
pub use trial::GAP;
