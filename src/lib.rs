//! miteinander
pub mod analysis;
pub mod domain;
pub mod exchange;
pub mod map;
pub mod store;
pub mod text;
