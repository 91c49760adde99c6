//! The network for leaders: offices alone, and what is to be said of them and their pairs first.
//!
//! `content` says what is shown, all of it aggregated before; [`anchors`] where the offices would lie of themselves and
//! `places` where their circles do; `routes` and `marks` how the lines run and what stands on them; `figure` draws that,
//! `findings`, `legend` and `strip` what stands beside and below; `sheet` puts the page together, `narrow` the picture for
//! a small screen. `ground` and `page` are what pictures of one phase and of two share; `change` is that of two.

mod anchors;
mod change;
mod content;
mod figure;
mod findings;
mod geometry;
mod ground;
mod head;
mod legend;
mod look;
mod marks;
mod narrow;
mod page;
mod picture;
mod places;
mod routes;
mod scene;
mod sheet;
mod strip;
mod table;
mod words;

pub use change::change;
pub use content::of_offices;
pub use narrow::pocket;
pub use picture::Offices;
