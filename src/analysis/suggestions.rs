//! The few contacts that would join pairs of departments newly and make offers known.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::domain::{Cell, Level};
use crate::text::gaps::Reason;

use super::departments::{DepartmentPair, PairState};
use super::gaps::{Catalogue, Cells, Entry};
use super::graph::Graph;
use super::partition::Partition;

/// No more contacts than a steering group can agree on.
const MOST: usize = 5;

/// With fewer than this, pairs follow that share no offers, if chance gives them a tie.
const FEWEST: usize = 3;

/// A contact that is suggested, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// `contact`.
    pub kind: &'static str,
    /// Who could begin: a function by its id; for leaders the department.
    pub a: String,
    /// With whom: a function by its id; for leaders the department.
    pub b: String,
    /// The two departments that it would join newly.
    pub departments: [String; 2],
    /// The cells in which both hold offers.
    pub shared: Vec<Cell>,
    /// The offers that one of the two alone knows, by id.
    pub makes_known: Vec<String>,
    /// The names of the two functions; none for leaders.
    #[serde(skip)]
    pub labels: Option<[String; 2]>,
    /// The names of the offers.
    #[serde(skip)]
    pub names: Vec<String>,
}

/// Between whom a contact could be.
pub(super) struct Functions<'a> {
    /// The actors.
    pub graph: &'a Graph,
    /// Their departments.
    pub partition: &'a Partition,
    /// The id and the name of an actor of the graph.
    pub id: &'a dyn Fn(u32) -> (String, String),
}

/// Three to five contacts, fewer where fewer have a reason; none past 300 departments.
///
/// A greedy cover (Nemhauser, Wolsey & Fisher 1978, Mathematical Programming 14:265–294): a pair of departments
/// without a reported tie gains one where both hold offers in the same cell, and one for each offer that one of them
/// alone knows and the other could use, having offers in the same life phase. The pair that gains most comes first;
/// of equals the one whose departments were named less so far, then with more shared cells, then with more ties to be
/// expected, then in order. An offer counts once. Of a department the function is named that was named less so far,
/// then takes part in more of the offers concerned, then is coordinating, leading, operative, then the first by id:
/// which contacts it has plays no part, so this is no ranking of people.
pub(super) fn suggestions(
    catalogue: &Catalogue<'_>,
    pairs: Option<&[DepartmentPair]>,
    hidden: &HashSet<&str>,
    functions: Option<&Functions<'_>>,
) -> Option<Vec<Suggestion>> {
    let cells = catalogue.cells_by_holder();
    let held = |department: &str| cells.get(department).copied().unwrap_or_default();
    let mut open: Vec<&DepartmentPair> = pairs?
        .iter()
        .filter(|pair| pair.state == PairState::NoneReported)
        .collect();
    let mut told: HashSet<usize> = HashSet::new();
    let mut named: HashMap<&str, u32> = HashMap::new();
    let mut found = Vec::new();
    let mut chosen = Vec::new();
    while found.len() < MOST {
        let unknown = Unknown::of(catalogue, hidden, &told);
        let best = open
            .iter()
            .enumerate()
            .map(|(at, pair)| {
                let shared = held(&pair.a).and(held(&pair.b));
                let offers = unknown.between((&pair.a, held(&pair.a)), (&pair.b, held(&pair.b)));
                let gain = u32::from(!shared.is_empty()) + offers;
                let times = |name: &str| named.get(name).copied().unwrap_or(0);
                let busy = times(&pair.a).max(times(&pair.b));
                (at, gain, busy, shared.len(), pair.expected.unwrap_or(0.0))
            })
            .filter(|(_, gain, _, _, expected)| {
                *gain > 0 || (found.len() < FEWEST && *expected >= 1.0)
            })
            .min_by(|x, y| {
                let more = y.1.cmp(&x.1).then(x.2.cmp(&y.2)).then(y.3.cmp(&x.3));
                more.then(y.4.total_cmp(&x.4)).then(x.0.cmp(&y.0))
            });
        let Some((at, ..)) = best else { break };
        let pair = open.remove(at);
        for name in [pair.a.as_str(), pair.b.as_str()] {
            *named.entry(name).or_default() += 1;
        }
        let shared = held(&pair.a).and(held(&pair.b));
        let offers = unknown.offers((&pair.a, held(&pair.a)), (&pair.b, held(&pair.b)));
        told.extend(&offers);
        let (ends, labels) = functions.map_or((None, None), |functions| {
            let concerned = |offer: usize| {
                offers.contains(&offer) || !catalogue.offers[offer].cells.and(shared).is_empty()
            };
            let ends = [&pair.a, &pair.b].map(|name| {
                let function = functions.of(name, catalogue, concerned, &chosen);
                chosen.extend(function);
                function.map(|function| (functions.id)(function))
            });
            let [a, b] = ends;
            a.zip(b).map(|((a, x), (b, y))| ([a, b], [x, y])).unzip()
        });
        let departments = [pair.a.clone(), pair.b.clone()];
        let [a, b] = ends.unwrap_or_else(|| departments.clone());
        let of_offers = |text: fn(&Entry<'_>) -> String| -> Vec<String> {
            offers
                .iter()
                .map(|offer| text(&catalogue.offers[*offer]))
                .collect()
        };
        found.push(Suggestion {
            kind: "contact",
            a,
            b,
            departments,
            shared: shared.list(),
            makes_known: of_offers(|offer| offer.id.to_owned()),
            labels,
            names: of_offers(|offer| offer.label.to_owned()),
        });
    }
    Some(found)
}

impl Suggestion {
    /// Why it is suggested.
    pub fn reason(&self) -> Reason<'_> {
        let [a, b] = &self.departments;
        Reason::Contact {
            departments: [a, b],
            functions: self.labels.as_ref().map(|[a, b]| [a.as_str(), b]),
            cells: &self.shared,
            makes_known: &self.names,
        }
    }
}

/// The offers that one department alone knows, by that department.
struct Unknown<'a>(HashMap<&'a str, Vec<(usize, Cells)>>);

impl<'a> Unknown<'a> {
    fn of(catalogue: &Catalogue<'a>, hidden: &HashSet<&str>, told: &HashSet<usize>) -> Self {
        let mut unknown: HashMap<&str, Vec<(usize, Cells)>> = HashMap::new();
        // Where nobody is entered as knowing any offer, nothing says that one is unknown.
        let known = catalogue.offers.iter().any(|offer| offer.known);
        for (at, offer) in catalogue.offers.iter().enumerate().filter(|_| known) {
            if let Some(only) = offer
                .rests
                .only_knower()
                .filter(|name| !hidden.contains(name))
                && !told.contains(&at)
            {
                unknown.entry(only).or_default().push((at, offer.cells));
            }
        }
        Self(unknown)
    }

    fn each(&self, of: &str, other: Cells, mut see: impl FnMut(usize)) {
        let families = other.whole_life_phases();
        for (offer, cells) in self.0.get(of).into_iter().flatten() {
            if !cells.and(families).is_empty() {
                see(*offer);
            }
        }
    }

    fn between(&self, a: (&str, Cells), b: (&str, Cells)) -> u32 {
        let mut number = 0;
        self.each(a.0, b.1, |_| number += 1);
        self.each(b.0, a.1, |_| number += 1);
        number
    }

    fn offers(&self, a: (&str, Cells), b: (&str, Cells)) -> Vec<usize> {
        let mut offers = Vec::new();
        self.each(a.0, b.1, |offer| offers.push(offer));
        self.each(b.0, a.1, |offer| offers.push(offer));
        offers
    }
}

impl Functions<'_> {
    /// The function of a department that is named for a contact.
    fn of(
        &self,
        department: &str,
        catalogue: &Catalogue<'_>,
        concerned: impl Fn(usize) -> bool,
        chosen: &[u32],
    ) -> Option<u32> {
        let offers: Vec<&Entry<'_>> = (0..catalogue.offers.len())
            .filter(|offer| concerned(*offer))
            .map(|offer| &catalogue.offers[offer])
            .collect();
        let members = self.partition.members.iter().zip(&self.partition.group);
        members
            .filter(|(_, group)| self.partition.names[**group as usize] == department)
            .map(|(member, _)| *member)
            .min_by_key(|member| {
                let times = chosen.iter().filter(|other| *other == member).count();
                let takes = |offer: &&&Entry<'_>| offer.takers.binary_search(member).is_ok();
                let part = offers.iter().filter(takes).count();
                let level = match self.graph.actors[*member as usize].level {
                    Some(Level::Coordinating) => 0,
                    Some(Level::Leading) => 1,
                    Some(Level::Operative) => 2,
                    None => 3,
                };
                (times, std::cmp::Reverse(part), level, *member)
            })
    }
}
