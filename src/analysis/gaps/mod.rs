//! Where something is missing: ties between those who serve the same families, and offers that few know or hold.

mod catalogue;
mod district;
mod rests;
mod sharing;

use std::collections::HashSet;

use serde::{Serialize, Serializer};

use crate::domain::{Field, LifePhase};
use crate::text::{Lang, gaps as words};

use super::departments::{DepartmentPair, PairState};
use super::graph::Graph;
pub use district::{Alone, held_by_one, known_to_one};

pub(super) use catalogue::{Catalogue, Cells, Entry};

/// The gaps of a selection; of each what it is and a sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gaps {
    /// How many offers there are.
    pub offers: usize,
    /// Pairs of departments without a reported tie that hold offers in the same cells; null past 300 departments.
    pub department_pairs: Option<Vec<PairGap>>,
    /// How many actors share an offer, tied and not; absent for leaders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sharing: Option<Sharing>,
    /// The pairs of actors without a tie that share most offers, 100 at most; absent for leaders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor_pairs: Option<Vec<ActorPair>>,
    /// Offers that one department alone knows; null where of no offer it is entered who knows it.
    pub known_to_one: Option<Vec<OneDepartment>>,
    /// Offers that nobody refers to; null where nobody is entered as referring to any.
    pub not_referred: Option<Vec<Unreferred>>,
    /// Offers that one department provides and answers for alone.
    pub held_by_one: Vec<OneDepartment>,
    /// The cells without an offer, life phases from the youngest.
    pub cells: Vec<EmptyCell>,
}

/// A life phase in a field of action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The life phase, by its code.
    #[serde(serialize_with = "life_phase")]
    pub life_phase: LifePhase,
    /// The field of action, by its code.
    #[serde(serialize_with = "field")]
    pub field: Field,
}

/// A cell without an offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EmptyCell {
    /// The cell.
    #[serde(flatten)]
    pub cell: Cell,
    /// The gap in a sentence.
    pub reason: String,
}

/// A pair of departments without a reported tie that hold offers in the same cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PairGap {
    /// The first department.
    pub a: String,
    /// The second department.
    pub b: String,
    /// The cells in which both hold offers.
    pub shared: Vec<Cell>,
    /// The offers of the first there, by id.
    pub offers_a: Vec<String>,
    /// The offers of the second there, by id.
    pub offers_b: Vec<String>,
    /// The gap in a sentence.
    pub reason: String,
}

/// How many pairs of actors take part in the same offers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Sharing {
    /// Pairs without a tie.
    pub untied_pairs: u64,
    /// The same, counted once for each shared offer.
    pub untied_shared: u64,
    /// Pairs with a tie.
    pub tied_pairs: u64,
    /// The same, counted once for each shared offer.
    pub tied_shared: u64,
}

/// Two actors that take part in the same offers and are not tied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActorPair {
    /// The id of the first.
    pub a: String,
    /// The id of the second.
    pub b: String,
    /// The offers that both take part in, by id.
    pub offers: Vec<String>,
    /// The gap in a sentence.
    pub reason: String,
    /// The names of the two.
    #[serde(skip)]
    pub labels: [String; 2],
    /// The names of the offers.
    #[serde(skip)]
    pub names: Vec<String>,
}

/// An offer that rests with one department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OneDepartment {
    /// The id of the offer.
    pub offer: String,
    /// The department.
    pub department: String,
    /// The gap in a sentence.
    pub reason: String,
    /// The name of the offer.
    #[serde(skip)]
    pub name: String,
}

/// An offer that nobody refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unreferred {
    /// The id of the offer.
    pub offer: String,
    /// The gap in a sentence.
    pub reason: String,
    /// The name of the offer.
    #[serde(skip)]
    pub name: String,
}

fn life_phase<S: Serializer>(value: &LifePhase, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(value.code())
}

fn field<S: Serializer>(value: &Field, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(value.code())
}

impl Gaps {
    /// The gaps of a catalogue, in no language yet; none without an offer.
    ///
    /// Pairs with most shared cells come first, then in their order. Offers stand by id. For each actor's place in
    /// the graph `id` gives its id and name; none for leaders.
    pub(super) fn of(
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
        let one = |id: &str, name: &str, department: &str| OneDepartment {
            offer: id.to_owned(),
            department: department.to_owned(),
            reason: String::new(),
            name: name.to_owned(),
        };
        let filled = offers().fold(Cells::default(), |all, offer| all.or(offer.cells));
        let sharing = id.map(|id| sharing::sharing(graph, catalogue, bodies, id));
        let (sharing, actor_pairs) = sharing.unzip();
        Some(Self {
            offers: catalogue.offers.len(),
            department_pairs: pairs.map(|pairs| pair_gaps(catalogue, pairs)),
            sharing,
            actor_pairs,
            known_to_one: offers().any(|offer| offer.known).then(|| {
                offers()
                    .filter_map(|offer| {
                        Some(one(offer.id, offer.label, offer.rests.only_knower()?))
                    })
                    .collect()
            }),
            not_referred: offers().any(|offer| offer.referred).then(|| {
                offers()
                    .filter(|offer| !offer.referred)
                    .map(|offer| Unreferred {
                        offer: offer.id.to_owned(),
                        reason: String::new(),
                        name: offer.label.to_owned(),
                    })
                    .collect()
            }),
            held_by_one: offers()
                .filter_map(|offer| Some(one(offer.id, offer.label, offer.rests.only_holder()?)))
                .collect(),
            cells: filled
                .missing()
                .list()
                .into_iter()
                .map(|cell| EmptyCell {
                    cell,
                    reason: String::new(),
                })
                .collect(),
        })
    }

    /// Leaves out that one of these departments stands alone with an offer: of one or two functions it would be a
    /// statement about them.
    pub(super) fn without(&mut self, hidden: &HashSet<&str>) {
        for rows in self.known_to_one.iter_mut().chain([&mut self.held_by_one]) {
            rows.retain(|offer| !hidden.contains(offer.department.as_str()));
        }
    }

    /// Says each gap in a sentence of a language.
    pub fn tell(&mut self, lang: Lang) {
        for gap in self.department_pairs.iter_mut().flatten() {
            gap.reason = words::same_cells(lang, (&gap.a, &gap.b), &spoken(&gap.shared));
        }
        for gap in self.actor_pairs.iter_mut().flatten() {
            let [a, b] = &gap.labels;
            gap.reason = words::same_offers(lang, (a, b), &gap.names);
        }
        for gap in self.known_to_one.iter_mut().flatten() {
            gap.reason = words::known_to_one(lang, &gap.name, &gap.department);
        }
        for gap in self.not_referred.iter_mut().flatten() {
            gap.reason = words::not_referred(lang, &gap.name);
        }
        for gap in &mut self.held_by_one {
            gap.reason = words::held_by_one(lang, &gap.name, &gap.department);
        }
        for gap in &mut self.cells {
            gap.reason = words::empty_cell(lang, gap.cell.life_phase, gap.cell.field);
        }
    }
}

/// The cells as the texts take them.
pub(super) fn spoken(cells: &[Cell]) -> Vec<(LifePhase, Field)> {
    cells
        .iter()
        .map(|cell| (cell.life_phase, cell.field))
        .collect()
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
                reason: String::new(),
            })
        })
        .collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.shared.len()));
    gaps
}
