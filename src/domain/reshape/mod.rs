//! Records merged, moved and removed with everything that hangs on them: each a list of changes like any other, which is
//! told before it is made and can be taken back as one step. What was frozen of a district is not touched.

mod departments;
mod merge;
mod moving;
mod removal;
mod unfit;
mod unite;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::network::Network;
use super::offer::{Offer, Party};

pub use departments::{merge_departments, remove_department};
pub use merge::merge_actors;
pub use moving::{NewPlace, move_actor};
pub use removal::remove_actor;

/// The changes that a merger, a move or a removal makes, and how much it touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reshaped {
    /// The changes.
    pub changes: Vec<Change>,
    /// How much they touch.
    pub touched: Touched,
}

/// How much a merger, a move or a removal touches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// Funding phases in which somebody stood in the place that goes.
    pub phases: usize,
    /// Actors that come along or go too.
    pub actors: usize,
    /// Reports of cooperation that come along or go too, those that are united and vanish among them.
    pub reports: usize,
    /// Reports that two said of the same, and that become one.
    pub united: usize,
    /// Remarks of such reports that have no room in one, and are kept as open points.
    #[serde(default)]
    pub notes: usize,
    /// Reports that the two made of each other, which vanish.
    pub between: usize,
    /// Offers in which a part comes along or goes.
    pub offers: usize,
}

impl Reshaped {
    fn of(from: &Network, to: &Network, touched: Touched) -> Self {
        Self {
            changes: from.diff(to),
            touched,
        }
    }
}

/// Replaces parties of an offer by others or by none; whether any was.
fn replace_parties(offer: &mut Offer, other: impl Fn(&Party) -> Option<Option<Party>>) -> bool {
    let lists = offer.providers.values_mut();
    let lists = lists.chain([&mut offer.known_to, &mut offer.referred_by]);
    let mut is_changed = false;
    for list in lists {
        let was: BTreeSet<Party> = std::mem::take(list);
        list.extend(was.into_iter().filter_map(|party| match other(&party) {
            None => Some(party),
            Some(other) => {
                is_changed = true;
                other
            }
        }));
    }
    is_changed
}
