//! Actors that have offers in common, and whether they are tied.

use std::cmp::Reverse;

use super::super::graph::Graph;
use super::catalogue::Catalogue;
use super::kinds::{ActorPair, Sharing};

/// The pairs without a tie that are named.
const MOST_NAMED: usize = 100;

/// An offer with more actors than this says nothing of two of them.
const MOST_TAKERS: usize = 300;

/// Counts the pairs of actors that share an offer, and names those without a tie that share most.
///
/// Where answering was recorded, pairs of which neither side answered are not counted. Bodies count only where the
/// selection counts them. These are the open and closed triangles of two actors and one offer: Bodin & Tengö 2012,
/// Global Environmental Change 22:430–439.
pub(super) fn sharing(
    graph: &Graph,
    catalogue: &Catalogue<'_>,
    bodies: bool,
    id: impl Fn(u32) -> (String, String),
) -> (Sharing, Vec<ActorPair>) {
    let heard = graph.heard();
    let takers = takers(graph, catalogue, bodies);
    let mut offers_of: Vec<Vec<u32>> = vec![Vec::new(); graph.len()];
    for (offer, takers) in (0..).zip(&takers) {
        for actor in takers {
            offers_of[*actor as usize].push(offer);
        }
    }
    let mut sharing = Sharing::default();
    let mut untied: Vec<Untied> = Vec::new();
    let mut shared = vec![0_u32; graph.len()];
    let mut met = Vec::new();
    for a in 0..graph.len() as u32 {
        for offer in &offers_of[a as usize] {
            let takers = &takers[*offer as usize];
            for b in &takers[takers.partition_point(|taker| *taker <= a)..] {
                if shared[*b as usize] == 0 {
                    met.push(*b);
                }
                shared[*b as usize] += 1;
            }
        }
        met.sort_unstable();
        for b in met.drain(..) {
            let number = std::mem::take(&mut shared[b as usize]);
            if graph.neighbours(a).binary_search(&b).is_ok() {
                sharing.tied_pairs += 1;
                sharing.tied_shared += u64::from(number);
            } else if heard(a) || heard(b) {
                sharing.untied_pairs += 1;
                sharing.untied_shared += u64::from(number);
                let shared = Reverse(number);
                untied.push(Untied { shared, a, b });
            }
        }
        if untied.len() > 100 * MOST_NAMED {
            first(&mut untied);
        }
    }
    first(&mut untied);
    let named = untied.into_iter();
    let named = named.map(|pair| pair.named(catalogue, &offers_of, &id));
    (sharing, named.collect())
}

/// Of each offer the actors that take part in it; none of one with too many.
fn takers(graph: &Graph, catalogue: &Catalogue<'_>, bodies: bool) -> Vec<Vec<u32>> {
    let counts = |actor: &&u32| bodies || !graph.actors[**actor as usize].body;
    let offers = catalogue.offers.iter();
    let takers = offers.map(|offer| offer.takers.iter().filter(counts).copied().collect());
    takers
        .map(|takers: Vec<u32>| match takers.len() > MOST_TAKERS {
            true => Vec::new(),
            false => takers,
        })
        .collect()
}

/// Two actors without a tie; those that share most come first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Untied {
    /// How many offers they share.
    shared: Reverse<u32>,
    a: u32,
    b: u32,
}

/// Keeps the pairs that are named.
fn first(untied: &mut Vec<Untied>) {
    untied.sort_unstable();
    untied.truncate(MOST_NAMED);
}

impl Untied {
    fn named(
        &self,
        catalogue: &Catalogue<'_>,
        offers_of: &[Vec<u32>],
        id: impl Fn(u32) -> (String, String),
    ) -> ActorPair {
        let [of_a, of_b] = [self.a, self.b].map(|actor| &offers_of[actor as usize]);
        let both = of_a
            .iter()
            .filter(|offer| of_b.binary_search(offer).is_ok());
        let offers = both.map(|offer| &catalogue.offers[*offer as usize]);
        let ((a, label_a), (b, label_b)) = (id(self.a), id(self.b));
        ActorPair {
            a,
            b,
            offers: offers.clone().map(|offer| offer.id.to_owned()).collect(),
            labels: [label_a, label_b],
            names: offers.map(|offer| offer.label.to_owned()).collect(),
        }
    }
}
