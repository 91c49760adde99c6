//! The pictures: what they hold, that they are legible, that they stand still, and that nothing breaks them.

mod bad_input;
mod formats;
mod goals;
mod picture;
mod quality;
mod readers;
mod surveys;
mod views;
