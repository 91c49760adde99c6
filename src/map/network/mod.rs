//! The network of a selection: departments as rooms, actors inside, ties between them.
//!
//! `scene` says what is shown of the selection and [`super::layout`] where it lies; `sizing` chooses the size at which it
//! fits, `standing` leaves what was `kept` where it was; [`routes`], `detours` and `bands` say how the ties run; `labels` which names are shown; `compose` puts it
//! together and `draw` writes it.

pub(super) mod all_phases;
pub(super) mod band_labels;
pub(super) mod bands;
pub(super) mod compose;
pub(super) mod curves;
pub(super) mod cut_names;
mod departments;
pub(super) mod description;
pub(super) mod detours;
pub(super) mod draw;
pub(super) mod geometry;
pub(super) mod heading;
pub(super) mod highlights;
mod kept;
pub(super) mod label_cost;
pub(super) mod labels;
pub(super) mod legend;
mod levels;
pub(super) mod lines;
pub(super) mod narrow;
pub(super) mod number_boxes;
pub(super) mod picture;
pub mod routes;
pub(super) mod samples;
pub(super) mod scene;
mod scene_of;
pub(super) mod sheet;
pub(super) mod sizing;
mod standing;
pub(super) mod table;
mod to_keep;
mod whole_names;

pub use geometry::{Geometry, PlacedActor, PlacedBand, PlacedDepartment, PlacedTie};
pub use narrow::pocket;
pub use picture::Picture;
pub use to_keep::map_places;
