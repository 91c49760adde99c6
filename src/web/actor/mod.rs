//! One function: where it stands, with whom it works, its offers and its contact; entered, changed, moved, merged, removed.

mod address;
mod around;
mod contact;
mod contact_form;
mod form;
mod merge;
mod moved;
mod new;
mod page;
mod remove;
mod ties;

pub use address::{address, new_address, part};
pub use contact::save as save_contact;
pub use form::{departments, last_places};
pub use merge::{ask as ask_merge, merge};
pub use moved::{ask as ask_move, shift};
pub use new::{add, ask as ask_new};
pub use page::{parts, save, show};
pub use remove::{ask as ask_remove, remove};
