//! One actor merged into another.

use chrono::NaiveDate;

use super::super::actor::ActorId;
use super::super::network::Network;
use super::super::offer::Party;
use super::super::report::ReportKey;
use super::super::words::Note;
use super::unfit::keep;
use super::unite::{filled_up, united};
use super::{Reshaped, Touched, replace_parties};

/// Merges one actor into another: its places, ties and parts of offers come along. Where both have the same, the values of
/// the one that stays win, and of two reports the stronger; what they said of each other vanishes. A remark of the weaker
/// report for which there is no room is kept as an open point, noted on that day.
///
/// None where one of them is not there, or both are one.
pub fn merge_actors(
    network: &Network,
    goes: &ActorId,
    stays: &ActorId,
    noted: NaiveDate,
) -> Option<Reshaped> {
    if goes == stays || !network.actors.contains_key(stays) {
        return None;
    }
    let mut next = network.clone();
    let gone = next.actors.remove(goes)?;
    if let Some(actor) = next.actors.get_mut(stays)
        && actor.note.is_none()
    {
        actor.note = gone.note;
    }
    let mut touched = Touched {
        actors: 1,
        ..Touched::default()
    };
    merge_places(network, &mut next, (goes, stays), &mut touched);
    let left = merge_reports(network, &mut next, (goes, stays), &mut touched);
    touched.notes = left.len();
    for (key, note) in left {
        keep(&mut next, &key, &note, noted);
    }
    for offer in next.offers.values_mut() {
        let is_theirs = |party: &Party| matches!(party, Party::Actor(actor) if actor == goes);
        let other = |party: &Party| is_theirs(party).then(|| Some(Party::Actor(stays.clone())));
        touched.offers += usize::from(replace_parties(offer, other));
    }
    Some(Reshaped::of(network, &next, touched))
}

fn merge_places(
    network: &Network,
    next: &mut Network,
    (goes, stays): (&ActorId, &ActorId),
    touched: &mut Touched,
) {
    let theirs = network.memberships.iter();
    for ((_, phase), place) in theirs.filter(|((actor, _), _)| actor == goes) {
        next.memberships.remove(&(goes.clone(), phase.clone()));
        let key = (stays.clone(), phase.clone());
        let place = match next.memberships.remove(&key) {
            Some(own) => filled_up(own, place),
            None => place.clone(),
        };
        next.memberships.insert(key, place);
        touched.phases += 1;
    }
}

/// Gives one what the other said and what was said of it; answers the remarks for which there is no room, with the reports
/// that they belong to.
fn merge_reports(
    network: &Network,
    next: &mut Network,
    (goes, stays): (&ActorId, &ActorId),
    touched: &mut Touched,
) -> Vec<(ReportKey, Note)> {
    let mut left = Vec::new();
    let renamed = |actor: &ActorId| match actor == goes {
        true => stays.clone(),
        false => actor.clone(),
    };
    let theirs = network.reports.iter();
    for (key, report) in theirs.filter(|((_, from, to), _)| from == goes || to == goes) {
        let (phase, from, to) = key;
        next.reports.remove(key);
        touched.reports += 1;
        let (from, to) = (renamed(from), renamed(to));
        if from == to {
            touched.between += 1;
            continue;
        }
        let key = (phase.clone(), from, to);
        let report = match next.reports.remove(&key) {
            Some(own) => {
                touched.united += 1;
                let (report, note) = united(own, report.clone());
                left.extend(note.map(|note| (key.clone(), note)));
                report
            }
            None => report.clone(),
        };
        next.reports.insert(key, report);
    }
    left
}
