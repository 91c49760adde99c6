//! What changed between two phases with the places of the picture of one phase: nothing but what the leaders' figures of
//! each phase tell.

use std::collections::BTreeMap;

use crate::analysis::{
    OfficeInPhases, OfficeRows, OfficesChange, Outline, PairInPhases, Selection, Turn, outline,
};
use crate::domain::{Stop, Survey};
use crate::map::error::MapError;
use crate::map::network::scene::Scene;
use crate::text::pages::Whole;
use crate::text::views::Share;

/// Two offices in two phases, their ends places among the offices, the smaller first.
pub type Pair = PairInPhases;

/// Everything that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// The offices of all phases, each with its place.
    pub offices: Vec<Office>,
    /// The pairs of offices with a tie in either phase.
    pub pairs: Vec<Pair>,
    /// What is told of both phases without places.
    pub told: OfficesChange,
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
        let told = OfficesChange::of(outlines.each_ref().map(rows));
        let known: BTreeMap<&str, &OfficeInPhases> = told
            .offices
            .iter()
            .map(|office| (office.name.as_str(), office))
            .collect();
        let offices = scene.rooms.iter().map(|room| {
            let own = known.get(room.name.as_str());
            Office {
                name: room.name.clone(),
                hue: room.hue,
                functions: own.map_or([0; 2], |own| own.functions),
                shares: own.map_or([None; 2], |own| own.shares),
            }
        });
        Ok(Self {
            offices: offices.collect(),
            pairs: placed(scene, &told),
            told,
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

    /// Whether there is one office alone in both phases.
    pub fn is_one_office(&self) -> bool {
        let mut phases = self.told.whole.iter();
        phases.all(|phase| matches!(phase, Whole::OneOffice(_)))
    }

    /// Whether no tie at all is reported in either phase.
    pub fn is_without_ties(&self) -> bool {
        self.pairs.is_empty() && self.told.whole == [Whole::NoTies; 2]
    }
}

fn rows(outline: &Outline) -> OfficeRows<'_> {
    (&outline.departments, outline.pairs.as_deref())
}

/// The pairs with their offices' places in the picture.
fn placed(scene: &Scene, told: &OfficesChange) -> Vec<Pair> {
    let names = scene.rooms.iter().map(|room| room.name.as_str());
    let places: BTreeMap<&str, usize> = names.zip(0..).collect();
    let place = |end: usize| places.get(told.offices[end].name.as_str()).copied();
    let pairs = told.pairs.iter().filter_map(|pair| {
        let (a, b) = place(pair.ends[0]).zip(place(pair.ends[1]))?;
        let ends = [a.min(b), a.max(b)];
        Some(Pair { ends, ..*pair })
    });
    let mut pairs: Vec<Pair> = pairs.collect();
    pairs.sort_by_key(|pair| pair.ends);
    pairs
}
