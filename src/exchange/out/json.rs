//! Everything about a district as one JSON document, `miteinander/1`.
//!
//! ```json
//! { "format": "miteinander/1",
//!   "district": { "id", "name", "position", "example" },
//!   "phase": the id of the one phase that was asked for, or null for all,
//!   "phases": [ { "id", "name", "start", "end" } ],
//!   "departments": [ { "id", "name", "short_name", "kind", "policy_field", "divisions": { phase: text } } ],
//!   "actors": [ { "id", "name", "kind", "note", "contact" } ],
//!   "memberships": [ { "actor", "phase", "department", "section", "level", "core_team", "asked", "answered",
//!                      "open": [department…] } ],
//!   "offers": [ { "id", "name", "life_phases", "fields", "providers": { phase: [party…] }, "responsible", "known_to",
//!                 "referred_by", "target_group", "area", "goal", "funding", "note" } ],
//!   "cooperations": [ { "phase", "from", "to", "strength", "kinds", "binding", "since", "through_core_team",
//!                       "offers", "in_workshop", "note" } ],
//!   "open_points": [ { "id", "text", "phase", "noted" } ],
//!   "map_places": { "size", "title", "actors": [ { "actor", "department", "x", "y", "name" } ] } }
//! ```
//!
//! Codes are those of the tables; records stand in the natural order of their ids, phases in that of time. An offer
//! exists in the phases for which `providers` has a list, be it empty; a party is `{ "actor": id }`,
//! `{ "department": id }` or `{ "department": id, "section": text }`. What is not known is null; `contact` is there
//! only where contacts were asked for, `open` and `open_points` only where there are some, `map_places` only where the district's map has been laid out.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::{
    ActorId, DepartmentId, DistrictId, MapPlaces, Note, OfferId, OpenPointId, Party, PhaseId,
    Since, Strength, Text,
};

use super::extract::Extract;
use super::{ExportError, failed};

/// Writes the document, indented, with a line break at its end.
pub(super) fn write(extract: &Extract) -> Result<Vec<u8>, ExportError> {
    let mut bytes = serde_json::to_vec_pretty(&document(extract)).map_err(failed)?;
    bytes.push(b'\n');
    Ok(bytes)
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    district: DistrictRow<'a>,
    phase: Option<&'a PhaseId>,
    phases: Vec<PhaseRow<'a>>,
    departments: Vec<DepartmentRow<'a>>,
    actors: Vec<ActorRow<'a>>,
    memberships: Vec<MembershipRow<'a>>,
    offers: Vec<OfferRow<'a>>,
    cooperations: Vec<CooperationRow<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    open_points: Vec<OpenPointRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    map_places: Option<&'a MapPlaces>,
}

#[derive(Serialize)]
struct DistrictRow<'a> {
    id: &'a DistrictId,
    name: &'a Text,
    position: u16,
    example: bool,
}

#[derive(Serialize)]
struct PhaseRow<'a> {
    id: &'a PhaseId,
    name: &'a Text,
    start: NaiveDate,
    end: Option<NaiveDate>,
}

#[derive(Serialize)]
struct DepartmentRow<'a> {
    id: &'a DepartmentId,
    name: &'a Text,
    short_name: Option<&'a Text>,
    kind: &'static str,
    policy_field: Option<&'a Text>,
    divisions: BTreeMap<&'a PhaseId, &'a Text>,
}

#[derive(Serialize)]
struct ActorRow<'a> {
    id: &'a ActorId,
    name: &'a Text,
    kind: &'static str,
    note: Option<&'a Note>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<Option<&'a Text>>,
}

#[derive(Serialize)]
struct MembershipRow<'a> {
    actor: &'a ActorId,
    phase: &'a PhaseId,
    department: &'a DepartmentId,
    section: Option<&'a Text>,
    level: Option<&'static str>,
    core_team: bool,
    asked: Option<bool>,
    answered: Option<bool>,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    open: &'a BTreeSet<DepartmentId>,
}

#[derive(Serialize)]
struct OpenPointRow<'a> {
    id: &'a OpenPointId,
    text: &'a Note,
    phase: &'a PhaseId,
    noted: NaiveDate,
}

#[derive(Serialize)]
struct OfferRow<'a> {
    id: &'a OfferId,
    name: &'a Text,
    life_phases: Vec<&'static str>,
    fields: Vec<&'static str>,
    providers: BTreeMap<&'a PhaseId, Vec<PartyRow<'a>>>,
    responsible: Option<&'a DepartmentId>,
    known_to: Vec<PartyRow<'a>>,
    referred_by: Vec<PartyRow<'a>>,
    target_group: Option<&'a Text>,
    area: Option<&'a Text>,
    goal: Option<&'a Text>,
    funding: Option<&'a Text>,
    note: Option<&'a Note>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum PartyRow<'a> {
    Actor {
        actor: &'a ActorId,
    },
    Department {
        department: &'a DepartmentId,
    },
    Section {
        department: &'a DepartmentId,
        section: &'a Text,
    },
}

#[derive(Serialize)]
struct CooperationRow<'a> {
    phase: &'a PhaseId,
    from: &'a ActorId,
    to: &'a ActorId,
    strength: Option<Strength>,
    kinds: Vec<&'static str>,
    binding: Option<bool>,
    since: Option<Since>,
    through_core_team: bool,
    offers: &'a BTreeSet<OfferId>,
    in_workshop: bool,
    note: Option<&'a Note>,
}

fn document<'a>(extract: &'a Extract<'a>) -> Document<'a> {
    Document {
        format: "miteinander/1",
        district: DistrictRow {
            id: extract.district_id,
            name: &extract.district.name,
            position: extract.district.position,
            example: extract.district.example,
        },
        phase: extract.phase,
        phases: extract
            .phases
            .iter()
            .map(|(id, phase)| PhaseRow {
                id,
                name: &phase.name,
                start: phase.start,
                end: phase.end,
            })
            .collect(),
        departments: extract
            .departments
            .iter()
            .map(|(id, department)| DepartmentRow {
                id,
                name: &department.name,
                short_name: department.short_name.as_ref(),
                kind: department.kind.code(),
                policy_field: department.policy_field.as_ref(),
                divisions: extract.divisions(department).collect(),
            })
            .collect(),
        actors: actors(extract),
        memberships: memberships(extract),
        offers: offers(extract),
        cooperations: cooperations(extract),
        open_points: open_points(extract),
        map_places: extract.places.as_ref(),
    }
}

fn actors<'a>(extract: &Extract<'a>) -> Vec<ActorRow<'a>> {
    extract
        .actors
        .iter()
        .map(|(id, actor)| ActorRow {
            id,
            name: &actor.name,
            kind: actor.kind.code(),
            note: actor.note.as_ref(),
            contact: extract.contacts.map(|contacts| contacts.get(id)),
        })
        .collect()
}

fn memberships<'a>(extract: &Extract<'a>) -> Vec<MembershipRow<'a>> {
    extract
        .memberships
        .iter()
        .map(|((actor, phase), membership)| MembershipRow {
            actor,
            phase,
            department: &membership.department,
            section: membership.section.as_ref(),
            level: membership.level.map(|level| level.code()),
            core_team: membership.core_team,
            asked: membership.asked,
            answered: membership.answered,
            open: &membership.open,
        })
        .collect()
}

fn offers<'a>(extract: &Extract<'a>) -> Vec<OfferRow<'a>> {
    extract
        .offers
        .iter()
        .map(|(id, offer)| OfferRow {
            id,
            name: &offer.name,
            life_phases: offer.life_phases.iter().map(|phase| phase.code()).collect(),
            fields: offer.fields.iter().map(|field| field.code()).collect(),
            providers: extract
                .providers(offer)
                .map(|(phase, providers)| (phase, parties(providers)))
                .collect(),
            responsible: offer.responsible.as_ref(),
            known_to: parties(&offer.known_to),
            referred_by: parties(&offer.referred_by),
            target_group: offer.target_group.as_ref(),
            area: offer.area.as_ref(),
            goal: offer.goal.as_ref(),
            funding: offer.funding.as_ref(),
            note: offer.note.as_ref(),
        })
        .collect()
}

fn parties(parties: &BTreeSet<Party>) -> Vec<PartyRow<'_>> {
    parties
        .iter()
        .map(|party| match party {
            Party::Actor(actor) => PartyRow::Actor { actor },
            Party::Department(department) => PartyRow::Department { department },
            Party::Section(department, section) => PartyRow::Section {
                department,
                section,
            },
        })
        .collect()
}

fn cooperations<'a>(extract: &Extract<'a>) -> Vec<CooperationRow<'a>> {
    extract
        .reports
        .iter()
        .map(|((phase, from, to), report)| CooperationRow {
            phase,
            from,
            to,
            strength: report.strength,
            kinds: report.kinds.iter().map(|kind| kind.code()).collect(),
            binding: report.binding,
            since: report.since,
            through_core_team: report.through_core_team,
            offers: &report.offers,
            in_workshop: report.in_workshop,
            note: report.note.as_ref(),
        })
        .collect()
}

fn open_points<'a>(extract: &Extract<'a>) -> Vec<OpenPointRow<'a>> {
    let points = extract.network.open_points.iter();
    let wanted = points.filter(|(_, point)| extract.phase.is_none_or(|only| *only == point.phase));
    wanted
        .map(|(id, point)| OpenPointRow {
            id,
            text: &point.text,
            phase: &point.phase,
            noted: point.noted,
        })
        .collect()
}
