//! Where the functions of a district lie on its map: kept, so that the map stays as people know it.

use serde::{Deserialize, Serialize};

/// The places of a map.
///
/// They belong to no phase, language, paper or audience: all pictures of a district take theirs from here. Places of
/// actors who left stay, for whoever looks at an earlier phase.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapPlaces {
    /// The size of marks and names, as a number of the map's own list from the most generous on.
    pub size: u8,
    /// The font size of the departments' names, in tenths of the picture's units.
    pub title: u16,
    /// Who lies where, by actor and department.
    pub actors: Vec<MapPlace>,
}

/// The place of an actor in a department; whoever changes departments has one in each.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MapPlace {
    /// The actor's id.
    pub actor: String,
    /// The department's id.
    pub department: String,
    /// To the right, in tenths of the picture's units.
    pub x: i32,
    /// Downwards, in the same.
    pub y: i32,
    /// On which side of its mark its name stands, as a number of the map's own list; none where names have a place of their
    /// own, or none was free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<u8>,
}
