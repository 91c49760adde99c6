//! The figures: against established libraries, against enumeration, and by their properties.

mod activity;
mod actors;
mod bad_input;
mod chance;
mod choices;
mod communities;
mod compare;
mod differing;
mod gaps;
mod leaders_compare;
mod leadership;
mod left_open;
mod levels;
mod missing;
pub mod networks;
mod progress;
mod properties;
mod published;
mod reference;
mod sentences;
mod small;
pub mod stopping;
mod structure;
mod told;
mod verdict;
