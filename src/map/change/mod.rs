//! Two phases on the same fixed places: what was kept, what is new, what ended, who joined, left or moved.

mod chip;
mod content;
mod counts;
mod draw;
mod geometry;
mod legend;
mod look;
mod pairs;
mod sheet;
mod tie;

pub use sheet::change;
