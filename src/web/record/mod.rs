//! What the forms of all records share.
//!
//! A kind of record says with [`RecordForm`] what its fields are, how they are read and what they change; [`save`] judges
//! what was sent on what stands, [`form`] shows the fields with everything that is to be said about them, and [`saved`]
//! tells on the record's page what was saved. The hidden field `seen` holds the record that a form was filled from.

mod field;
mod filled;
mod menu;
mod phase;
mod save;
mod saved;
mod sheet;
mod signing;

pub use field::{Choice, Control, Field, options, proposed};
pub use filled::{Faults, Filled, Reading};
pub use menu::menu;
pub use phase::{EDIT, asked_phase};
pub use save::{Kept, Read, RecordForm, save};
pub use saved::{saved, step, taken_link};
pub use sheet::{Place, Said, Sheet, Twin, form};
pub use signing::signing;

/// The value of a ticked box and of the answer yes.
pub const YES: &str = "yes";

/// The value of the answer no.
pub const NO: &str = "no";

/// The value of an answer.
pub fn answer(said: bool) -> &'static str {
    if said { YES } else { NO }
}
