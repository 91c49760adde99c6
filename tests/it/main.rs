//! The ordinary tests, one module per area.

mod export;
