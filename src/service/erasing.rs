//! Deleting: what is over by itself, once a night; a function when it is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::register::Register;
use super::{Error, Result, Service, Snapshot, day, log, moment};
use crate::domain::{
    AUTHOR_MONTHS, Actor, ActorId, Author, BackedUp, Change, DistrictId, Erased, Erasing, Event,
    FrozenSum, contact_ends, free_name, mentions, months_before, names_of,
};
use crate::store::{self, Erasure, Mark, Placed, Scope, Step, Turn};

/// How often it is tried where others write at the same moment.
const TRIES: usize = 20;

/// For how long a turn is somebody's who does not end it: longer than the work takes.
const TURN: TimeDelta = TimeDelta::hours(1);

/// What the work is called of which there is one turn.
const WORK: &str = "erase";

/// A function that was deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// What it is called since.
    pub name: String,
    /// What was deleted, by kinds and numbers.
    pub erased: Erased,
    /// Whether the store's own file holds nothing of it any more.
    pub from_file: bool,
    /// How often the old name still stands in free texts of others.
    pub mentions: usize,
    /// Why it does not stand in the register, so that an older backup would bring it back.
    pub unregistered: Option<String>,
}

impl Service {
    /// Deletes what is over in all districts: authors, contacts, entries of the log. None where another instance is at
    /// it. Answers what was deleted, by scope.
    pub async fn erase_due(
        self: &Arc<Self>,
        now: DateTime<Utc>,
    ) -> Result<Option<Vec<(Scope, Erased)>>> {
        let now = moment(now);
        let turn = |until| Turn {
            work: WORK,
            holder: Uuid::new_v4(),
            now,
            until,
        };
        let turn = turn(now + TURN);
        if !self.store.take_turn(&turn).await? {
            return Ok(None);
        }
        let done = self.erase_all_due(now).await;
        let ended = Turn { until: now, ..turn };
        self.store.take_turn(&ended).await?;
        done.map(Some)
    }

    async fn erase_all_due(&self, now: DateTime<Utc>) -> Result<Vec<(Scope, Erased)>> {
        let before = months_before(now, AUTHOR_MONTHS);
        let mut authors = self.store.forget_authors(before).await?;
        // Which phone entered what goes with the next write of passes; here at the latest.
        self.store.admit(&super::accounts::nothing(now)).await?;
        let mut done = Vec::new();
        let programme = self.programme().await?;
        for district in programme.value.districts.keys() {
            let scope = Scope::District(district.clone());
            let count = authors.remove(&scope).unwrap_or_default();
            let erased = self.erase_contacts_due(district, count, now).await?;
            done.extend(erased.map(|erased| (scope, erased)));
        }
        // The programme's, and those of districts that were removed.
        for (scope, count) in authors {
            let erased = Erased {
                authors: count,
                backups: self.backups(now).await?,
                ..Erased::default()
            };
            let event = Event::Erased(erased.clone());
            self.log(&scope, (Author::Program, now), event).await?;
            done.push((scope, erased));
        }
        Ok(done)
    }

    /// Deletes a district's contacts that are over, and tells of them and of the authors that went.
    async fn erase_contacts_due(
        &self,
        district: &DistrictId,
        authors: usize,
        now: DateTime<Utc>,
    ) -> Result<Option<Erased>> {
        let today = day(now);
        for _ in 0..TRIES {
            let view = self.view(district).await?;
            let contacts = self.contacts(district).await?;
            let over = contacts.iter().filter(|(actor, kept)| {
                contact_ends(&view.network, &view.programme, actor, kept, today) <= today
            });
            let over: Vec<ActorId> = over.map(|(actor, _)| actor.clone()).collect();
            if over.is_empty() && authors == 0 {
                return Ok(None);
            }
            let erased = Erased {
                contacts: over.len(),
                authors,
                backups: self.backups(now).await?,
                ..Erased::default()
            };
            let erasure = Erasure {
                contacts: over,
                ..nothing(&view, (Author::Program, now), &erased)
            };
            match self.store.erase(&erasure).await {
                Ok(_) => return Ok(Some(erased)),
                Err(store::Error::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Error::Contended)
    }

    /// Deletes a function that is named by its id or its name: wherever it stands it has a random id and a number then.
    pub async fn erase_actor(
        &self,
        district: &DistrictId,
        asked: &str,
        signed: (Author, DateTime<Utc>),
    ) -> Result<Gone> {
        let view = self.view(district).await?;
        let steps = self.all_steps(district).await?;
        let actor = found(&view, &steps, asked)?;
        let id = format!("funktion-{}", Uuid::new_v4().simple());
        let mut gone = None;
        for _ in 0..TRIES {
            let view = self.view(district).await?;
            let erasing = Erasing {
                actor: actor.clone(),
                id: ActorId::parse(&id).expect("digits are an id"),
                name: free_name(&view.network),
                names: BTreeSet::new(),
                others: BTreeSet::new(),
            };
            gone = self.erase_as(&view, &erasing, signed.clone()).await?;
            if gone.is_some() {
                break;
            }
        }
        gone.ok_or(Error::Contended)
    }

    /// Deletes again what was deleted before, of a store that a backup has brought back; answers how many functions.
    pub async fn erase_again(&self, now: DateTime<Utc>) -> Result<usize> {
        let Some(register) = &self.register else {
            return Ok(0);
        };
        let unread = |error: std::io::Error| Error::Register(error.to_string());
        let all = register.all().map_err(unread)?;
        let districts: BTreeSet<&DistrictId> = all.iter().map(|gone| &gone.district).collect();
        let mut count = 0;
        for district in districts {
            let view = match self.view(district).await {
                Ok(view) => view,
                Err(Error::NoSuchDistrict { .. }) => continue,
                Err(error) => return Err(error),
            };
            let steps = self.all_steps(district).await?;
            for actor in actors(&view, &steps).into_keys() {
                let erasing = all.iter().find_map(|gone| gone.erasing(district, &actor));
                let Some(erasing) = erasing else { continue };
                let view = self.view(district).await?;
                let again = self
                    .erase_as(&view, &erasing, (Author::Program, now))
                    .await?;
                count += usize::from(again.is_some());
            }
        }
        Ok(count)
    }

    async fn all_steps(&self, district: &DistrictId) -> Result<Vec<Step>> {
        let scope = Scope::District(district.clone());
        Ok(self.store.steps(&scope, None, u32::MAX).await?)
    }

    /// Deletes a function where the district still stands as it was seen; none where somebody wrote in between.
    async fn erase_as(
        &self,
        view: &Snapshot,
        erasing: &Erasing,
        (by, now): (Author, DateTime<Utc>),
    ) -> Result<Option<Gone>> {
        let district = &view.version.district;
        let mut steps = self.all_steps(district).await?;
        let erasing = &named(view, &steps, erasing);
        let (mut network, blanked) = erasing.network(&view.network);
        let frozen = self.frozen_without(view, &steps, erasing, day(now)).await?;
        frozen.rename_in(&mut network);
        steps.retain_mut(|step| in_step(erasing, step) | frozen.rename_in_step(step));
        let places = self.store.places(district).await?;
        let contacts = self.contacts(district).await?;
        let held = contacts.contains_key(&erasing.actor);
        let old = view.network.actors.get(&erasing.actor);
        let erased = Erased {
            functions: 1,
            contacts: usize::from(held),
            notes: blanked.notes,
            points: blanked.points,
            steps: steps.len(),
            backups: self.backups(now).await?,
            ..Erased::default()
        };
        let mut erasure = nothing(view, (by, now), &erased);
        erasure.contacts = held.then(|| erasing.actor.clone()).into_iter().collect();
        erasure.changes = view.network.diff(&network);
        erasure.requests = steps.iter().map(|step| step.stamp.request).collect();
        erasure.steps = steps;
        erasure.thawed = frozen.gone();
        erasure.frozen = frozen.bodies();
        erasure.places = places.and_then(|placed| renamed(placed, erasing, view, erasure.mark));
        let wiped = match self.store.erase(&erasure).await {
            Ok(wiped) => wiped,
            Err(store::Error::Conflict { .. }) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        self.let_go(view, erasure.thawed).await;
        let added = self.register.as_ref().map(|one| one.add(district, erasing));
        let unregistered = added
            .and_then(std::result::Result::err)
            .map(|error| error.to_string());
        if let Some(error) = &unregistered {
            tracing::error!(error, "a deletion is not in the register");
        }
        Ok(Some(Gone {
            name: erasing.name.to_string(),
            erased,
            from_file: wiped.from_file,
            mentions: old.map_or(0, |old| mentions(&network, old.name.as_str())),
            unregistered,
        }))
    }

    /// Holds nothing of the state before any more, nor of frozen bodies that went: they hold the name.
    async fn let_go(&self, view: &Snapshot, thawed: Vec<FrozenSum>) {
        let district = &view.version.district;
        let key = (district.clone(), view.version.head);
        self.networks.invalidate(&key).await;
        for sum in thawed {
            self.thawed.invalidate(&(district.clone(), sum)).await;
        }
    }

    /// The backups that may still exist.
    async fn backups(&self, now: DateTime<Utc>) -> Result<Vec<BackedUp>> {
        let log = self.store.logged(&Scope::Programme).await?;
        let today = day(now);
        let backups = log.into_iter().filter_map(|entry| match entry.event {
            Event::BackedUp(backup) => (backup.destroy_by >= today).then_some(backup),
            _ => None,
        });
        Ok(backups.collect())
    }

    /// The functions of a district that can be deleted, by their ids: those that stand, with their names.
    pub fn erasable(view: &Snapshot) -> Vec<(&ActorId, &Actor)> {
        let mut all: Vec<_> = view.network.actors.iter().collect();
        all.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
        all
    }

    /// The service with the register of deleted functions.
    #[must_use]
    pub fn with_register(mut self, register: Register) -> Self {
        self.register = Some(register);
        self
    }
}

/// A deletion of nothing.
fn nothing(view: &Snapshot, (by, now): (Author, DateTime<Utc>), erased: &Erased) -> Erasure {
    Erasure {
        district: view.version.district.clone(),
        expected: view.version.head,
        mark: Mark(Uuid::new_v4()),
        changes: Vec::new(),
        contacts: Vec::new(),
        places: None,
        frozen: Vec::new(),
        thawed: Vec::new(),
        steps: Vec::new(),
        requests: Vec::new(),
        log: log::entry((by, now), Event::Erased(erased.clone())),
    }
}

/// The deletion with all names that the function bears or bore, and those of the functions that stay.
fn named(view: &Snapshot, steps: &[Step], erasing: &Erasing) -> Erasing {
    let history = steps.iter().flat_map(|step| &step.changes);
    let actors = view.network.actors.iter();
    let others = actors.filter(|(id, _)| **id != erasing.actor);
    Erasing {
        names: names_of(&erasing.actor, &view.network, history),
        others: others.map(|(_, actor)| actor.name.clone()).collect(),
        ..erasing.clone()
    }
}

/// Blanks a function in a step; whether it was in it.
fn in_step(erasing: &Erasing, step: &mut Step) -> bool {
    let blanked = erasing.changes(&mut step.changes);
    step.blanked |= blanked.met;
    blanked.met
}

/// The places of the map with the function's new id, as long as they are those of the state that was seen.
fn renamed(mut placed: Placed, erasing: &Erasing, view: &Snapshot, mark: Mark) -> Option<Placed> {
    let met = erasing.places(&mut placed.places);
    if placed.mark == view.version.head.mark {
        placed.mark = mark;
        return Some(placed);
    }
    met.then_some(placed)
}

/// All actors that a district has or had, with the name that they had last.
fn actors(view: &Snapshot, steps: &[Step]) -> BTreeMap<ActorId, String> {
    let mut all = BTreeMap::new();
    // From the first step on.
    for change in steps.iter().rev().flat_map(|step| &step.changes) {
        if let Change::Actor(edit) = change
            && let Some(actor) = edit.after.as_ref().or(edit.before.as_ref())
        {
            all.insert(edit.key.clone(), actor.name.to_string());
        }
    }
    let standing = view.network.actors.iter();
    all.extend(standing.map(|(id, actor)| (id.clone(), actor.name.to_string())));
    all
}

/// The actor that is asked for: by its id, else by a name that only one has; those that stand before those that stood.
fn found(view: &Snapshot, steps: &[Step], asked: &str) -> Result<ActorId> {
    let all = actors(view, steps);
    if let Some((id, _)) = all.iter().find(|(id, _)| id.as_str() == asked) {
        return Ok(id.clone());
    }
    let named: Vec<&ActorId> = all
        .iter()
        .filter(|(_, name)| name.as_str() == asked)
        .map(|(id, _)| id)
        .collect();
    let stands = |id: &&&ActorId| view.network.actors.contains_key(**id);
    let standing: Vec<&&ActorId> = named.iter().filter(stands).collect();
    match (standing.as_slice(), named.as_slice()) {
        ([id], _) => Ok((**id).clone()),
        ([], [id]) => Ok((*id).clone()),
        ([], []) => Err(Error::NoSuchActor(asked.to_owned())),
        _ => Err(Error::ManySuchActors {
            asked: asked.to_owned(),
            ids: named.into_iter().cloned().collect(),
        }),
    }
}
