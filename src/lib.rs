//! miteinander
pub mod analysis;
pub mod cli;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod map;
pub mod service;
pub mod store;
pub mod text;
pub mod web;
