//! What a gap is, of each kind, and its reason.

use std::collections::HashSet;

use serde::Serialize;

use crate::domain::Cell;
use crate::text::gaps::Reason;

/// The gaps of a selection.
#[derive(Debug, Clone, PartialEq)]
pub struct Gaps {
    /// How many offers there are.
    pub offers: usize,
    /// Pairs of departments without a reported tie that hold offers in the same cells; null past 300 departments.
    pub department_pairs: Option<Vec<PairGap>>,
    /// How many actors share an offer, tied and not; absent for leaders.
    pub sharing: Option<Sharing>,
    /// The pairs of actors without a tie that share most offers, 100 at most; absent for leaders.
    pub actor_pairs: Option<Vec<ActorPair>>,
    /// Offers that one department alone knows; null where of no offer it is entered who knows it.
    pub known_to_one: Option<Vec<OneDepartment>>,
    /// Offers that nobody refers to; null where nobody is entered as referring to any.
    pub not_referred: Option<Vec<Unreferred>>,
    /// Offers that one department provides and answers for alone.
    pub held_by_one: Vec<OneDepartment>,
    /// The cells without an offer, life phases from the youngest.
    pub cells: Vec<Cell>,
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
    /// The name of the offer.
    #[serde(skip)]
    pub name: String,
    /// Whether the department alone holds it, rather than knows it.
    #[serde(skip)]
    pub held: bool,
}

/// An offer that nobody refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unreferred {
    /// The id of the offer.
    pub offer: String,
    /// The name of the offer.
    #[serde(skip)]
    pub name: String,
}

impl Gaps {
    /// Drops the offers that rest with one of these departments alone: of a department of one or two functions that
    /// would be a statement about them.
    pub(in super::super) fn without(&mut self, hidden: &HashSet<&str>) {
        for rows in self.known_to_one.iter_mut().chain([&mut self.held_by_one]) {
            rows.retain(|offer| !hidden.contains(offer.department.as_str()));
        }
    }
}

impl PairGap {
    /// Why it is a gap.
    pub fn reason(&self) -> Reason<'_> {
        Reason::SameCells {
            departments: [&self.a, &self.b],
            cells: &self.shared,
        }
    }
}

impl ActorPair {
    /// Why it is a gap.
    pub fn reason(&self) -> Reason<'_> {
        let [a, b] = &self.labels;
        Reason::SameOffers {
            actors: [a, b],
            offers: &self.names,
        }
    }
}

impl OneDepartment {
    /// Why it is a gap.
    pub fn reason(&self) -> Reason<'_> {
        let (offer, department) = (self.name.as_str(), self.department.as_str());
        match self.held {
            true => Reason::HeldByOne { offer, department },
            false => Reason::KnownToOne { offer, department },
        }
    }
}

impl Unreferred {
    /// Why it is a gap.
    pub fn reason(&self) -> Reason<'_> {
        Reason::NotReferred { offer: &self.name }
    }
}
