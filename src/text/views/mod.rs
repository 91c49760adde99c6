//! What the views of a map say besides the network's own texts, one struct a view.

mod chain;
mod faults;
mod matrix;

pub use chain::ChainTexts;
pub use faults::ViewFaults;
pub use matrix::MatrixTexts;
