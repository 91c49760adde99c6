//! The places of a district's map, and the state for which they were computed.

use crate::domain::MapPlaces;

use super::Mark;

/// Places of a map at a state of its district. Of another state they are where its own places start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The mark of the district's state.
    pub mark: Mark,
    /// The places.
    pub places: MapPlaces,
}
