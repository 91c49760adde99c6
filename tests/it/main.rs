//! The ordinary tests, one module per area.

mod analysis;
mod export;
mod import;
mod journey;
mod map;
mod queries;
mod web;
