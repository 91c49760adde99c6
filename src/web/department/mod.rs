//! One organisation: its functions, its pairs with others, its offers; entered, changed, merged, removed.

mod address;
mod form;
mod merge;
mod new;
mod page;
mod remove;
mod shown;

pub use address::{address, new_address};
pub use merge::{ask as ask_merge, merge};
pub use new::{add, ask as ask_new};
pub use page::{save, show};
pub use remove::{ask as ask_remove, remove};
