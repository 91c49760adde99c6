//! Where answers differ about one offer: an occasion to ask each other, not a fault of anybody.

use std::collections::BTreeSet;

use crate::domain::{
    ActorId, Membership, Network, Offer, OfferId, Party, PhaseId, Report, TieKinds, natural,
};

/// What does not fit together about an offer. Who of two said what is not told.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Differing<'n> {
    /// One side names a cooperation on the offer; the other has answered and does not.
    OneSide([&'n ActorId; 2]),
    /// Both name it, with different kinds of cooperation.
    Kinds([&'n ActorId; 2]),
    /// Who is named in a cooperation on it, and neither runs, refers to nor knows it as it is recorded.
    NotRecorded(&'n ActorId),
    /// Who runs it as it is recorded and has answered, and is named in no cooperation on it.
    NotNamed(&'n ActorId),
}

/// Where answers differ about an offer in a phase: pairs before single functions, each kind by the names. Undefined
/// where the offer does not exist in the phase, or nobody there names a cooperation on it.
///
/// A report names a cooperation on the offer if it lists the offer and its strength is not 0. A side has answered if it
/// says so in the phase or reports of the other; who left the other's office open has not said anything of it. Kinds
/// differ where both sides state some, and not the same. A function is recorded with its department or section as well.
pub fn differing<'n>(
    network: &'n Network,
    phase: &PhaseId,
    offer: &OfferId,
) -> Option<Vec<Differing<'n>>> {
    let about = About {
        network,
        phase,
        offer: (offer, network.offers.get(offer)?),
    };
    let providers = about.offer.1.providers.get(phase)?;
    let keys = network.reports.iter();
    let keys = keys.filter(|((of, ..), report)| of == phase && about.names(report));
    let named: Vec<[&ActorId; 2]> = keys.map(|((_, from, to), _)| [from, to]).collect();
    if named.is_empty() {
        return None;
    }
    let mut all: BTreeSet<Differing<'_>> = BTreeSet::new();
    all.extend(named.iter().filter_map(|ends| about.pair(*ends)));
    let actors: BTreeSet<&ActorId> = named.into_iter().flatten().collect();
    let unrecorded = actors.iter().filter(|actor| !about.is_recorded(actor));
    all.extend(unrecorded.map(|actor| Differing::NotRecorded(actor)));
    let silent = providers.iter().filter_map(|party| match party {
        Party::Actor(actor) if about.answered(actor) && !actors.contains(actor) => Some(actor),
        _ => None,
    });
    all.extend(silent.map(Differing::NotNamed));
    let mut all: Vec<Differing<'_>> = all.into_iter().collect();
    all.sort_by(|a, b| about.order(a, b));
    Some(all)
}

/// What is looked at.
struct About<'n, 'a> {
    network: &'n Network,
    phase: &'a PhaseId,
    offer: (&'a OfferId, &'n Offer),
}

impl<'n> About<'n, '_> {
    fn names(&self, report: &Report) -> bool {
        let is_tied = report.strength.is_none_or(|strength| strength.number() > 0);
        is_tied && report.offers.contains(self.offer.0)
    }

    fn place(&self, actor: &ActorId) -> Option<&'n Membership> {
        let key = (actor.clone(), self.phase.clone());
        self.network.memberships.get(&key)
    }

    fn answered(&self, actor: &ActorId) -> bool {
        self.place(actor)
            .is_some_and(|place| place.answered == Some(true))
    }

    /// What one says of another.
    fn says(&self, from: &ActorId, to: &ActorId) -> Option<&'n Report> {
        let key = (self.phase.clone(), from.clone(), to.clone());
        self.network.reports.get(&key)
    }

    /// What differs between two of whom the first names a cooperation on the offer.
    fn pair(&self, [from, to]: [&'n ActorId; 2]) -> Option<Differing<'n>> {
        let ends = if from < to { [from, to] } else { [to, from] };
        let Some(other) = self.says(to, from) else {
            let left_open = match (self.place(to), self.place(from)) {
                (Some(own), Some(place)) => own.open.contains(&place.department),
                _ => false,
            };
            return (self.answered(to) && !left_open).then_some(Differing::OneSide(ends));
        };
        if !self.names(other) {
            return Some(Differing::OneSide(ends));
        }
        let kinds = self.says(from, to).map(|report| &report.kinds)?;
        let none = TieKinds::default();
        let are_stated = *kinds != none && other.kinds != none;
        (are_stated && *kinds != other.kinds).then_some(Differing::Kinds(ends))
    }

    /// Whether the offer's record names a function, itself or by where it stands.
    fn is_recorded(&self, actor: &ActorId) -> bool {
        let offer = self.offer.1;
        let place = self.place(actor);
        let responsible = offer.responsible.as_ref();
        let is_responsible = place.is_some_and(|place| responsible == Some(&place.department));
        let providers = offer.providers.get(self.phase).into_iter().flatten();
        let mut parties = providers.chain(&offer.known_to).chain(&offer.referred_by);
        is_responsible
            || parties.any(|party| match party {
                Party::Actor(one) => one == actor,
                Party::Department(one) => place.is_some_and(|place| place.department == *one),
                Party::Section(one, section) => place.is_some_and(|place| {
                    place.department == *one && place.section.as_ref() == Some(section)
                }),
            })
    }

    /// The kind of what differs, and the names of whom it is about.
    fn key<'k>(&'k self, one: &Differing<'k>) -> (u8, [&'k str; 2]) {
        let name = |actor: &'k ActorId| {
            let record = self.network.actors.get(actor);
            record.map_or(actor.as_str(), |record| record.name.as_str())
        };
        match one {
            Differing::OneSide(ends) => (0, ends.map(name)),
            Differing::Kinds(ends) => (1, ends.map(name)),
            Differing::NotRecorded(actor) => (2, [name(actor), ""]),
            Differing::NotNamed(actor) => (3, [name(actor), ""]),
        }
    }

    fn order(&self, a: &Differing<'_>, b: &Differing<'_>) -> std::cmp::Ordering {
        let ((kind, names), (other, others)) = (self.key(a), self.key(b));
        let by_name = || natural(names[0], others[0]).then_with(|| natural(names[1], others[1]));
        kind.cmp(&other).then_with(by_name).then_with(|| a.cmp(b))
    }
}
