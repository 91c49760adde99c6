//! The pictures: what they hold, that they are legible, that they stand still, and that nothing breaks them.

mod bad_input;
mod chain;
mod change;
mod colours;
mod counts;
mod formats;
mod goals;
mod hues;
mod leaders;
mod marks;
mod matrix;
mod offers;
mod offices;
mod offices_change;
mod pairs;
mod picture;
mod quality;
mod readers;
mod small;
mod stable;
mod stopping;
mod surroundings;
pub mod surveys;
mod unnamed;
pub mod views;
mod ways;
mod working;
