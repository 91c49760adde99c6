//! miteinander
pub mod analysis;
pub mod domain;
pub mod exchange;
pub mod store;
pub mod text;
