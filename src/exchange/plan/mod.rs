//! Tables into the network after the import, and the changes that lead there (made in `desk`).

mod actors;
mod alike;
mod all;
mod apart;
mod cells;
mod cooperations;
mod departments;
mod desk;
mod ends;
mod ids;
mod known;
mod list;
mod merge;
mod missing;
mod named;
mod namesakes;
mod near_names;
mod nearest;
mod offers;
mod open;
mod parties;
mod people;
mod persons;
mod phases;
mod renames;
mod terms;

pub use alike::{Named, alike, alike_to};
pub use all::plan;
pub(super) use all::watched;
pub use apart::alike_apart;
pub(super) use cells::{days, one_of};
pub use cells::{read_date, read_since};
pub(super) use list::{List, MAX_ITEMS, MOST_MARKS, is_dash};
pub(super) use near_names::is_clear;
pub(super) use nearest::{Near, nearest};
pub use terms::{Contacts, Held, Plan, Rename, Twin};
