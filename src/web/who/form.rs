//! The form of one function: what was ticked, what was chosen, and from what it was filled.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::{ActorId, DepartmentId, Network, PhaseId, Strength};
use crate::service::{TieSaid, WhoForm, WhoSaid};
use crate::web::errors::{Error, Result};
use crate::web::posted::Posted;

/// Before the id of a function: the strength that was chosen for it.
pub(super) const STRENGTH: &str = "strength-";

/// The same for its box.
pub(super) const BINDING: &str = "binding-";

/// Before the id of an office: what is said of those that were not ticked.
pub(super) const REST: &str = "rest-";

/// From what a form was filled, as its hidden field holds it.
#[derive(Serialize, Deserialize)]
struct Seen {
    ties: Vec<(ActorId, Option<Strength>, Option<bool>)>,
    open: BTreeSet<DepartmentId>,
}

/// What is said, as a hidden field.
pub(super) fn written(said: &WhoSaid) -> String {
    let ties = said.ties.iter();
    let seen = Seen {
        ties: ties
            .map(|(with, said)| (with.clone(), said.strength, said.binding))
            .collect(),
        open: said.open.clone(),
    };
    serde_json::to_string(&seen).expect("texts and numbers are JSON")
}

fn read(field: &str) -> Option<WhoSaid> {
    let seen: Seen = serde_json::from_str(field).ok()?;
    let ties = seen.ties.into_iter();
    let ties = ties.map(|(with, strength, binding)| (with, TieSaid { strength, binding }));
    Some(WhoSaid {
        ties: ties.collect(),
        open: seen.open,
    })
}

/// A strength as the form sends it; an inner none says that none is stated.
fn strength(value: &str) -> Option<Option<Strength>> {
    if value == "none" {
        return Some(None);
    }
    let number = value.parse().ok()?;
    Strength::parse(number).ok().map(Some)
}

/// Reads what was sent. Whom the form names by `with` or by a strength it speaks of; what is to be removed it no longer
/// names.
pub(super) fn entered(form: &Posted, network: &Network, phase: &PhaseId) -> Result<WhoForm> {
    let actor = form.one("actor").and_then(|id| ActorId::parse(id).ok());
    let actor = actor.ok_or(Error::BadRequest)?;
    let stands = |id: &ActorId| {
        let place = (id.clone(), phase.clone());
        network.memberships.contains_key(&place)
    };
    if !stands(&actor) {
        return Err(Error::NotFound);
    }
    let seen = form.one("seen").and_then(read).ok_or(Error::BadRequest)?;
    let mut chosen: BTreeMap<ActorId, Option<Strength>> = BTreeMap::new();
    for (name, value) in form.fields() {
        let (id, strength) = match name.strip_prefix(STRENGTH) {
            Some(id) => (id, Some(strength(value).ok_or(Error::BadRequest)?)),
            None if name == "with" => (value, None),
            None => continue,
        };
        let id = ActorId::parse(id).map_err(|_| Error::BadRequest)?;
        if id == actor || !stands(&id) {
            return Err(Error::BadRequest);
        }
        let said = chosen.entry(id).or_default();
        *said = strength.unwrap_or(*said);
    }
    let removed: BTreeSet<&str> = form.all("remove").collect();
    let mut ties: BTreeMap<ActorId, TieSaid> = seen.ties.clone();
    ties.retain(|with, _| !removed.contains(with.as_str()));
    for (with, strength) in chosen {
        let ticked = form.one(&format!("{BINDING}{with}")).is_some();
        let before = seen.ties.get(&with).and_then(|said| said.binding);
        let binding = binding(before, ticked);
        ties.insert(with, TieSaid { strength, binding });
    }
    let open = open(form, network);
    let typed = WhoSaid { ties, open };
    Ok(WhoForm {
        actor,
        phase: phase.clone(),
        seen,
        typed,
    })
}

/// A box that nobody ticks says nothing, unless it was ticked before.
fn binding(before: Option<bool>, ticked: bool) -> Option<bool> {
    match (before, ticked) {
        (_, true) => Some(true),
        (Some(_), false) => Some(false),
        (None, false) => None,
    }
}

/// The offices that are left open: each by its own choice, else by the one for all.
fn open(form: &Posted, network: &Network) -> BTreeSet<DepartmentId> {
    let all = form.one("rest");
    let is_open = |id: &&DepartmentId| {
        let own = form.one(&format!("{REST}{id}"));
        own.or(all) == Some("open")
    };
    network
        .departments
        .keys()
        .filter(is_open)
        .cloned()
        .collect()
}
