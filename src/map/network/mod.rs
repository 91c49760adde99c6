//! The network of a selection: departments as rooms, actors inside, ties between them.
//!
//! `scene` is what is shown of a selection, `scene_of` makes it of all actors and `cards` of departments alone, for
//! leaders; [`super::layout`] says where it lies; `sizing` chooses the size at which it
//! fits; [`routes`], `detours` and `bands` say how the ties run; [`labels`] which names are shown; `compose` puts it
//! together and `draw` writes it.

pub(super) mod all_phases;
pub(super) mod band_labels;
pub(super) mod bands;
mod cards;
pub(super) mod compose;
pub(super) mod description;
pub(super) mod detours;
pub(super) mod draw;
pub(super) mod geometry;
pub(super) mod highlights;
pub(super) mod label_cost;
pub mod labels;
pub(super) mod legend;
pub(super) mod lines;
pub(super) mod narrow;
pub(super) mod number_boxes;
pub(super) mod picture;
pub mod routes;
pub(super) mod scene;
mod scene_of;
pub(super) mod sizing;

pub use geometry::{Geometry, Label, PlacedActor, PlacedBand, PlacedDepartment, PlacedTie};
pub use labels::Labels;
pub use narrow::pocket;
pub use picture::{Picture, network, network_watched};
