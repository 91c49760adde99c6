//! The few contacts that would join pairs of departments newly and make offers known.

use std::cmp::{Ordering, Reverse};
use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::domain::{Cell, Level};
use crate::text::gaps::Reason;

use super::gaps::{Catalogue, Cells, Entry};
use super::graph::Graph;
use super::pairs::{DepartmentPair, PairState};
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
    let mut open: Vec<Open<'_>> = pairs?
        .iter()
        .filter(|pair| pair.state == PairState::NoneReported)
        .map(|pair| Open::of(pair, &cells))
        .collect();
    let mut told: HashSet<usize> = HashSet::new();
    let mut named: HashMap<&str, u32> = HashMap::new();
    let mut found = Vec::new();
    let mut chosen = Vec::new();
    while found.len() < MOST {
        let unknown = Unknown::of(catalogue, hidden, &told);
        let worth = |pair: &Open<'_>| pair.worth(&unknown, &named);
        let counts =
            |worth: &Worth| worth.gain.0 > 0 || (found.len() < FEWEST && worth.expected >= 1.0);
        let best = open
            .iter()
            .map(worth)
            .enumerate()
            .filter(|(_, worth)| counts(worth))
            .min_by(|(_, one), (_, other)| one.before(other));
        let Some((at, _)) = best else { break };
        let pair = open.remove(at);
        for side in pair.sides {
            *named.entry(side.name).or_default() += 1;
        }
        let offers = unknown.offers(pair.sides);
        told.extend(&offers);
        let functions =
            functions.and_then(|functions| functions.both(&pair, catalogue, &offers, &mut chosen));
        found.push(pair.suggestion(catalogue, &offers, functions));
    }
    Some(found)
}

/// A department, and the cells in which it holds offers.
#[derive(Clone, Copy)]
struct Holder<'a> {
    name: &'a str,
    cells: Cells,
}

/// A pair of departments without a reported tie.
struct Open<'a> {
    sides: [Holder<'a>; 2],
    /// The cells in which both hold offers.
    shared: Cells,
    expected: f64,
}

/// What a contact would be worth: of several the first by the order of these fields is taken.
struct Worth {
    /// How much it joins and makes known, most first.
    gain: Reverse<u32>,
    /// How often the one of its departments that was named most was so far.
    named: u32,
    /// How many cells they share, most first.
    shared: Reverse<u32>,
    /// How many ties chance gives, most first.
    expected: f64,
}

impl Worth {
    fn before(&self, other: &Self) -> Ordering {
        let order = |one: &Self| (one.gain, one.named, one.shared);
        order(self)
            .cmp(&order(other))
            .then(other.expected.total_cmp(&self.expected))
    }
}

impl<'a> Open<'a> {
    fn of(pair: &'a DepartmentPair, cells: &HashMap<&str, Cells>) -> Self {
        let holder = |name: &'a String| Holder {
            name,
            cells: cells.get(name.as_str()).copied().unwrap_or_default(),
        };
        let sides = [holder(&pair.a), holder(&pair.b)];
        Self {
            sides,
            shared: sides[0].cells.and(sides[1].cells),
            expected: pair.expected.unwrap_or(0.0),
        }
    }

    fn worth(&self, unknown: &Unknown<'_>, named: &HashMap<&str, u32>) -> Worth {
        let joined = u32::from(!self.shared.is_empty());
        let times = self
            .sides
            .map(|side| named.get(side.name).copied().unwrap_or(0));
        Worth {
            gain: Reverse(joined + unknown.number(self.sides)),
            named: times[0].max(times[1]),
            shared: Reverse(self.shared.len()),
            expected: self.expected,
        }
    }

    /// The contact between two functions, by their ids and names, or between the departments.
    fn suggestion(
        &self,
        catalogue: &Catalogue<'_>,
        offers: &[usize],
        functions: Option<[Function; 2]>,
    ) -> Suggestion {
        let departments = self.sides.map(|side| side.name.to_owned());
        let (ends, labels) = functions
            .map(|[a, b]| ([a.id, b.id], [a.label, b.label]))
            .unzip();
        let [a, b] = ends.unwrap_or_else(|| departments.clone());
        let offers = offers.iter().map(|offer| &catalogue.offers[*offer]);
        Suggestion {
            kind: "contact",
            a,
            b,
            departments,
            shared: self.shared.list(),
            makes_known: offers.clone().map(|offer| offer.id.to_owned()).collect(),
            labels,
            names: offers.map(|offer| offer.label.to_owned()).collect(),
        }
    }
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

    /// The offers that one of two departments alone knows and the other could use.
    fn of_both(&self, [a, b]: [Holder<'_>; 2]) -> impl Iterator<Item = usize> {
        let one_way = |knows: Holder<'_>, other: Holder<'_>| {
            let families = other.cells.whole_life_phases();
            let offers = self.0.get(knows.name).into_iter().flatten();
            offers
                .filter(move |(_, cells)| !cells.and(families).is_empty())
                .map(|(offer, _)| *offer)
        };
        one_way(a, b).chain(one_way(b, a))
    }

    fn number(&self, sides: [Holder<'_>; 2]) -> u32 {
        self.of_both(sides).count() as u32
    }

    fn offers(&self, sides: [Holder<'_>; 2]) -> Vec<usize> {
        self.of_both(sides).collect()
    }
}

/// A function that is named for a contact.
struct Function {
    id: String,
    label: String,
}

impl Functions<'_> {
    /// The functions of a pair of departments that are named; none where one has no function.
    fn both(
        &self,
        pair: &Open<'_>,
        catalogue: &Catalogue<'_>,
        offers: &[usize],
        chosen: &mut Vec<u32>,
    ) -> Option<[Function; 2]> {
        let concerned = |offer: usize| {
            offers.contains(&offer) || !catalogue.offers[offer].cells.and(pair.shared).is_empty()
        };
        let [a, b] = pair.sides.map(|side| {
            let function = self.of(side.name, catalogue, concerned, chosen);
            chosen.extend(function);
            function.map(|function| {
                let (id, label) = (self.id)(function);
                Function { id, label }
            })
        });
        Some([a?, b?])
    }

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
                (times, Reverse(part), level, *member)
            })
    }
}
