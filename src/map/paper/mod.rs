//! What every view shares: the sheet with its heading and legend, letters and marks, and the formats it is written in.

pub(super) mod abbreviation;
mod blank;
mod columns;
pub mod font;
pub(super) mod heading;
pub(super) mod label;
pub(super) mod legend;
pub(super) mod lettering;
pub(super) mod marks;
pub(super) mod nodes;
pub(super) mod paths;
pub(super) mod pdf;
pub(super) mod png;
pub(super) mod render;
pub(super) mod sheet;
pub mod style;
pub(super) mod table;

pub use label::Label;
pub use sheet::Sheet;
pub use style::Paper;
pub use table::{Folded, Table, folded, of_both_sides};
