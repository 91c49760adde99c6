//! One offer in the middle: who provides it, answers for it, refers to it, knows it, and who ought to.

mod card;
mod content;
mod draw;
mod geometry;
mod panel;
mod plan;
mod rows;
mod sheet;
mod table;
mod way;

pub use sheet::offer;
