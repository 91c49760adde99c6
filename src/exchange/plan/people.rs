//! Which function a text names: by its id or name, or by its name with its department in brackets.

use std::collections::{BTreeMap, BTreeSet};

use super::super::correction::NameOf;
use super::super::fault::{Problem, some_ids};
use super::cells;
use super::desk::Desk;
use super::known::Sought;
use crate::domain::{ActorId, Noun, Text, natural};

/// The actor that a text names; a fault where it may be several.
pub(super) fn found(desk: &Desk<'_>, sought: &Sought<'_>) -> Result<Option<ActorId>, Problem> {
    let text = sought.text;
    match desk.actors.find_text(sought) {
        Ok(None) => in_department(desk, text),
        Err(Problem::Ambiguous { noun, ids }) => Err(Problem::Ambiguous {
            noun,
            ids: written_out(desk, text.as_str()).unwrap_or(ids),
        }),
        found => found,
    }
}

/// The actor that a cell names; else, where that is `told`, what is near.
pub(super) fn get(desk: &Desk<'_>, cell: &str, told: bool) -> Result<ActorId, Problem> {
    let near = || {
        let near = desk.near(cell, desk.actors.texts());
        near.map(|near| desk.actors.proposed(near))
    };
    let found = match cells::text(cell) {
        Ok(text) => found(desk, &Sought::of(&text))?,
        Err(_) => None,
    };
    found.ok_or_else(|| Problem::NoSuch {
        noun: Noun::Actor,
        nearest: told.then(near).flatten(),
    })
}

/// `RSD Süd (Jugendamt)`: the department by its name or short name.
fn in_department(desk: &Desk<'_>, text: &Text) -> Result<Option<ActorId>, Problem> {
    let Some(inner) = text.as_str().strip_suffix(')') else {
        return Ok(None);
    };
    for (at, _) in inner.rmatch_indices('(').take(2) {
        let (name, department) = (inner[..at].trim(), inner[at + 1..].trim());
        let Ok(Some(department)) = desk.departments.find(department) else {
            continue;
        };
        let bearers = desk.actors.bearers(name).into_iter();
        let mut there = bearers.filter(|id| desk.actors.places(id).any(|own| *own == department));
        match (there.next(), there.next()) {
            (Some(id), None) => return Ok(Some(id.clone())),
            (Some(a), Some(b)) => {
                let ids = [a, b].into_iter().chain(there).map(ToString::to_string);
                return Err(Problem::Ambiguous {
                    noun: Noun::Actor,
                    ids: some_ids(ids),
                });
            }
            (None, _) => {}
        }
    }
    Ok(None)
}

/// How to write each bearer of a name: with its department in brackets; none where that tells them not apart.
fn written_out(desk: &Desk<'_>, name: &str) -> Option<Vec<String>> {
    let bearers = desk.actors.bearers(name);
    let written = bearers.iter().map(|id| {
        let name = &desk.network.actors.get(*id)?.name;
        let department = desk.actors.places(id).last()?;
        let department = &desk.network.departments.get(department)?.name;
        Some(format!("{name} ({department})"))
    });
    let written: Option<BTreeSet<String>> = written.collect();
    let written = written.filter(|written| written.len() == bearers.len())?;
    Some(some_ids(written.into_iter()))
}

/// The most names of a kind that are given to choose from.
const MOST: usize = 2_000;

/// The names that are known, of each kind in natural order.
pub(super) fn known(desk: &Desk<'_>) -> BTreeMap<NameOf, Vec<String>> {
    let departments = desk.departments.names().map(str::to_owned);
    let offers = desk.offers.names().map(str::to_owned);
    let phases = desk
        .programme
        .phases
        .values()
        .map(|one| one.name.to_string());
    let actors = desk.actors.names().flat_map(|name| {
        let one = || vec![name.to_owned()];
        match desk.actors.bearers(name).len() {
            0 | 1 => one(),
            _ => written_out(desk, name).unwrap_or_default(),
        }
    });
    BTreeMap::from([
        (NameOf::Department, chosen(departments)),
        (NameOf::Actor, chosen(actors)),
        (NameOf::Offer, chosen(offers)),
        (NameOf::Phase, chosen(phases)),
    ])
}

fn chosen(names: impl Iterator<Item = String>) -> Vec<String> {
    let names: BTreeSet<String> = names.take(MOST).collect();
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort_by(|a, b| natural(a, b));
    names
}
