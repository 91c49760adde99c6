//! Tables into the network after the import, and the changes that lead there (made in `desk`).

mod actors;
mod all;
mod cells;
mod cooperations;
mod departments;
mod desk;
mod ids;
mod known;
mod list;
mod missing;
mod named;
mod nearest;
mod offers;
mod parties;
mod persons;
mod phases;
mod terms;

pub use all::plan;
pub(super) use all::watched;
pub use cells::read_date;
pub(super) use cells::{date, one_of};
pub(super) use list::{List, MAX_ITEMS, MOST_MARKS, is_dash};
pub(super) use nearest::Near;
pub use terms::{Contacts, Held, Plan};
