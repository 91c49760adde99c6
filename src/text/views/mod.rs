//! What the views of a map say besides the network's own texts, one struct a view.

mod actor;
mod chain;
mod change;
mod faults;
mod matrix;
mod of;
mod offer;
mod offices;
mod offices_change;
mod pocket;
mod tables;

pub use actor::{ActorTexts, Around};
pub use chain::ChainTexts;
pub use change::{Answers, AnswersOf, ChangeTexts};
pub use faults::ViewFaults;
pub use matrix::{Expected, MatrixTexts};
pub use of::Of;
pub use offer::{OfferTexts, Taking};
pub use offices::{Graded, OfficesTexts};
pub use offices_change::{InPhase, OfficesChangeTexts, Share};
pub use pocket::PocketTexts;
pub use tables::TableTexts;
