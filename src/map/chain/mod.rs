//! The prevention chain: life phases from left to right, fields from top to bottom, offers as blocks, gaps left open.

mod axes;
mod block;
mod content;
mod draw;
mod geometry;
mod legend;
mod look;
mod plan;
mod sheet;
mod signs;
mod table;
mod told;

pub use sheet::chain;
