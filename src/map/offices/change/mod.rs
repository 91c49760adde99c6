//! The leaders' picture of two phases, on the places of their picture of one: the pairs of offices that are new, ended or
//! clearly more, and in each office the share that stays inside, before and now.
//!
//! `content` gives places to what the leaders' figures of each phase tell; `figure` draws it, `signs` what
//! stands on lines, `pairs_list` and `legend` what stands beside; `sheet` puts the page together.

mod content;
mod figure;
mod legend;
mod look;
mod pairs_list;
mod scene;
mod sheet;
mod signs;
mod table;
mod written;

pub use sheet::change;
