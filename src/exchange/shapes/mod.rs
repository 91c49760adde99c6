//! Which table a sheet is, where it is no plain list: a matrix, a row with several partners, crosses in columns, no header.
//! Each is read as the list that it stands for.

mod all;
mod contents;
mod guess;
mod headless;
mod known;
mod look;
mod marks;
mod matrix;
mod meant;
mod partners;
mod unread;

pub(super) use all::reshaped;
pub use guess::{Asked, asked};
pub(super) use known::Known;
pub(super) use unread::Unread;
