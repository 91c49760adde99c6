//! Districts: the tenants, each with a network of its own.

use serde::{Deserialize, Serialize};

use super::id::Id;
use super::words::Text;

/// The id of a district, a slug such as `tempelhof-schoeneberg`.
pub type DistrictId = Id<District>;

/// One of Berlin's districts, or the invented one that shows what the service does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct District {
    /// The name as the district writes it.
    pub name: Text,
    /// The place in the official order of districts, from 1.
    pub position: u16,
    /// Whether the people and ties in it are invented; marked on each page and picture.
    pub example: bool,
}
