//! The texts of the pages: one struct a page, filled in German and in English.

mod change;
mod choose;
mod columns;
mod correct;
mod district;
mod districts;
mod empty;
mod errors;
mod export;
mod frame;
mod history;
mod how;
mod import;
mod leading;
mod long;
mod map;
mod phases;
mod privacy;

pub use change::{ChangeText, Told};
pub use choose::Choose;
pub use columns::ColumnStep;
pub use correct::Correct;
pub use district::DistrictPage;
pub use districts::Districts;
pub use empty::Empty;
pub use errors::{ErrorPages, ErrorText};
pub use export::Export;
pub use frame::{Frame, date};
pub use history::History;
pub use how::How;
pub use import::Import;
pub use leading::LeadingPage;
pub use long::Long;
pub use map::MapPage;
pub use phases::Phases;
pub use privacy::Privacy;
