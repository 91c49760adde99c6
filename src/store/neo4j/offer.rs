//! Offers as nodes, and everyone's part in them as relationships.

use std::collections::{BTreeMap, BTreeSet};

use neo4rs::BoltType;

use super::batch::Batch;
use super::cypher::{Statement, cypher, ids, map, text, texts};
use super::decode::{Unreadable, codes, id, note, word, words};
use super::effect::Effects;
use super::stored::{OfIds, OfRows, Stored};
use crate::domain::{DistrictId, Field, LifePhase, Note, Offer, OfferId, Party, PhaseId};

const PROVIDES: &str = "PROVIDES";
const KNOWS: &str = "KNOWS";
const REFERS_TO: &str = "REFERS_TO";
const RESPONSIBLE_FOR: &str = "RESPONSIBLE_FOR";

/// An offer in the one row of a network.
pub(super) type Line<'a> = (
    &'a str,
    &'a str,
    Vec<&'a str>,
    Vec<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
    Vec<&'a str>,
    Option<&'a str>,
);

/// Someone's part in an offer: offer, part, phase, whether it is an actor, who, section.
pub(super) type PartLine<'a> = (
    &'a str,
    &'a str,
    Option<&'a str>,
    bool,
    &'a str,
    Option<&'a str>,
);

/// Reads all offers with everyone's parts in them.
pub(super) fn read(
    lines: Vec<Line<'_>>,
    parts: Vec<PartLine<'_>>,
) -> Result<BTreeMap<OfferId, Offer>, Unreadable> {
    let mut offers = lines
        .into_iter()
        .map(read_line)
        .collect::<Result<BTreeMap<OfferId, Offer>, _>>()?;
    for (key, part, phase, is_actor, who, section) in parts {
        let offer = offers
            .get_mut(&id(key)?)
            .ok_or_else(|| Unreadable::new("part in an offer", key))?;
        if part == RESPONSIBLE_FOR {
            offer.responsible = Some(id(who)?);
            continue;
        }
        let party = match (is_actor, section) {
            (true, _) => Party::Actor(id(who)?),
            (false, None) => Party::Department(id(who)?),
            (false, Some(section)) => Party::Section(id(who)?, word(section)?),
        };
        match (part, phase) {
            (PROVIDES, Some(phase)) => offer.providers.entry(id(phase)?).or_default().insert(party),
            (KNOWS, _) => offer.known_to.insert(party),
            (REFERS_TO, _) => offer.referred_by.insert(party),
            (other, _) => return Err(Unreadable::new("part in an offer", other)),
        };
    }
    Ok(offers)
}

fn read_line(line: Line<'_>) -> Result<(OfferId, Offer), Unreadable> {
    let (key, name, life_phases, fields, target_group, area, goal, funding, phases, remark) = line;
    let providers = phases
        .into_iter()
        .map(|phase| Ok((id(phase)?, BTreeSet::new())))
        .collect::<Result<_, Unreadable>>()?;
    let offer = Offer {
        name: word(name)?,
        life_phases: codes("life phase", LifePhase::from_code, life_phases)?,
        fields: codes("field", Field::from_code, fields)?,
        providers,
        responsible: None,
        known_to: BTreeSet::new(),
        referred_by: BTreeSet::new(),
        target_group: words(target_group)?,
        area: words(area)?,
        goal: words(goal)?,
        funding: words(funding)?,
        note: note(remark)?,
    };
    Ok((id(key)?, offer))
}

impl Stored for Offer {
    const CREATE: OfRows = OfRows(cypher!("offer/create"));
    const UPDATE: Option<OfRows> = Some(OfRows(cypher!("offer/update")));
    const REMOVE: OfIds = OfIds(cypher!("offer/remove"));

    fn id(id: &OfferId) -> String {
        id.to_string()
    }

    fn row(id: &OfferId, offer: &Self) -> BoltType {
        map([
            ("id", id.as_str().into()),
            ("name", offer.name.as_str().into()),
            (
                "life_phases",
                texts(offer.life_phases.iter().map(|phase| phase.code())),
            ),
            (
                "fields",
                texts(offer.fields.iter().map(|field| field.code())),
            ),
            ("target_group", text(offer.target_group.as_ref())),
            ("area", text(offer.area.as_ref())),
            ("goal", text(offer.goal.as_ref())),
            ("funding", text(offer.funding.as_ref())),
            ("phases", texts(offer.phases().map(PhaseId::as_str))),
            ("note", offer.note.as_ref().map(Note::as_str).into()),
        ])
    }
}

/// Writes everyone's parts in new and changed offers; the old parts are removed before.
pub(super) fn write_parts(batch: &mut Batch, district: &DistrictId, effects: &Effects<'_, Offer>) {
    let (mut actors, mut departments) = (Vec::new(), Vec::new());
    for (id, offer) in effects.written() {
        for (part, phase, party) in parts(offer) {
            match party {
                Party::Actor(who) => actors.push(part_row(id, part, phase, who.as_str(), None)),
                Party::Department(who) => {
                    departments.push(part_row(id, part, phase, who.as_str(), None));
                }
                Party::Section(who, section) => {
                    departments.push(part_row(
                        id,
                        part,
                        phase,
                        who.as_str(),
                        Some(section.as_str()),
                    ));
                }
            }
        }
        if let Some(who) = &offer.responsible {
            departments.push(part_row(id, RESPONSIBLE_FOR, None, who.as_str(), None));
        }
    }
    batch.each(actors, |rows| link_actors(district, rows));
    batch.each(departments, |rows| link_departments(district, rows));
}

/// Removes the parts in offers that go or change.
pub(super) fn remove_parts(batch: &mut Batch, district: &DistrictId, effects: &Effects<'_, Offer>) {
    let replaced = ids(effects.replaced());
    batch.some(replaced, |ids| clear_parts(district, ids));
}

/// Refuses to take offers away that reports are about.
pub(super) fn free(batch: &mut Batch, district: &DistrictId, gone: &[&OfferId]) {
    let gone = ids(gone.iter().copied());
    batch.must(uses(district, gone), 0);
}

/// Refuses offers that are not there.
pub(super) fn know<'a>(
    batch: &mut Batch,
    district: &DistrictId,
    offers: impl IntoIterator<Item = &'a OfferId>,
) {
    let offers: BTreeSet<&OfferId> = offers.into_iter().collect();
    batch.each(ids(offers), |ids| known(district, ids));
}

fn parts(offer: &Offer) -> impl Iterator<Item = (&'static str, Option<&PhaseId>, &Party)> {
    let provided = offer.providers.iter().flat_map(|(phase, parties)| {
        parties
            .iter()
            .map(move |party| (PROVIDES, Some(phase), party))
    });
    let known = offer.known_to.iter().map(|party| (KNOWS, None, party));
    let referred = offer
        .referred_by
        .iter()
        .map(|party| (REFERS_TO, None, party));
    provided.chain(known).chain(referred)
}

fn part_row(
    offer: &OfferId,
    part: &str,
    phase: Option<&PhaseId>,
    who: &str,
    section: Option<&str>,
) -> BoltType {
    map([
        ("offer", offer.as_str().into()),
        ("part", part.into()),
        ("phase", phase.map(PhaseId::as_str).into()),
        ("party", who.into()),
        ("section", section.into()),
    ])
}

fn clear_parts(district: &DistrictId, ids: BoltType) -> Statement {
    cypher!("offer/clear-parts").with([("district", district.as_str().into()), ("ids", ids)])
}

fn link_actors(district: &DistrictId, rows: BoltType) -> Statement {
    cypher!("offer/actors").with([("district", district.as_str().into()), ("rows", rows)])
}

fn link_departments(district: &DistrictId, rows: BoltType) -> Statement {
    cypher!("offer/departments").with([("district", district.as_str().into()), ("rows", rows)])
}

fn known(district: &DistrictId, ids: BoltType) -> Statement {
    cypher!("offer/known").with([("district", district.as_str().into()), ("ids", ids)])
}

fn uses(district: &DistrictId, ids: Vec<BoltType>) -> Statement {
    cypher!("offer/uses").with([("district", district.as_str().into()), ("ids", ids.into())])
}
