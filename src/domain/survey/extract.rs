//! Some phases of a survey, and two surveys as two phases of one.

use std::collections::HashMap;

use super::in_phase::InPhase;
use super::rows::{Column, Survey, SurveyParty, SurveyPhase};
use crate::domain::natural;

impl Survey {
    /// The survey of these phases alone: who neither stands in one of them, nor is named by a tie or an offer of one,
    /// is not in it. All departments stay: their signs hang on each other.
    pub fn of_phases(&self, phases: &[u16]) -> Self {
        let keeps = |phase: Option<u16>| phase.is_none_or(|phase| phases.contains(&phase));
        let kept: Vec<bool> = self.presences.iter().map(|row| keeps(row.phase)).collect();
        let mut some = Self {
            title: self.title.clone(),
            from_district: self.from_district,
            departments: self.departments.clone(),
            kinds: self.kinds.clone(),
            presences: chosen(&self.presences, &kept),
            columns: self
                .columns
                .iter()
                .map(|column| Column {
                    names: column.names.clone(),
                    values: chosen(&column.values, &kept),
                })
                .collect(),
            ties: self.ties.clone(),
            offers: self.offers.clone(),
            map_places: self.map_places.clone(),
            withheld: self.withheld.clone(),
            ..Self::default()
        };
        some.ties.retain(|tie| keeps(tie.phase));
        some.offers.retain(|offer| keeps(offer.phase));
        some.withheld.retain(|one| keeps(Some(one.phase)));
        let is_named = some.named(self.actors.len());
        some.actors = chosen(&self.actors, &is_named);
        some.move_actors(&new_places(&is_named));
        let all = (0..).take(self.phases.len());
        let is_kept: Vec<bool> = all.map(|phase| phases.contains(&phase)).collect();
        some.phases = chosen(&self.phases, &is_kept);
        let places = new_places(&is_kept).into_iter();
        let places: Vec<u16> = places.map(|place| place as u16).collect();
        some.move_phases(&places);
        some
    }

    /// Two surveys, each in a phase, as the two phases of one, to be compared: who has the same id is the same, called
    /// as the later one says.
    pub fn joined(sides: [InPhase<'_>; 2], named: [SurveyPhase; 2]) -> Self {
        let mut sides = sides.map(|side| match side.phase {
            Some(phase) => side.survey.of_phases(&[phase]),
            None => side.survey.clone(),
        });
        let (actors, places) = union(sides.each_ref().map(|side| &side.actors), |one| &one.id);
        sides
            .iter_mut()
            .zip(&places)
            .for_each(|(side, places)| side.move_actors(places));
        let of = sides.each_ref().map(|side| &side.departments);
        let (departments, places) = union(of, |one| &one.id);
        sides
            .iter_mut()
            .zip(&places)
            .for_each(|(side, places)| side.move_departments(places));
        let [earlier, later] = &mut sides;
        let mut both = Self {
            title: later.title.clone(),
            from_district: later.from_district,
            phases: named.to_vec(),
            departments,
            actors,
            columns: columns([earlier, later]),
            kinds: kinds([earlier, later]),
            map_places: later.map_places.take(),
            ..Self::default()
        };
        for (side, place) in sides.into_iter().zip(0..) {
            let presences = side.presences.into_iter();
            both.presences.extend(presences.map(|mut row| {
                row.phase = Some(place);
                row
            }));
            both.ties.extend(side.ties.into_iter().map(|mut tie| {
                tie.phase = Some(place);
                tie
            }));
            both.withheld
                .extend(side.withheld.into_iter().map(|mut one| {
                    one.phase = place;
                    one
                }));
            both.offers.extend(side.offers.into_iter().map(|mut offer| {
                offer.phase = Some(place);
                offer
            }));
        }
        both.sort_rows();
        both
    }

    /// Which actors the rows name.
    fn named(&self, actors: usize) -> Vec<bool> {
        let mut named = vec![false; actors];
        let presences = self.presences.iter().map(|row| row.actor);
        let ties = self.ties.iter().flat_map(|tie| [tie.from, tie.to]);
        let parties = self.offers.iter().flat_map(|offer| offer.parties());
        let parties = parties.filter_map(|party| match party {
            SurveyParty::Actor(actor) => Some(*actor),
            SurveyParty::Department(_) | SurveyParty::Section(..) => None,
        });
        for actor in presences.chain(ties).chain(parties) {
            named[actor as usize] = true;
        }
        named
    }
}

fn chosen<T: Clone>(all: &[T], which: &[bool]) -> Vec<T> {
    let both = all.iter().zip(which);
    both.filter(|(_, chosen)| **chosen)
        .map(|(one, _)| one.clone())
        .collect()
}

/// For each place the new one, once those that are not kept are gone.
fn new_places(kept: &[bool]) -> Vec<u32> {
    let mut next = 0;
    let places = kept.iter().map(|kept| {
        let place = next;
        next += u32::from(*kept);
        place
    });
    places.collect()
}

/// The records of both sides in the natural order of their ids, and for each side the new places of its own.
fn union<T: Clone>(sides: [&Vec<T>; 2], id: fn(&T) -> &str) -> (Vec<T>, [Vec<u32>; 2]) {
    let mut latest: HashMap<&str, &T> = HashMap::new();
    latest.extend(sides.into_iter().flatten().map(|one| (id(one), one)));
    let mut all: Vec<(&str, &T)> = latest.into_iter().collect();
    all.sort_by(|(a, _), (b, _)| natural(a, b));
    let place_of: HashMap<&str, u32> = all.iter().map(|(id, _)| *id).zip(0..).collect();
    let places = sides.map(|side| side.iter().map(|one| place_of[id(one)]).collect());
    (
        all.into_iter().map(|(_, one)| one.clone()).collect(),
        places,
    )
}

/// The columns of both sides, the presences of the later one behind those of the earlier.
fn columns([earlier, later]: [&Survey; 2]) -> Vec<Column> {
    let mut columns = earlier.columns.clone();
    for column in &mut columns {
        column
            .values
            .resize(earlier.presences.len() + later.presences.len(), None);
    }
    for column in &later.columns {
        let known = columns
            .iter()
            .position(|known| known.names[0] == column.names[0]);
        let at = known.unwrap_or_else(|| {
            columns.push(Column {
                names: column.names.clone(),
                values: vec![None; earlier.presences.len() + later.presences.len()],
            });
            columns.len() - 1
        });
        columns[at].values[earlier.presences.len()..].clone_from_slice(&column.values);
    }
    columns
}

/// The kinds of both sides; the ties of the later one get the bits that these have.
fn kinds([earlier, later]: [&mut Survey; 2]) -> Vec<String> {
    let mut kinds = earlier.kinds.clone();
    let places: Vec<usize> = later
        .kinds
        .iter()
        .map(|kind| {
            let known = kinds.iter().position(|known| known == kind);
            known.unwrap_or_else(|| {
                kinds.push(kind.clone());
                kinds.len() - 1
            })
        })
        .collect();
    for tie in &mut later.ties {
        let bits = places
            .iter()
            .enumerate()
            .filter(|(old, _)| tie.kinds & 1 << old != 0);
        tie.kinds = bits.map(|(_, new)| 1 << new).sum();
    }
    kinds
}
