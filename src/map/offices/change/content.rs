//! What changed between two phases, as far as the leaders' figures of each phase tell it.
//!
//! Nothing here is worked out from single functions: a pair has its state and ties in each phase, an office its ties, and
//! both are in the report of that phase. So the two together tell nothing that the two reports don't. The comparison
//! of who was there in both phases has no pairs for leaders: one function more or less would be seen in them.

use std::collections::BTreeMap;

use crate::analysis::{
    DepartmentFigures, DepartmentPair, Outline, PairState, Selection, clearly_more, outline,
};
use crate::domain::{Stop, Survey};
use crate::map::error::MapError;
use crate::map::network::scene::Scene;
use crate::text::views::{InPhase, Share};

/// Everything that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// The offices of all phases, each with its place.
    pub offices: Vec<Office>,
    /// The pairs of offices with a tie in either phase.
    pub pairs: Vec<Pair>,
}

/// An office in two phases.
#[derive(Debug, Clone, PartialEq)]
pub struct Office {
    /// Its name.
    pub name: String,
    /// Its place among the departments of all scopes, which decides its colour.
    pub hue: usize,
    /// How many functions it has in each phase; none: it is not there.
    pub functions: [u32; 2],
    /// How many of its ties stay inside in each phase; none where that is not told, or there is no tie.
    pub shares: [Option<Share>; 2],
}

impl Office {
    /// The functions that its circle stands for: now, or before if it is gone.
    pub fn shown(&self) -> u32 {
        match self.functions {
            [before, 0] => before,
            [_, now] => now,
        }
    }
}

/// Two offices in two phases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Their places among the offices, the smaller first.
    pub ends: [usize; 2],
    /// What is reported of it before and now.
    pub phases: [InPhase; 2],
    /// What became of it, where that is shown.
    pub turn: Option<Turn>,
}

/// What may become of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// No tie before, some now.
    New,
    /// Some before, none now.
    Ended,
    /// Clearly more now.
    Grown,
}

impl Turn {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::New, Self::Ended, Self::Grown];

    /// What became of a pair; none where nothing of that did, or nobody was asked in one of the phases.
    fn of([from, to]: [InPhase; 2]) -> Option<Self> {
        if [from, to].contains(&InPhase::NotAsked) {
            return None;
        }
        match (from.any(), to.any()) {
            (false, true) => Some(Self::New),
            (true, false) => Some(Self::Ended),
            _ => {
                let grown = from.ties().zip(to.ties());
                let grown = grown.is_some_and(|(from, to)| clearly_more([from, to]));
                grown.then_some(Self::Grown)
            }
        }
    }
}

impl Pair {
    /// The ties that the width of its line tells: now, or before where it ended.
    pub fn told_ties(&self) -> Option<u32> {
        let [from, to] = self.phases;
        match self.turn {
            Some(Turn::Ended) => from.ties(),
            _ => to.ties(),
        }
    }
}

impl Changes {
    /// What changed between two selections of offices that differ in their phase; `scene` is of one of them.
    pub fn of(
        survey: &Survey,
        phases: [&Selection; 2],
        scene: &Scene,
        stop: &Stop,
    ) -> Result<Self, MapError> {
        let before = outline(survey, phases[0])?;
        stop.check()?;
        let outlines = [before, outline(survey, phases[1])?];
        let figures = outlines.each_ref().map(by_name);
        let offices = scene.rooms.iter().map(|room| {
            let own = figures.each_ref().map(|all| all.get(room.name.as_str()));
            Office {
                name: room.name.clone(),
                hue: room.hue,
                functions: own.map(|own| own.map_or(0, |own| own.actors)),
                shares: own.map(|own| own.and_then(|own| share(own))),
            }
        });
        Ok(Self {
            offices: offices.collect(),
            pairs: pairs(scene, &outlines),
        })
    }

    /// The offices that are there in one of the phases, with their places among all.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Office)> {
        let offices = self.offices.iter().enumerate();
        offices.filter(|(_, office)| office.shown() > 0)
    }

    /// The pairs of which this became.
    pub fn turned(&self, turn: Turn) -> impl Iterator<Item = &Pair> {
        let pairs = self.pairs.iter();
        pairs.filter(move |pair| pair.turn == Some(turn))
    }

    /// The names of a pair's offices.
    pub fn called(&self, pair: &Pair) -> [&str; 2] {
        pair.ends.map(|end| self.offices[end].name.as_str())
    }
}

fn by_name(outline: &Outline) -> BTreeMap<&str, &DepartmentFigures> {
    let departments = outline.departments.iter();
    departments
        .map(|figures| (figures.department.as_str(), figures))
        .collect()
}

/// The share that stays inside. Where of no pair of an office's functions a side answered, none inside is not known.
fn share(figures: &DepartmentFigures) -> Option<Share> {
    let (inside, external) = figures.internal.zip(figures.external)?;
    let unknown = figures.density_internal.is_none() && inside == 0;
    let all = inside + external;
    (all > 0 && !unknown).then_some(Share { inside, all })
}

/// The pairs as the reports of the two phases tell them. A pair that is not in one of the phases was not asked about there.
fn pairs(scene: &Scene, outlines: &[Outline; 2]) -> Vec<Pair> {
    let names = scene.rooms.iter().map(|room| room.name.as_str());
    let places: BTreeMap<&str, usize> = names.zip(0..).collect();
    let mut told: BTreeMap<[usize; 2], [InPhase; 2]> = BTreeMap::new();
    for (side, outline) in outlines.iter().enumerate() {
        for pair in outline.pairs.iter().flatten() {
            let ends = places.get(pair.a.as_str()).zip(places.get(pair.b.as_str()));
            let Some((a, b)) = ends else { continue };
            let ends = [*a.min(b), *a.max(b)];
            told.entry(ends).or_insert([InPhase::NotAsked; 2])[side] = reported(pair);
        }
    }
    let told = told.into_iter();
    let told = told.filter(|(_, phases)| phases.iter().any(|side| side.any()));
    told.map(|(ends, phases)| Pair {
        ends,
        phases,
        turn: Turn::of(phases),
    })
    .collect()
}

fn reported(pair: &DepartmentPair) -> InPhase {
    match (pair.state, pair.ties) {
        (PairState::NotAsked, _) => InPhase::NotAsked,
        (_, Some(ties)) => InPhase::Ties(ties),
        (PairState::Reported, None) => InPhase::Reported,
        (PairState::NoneReported, None) => InPhase::NoneReported,
    }
}
