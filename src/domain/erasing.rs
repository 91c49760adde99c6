//! A function deleted: a random id and a number for its name, wherever it stands. Its ties and its office stay, so that no
//! figure changes.

use std::collections::BTreeSet;

use super::actor::{Actor, ActorId};
use super::change::Change;
use super::edit::Edit;
use super::map_places::MapPlaces;
use super::mention::without_names;
use super::network::Network;
use super::offer::{Offer, Party};
use super::open_point::OpenPoint;
use super::report::Report;
use super::words::Text;

/// What a deleted function is called, before its number.
const CALLED: &str = "Funktion ";

/// A function that is deleted, and what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasing {
    /// The function.
    pub actor: ActorId,
    /// Its random id from then on.
    pub id: ActorId,
    /// What it is called from then on.
    pub name: Text,
    /// What it is and was called: blanked in open points.
    pub names: BTreeSet<Text>,
    /// What the functions that stay are called: of these nothing is blanked.
    pub others: BTreeSet<Text>,
}

/// What was blanked on the way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Blanked {
    /// Whether the function was met at all.
    pub met: bool,
    /// How many notes went.
    pub notes: usize,
    /// In how many open points the name went.
    pub points: usize,
}

/// The first name of a deleted function that nobody in a district has.
pub fn free_name(network: &Network) -> Text {
    let taken: BTreeSet<&str> = network
        .actors
        .values()
        .map(|actor| actor.name.as_str())
        .collect();
    (1..)
        .map(|number: u32| format!("{CALLED}{number}"))
        .find(|name| !taken.contains(name.as_str()))
        .and_then(|name| Text::parse(&name).ok())
        .expect("the numbers do not end")
}

impl Erasing {
    /// The network without the function's name and notes, and without its name in open points.
    pub fn network(&self, network: &Network) -> (Network, Blanked) {
        let mut after = network.clone();
        let mut blanked = Blanked::default();
        if let Some(mut actor) = after.actors.remove(&self.actor) {
            self.actor(&mut actor, &mut blanked);
            after.actors.insert(self.id.clone(), actor);
        }
        after.memberships = std::mem::take(&mut after.memberships)
            .into_iter()
            .map(|((actor, phase), place)| ((self.renamed(actor), phase), place))
            .collect();
        for offer in after.offers.values_mut() {
            self.offer(offer, &mut blanked);
        }
        after.reports = std::mem::take(&mut after.reports)
            .into_iter()
            .map(|((phase, from, to), mut report)| {
                if from == self.actor || to == self.actor {
                    self.report(&mut report, &mut blanked);
                }
                ((phase, self.renamed(from), self.renamed(to)), report)
            })
            .collect();
        for point in after.open_points.values_mut() {
            self.point(point, &mut blanked);
        }
        (after, blanked)
    }

    /// Blanks the function in a step of the history.
    pub fn changes(&self, changes: &mut [Change]) -> Blanked {
        let mut blanked = Blanked::default();
        for change in changes {
            match change {
                Change::District(_)
                | Change::Phase(_)
                | Change::Department(_)
                | Change::Release(_) => {}
                Change::Actor(edit) if edit.key == self.actor => {
                    edit.key = self.id.clone();
                    each(edit, |actor| self.actor(actor, &mut blanked));
                }
                Change::Actor(_) => {}
                Change::Membership(edit) => {
                    blanked.met |= edit.key.0 == self.actor;
                    edit.key.0 = self.renamed(edit.key.0.clone());
                }
                Change::OpenPoint(edit) => each(edit, |point| self.point(point, &mut blanked)),
                Change::Offer(edit) => each(edit, |offer| self.offer(offer, &mut blanked)),
                Change::Report(edit) => {
                    let (_, from, to) = &mut edit.key;
                    if *from == self.actor || *to == self.actor {
                        blanked.met = true;
                        *from = self.renamed(from.clone());
                        *to = self.renamed(to.clone());
                        each(edit, |report| self.report(report, &mut blanked));
                    }
                }
            }
        }
        blanked
    }

    /// Renames the function among the places of a map; whether it was there.
    pub fn places(&self, places: &mut MapPlaces) -> bool {
        let own = |place: &&mut super::map_places::MapPlace| place.actor == self.actor.as_str();
        let mut met = false;
        for place in places.actors.iter_mut().filter(own) {
            place.actor = self.id.to_string();
            met = true;
        }
        // In the order in which places are kept.
        places.actors.sort();
        met
    }

    fn renamed(&self, actor: ActorId) -> ActorId {
        match actor == self.actor {
            true => self.id.clone(),
            false => actor,
        }
    }

    fn actor(&self, actor: &mut Actor, blanked: &mut Blanked) {
        blanked.met = true;
        blanked.notes += usize::from(actor.note.is_some());
        actor.name = self.name.clone();
        actor.note = None;
    }

    fn report(&self, report: &mut Report, blanked: &mut Blanked) {
        blanked.met = true;
        blanked.notes += usize::from(report.note.is_some());
        report.note = None;
    }

    fn point(&self, point: &mut OpenPoint, blanked: &mut Blanked) {
        if let Some(text) = without_names(&point.text, [&self.names, &self.others], &self.name) {
            blanked.met = true;
            blanked.points += 1;
            point.text = text;
        }
    }

    fn offer(&self, offer: &mut Offer, blanked: &mut Blanked) {
        let mut rename = |parties: &mut BTreeSet<Party>| {
            if parties.remove(&Party::Actor(self.actor.clone())) {
                parties.insert(Party::Actor(self.id.clone()));
                blanked.met = true;
            }
        };
        offer.providers.values_mut().for_each(&mut rename);
        rename(&mut offer.known_to);
        rename(&mut offer.referred_by);
    }
}

/// Both sides of an edit.
fn each<K, V>(edit: &mut Edit<K, V>, change: impl FnMut(&mut V)) {
    let sides = [&mut edit.before, &mut edit.after];
    sides.into_iter().flatten().for_each(change);
}
