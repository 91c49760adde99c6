//! Finds the gaps of a catalogue of offers.

use crate::analysis::graph::Graph;
use crate::analysis::pairs::{DepartmentPair, PairState};

use super::catalogue::{Catalogue, Cells, Entry};
use super::kinds::{Gaps, OneDepartment, PairGap, Unreferred};
use super::sharing::sharing;

impl Gaps {
    /// The gaps of a catalogue; none without an offer.
    ///
    /// Pairs with most shared cells come first, then in their order. Offers stand by id. For each actor's place in
    /// the graph `id` gives its id and name; none for leaders.
    pub(in super::super) fn of(
        graph: &Graph,
        catalogue: &Catalogue<'_>,
        pairs: Option<&[DepartmentPair]>,
        bodies: bool,
        id: Option<&dyn Fn(u32) -> (String, String)>,
    ) -> Option<Self> {
        if catalogue.offers.is_empty() {
            return None;
        }
        let offers = || catalogue.offers.iter();
        let known = |offer: &Entry<'_>| alone(offer, offer.rests.only_knower()?, false);
        let held = |offer: &Entry<'_>| alone(offer, offer.rests.only_holder()?, true);
        let filled = offers().fold(Cells::default(), |all, offer| all.or(offer.cells));
        let (sharing, actor_pairs) = id.map(|id| sharing(graph, catalogue, bodies, id)).unzip();
        Some(Self {
            offers: catalogue.offers.len(),
            department_pairs: pairs.map(|pairs| pair_gaps(catalogue, pairs)),
            sharing,
            actor_pairs,
            known_to_one: offers()
                .any(|offer| offer.known)
                .then(|| offers().filter_map(known).collect()),
            not_referred: offers()
                .any(|offer| offer.referred)
                .then(|| offers().filter_map(unreferred).collect()),
            held_by_one: offers().filter_map(held).collect(),
            cells: filled.missing().list(),
        })
    }
}

fn alone(offer: &Entry<'_>, department: &str, held: bool) -> Option<OneDepartment> {
    Some(OneDepartment {
        offer: offer.id.to_owned(),
        department: department.to_owned(),
        name: offer.label.to_owned(),
        held,
    })
}

fn unreferred(offer: &Entry<'_>) -> Option<Unreferred> {
    (!offer.referred).then(|| Unreferred {
        offer: offer.id.to_owned(),
        name: offer.label.to_owned(),
    })
}

fn pair_gaps(catalogue: &Catalogue<'_>, pairs: &[DepartmentPair]) -> Vec<PairGap> {
    let cells = catalogue.cells_by_holder();
    let held = |department: &str| cells.get(department).copied().unwrap_or_default();
    let offers = |department: &str, shared: Cells| {
        let there = catalogue.offers.iter().filter(|offer| {
            offer.rests.holders.contains(department) && !offer.cells.and(shared).is_empty()
        });
        there.map(|offer| offer.id.to_owned()).collect()
    };
    let mut gaps: Vec<PairGap> = pairs
        .iter()
        .filter(|pair| pair.state == PairState::NoneReported)
        .filter_map(|pair| {
            let shared = held(&pair.a).and(held(&pair.b));
            (!shared.is_empty()).then(|| PairGap {
                a: pair.a.clone(),
                b: pair.b.clone(),
                shared: shared.list(),
                offers_a: offers(&pair.a, shared),
                offers_b: offers(&pair.b, shared),
            })
        })
        .collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.shared.len()));
    gaps
}
