//! The one offer of which most is to be said: often a single one shows what is in the way elsewhere.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::domain::natural;
use crate::text::gaps::Missing;

use super::report::SiloReport;

/// An offer, and what is missing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOffer<'a> {
    /// Its id.
    pub id: &'a str,
    /// What is missing.
    pub missing: Missing<'a>,
}

/// The offer with most kinds of gaps; of equals one that a suggested contact would make known, in the order of the
/// suggestions, then one that few know before one that few hold, then the first by id. None where no gap is known.
pub fn one_offer(report: &SiloReport) -> Option<OneOffer<'_>> {
    let gaps = report.gaps.as_ref()?;
    let mut offers: BTreeMap<&str, Missing<'_>> = BTreeMap::new();
    for row in gaps.known_to_one.iter().flatten() {
        let own = offers.entry(&row.offer).or_default();
        (own.offer, own.known_to) = (&row.name, Some(row.department.as_str()));
    }
    for row in gaps.not_referred.iter().flatten() {
        let own = offers.entry(&row.offer).or_default();
        (own.offer, own.not_referred) = (&row.name, true);
    }
    for row in &gaps.held_by_one {
        let own = offers.entry(&row.offer).or_default();
        (own.offer, own.held_by) = (&row.name, Some(row.department.as_str()));
    }
    let suggested = report.suggestions.iter().flatten();
    let suggested: Vec<&str> = suggested
        .flat_map(|contact| contact.makes_known.iter().map(String::as_str))
        .collect();
    let rank = |(id, missing): &(&str, Missing<'_>)| {
        let place = suggested.iter().position(|offer| offer == id);
        let few_know = missing.known_to.is_some();
        (
            Reverse(missing.kinds()),
            place.unwrap_or(usize::MAX),
            Reverse(few_know),
        )
    };
    let order = |one: &(&str, Missing<'_>), other: &(&str, Missing<'_>)| {
        let order = rank(one).cmp(&rank(other));
        order.then_with(|| natural(one.0, other.0))
    };
    let (id, missing) = offers.into_iter().min_by(order)?;
    Some(OneOffer { id, missing })
}
