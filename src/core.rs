//! The pure half of miteinander: values in, values out; no clock, no file, no database.
//!
//! A crate of its own so that dev builds can optimise figures and pictures, which people wait for, and nothing else. The
//! crate `miteinander` gives these modules out as its own, and its documentation explains them.

pub mod analysis;
pub mod domain;
pub mod map;
pub mod text;
