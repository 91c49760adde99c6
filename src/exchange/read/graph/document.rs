//! Our own JSON, `miteinander/1`, as its tables.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::sheet::Broken;
use super::tables::{Tables, unreadable};
use crate::domain::MapPlaces;
use crate::exchange::columns::Table;
use crate::exchange::fault::Problem;
use crate::exchange::open::{ToldOffices, ToldPoint};
use crate::text::Lang;

/// What the format of a document begins with.
const FORMAT: &str = "miteinander/";

#[derive(Deserialize)]
struct Document {
    format: String,
    #[serde(default)]
    phases: Vec<Phase>,
    #[serde(default)]
    departments: Vec<Department>,
    #[serde(default)]
    actors: Vec<Actor>,
    #[serde(default)]
    memberships: Vec<Membership>,
    #[serde(default)]
    offers: Vec<Offer>,
    #[serde(default)]
    cooperations: Vec<Cooperation>,
    #[serde(default)]
    open_points: Vec<ToldPoint>,
    map_places: Option<MapPlaces>,
}

#[derive(Deserialize)]
struct Phase {
    id: String,
    name: String,
    start: String,
    end: Option<String>,
}

#[derive(Deserialize)]
struct Department {
    id: String,
    name: String,
    short_name: Option<String>,
    kind: String,
    policy_field: Option<String>,
    #[serde(default)]
    divisions: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Actor {
    id: String,
    name: String,
    kind: String,
    note: Option<String>,
    /// An outer none where the document tells no contacts.
    #[serde(default, deserialize_with = "there")]
    contact: Option<Option<String>>,
}

#[derive(Deserialize)]
struct Membership {
    actor: String,
    phase: String,
    department: String,
    section: Option<String>,
    level: Option<String>,
    core_team: Option<bool>,
    asked: Option<bool>,
    answered: Option<bool>,
    #[serde(default)]
    open: Vec<String>,
}

#[derive(Deserialize)]
struct Offer {
    id: String,
    name: String,
    life_phases: Vec<String>,
    fields: Vec<String>,
    #[serde(default)]
    providers: BTreeMap<String, Vec<Party>>,
    responsible: Option<String>,
    #[serde(default)]
    known_to: Vec<Party>,
    #[serde(default)]
    referred_by: Vec<Party>,
    target_group: Option<String>,
    area: Option<String>,
    goal: Option<String>,
    funding: Option<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
struct Party {
    actor: Option<String>,
    department: Option<String>,
    section: Option<String>,
}

#[derive(Deserialize)]
struct Cooperation {
    phase: String,
    from: String,
    to: String,
    strength: Option<u8>,
    #[serde(default)]
    kinds: Vec<String>,
    binding: Option<bool>,
    since: Option<String>,
    through_core_team: Option<bool>,
    #[serde(default)]
    offers: Vec<String>,
    in_workshop: Option<bool>,
    note: Option<String>,
}

/// Tells what is null from what is not there.
fn there<'de, D: serde::Deserializer<'de>>(value: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(value).map(Some)
}

/// A row whose cells stand in the order of the columns.
type Cells = Vec<(usize, String)>;

/// Reads a document.
pub(super) fn read(text: &str, tables: &mut Tables<'_, '_>) -> Result<(), Broken> {
    let document: Document = serde_json::from_str(text).map_err(unreadable)?;
    if !document.format.starts_with(FORMAT) {
        return Err(Problem::Unreadable.into());
    }
    let Document {
        phases,
        departments,
        actors,
        memberships,
        offers,
        cooperations,
        open_points,
        map_places,
        ..
    } = document;
    tables.place(map_places);
    tables.leave_open(open_points, offices_left_open(&memberships))?;
    let mut add = |table: Table, rows: Vec<Cells>| {
        let headers: Vec<&str> = table.headings().iter().map(|heading| heading.key).collect();
        tables.add(table, table.sheet(Lang::De), &headers, rows.into_iter())
    };
    add(
        Table::Departments,
        departments.into_iter().flat_map(department).collect(),
    )?;
    let has_contacts = actors.iter().any(|actor| actor.contact.is_some());
    let actors = actor_rows(actors, memberships);
    add(Table::Offers, offers.into_iter().flat_map(offer).collect())?;
    add(
        Table::Cooperations,
        cooperations.into_iter().map(cooperation).collect(),
    )?;
    add(Table::Phases, phases.into_iter().map(phase).collect())?;
    let headings = Table::Actors.headings().iter();
    // A column that is not there leaves the contacts as they are.
    let headers: Vec<&str> = headings
        .map(|heading| match heading.key {
            "contact" if !has_contacts => "",
            key => key,
        })
        .collect();
    let called = Table::Actors.sheet(Lang::De);
    tables.add(Table::Actors, called, &headers, actors.into_iter())
}

/// The texts of a row in the order of the columns.
fn row<const N: usize>(texts: [Option<String>; N]) -> Cells {
    let texts = texts.into_iter().enumerate();
    texts.filter_map(|(at, text)| Some((at, text?))).collect()
}

fn yes_no(flag: Option<bool>) -> Option<String> {
    flag.map(|yes| if yes { "yes" } else { "no" }.to_owned())
}

fn list(items: impl IntoIterator<Item = String>) -> Option<String> {
    let items: Vec<String> = items.into_iter().collect();
    (!items.is_empty()).then(|| items.join("; "))
}

fn phase(phase: Phase) -> Cells {
    row([
        Some(phase.id),
        Some(phase.name),
        Some(phase.start),
        phase.end,
    ])
}

/// A row for each division, else one.
fn department(department: Department) -> Vec<Cells> {
    let mut divisions: Vec<(Option<String>, Option<String>)> = department
        .divisions
        .iter()
        .map(|(phase, division)| (Some(division.clone()), Some(phase.clone())))
        .collect();
    if divisions.is_empty() {
        divisions.push((None, None));
    }
    let rows = divisions.into_iter().map(|(division, phase)| {
        row([
            Some(department.id.clone()),
            Some(department.name.clone()),
            department.short_name.clone(),
            Some(department.kind.clone()),
            department.policy_field.clone(),
            division,
            phase,
        ])
    });
    rows.collect()
}

fn offices_left_open(memberships: &[Membership]) -> Vec<ToldOffices> {
    let some = memberships.iter().filter(|place| !place.open.is_empty());
    let told = some.map(|place| ToldOffices {
        actor: place.actor.clone(),
        phase: place.phase.clone(),
        open: place.open.clone(),
    });
    told.collect()
}

/// A row for each phase in which an actor has a place, else one.
fn actor_rows(actors: Vec<Actor>, memberships: Vec<Membership>) -> Vec<Cells> {
    let mut places: BTreeMap<String, Vec<Membership>> = BTreeMap::new();
    for place in memberships {
        places.entry(place.actor.clone()).or_default().push(place);
    }
    let mut rows = Vec::new();
    for actor in actors {
        let places = places.remove(&actor.id).unwrap_or_default();
        let mut places: Vec<Option<Membership>> = places.into_iter().map(Some).collect();
        if places.is_empty() {
            places.push(None);
        }
        for place in places {
            let mut own = place.map_or_else(Default::default, |place| {
                [
                    Some(place.department),
                    place.section,
                    place.level,
                    yes_no(place.core_team),
                    Some(place.phase),
                    yes_no(place.asked),
                    yes_no(place.answered),
                ]
            });
            let [
                department,
                section,
                level,
                core_team,
                phase,
                asked,
                answered,
            ] = own.each_mut().map(Option::take);
            rows.push(row([
                Some(actor.id.clone()),
                Some(actor.name.clone()),
                department,
                section,
                Some(actor.kind.clone()),
                level,
                core_team,
                phase,
                asked,
                answered,
                actor.contact.clone().flatten(),
                actor.note.clone(),
            ]));
        }
    }
    rows
}

/// A row for each phase in which the offer exists, else one.
fn offer(offer: Offer) -> Vec<Cells> {
    let mut provided: Vec<(Option<String>, Option<String>)> = offer
        .providers
        .into_iter()
        .map(|(phase, providers)| (list(providers.into_iter().filter_map(party)), Some(phase)))
        .collect();
    if provided.is_empty() {
        provided.push((None, None));
    }
    let known_to = list(offer.known_to.into_iter().filter_map(party));
    let referred_by = list(offer.referred_by.into_iter().filter_map(party));
    let (life_phases, fields) = (list(offer.life_phases), list(offer.fields));
    let rows = provided.into_iter().map(|(providers, phase)| {
        row([
            Some(offer.id.clone()),
            Some(offer.name.clone()),
            life_phases.clone(),
            fields.clone(),
            providers,
            offer.responsible.clone(),
            known_to.clone(),
            referred_by.clone(),
            offer.target_group.clone(),
            offer.area.clone(),
            offer.goal.clone(),
            offer.funding.clone(),
            phase,
            offer.note.clone(),
        ])
    });
    rows.collect()
}

/// A party as a cell names it: by ids, with the colons that tell a department and a section from a function.
fn party(party: Party) -> Option<String> {
    match (party.actor, party.department, party.section) {
        (Some(actor), ..) => Some(actor),
        (None, Some(department), Some(section)) => Some(format!("{department}:: {section}")),
        (None, Some(department), None) => Some(format!("{department}:")),
        (None, None, _) => None,
    }
}

fn cooperation(cooperation: Cooperation) -> Cells {
    let workshop = cooperation.in_workshop == Some(true);
    row([
        Some(cooperation.from),
        Some(cooperation.to),
        cooperation.strength.map(|strength| strength.to_string()),
        list(cooperation.kinds),
        Some(cooperation.phase),
        yes_no(cooperation.binding),
        list(cooperation.offers),
        cooperation.since,
        yes_no(cooperation.through_core_team),
        Some(if workshop { "workshop" } else { "from" }.to_owned()),
        cooperation.note,
    ])
}
