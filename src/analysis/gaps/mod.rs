//! Where something is missing: ties between those who serve the same families, and offers that few know or hold.

mod catalogue;
mod district;
mod find;
mod kinds;
mod rests;
mod sharing;
mod written;

pub(super) use catalogue::{Catalogue, Cells, Entry};
pub use district::{Alone, held_by_one, known_to_one};
pub use kinds::{ActorPair, Gaps, OneDepartment, PairGap, Sharing, Unreferred};
pub(super) use written::{Told, Written};
