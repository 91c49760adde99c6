//! Kept places extended by what is new: what was there stays, and moves only where it must make way.
//!
//! [`extend`] (`extended`) sets the new nodes of known rooms (`free_place`), then new rooms (`new_room`), into a
//! [`Partial`](partial::Partial) layout, and pushes apart what touches then (`give_way`).

mod extended;
mod free_place;
mod give_way;
mod new_room;
mod partial;

pub use extended::extend;
