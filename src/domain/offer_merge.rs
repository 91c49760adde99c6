//! What goes with an offer that is removed, and what comes along where two turn out to be one.

use std::collections::BTreeSet;

use super::change::Change;
use super::edit::Edit;
use super::network::Network;
use super::offer::{Offer, OfferId, Party};
use super::words::{BadText, Note, Text};

/// A field of two offers that does not hold what stands in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overflow {
    /// One of the longer texts.
    Text,
    /// The remark.
    Note,
}

/// The changes that remove an offer: cooperations that are about it lose that mention and stay.
pub fn removing_offer(network: &Network, id: &OfferId) -> Vec<Change> {
    let Some(offer) = network.offers.get(id) else {
        return Vec::new();
    };
    let mut changes = mentioning(network, id, None);
    let gone = Edit::remove(id.clone(), offer.clone());
    changes.push(Change::Offer(Box::new(gone)));
    changes
}

/// The changes that make one offer of two: all parts and mentions come along to `into`, what both hold stands once, and
/// what each says in words stands there in one text. Where a text has no room for both nothing is merged.
pub fn merging_offers(
    network: &Network,
    from: &OfferId,
    into: &OfferId,
) -> Result<Vec<Change>, Overflow> {
    let (Some(gone), Some(kept)) = (network.offers.get(from), network.offers.get(into)) else {
        return Ok(Vec::new());
    };
    if from == into {
        return Ok(Vec::new());
    }
    let mut changes = mentioning(network, from, Some(into));
    let both = united(kept, gone)?;
    let removed = Edit::remove(from.clone(), gone.clone());
    changes.push(Change::Offer(Box::new(removed)));
    if both != *kept {
        let edit = Edit::replace(into.clone(), kept.clone(), both);
        changes.push(Change::Offer(Box::new(edit)));
    }
    Ok(changes)
}

/// How many cooperations are about an offer, each counted once a phase.
pub fn cooperations_about(network: &Network, id: &OfferId) -> usize {
    let about = network.reports.iter();
    let about = about.filter(|(_, report)| report.offers.contains(id));
    let pairs = about.map(|((phase, from, to), _)| (phase, from.min(to), from.max(to)));
    pairs.collect::<BTreeSet<_>>().len()
}

/// Takes an offer out of the reports that are about it, and puts another in its place.
fn mentioning(network: &Network, id: &OfferId, instead: Option<&OfferId>) -> Vec<Change> {
    let about = network.reports.iter();
    let about = about.filter(|(_, report)| report.offers.contains(id));
    about
        .map(|(key, report)| {
            let mut after = report.clone();
            after.offers.remove(id);
            after.offers.extend(instead.cloned());
            Change::Report(Edit::replace(key.clone(), report.clone(), after))
        })
        .collect()
}

/// Both offers as one; the first gives the name.
fn united(kept: &Offer, gone: &Offer) -> Result<Offer, Overflow> {
    let mut both = kept.clone();
    both.life_phases.extend(&gone.life_phases);
    both.fields.extend(&gone.fields);
    for (phase, parties) in &gone.providers {
        let here = both.providers.entry(phase.clone()).or_default();
        here.extend(parties.iter().cloned());
    }
    both.known_to.extend(gone.known_to.iter().cloned());
    both.referred_by.extend(gone.referred_by.iter().cloned());
    match (&kept.responsible, &gone.responsible) {
        (None, other) => both.responsible = other.clone(),
        // One office is responsible; the other one surely knows the offer.
        (Some(own), Some(other)) if own != other => {
            both.known_to.insert(Party::Department(other.clone()));
        }
        (Some(_), _) => {}
    }
    both.target_group = joined(&kept.target_group, &gone.target_group)?;
    both.area = joined(&kept.area, &gone.area)?;
    both.goal = joined(&kept.goal, &gone.goal)?;
    both.funding = joined(&kept.funding, &gone.funding)?;
    let [own, other] = [kept, gone].map(|offer| offer.note.as_ref().map(Note::as_str));
    both.note = together(own, other, Note::parse).map_err(|_| Overflow::Note)?;
    Ok(both)
}

fn joined(kept: &Option<Text>, gone: &Option<Text>) -> Result<Option<Text>, Overflow> {
    let [own, other] = [kept, gone].map(|text| text.as_ref().map(Text::as_str));
    together(own, other, Text::parse).map_err(|_| Overflow::Text)
}

/// Two texts as one, where the first does not say the second already.
fn together<T>(
    own: Option<&str>,
    other: Option<&str>,
    parse: fn(&str) -> Result<T, BadText>,
) -> Result<Option<T>, BadText> {
    let text = match (own, other) {
        (Some(own), Some(other)) if !own.contains(other) => format!("{own}; {other}"),
        (Some(one), _) | (None, Some(one)) => one.to_owned(),
        (None, None) => return Ok(None),
    };
    parse(&text).map(Some)
}
