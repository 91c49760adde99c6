//! Gaps as they are written to JSON: each with its reason in a sentence of one language.

use serde::Serialize;

use crate::domain::Cell;
use crate::text::Lang;
use crate::text::gaps::Reason;

use super::kinds::{ActorPair, Gaps, OneDepartment, PairGap, Sharing, Unreferred};

/// What is told, with the reason why.
#[derive(Serialize)]
pub(in super::super) struct Told<'a, T> {
    #[serde(flatten)]
    what: &'a T,
    reason: String,
}

impl<'a, T> Told<'a, T> {
    /// All of them, each with its reason in a language.
    pub(in super::super) fn all(
        rows: &'a [T],
        reason: impl Fn(&'a T) -> Reason<'a>,
        lang: Lang,
    ) -> Vec<Self> {
        let told = |what| Self {
            what,
            reason: reason(what).say(lang),
        };
        rows.iter().map(told).collect()
    }
}

/// The gaps in a language.
#[derive(Serialize)]
pub(in super::super) struct Written<'a> {
    offers: usize,
    department_pairs: Option<Vec<Told<'a, PairGap>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sharing: Option<Sharing>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actor_pairs: Option<Vec<Told<'a, ActorPair>>>,
    known_to_one: Option<Vec<Told<'a, OneDepartment>>>,
    not_referred: Option<Vec<Told<'a, Unreferred>>>,
    held_by_one: Vec<Told<'a, OneDepartment>>,
    cells: Vec<Told<'a, Cell>>,
}

impl<'a> Written<'a> {
    /// The gaps, each with its reason in a language.
    pub(in super::super) fn of(gaps: &'a Gaps, lang: Lang) -> Self {
        let pairs = gaps.department_pairs.as_deref();
        let actors = gaps.actor_pairs.as_deref();
        let known = gaps.known_to_one.as_deref();
        let unreferred = gaps.not_referred.as_deref();
        Self {
            offers: gaps.offers,
            department_pairs: pairs.map(|rows| Told::all(rows, PairGap::reason, lang)),
            sharing: gaps.sharing,
            actor_pairs: actors.map(|rows| Told::all(rows, ActorPair::reason, lang)),
            known_to_one: known.map(|rows| Told::all(rows, OneDepartment::reason, lang)),
            not_referred: unreferred.map(|rows| Told::all(rows, Unreferred::reason, lang)),
            held_by_one: Told::all(&gaps.held_by_one, OneDepartment::reason, lang),
            cells: Told::all(&gaps.cells, |cell| Reason::NoOffer(*cell), lang),
        }
    }
}
