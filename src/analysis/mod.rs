//! From a survey to figures: which ties stay inside a department, and what chance alone would give.
//!
//! A [`Selection`] says what is looked at, [`Graph::select`] makes it once, and every measure is a pure function
//! of that graph.

mod graph;
mod selection;
mod ties;

pub use graph::{Graph, Member};
pub use selection::{Audience, Scope, Selection, SelectionError};
pub use ties::{Arc, Tie};
