//! miteinander
pub mod analysis;
pub mod domain;
pub mod exchange;
pub mod map;
pub mod service;
pub mod store;
pub mod text;
pub mod web;
