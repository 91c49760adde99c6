//! One function in the middle of those it works with: its ties by department, how strong they are, and who reported them.

mod content;
mod draw;
mod geometry;
mod plan;
mod sheet;
mod table;

pub use sheet::actor;
