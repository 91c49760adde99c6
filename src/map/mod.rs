//! A district's cooperation as a picture: departments as rooms, actors inside, ties between them; SVG, PNG, PDF and geometry.
//!
//! Each view is a folder: [`mod@network`], for leaders `offices`, `matrix`, `change`, `chain` and `offer`. [`paper`] holds what they share,
//! [`layout`] says where actors and departments lie, [`plane`] is the geometry below all of it, and `view` on top knows
//! every view. The same survey, selection and options give the same bytes.

mod actor;
mod both_phases;
mod chain;
mod change;
mod error;
mod hues;
pub mod layout;
mod materials;
mod matrix;
pub mod network;
mod offer;
mod offices;
mod options;
pub mod paper;
mod parties;
mod picture;
pub mod plane;
pub mod quality;
mod view;

pub use error::{MapError, ViewError};
pub use materials::Materials;
pub use network::{Geometry, PlacedActor, PlacedBand, PlacedDepartment, PlacedTie, map_places};
pub use options::{Labels, MapOptions};
pub use paper::{Folded, Label, Paper, Sheet, Table, folded, of_both_sides};
pub use picture::{Picture, network, network_watched, picture, pocket};
pub use view::{View, sheet, sheet_watched};
