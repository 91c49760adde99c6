//! What was reported, as plain rows: the one shape from which every figure and picture is made,
//! whether it comes from a district's network or straight from files.

mod extract;
mod held;
mod in_phase;
mod of_network;
mod places;
mod rows;

pub use in_phase::{FEWEST_SHOWN, InPhase};
pub use rows::{
    Column, Presence, Survey, SurveyActor, SurveyDepartment, SurveyOffer, SurveyParty, SurveyPhase,
    SurveyTie, Withheld,
};
