//! Offers, the phases they exist in, and who takes part in them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Row, params};

use super::error::unreadable;
use super::ids::Ids;
use super::met::{remove, save};
use super::read;
use crate::domain::{
    Actor, Department, DistrictId, Edit, Field, FundingPhase, LifePhase, Offer, OfferId, Party,
    PhaseId,
};
use crate::store::Result;

/// A district's offers, sorted.
pub(super) fn load(
    connection: &Connection,
    district: &DistrictId,
    actors: &Ids<Actor>,
    departments: &Ids<Department>,
    phases: &Ids<FundingPhase>,
) -> Result<Vec<(OfferId, Offer)>> {
    let mut offers = load_plain(connection, district, departments)?;
    let ids = Ids::of(&offers);

    let mut statement =
        connection.prepare_cached("SELECT offer, phase FROM offer_phase WHERE district = ?1")?;
    let mut rows = statement.query([district.as_str()])?;
    while let Some(row) = rows.next()? {
        let offer = ids.rank(read::reference(row, 0)?)? as usize;
        let phase = phases.find(read::reference(row, 1)?)?;
        offers[offer].1.providers.insert(phase, BTreeSet::new());
    }

    let mut statement = connection.prepare_cached(
        "SELECT offer, role, actor, department, section, phase FROM offer_party WHERE district = ?1",
    )?;
    let mut rows = statement.query([district.as_str()])?;
    while let Some(row) = rows.next()? {
        let offer = &mut offers[ids.rank(read::reference(row, 0)?)? as usize].1;
        let parties = match read::text(row, 1)? {
            "provides" => offer
                .providers
                .entry(phases.find(read::reference(row, 5)?)?)
                .or_default(),
            "knows" => &mut offer.known_to,
            "refers" => &mut offer.referred_by,
            other => return Err(unreadable("role", format!("{other:?} is not known"))),
        };
        parties.insert(party(row, actors, departments)?);
    }
    Ok(offers)
}

/// Who a row of `offer_party` is about.
fn party(row: &Row<'_>, actors: &Ids<Actor>, departments: &Ids<Department>) -> Result<Party> {
    let department = || departments.find(read::reference(row, 3)?);
    Ok(
        match (read::maybe_reference(row, 2)?, read::maybe_words(row, 4)?) {
            (Some(actor), _) => Party::Actor(actors.find(actor)?),
            (None, None) => Party::Department(department()?),
            (None, Some(section)) => Party::Section(department()?, section),
        },
    )
}

/// The offers without phases and parties, sorted.
fn load_plain(
    connection: &Connection,
    district: &DistrictId,
    departments: &Ids<Department>,
) -> Result<Vec<(OfferId, Offer)>> {
    let mut offers = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT id, name, life_phases, fields, responsible, target_group, area, goal, funding, note
         FROM offer WHERE district = ?1",
    )?;
    let mut rows = statement.query([district.as_str()])?;
    while let Some(row) = rows.next()? {
        let offer = Offer {
            name: read::words(row, 1)?,
            life_phases: read::codes(read::text(row, 2)?, LifePhase::from_code)?,
            fields: read::codes(read::text(row, 3)?, Field::from_code)?,
            providers: BTreeMap::new(),
            responsible: read::maybe_reference(row, 4)?
                .map(|id| departments.find(id))
                .transpose()?,
            known_to: BTreeSet::new(),
            referred_by: BTreeSet::new(),
            target_group: read::maybe_words(row, 5)?,
            area: read::maybe_words(row, 6)?,
            goal: read::maybe_words(row, 7)?,
            funding: read::maybe_words(row, 8)?,
            note: read::maybe_note(row, 9)?,
        };
        offers.push((read::id(row, 0)?, offer));
    }
    offers.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(offers)
}

/// Makes one edit of an offer.
pub(super) fn put(
    connection: &Connection,
    district: &DistrictId,
    edit: &Edit<OfferId, Offer>,
) -> Result<()> {
    let key = [district.as_str(), edit.key.as_str()];
    for delete in [
        "DELETE FROM offer_phase WHERE district = ?1 AND offer = ?2",
        "DELETE FROM offer_party WHERE district = ?1 AND offer = ?2",
    ] {
        connection.prepare_cached(delete)?.execute(key)?;
    }
    let Some(offer) = &edit.after else {
        let delete = "DELETE FROM offer WHERE district = ?1 AND id = ?2";
        return remove(connection, edit, delete, key);
    };
    let life_phases: Vec<&str> = offer.life_phases.iter().map(|phase| phase.code()).collect();
    let fields: Vec<&str> = offer.fields.iter().map(|field| field.code()).collect();
    let values = params![
        key[0],
        key[1],
        offer.name.as_str(),
        life_phases.join(" "),
        fields.join(" "),
        offer.responsible.as_ref().map(|id| id.as_str()),
        offer.target_group.as_ref().map(|text| text.as_str()),
        offer.area.as_ref().map(|text| text.as_str()),
        offer.goal.as_ref().map(|text| text.as_str()),
        offer.funding.as_ref().map(|text| text.as_str()),
        offer.note.as_ref().map(|note| note.as_str()),
    ];
    let update = "UPDATE offer SET name = ?3, life_phases = ?4, fields = ?5, responsible = ?6,
                      target_group = ?7, area = ?8, goal = ?9, funding = ?10, note = ?11
                      WHERE district = ?1 AND id = ?2";
    let insert = "INSERT INTO offer (district, id, name, life_phases, fields, responsible,
                      target_group, area, goal, funding, note)
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    save(connection, edit, [update, insert], values)?;
    let mut insert = connection
        .prepare_cached("INSERT INTO offer_phase (district, offer, phase) VALUES (?1, ?2, ?3)")?;
    for phase in offer.phases() {
        insert.execute([key[0], key[1], phase.as_str()])?;
    }
    for (phase, providers) in &offer.providers {
        put_parties(connection, key, "provides", Some(phase), providers)?;
    }
    put_parties(connection, key, "knows", None, &offer.known_to)?;
    put_parties(connection, key, "refers", None, &offer.referred_by)
}

fn put_parties(
    connection: &Connection,
    key: [&str; 2],
    role: &str,
    phase: Option<&PhaseId>,
    parties: &BTreeSet<Party>,
) -> Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO offer_party (district, offer, role, phase, actor, department, section)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let phase = phase.map(|phase| phase.as_str());
    for party in parties {
        let (actor, department, section) = match party {
            Party::Actor(actor) => (Some(actor.as_str()), None, None),
            Party::Department(id) => (None, Some(id.as_str()), None),
            Party::Section(id, section) => (None, Some(id.as_str()), Some(section.as_str())),
        };
        insert.execute(params![
            key[0], key[1], role, phase, actor, department, section
        ])?;
    }
    Ok(())
}
